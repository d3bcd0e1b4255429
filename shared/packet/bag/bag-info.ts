import { tagLines } from './tag-text'

/** An element of bag-info.txt. Labels may repeat, and their order is kept (RFC 8493 §2.2.2). */
export type InfoElement = readonly [label: string, value: string]

/** Octets and files of a payload. */
export interface PayloadTotals {
  readonly bytes: number
  readonly files: number
}

const LONGEST_LINE = 79
const INDENT = '  '

/** Bytes and files below `data/`. */
export function payloadTotals(
  files: readonly { readonly path: string; readonly size: number }[],
): PayloadTotals {
  const payload = files.filter(({ path }) => path.startsWith('data/'))
  return { files: payload.length, bytes: payload.reduce((sum, { size }) => sum + size, 0) }
}

/** Breaks an element between words, so that lines stay under 80 characters and unfold to the same. */
function foldElement(label: string, value: string): string {
  const lines: string[] = []
  let current = `${label}:`
  for (const word of value.split(' ')) {
    const fits = current.length + 1 + word.length <= LONGEST_LINE
    // What follows the colon must be on its line, however long it is.
    if (fits || current === `${label}:`) {
      current += ` ${word}`
      continue
    }
    lines.push(current)
    current = INDENT + word
  }
  return `${[...lines, current].join('\n')}\n`
}

/**
 * bag-info.txt: its elements in order and Payload-Oxum at the end. White space in values becomes single
 * spaces, an element without value is left out. Throws on a label that no reader would take.
 */
export function bagInfoText(elements: readonly InfoElement[], payload: PayloadTotals): string {
  const all: readonly InfoElement[] = [...elements, ['Payload-Oxum', `${payload.bytes}.${payload.files}`]]
  return all
    .map(([label, value]) => {
      if (label === '' || /[:\r\n]|^\s|\s$/.test(label)) throw new Error(`Not a label: ${label}`)
      const clean = value.replace(/[\s\p{Cc}]+/gu, ' ').trim()
      return clean === '' ? '' : foldElement(label, clean)
    })
    .join('')
}

/** bag-info.txt as it was read: its elements and the lines that are none, counted from 1. */
export interface ParsedInfo {
  readonly elements: readonly InfoElement[]
  readonly badLines: readonly number[]
}

/** Reads bag-info.txt. A line that begins with white space goes on with the value before it. */
export function parseBagInfo(text: string): ParsedInfo {
  const elements: (readonly [string, string])[] = []
  const badLines: number[] = []
  for (const [index, line] of tagLines(text).entries()) {
    const last = elements.at(-1)
    if (/^[ \t]+[^ \t]/.test(line) && last) {
      elements[elements.length - 1] = [last[0], `${last[1]} ${line.trim()}`]
      continue
    }
    const match = /^([^\s:](?:[^:]*[^\s:])?):[ \t](.*\S.*)$/s.exec(line)
    const [, label, value] = match ?? []
    if (label === undefined || value === undefined) badLines.push(index + 1)
    else elements.push([label, value.trim()])
  }
  return { elements, badLines }
}

/** Values of a label, in order; reserved labels are the same in upper and lower case. */
export function infoValues(elements: readonly InfoElement[], label: string): readonly string[] {
  const wanted = label.toLowerCase()
  return elements.flatMap(([found, value]) => (found.toLowerCase() === wanted ? [value] : []))
}
