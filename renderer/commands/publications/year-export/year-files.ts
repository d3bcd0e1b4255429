import type { Publication } from '../../../../shared/domain/publications'
import { utf8 } from '../../../../shared/outputs'
import { PathSet } from '../../../../shared/packet'
import { EXPORT_STYLE, fileStem, noteText } from '../../../../shared/publishing'
import type { YearFileRole } from '../../../platform/desktop'

/** A stored file that goes out with a year, and where to. */
export interface StoredYearFile {
  readonly path: string
  readonly sha256: string
  readonly role: YearFileRole
  /** Name under which it came in. */
  readonly name: string
  readonly size: number
  /** Title of the first publication that has it. */
  readonly title: string
}

/** A file of a year that is made here. */
export interface MadeYearFile {
  readonly path: string
  readonly bytes: Uint8Array
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
}

function numbered(index: number): string {
  return String(index + 1).padStart(3, '0')
}

/** Images and evidence of a year, each file once in its folder, under names that every system can hold. */
export function storedFilesOf(publications: readonly Publication[]): readonly StoredYearFile[] {
  const paths = new PathSet()
  const files = new Map<string, StoredYearFile>()
  publications.forEach(({ title, on, images, placements }, index) => {
    for (const { file } of images) {
      const key = `image ${file.sha256}`
      if (files.has(key)) continue
      const extension = EXTENSIONS[file.mediaType] ?? 'img'
      const path = paths.add('imagenes', `${numbered(index)}-${on}-${fileStem(title, 'imagen')}.${extension}`)
      files.set(key, { ...file, path, role: 'image', title })
    }
    for (const file of placements.flatMap(({ evidence }) => evidence)) {
      const key = `evidence ${file.sha256}`
      if (files.has(key)) continue
      const path = paths.add('evidencias', `${numbered(index)}-${file.name}`)
      files.set(key, { ...file, path, role: 'evidence', title })
    }
  })
  return [...files.values()]
}

/** The page, its style, and the notes as texts of their own. */
export function madeFilesOf(publications: readonly Publication[], page: string): readonly MadeYearFile[] {
  const paths = new PathSet()
  const notes = publications.flatMap((publication, index) => {
    const text = noteText(publication)
    if (text === null) return []
    const name = `${numbered(index)}-${publication.on}-${fileStem(publication.title, 'nota')}.txt`
    return [{ path: paths.add('notas', name), bytes: utf8(text) }]
  })
  return [
    ...notes,
    { path: 'estilo.css', bytes: utf8(EXPORT_STYLE) },
    { path: 'index.html', bytes: utf8(page) },
  ]
}
