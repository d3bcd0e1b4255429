import {
  type PDFDocument,
  type PDFFont,
  PDFHexString,
  PDFName,
  type PDFPage,
  type PDFRef,
} from '@cantoo/pdf-lib'
import { drawable, drawLine, drawRule, fitted, LETTER, MARGIN } from './draw'

/** A line of the table of contents; `page` counts from 0 in the finished document. */
export interface ContentsLine {
  readonly title: string
  readonly level: 0 | 1
  readonly page: number
}

/** Fonts of the pages that the app adds. */
export interface Fonts {
  readonly regular: PDFFont
  readonly bold: PDFFont
}

const LINE_HEIGHT = 18
const FIRST_LINE = LETTER.height - 150
const LATER_LINE = LETTER.height - MARGIN - 24
const LAST_LINE = MARGIN + 30

function linesOnPage(index: number): number {
  return Math.floor(((index === 0 ? FIRST_LINE : LATER_LINE) - LAST_LINE) / LINE_HEIGHT) + 1
}

/** How many pages a table of contents of so many lines takes. */
export function contentsPages(lines: number): number {
  let pages = 0
  for (let left = lines; pages === 0 || left > 0; pages += 1) left -= linesOnPage(pages)
  return pages
}

function linkTo(document: PDFDocument, from: PDFPage, to: PDFPage, y: number, label: string): void {
  const annotation = document.context.obj({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [MARGIN, y - 4, LETTER.width - MARGIN, y + LINE_HEIGHT - 5],
    Border: [0, 0, 0],
    Contents: PDFHexString.fromText(label),
    Dest: [to.ref, PDFName.of('Fit')],
  })
  from.node.addAnnot(document.context.register(annotation))
}

/** Draws the table of contents on pages that are already there, every line a link to its page. */
export function drawContents(
  document: PDFDocument,
  pages: readonly PDFPage[],
  lines: readonly ContentsLine[],
  fonts: Fonts,
): void {
  let pageIndex = 0
  let left = linesOnPage(0)
  let y = FIRST_LINE
  for (const { title, level, page: number } of lines) {
    if (left === 0) {
      pageIndex += 1
      left = linesOnPage(pageIndex)
      y = LATER_LINE
    }
    const page = pages[pageIndex]
    const target = document.getPage(number)
    if (!page) throw new Error('The table of contents has fewer pages than it needs')
    const font = level === 0 ? fonts.bold : fonts.regular
    const x = MARGIN + level * 18
    const figure = String(number + 1)
    const figureX = LETTER.width - MARGIN - fonts.regular.widthOfTextAtSize(figure, 10)
    drawLine(page, fitted(drawable(title), font, 10, figureX - x - 16), { x, y, size: 10, font })
    drawLine(page, figure, { x: figureX, y, size: 10, font: fonts.regular })
    linkTo(document, page, target, y, `${title}, página ${figure}`)
    y -= LINE_HEIGHT
    left -= 1
  }
}

/** Draws title and subtitle at the head of the first page. */
export function drawTitle(page: PDFPage, title: string, subtitle: string, fonts: Fonts): void {
  const width = LETTER.width - 2 * MARGIN
  const top = LETTER.height - MARGIN - 12
  drawLine(page, fitted(drawable(title), fonts.bold, 16, width), {
    x: MARGIN,
    y: top,
    size: 16,
    font: fonts.bold,
  })
  drawLine(page, fitted(drawable(subtitle), fonts.regular, 10, width), {
    x: MARGIN,
    y: top - 20,
    size: 10,
    font: fonts.regular,
    soft: true,
  })
  drawRule(page, top - 34)
  drawLine(page, 'Contenido', { x: MARGIN, y: top - 58, size: 12, font: fonts.bold })
}

/** Adds the outline that viewers show at the side: chapters, and under each what belongs to it. */
export function addOutline(document: PDFDocument, lines: readonly ContentsLine[]): void {
  if (lines.length === 0) return
  const { context } = document
  const root = context.nextRef()
  const refs = lines.map(() => context.nextRef())
  const isChild = (index: number) =>
    lines[index]?.level === 1 && lines.slice(0, index).some((l) => l.level === 0)
  const chapters = lines.map((_, index) => index).filter((index) => !isChild(index))
  const childrenOf = (chapter: number) => {
    const next = chapters.find((index) => index > chapter) ?? lines.length
    return lines.map((_, index) => index).slice(chapter + 1, next)
  }
  const put = (index: number, parent: PDFRef, siblings: readonly number[], children: readonly number[]) => {
    const line = lines[index]
    const ref = refs[index]
    if (!line || !ref) return
    const place = siblings.indexOf(index)
    const at = (n: number | undefined) => (n === undefined ? undefined : refs[n])
    const entry = context.obj({
      Title: PDFHexString.fromText(line.title),
      Parent: parent,
      Dest: [document.getPage(line.page).ref, PDFName.of('Fit')],
    })
    const links = {
      Prev: at(siblings[place - 1]),
      Next: at(siblings[place + 1]),
      First: at(children[0]),
      Last: at(children.at(-1)),
    }
    for (const [name, target] of Object.entries(links)) if (target) entry.set(PDFName.of(name), target)
    if (children.length > 0) entry.set(PDFName.of('Count'), context.obj(-children.length))
    context.assign(ref, entry)
    for (const child of children) put(child, ref, children, [])
  }
  for (const chapter of chapters) put(chapter, root, chapters, childrenOf(chapter))
  const ends = [refs[chapters[0] ?? 0], refs[chapters.at(-1) ?? 0]]
  const outlines = context.obj({ Type: 'Outlines', First: ends[0], Last: ends[1], Count: chapters.length })
  context.assign(root, outlines)
  document.catalog.set(PDFName.of('Outlines'), root)
  document.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
}
