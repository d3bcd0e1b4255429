import { INCOMING_LIMITS } from './limits'
import { type IncomingRefusal, refuse } from './refusal'

/** What our own names are made of. No accent, space or sign that any system reads in its own way. */
const SEGMENT = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?$/
/** Names that Windows keeps for devices, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9]|conin\$|conout\$|clock\$)(?:\.|$)/i
const SHOWN_CHARACTERS = 80

/** A name as it may be shown: what does not print, or would turn the text around, becomes a mark. */
export function printable(name: string): string {
  const shown = name.replaceAll(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '�')
  return shown.length > SHOWN_CHARACTERS ? `${shown.slice(0, SHOWN_CHARACTERS)}…` : shown
}

/** Whether a path of an archive is one that a packet may have, below its top folder or not. */
export function isSafePath(path: string): boolean {
  const segments = path.split('/')
  if (path.length > INCOMING_LIMITS.pathLength || segments.length > INCOMING_LIMITS.depth) return false
  return segments.every((segment) => SEGMENT.test(segment) && !DEVICE.test(segment))
}

/** The path of a folder entry without its final slash; that of a file as it is. */
function withoutSlash(name: string, isFolder: boolean): string {
  return isFolder && name.endsWith('/') ? name.slice(0, -1) : name
}

/** Collects the names of an archive one by one and refuses the first that does not fit the others. */
export class EntryNames {
  readonly #files = new Set<string>()
  /** Folders by their folded names, as they were first written. */
  readonly #folders = new Map<string, string>()
  #top: string | null = null

  /** Folder that everything is in; null while there is nothing. */
  get top(): string | null {
    return this.#top
  }

  /** The path inside the bag; null for a folder. */
  add(name: string, isFolder: boolean): string | null {
    const path = withoutSlash(name, isFolder)
    const bad = (code: 'bad-name' | 'twin-names'): IncomingRefusal => ({ code, path: printable(name) })
    if (!isSafePath(path)) refuse(bad('bad-name'))
    const [top = '', ...rest] = path.split('/')
    this.#top ??= top
    if (top !== this.#top || (rest.length === 0 && !isFolder)) refuse({ code: 'not-a-packet' })
    const folded = path.toLowerCase()
    if (isFolder) {
      if (this.#files.has(folded)) refuse(bad('twin-names'))
      this.#addFolders(path, bad('twin-names'))
      return null
    }
    if (this.#files.has(folded) || this.#folders.has(folded)) refuse(bad('twin-names'))
    this.#files.add(folded)
    this.#addFolders(path.slice(0, path.lastIndexOf('/')), bad('twin-names'))
    return rest.join('/')
  }

  /** Every folder on the way; one that was a file, or is written in other letters, is a twin. */
  #addFolders(path: string, twin: IncomingRefusal): void {
    const segments = path.split('/')
    segments.forEach((_, index) => {
      const folder = segments.slice(0, index + 1).join('/')
      const folded = folder.toLowerCase()
      if ((this.#folders.get(folded) ?? folder) !== folder || this.#files.has(folded)) refuse(twin)
      this.#folders.set(folded, folder)
    })
  }
}
