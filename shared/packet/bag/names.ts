/** Longest path of a packet, folders included, in characters. */
export const MAX_PACKET_PATH = 120
const MAX_NAME = 80
const MAX_EXTENSION = 10

/** Names that Windows keeps for devices, with or without an extension, in any case. */
const DEVICE_NAME = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9]|lpt[0-9])(?:\.|$)/i

/** Letters that do not come apart into a letter and a mark. */
const SPELLED: Readonly<Record<string, string>> = {
  ß: 'ss',
  Æ: 'AE',
  æ: 'ae',
  Œ: 'OE',
  œ: 'oe',
  Ø: 'O',
  ø: 'o',
  Ł: 'L',
  ł: 'l',
  Đ: 'D',
  đ: 'd',
}

function asciiWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßÆæŒœØøŁłĐđ]/g, (letter) => SPELLED[letter] ?? '')
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^[-_]+|[-_]+$/g, '')
}

/** Whether Windows takes a name for a device, so that a file cannot be called so. */
export function isDeviceName(name: string): boolean {
  return DEVICE_NAME.test(name)
}

/**
 * A file name that every system can hold: letters without accents, digits, `-` and `_`, and the extension
 * in lower case when it looks like one. Never empty, never a device of Windows, at most `longest`
 * characters. Different names may come out equal: see {@link PathSet}.
 */
export function safeFileName(name: string, longest = MAX_NAME): string {
  const base = name.normalize('NFC').replace(/^.*[/\\]/, '')
  const dot = base.lastIndexOf('.')
  const extension = dot > 0 ? asciiWords(base.slice(dot + 1)).toLowerCase() : ''
  const hasExtension = /^[a-z0-9]+$/.test(extension) && extension.length <= MAX_EXTENSION
  const ending = hasExtension ? `.${extension}` : ''
  const stem = asciiWords(hasExtension ? base.slice(0, dot) : base) || 'archivo'
  const named = isDeviceName(stem) ? `archivo-${stem}` : stem
  return named.slice(0, longest - ending.length).replace(/[-_]+$/, '') + ending
}

/** What is wrong with a path of a packet. */
export type PathProblem =
  | 'empty'
  | 'too-long'
  | 'bad-character'
  | 'empty-folder'
  | 'bad-start'
  | 'device-name'
  | 'ends-with-dot'

/**
 * Why a path cannot be in a packet, null when it can: relative, `/` between folders, plain ASCII letters,
 * digits and `. _ -`, every part of it starting with a letter or digit (never `..`, nothing hidden) and not
 * ending in a dot, no device of Windows, at most 120 characters.
 */
export function packetPathProblem(path: string): PathProblem | null {
  if (path === '') return 'empty'
  if (path.length > MAX_PACKET_PATH) return 'too-long'
  if (!/^[A-Za-z0-9._/-]+$/.test(path)) return 'bad-character'
  for (const part of path.split('/')) {
    if (part === '') return 'empty-folder'
    if (!/^[A-Za-z0-9]/.test(part)) return 'bad-start'
    if (part.endsWith('.')) return 'ends-with-dot'
    if (isDeviceName(part)) return 'device-name'
  }
  return null
}

/** Hands out paths of a packet, each once, not counting upper and lower case as different. */
export class PathSet {
  readonly #taken = new Set<string>()

  /**
   * A path in a folder for a file of that name, made safe, with `-2`, `-3`… when it is taken. Throws when
   * the folder leaves no room for a name.
   */
  add(folder: string, name: string): string {
    const room = MAX_PACKET_PATH - folder.length - 1
    for (let count = 1; ; count++) {
      const suffix = count === 1 ? '' : `-${count}`
      const safe = safeFileName(name, Math.min(MAX_NAME, room) - suffix.length)
      const dot = safe.lastIndexOf('.')
      const numbered = dot < 0 ? safe + suffix : safe.slice(0, dot) + suffix + safe.slice(dot)
      const path = `${folder}/${numbered}`
      const problem = packetPathProblem(path)
      if (problem !== null) throw new Error(`No path for ${name} in ${folder}: ${problem}`)
      if (this.#taken.has(path.toLowerCase())) continue
      this.#taken.add(path.toLowerCase())
      return path
    }
  }
}
