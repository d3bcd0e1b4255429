import type { Publication, PublicationImage } from '../../../../shared/domain/publications'
import { err, type Result } from '../../../../shared/lib/result'
import { type ImageRefusal, imageRefusalText } from '../../../../shared/publishing'
import type { CommandDeps } from '../../deps'
import { storeFiles } from '../../sessions/store-files'
import type { CheckedImage } from './check-image'
import { windowPreviews } from './previews'

const PATIENCE_MS = 60_000

function checkInWorker(file: File): Promise<Result<CheckedImage, ImageRefusal>> {
  const worker = new Worker(new URL('./image-worker.ts', import.meta.url), { type: 'module' })
  return new Promise<Result<CheckedImage, ImageRefusal>>((resolve) => {
    setTimeout(() => resolve(err({ code: 'too-slow' })), PATIENCE_MS)
    worker.onmessage = (event: MessageEvent<Result<CheckedImage, ImageRefusal>>) => resolve(event.data)
    // What the decoder cannot bear is a damaged file to the user.
    worker.onerror = () => resolve(err({ code: 'damaged' }))
    worker.postMessage(file)
  }).finally(() => worker.terminate())
}

/** Images that were kept, and a sentence for each file that was not. */
export interface AddedImages {
  readonly images: readonly PublicationImage[]
  readonly refused: readonly string[]
}

/** Whoever checks one file; the window does it in a worker. */
export type CheckImage = (file: File) => Promise<Result<CheckedImage, ImageRefusal>>

async function addOne(deps: CommandDeps, file: File, check: CheckImage): Promise<AddedImages> {
  const checked = await check(file)
  if (!checked.ok) return { images: [], refused: [imageRefusalText(file.name, checked.error)] }
  const stored = await storeFiles(deps, [file])
  const { width, height, hash, preview } = checked.value
  if (preview) for (const { sha256 } of stored.added) void windowPreviews().keep(sha256, preview)
  return {
    images: stored.added.map((meta) => ({
      file: meta,
      alt: '',
      rights: '',
      source: '',
      width,
      height,
      hash,
      focus: { x: 0.5, y: 0.5 },
    })),
    refused: stored.refused.map(({ name, reason }) =>
      imageRefusalText(name, { code: reason === 'empty' ? 'empty' : 'unreadable' }),
    ),
  }
}

/**
 * Checks files by their content and keeps those that are images, byte by byte as they came; nothing else is
 * stored, and one that is refused does not stop the others. One after the other, for each may need much
 * memory.
 */
export async function addImages(
  deps: CommandDeps,
  files: readonly File[],
  check: CheckImage = checkInWorker,
): Promise<AddedImages> {
  const images: PublicationImage[] = []
  const refused: string[] = []
  for (const file of files) {
    const added = await addOne(deps, file, check)
    images.push(...added.images)
    refused.push(...added.refused)
  }
  return { images, refused }
}

/** Takes from where an image was used before what was written about it: words, rights, source and focus. */
export function rememberWords(
  image: PublicationImage,
  publications: readonly Publication[],
): PublicationImage {
  const before = [...publications]
    .sort((a, b) => b.on.localeCompare(a.on))
    .flatMap(({ images }) => images)
    .find(({ file }) => file.sha256 === image.file.sha256)
  if (!before) return image
  const { alt, rights, source, focus } = before
  return { ...image, alt, rights, source, focus }
}
