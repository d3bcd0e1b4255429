import type { Publication, PublicationImage } from '../../../../shared/domain/publications'
import { err, type Result } from '../../../../shared/lib/result'
import { type ImageRefusal, imageRefusalText } from '../../../../shared/publishing'
import type { CommandDeps } from '../../deps'
import { refusedText } from '../../sessions/file-words'
import { storeFiles } from '../../sessions/store-files'
import type { CheckedImage } from './check-image'
import { windowPreviews } from './previews'

const PATIENCE_MS = 60_000

function checkInWorker(file: File): Promise<Result<CheckedImage, ImageRefusal>> {
  const worker = new Worker(new URL('./image-worker.ts', import.meta.url), { type: 'module' })
  let patience: ReturnType<typeof setTimeout> | undefined
  return new Promise<Result<CheckedImage, ImageRefusal>>((resolve) => {
    patience = setTimeout(() => resolve(err({ code: 'too-slow' })), PATIENCE_MS)
    worker.onmessage = (event: MessageEvent<Result<CheckedImage, ImageRefusal>>) => resolve(event.data)
    // What the decoder cannot bear is a damaged file to the user.
    worker.onerror = () => resolve(err({ code: 'damaged' }))
    worker.postMessage(file)
  }).finally(() => {
    clearTimeout(patience)
    worker.terminate()
  })
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
    refused: stored.refused.map((one) => refusedText([one])),
  }
}

/**
 * Checks files by their content and keeps those that are images, byte by byte as they came; nothing else is
 * stored, and one that is refused does not stop the others. One after the other, for each may need much
 * memory; `onNext` hears how many are left before each.
 */
export async function addImages(
  deps: CommandDeps,
  files: readonly File[],
  check: CheckImage = checkInWorker,
  onNext: (left: number) => void = () => undefined,
): Promise<AddedImages> {
  const images: PublicationImage[] = []
  const refused: string[] = []
  for (const [index, file] of files.entries()) {
    onNext(files.length - index)
    const added = await addOne(deps, file, check)
    images.push(...added.images)
    refused.push(...added.refused)
  }
  return { images, refused }
}

/** Refused files that are told with their reason; of the rest only the number is told. */
const TOLD = 6

/** What is said of the files that were refused, a line each. */
export function refusedImagesText(refused: readonly string[]): string {
  const rest = refused.length - TOLD
  if (rest <= 0) return refused.join('\n')
  const after =
    rest === 1
      ? 'Otro archivo tampoco entró; agréguelo aparte para ver la razón.'
      : `Otros ${rest} archivos tampoco entraron; agréguelos aparte para ver la razón de cada uno.`
  return [...refused.slice(0, TOLD), after].join('\n')
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
