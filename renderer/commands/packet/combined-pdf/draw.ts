import type { PDFFont, PDFPage } from '@cantoo/pdf-lib'
import { rgb } from '@cantoo/pdf-lib'

/** Letter size in points, upright. */
export const LETTER = { width: 612, height: 792 } as const
/** Margins in points. */
export const MARGIN = 56

const INK = rgb(0.13, 0.13, 0.13)
const GREY = rgb(0.35, 0.35, 0.35)

/** Characters of Windows-1252 besides Latin-1, which the standard fonts can draw. */
const EXTRA = new Set('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ')

/** The text with what the standard fonts cannot draw replaced by a question mark, on one line. */
export function drawable(text: string): string {
  return [...text.normalize('NFC').replace(/\s+/g, ' ').trim()]
    .map((char) => {
      const code = char.codePointAt(0) ?? 0
      const isLatin = (code >= 0x20 && code <= 0x7e) || (code >= 0xa0 && code <= 0xff)
      return isLatin || EXTRA.has(char) ? char : '?'
    })
    .join('')
}

/** The text cut with an ellipsis so that it is not wider than `width` points. */
export function fitted(text: string, font: PDFFont, size: number, width: number): string {
  if (font.widthOfTextAtSize(text, size) <= width) return text
  let end = text.length
  while (end > 1 && font.widthOfTextAtSize(`${text.slice(0, end)}…`, size) > width) end -= 1
  return `${text.slice(0, end).trimEnd()}…`
}

/** The text as lines not wider than `width` points; a word longer than a line is cut. */
export function wrapped(text: string, font: PDFFont, size: number, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (font.widthOfTextAtSize(longer, size) <= width) line = longer
    else {
      if (line !== '') lines.push(line)
      line = fitted(word, font, size, width)
    }
  }
  return line === '' ? lines : [...lines, line]
}

/** Where and how a line of text goes; `y` is its base line. */
export interface TextPlace {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly font: PDFFont
  readonly soft?: boolean
}

/** Draws one line of text. */
export function drawLine(page: PDFPage, text: string, { x, y, size, font, soft }: TextPlace): void {
  page.drawText(text, { x, y, size, font, color: soft === true ? GREY : INK })
}

/** Draws a hairline across the text area. */
export function drawRule(page: PDFPage, y: number): void {
  page.drawLine({
    start: { x: MARGIN, y },
    end: { x: LETTER.width - MARGIN, y },
    thickness: 0.5,
    color: GREY,
  })
}
