import {
  degrees,
  PDFDocument,
  type PDFEmbeddedPage,
  PDFName,
  type PDFPage,
  PDFString,
  StandardFonts,
} from '@cantoo/pdf-lib'
import { addOutline, type ContentsLine, contentsPages, drawContents, drawTitle, type Fonts } from './contents'
import { drawable, drawLine, drawRule, fitted, LETTER, MARGIN, wrapped } from './draw'
import type { CombinedInput, CombinedPart } from './part'

/** Space that the header of an added page takes, in points. */
const HEADER = 40

/** A piece that could not be put in, and why; a page of the document says so too. */
export interface LeftOut {
  readonly title: string
  readonly reason: 'encrypted' | 'unreadable'
}

/** The combined PDF and what could not be put into it. */
export interface Combined {
  readonly bytes: Uint8Array
  readonly pages: number
  readonly leftOut: readonly LeftOut[]
}

const UNREADABLE = {
  encrypted:
    'El anexo es un PDF protegido con contraseña y no se pudo incluir aquí. Ábralo desde la carpeta de anexos.',
  unreadable:
    'El anexo está dañado o no es lo que dice ser, y no se pudo incluir aquí. Ábralo desde la carpeta de anexos.',
} as const

/** What of a page is only its looks. Everything else (links, forms, scripts) would come along unseen. */
const LOOKS = new Set(['Type', 'Parent', 'Contents', 'Resources', 'MediaBox', 'CropBox', 'Rotate'])

function keepLooks(page: PDFPage): void {
  for (const name of page.node.keys()) if (!LOOKS.has(name.decodeText())) page.node.delete(name)
}

/** Where a page from elsewhere is drawn below the header: upright as its viewer would turn it, and centred. */
function placeOf(picture: PDFEmbeddedPage, turn: number) {
  const angle = ((turn % 360) + 360) % 360
  const isSideways = angle === 90 || angle === 270
  const [across, up] = isSideways ? [picture.height, picture.width] : [picture.width, picture.height]
  const box = { width: LETTER.width - 36, height: LETTER.height - HEADER - 18 }
  const scale = Math.min(box.width / across, box.height / up, 1)
  const left = (LETTER.width - across * scale) / 2
  const bottom = 9 + (box.height - up * scale) / 2
  return {
    // Turning goes round the lower left corner, which ends up at another corner of the picture.
    x: left + (angle === 180 || angle === 270 ? across * scale : 0),
    y: bottom + (angle === 90 || angle === 180 ? up * scale : 0),
    rotate: degrees(-angle),
    xScale: scale,
    yScale: scale,
  }
}

/** Draws pages of the app's own into the document: header with the number of the point, and a frame for what goes below. */
class Pages {
  constructor(
    readonly document: PDFDocument,
    readonly fonts: Fonts,
  ) {}

  headed(header: string): PDFPage {
    const page = this.document.addPage([LETTER.width, LETTER.height])
    const y = LETTER.height - 28
    const text = fitted(drawable(header), this.fonts.bold, 9, LETTER.width - 2 * MARGIN)
    drawLine(page, text, { x: MARGIN, y, size: 9, font: this.fonts.bold })
    drawRule(page, y - 6)
    return page
  }

  note(part: CombinedPart, text: string): void {
    const page = this.headed(part.header)
    let y = LETTER.height - 110
    const width = LETTER.width - 2 * MARGIN
    const put = (line: string, size: number, font: Fonts['regular']) => {
      for (const piece of wrapped(drawable(line), font, size, width)) {
        drawLine(page, piece, { x: MARGIN, y, size, font })
        y -= size * 1.5
      }
    }
    put(part.title, 14, this.fonts.bold)
    y -= 8
    put(text, 11, this.fonts.regular)
  }

  /** Puts pages from elsewhere in as pictures of themselves: text stays text, and nothing in them can act. */
  async foreign(part: CombinedPart, bytes: Uint8Array): Promise<LeftOut['reason'] | null> {
    const source = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true }).catch(
      (error: unknown) =>
        String(error).includes('encrypted') ? ('encrypted' as const) : ('unreadable' as const),
    )
    if (typeof source === 'string') return source
    try {
      const drawn = source.getPages().filter((page) => page.node.Contents())
      for (const page of drawn) keepLooks(page)
      const embedded = await this.document.embedPages(drawn)
      for (const [index, picture] of embedded.entries()) {
        const turn = drawn[index]?.getRotation().angle ?? 0
        this.headed(part.header).drawPage(picture, placeOf(picture, turn))
      }
      return embedded.length === 0 ? 'unreadable' : null
    } catch {
      return 'unreadable'
    }
  }

  async image(part: CombinedPart, mediaType: string, bytes: Uint8Array): Promise<LeftOut['reason'] | null> {
    const image = await (mediaType === 'image/png'
      ? this.document.embedPng(bytes)
      : this.document.embedJpg(bytes)
    ).catch(() => null)
    if (image === null) return 'unreadable'
    const page = this.headed(part.header)
    const size = image.scaleToFit(LETTER.width - 2 * MARGIN, LETTER.height - HEADER - MARGIN)
    const x = (LETTER.width - size.width) / 2
    page.drawImage(image, { x, y: LETTER.height - HEADER - size.height, ...size })
    return null
  }

  /** Puts in a document that the app drew itself, with its links and its own header. */
  async own(bytes: Uint8Array): Promise<void> {
    const source = await PDFDocument.load(bytes, { updateMetadata: false })
    const copied = await this.document.copyPages(source, source.getPageIndices())
    for (const page of copied) {
      // They point into the structure tree of their own document, which is not copied.
      page.node.delete(PDFName.of('StructParents'))
      this.document.addPage(page)
    }
  }
}

async function addPart(pages: Pages, part: CombinedPart): Promise<LeftOut | null> {
  const { content, title } = part
  switch (content.kind) {
    case 'none':
      return null
    case 'absent':
      pages.note(part, content.note)
      return null
    case 'ours':
      await pages.own(content.bytes)
      return null
    case 'pdf':
    case 'image': {
      const reason =
        content.kind === 'pdf'
          ? await pages.foreign(part, content.bytes)
          : await pages.image(part, content.mediaType, content.bytes)
      if (reason === null) return null
      pages.note(part, UNREADABLE[reason])
      return { title, reason }
    }
  }
}

/** Lines of the contents with their page; one without pages of its own points to what follows it. */
function placed(
  parts: readonly CombinedPart[],
  starts: readonly number[],
  last: number,
): readonly ContentsLine[] {
  return parts.map(({ title, level }, index) => ({ title, level, page: Math.min(starts[index] ?? 0, last) }))
}

/**
 * Joins documents and annexes into one PDF, with a table of contents whose lines are links, an outline,
 * and the number of the point in the header of every annex page. Equal input gives equal bytes.
 */
export async function composePdf(input: CombinedInput): Promise<Combined> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const fonts = {
    regular: await document.embedFont(StandardFonts.Helvetica),
    bold: await document.embedFont(StandardFonts.HelveticaBold),
  }
  const front = Array.from({ length: contentsPages(input.parts.length) }, () =>
    document.addPage([LETTER.width, LETTER.height]),
  )
  const pages = new Pages(document, fonts)
  const leftOut: LeftOut[] = []
  const starts: number[] = []
  for (const part of input.parts) {
    starts.push(document.getPageCount())
    const missing = await addPart(pages, part)
    if (missing) leftOut.push(missing)
  }
  const lines = placed(input.parts, starts, document.getPageCount() - 1)
  if (front[0]) drawTitle(front[0], input.title, input.subtitle, fonts)
  drawContents(document, front, lines, fonts)
  addOutline(document, lines)
  const at = new Date(input.at)
  document.setTitle(input.title, { showInWindowTitleBar: true })
  document.setCreationDate(at)
  document.setModificationDate(at)
  document.catalog.set(PDFName.of('Lang'), PDFString.of('es-MX'))
  return { bytes: await document.save(), pages: document.getPageCount(), leftOut }
}
