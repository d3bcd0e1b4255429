import {
  configure,
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipWriter,
} from '@zip.js/zip.js/lib/zip-core-native.js'
import type { Body } from '../../../shared/domain/bodies'
import type { Publication } from '../../../shared/domain/publications'
import { required } from '../../../shared/lib/assert'
import { err, ok, type Result } from '../../../shared/lib/result'
import { utf8 } from '../../../shared/outputs'
import {
  EXPORT_STYLE,
  type ExportedImage,
  exportPage,
  fileStem,
  noteText,
  sniffImage,
  stripMetadata,
} from '../../../shared/publishing'
import { listChannels, listPlan } from '../../data/publications'
import type { SavedFile, SaveFailure } from '../../platform/desktop'
import type { CommandDeps } from '../deps'

/** Most bytes of images in one file; beyond that neither memory nor the receiver's mail would bear it. */
const MAX_EXPORT_BYTES = 240_000_000

/** Why a year was not exported. */
export type ExportFailure =
  | { readonly kind: 'not-saved'; readonly failure: SaveFailure }
  | { readonly kind: 'nothing'; readonly year: number }
  | { readonly kind: 'too-large'; readonly year: number }

/** Reads a stored file whole; null when it is missing or damaged. */
export type ReadStored = (sha256: string) => Promise<Uint8Array | null>

/** Reads from the app's own address of stored files. */
export async function readStored(sha256: string): Promise<Uint8Array | null> {
  const answer = await fetch(`/adjunto/${sha256}`).catch(() => null)
  if (answer === null || !answer.ok) return null
  const buffer = await answer.arrayBuffer().catch(() => null)
  return buffer === null ? null : new Uint8Array(buffer)
}

interface PackedFile {
  readonly path: string
  readonly bytes: Uint8Array
}

interface PackedImage {
  readonly told: ExportedImage
  readonly bytes: Uint8Array | null
}

const EXTENSIONS = { jpeg: 'jpg', png: 'png', webp: 'webp', gif: 'gif' } as const

async function packImage(
  { on, title }: Publication,
  sha256: string,
  order: number,
  read: ReadStored,
): Promise<PackedImage> {
  const missing = { told: { sha256, path: null, removed: [], hadLocation: false }, bytes: null }
  const bytes = await read(sha256)
  const sniffed = bytes === null ? null : sniffImage(bytes)
  if (bytes === null || sniffed?.kind !== 'image') return missing
  const stripped = stripMetadata(sniffed.image, bytes)
  // What cannot be cleaned may tell where it was taken, so it does not go out.
  if (stripped === null) return missing
  const number = String(order).padStart(3, '0')
  const path = `imagenes/${number}-${on}-${fileStem(title, 'imagen')}.${EXTENSIONS[sniffed.image]}`
  const { removed, hadLocation } = stripped
  return { told: { sha256, path, removed, hadLocation }, bytes: stripped.bytes }
}

async function packImages(
  publications: readonly Publication[],
  read: ReadStored,
): Promise<readonly PackedImage[]> {
  const packed = new Map<string, PackedImage>()
  let bytes = 0
  for (const publication of publications) {
    for (const { file } of publication.images) {
      if (packed.has(file.sha256) || bytes > MAX_EXPORT_BYTES) continue
      const image = await packImage(publication, file.sha256, packed.size + 1, read)
      bytes += image.bytes?.byteLength ?? 0
      packed.set(file.sha256, image)
    }
  }
  return [...packed.values()]
}

async function zipOf(files: readonly PackedFile[], at: string): Promise<Uint8Array> {
  configure({ useWebWorkers: false })
  const writer = new ZipWriter(new Uint8ArrayWriter(), { lastModDate: new Date(at), useWebWorkers: false })
  for (const { path, bytes } of files) {
    // Images are packed already; only the texts get smaller.
    await writer.add(path, new Uint8ArrayReader(bytes), { level: path.startsWith('imagenes/') ? 0 : 6 })
  }
  return writer.close()
}

function noteFiles(publications: readonly Publication[]): readonly PackedFile[] {
  return publications.flatMap((publication, index) => {
    const text = noteText(publication)
    const number = String(index + 1).padStart(3, '0')
    const path = `notas/${number}-${publication.on}-${fileStem(publication.title, 'nota')}.txt`
    return text === null ? [] : [{ path, bytes: utf8(text) }]
  })
}

/** Writes a year as one ZIP: an index page, its images without hidden data, and its notes as texts. */
export async function exportYear(
  deps: CommandDeps,
  body: Body,
  year: number,
  read: ReadStored = readStored,
): Promise<Result<SavedFile, ExportFailure>> {
  const [plan, channels] = await Promise.all([
    listPlan(deps.store, body.id, year),
    listChannels(deps.store, body.id),
  ])
  const publications = [...plan].sort((a, b) => a.on.localeCompare(b.on) || a.title.localeCompare(b.title))
  if (publications.length === 0) return err({ kind: 'nothing', year })
  const packed = await packImages(publications, read)
  const bytes = packed.reduce((sum, image) => sum + (image.bytes?.byteLength ?? 0), 0)
  if (bytes > MAX_EXPORT_BYTES) return err({ kind: 'too-large', year })
  const images = packed.map(({ told }) => told)
  const page = exportPage({ year, body: body.name, publications, channels, images })
  const files: readonly PackedFile[] = [
    { path: 'index.html', bytes: utf8(page) },
    { path: 'estilo.css', bytes: utf8(EXPORT_STYLE) },
    ...noteFiles(publications),
    ...packed.flatMap((image) =>
      image.bytes === null ? [] : [{ path: required(image.told.path, 'path'), bytes: image.bytes }],
    ),
  ]
  const zip = await zipOf(files, deps.effects.now())
  const name = `Publicaciones ${year}`
  const saved = await deps.desktop.documents.saveFile({ kind: 'zip', name, bytes: zip })
  return saved.ok ? ok(saved.value) : err({ kind: 'not-saved', failure: saved.error })
}
