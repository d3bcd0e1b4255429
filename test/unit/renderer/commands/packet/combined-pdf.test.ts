import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFStream, PDFString } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { composePdf } from '../../../../../renderer/commands/packet/combined-pdf/compose'
import { contentsPages } from '../../../../../renderer/commands/packet/combined-pdf/contents'
import { drawable } from '../../../../../renderer/commands/packet/combined-pdf/draw'
import type { CombinedInput, CombinedPart } from '../../../../../renderer/commands/packet/combined-pdf/part'

async function pdfOf(pages: number, act = false): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  for (let n = 1; n <= pages; n++) document.addPage([500, 700]).drawText(`Hoja ${n}`, { x: 50, y: 600 })
  if (act) {
    const script = { Type: 'Action', S: 'JavaScript', JS: PDFString.of('app.alert(1)') }
    document.catalog.set(PDFName.of('OpenAction'), document.context.obj(script))
    const link = {
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [0, 0, 99, 99],
      A: { S: 'Launch', F: PDFString.of('x.exe') },
    }
    document.getPage(0).node.addAnnot(document.context.register(document.context.obj(link)))
    document.getPage(0).node.set(PDFName.of('AA'), document.context.obj({ O: script }))
  }
  return document.save({ useObjectStreams: false })
}

/** One pixel. */
const PNG = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==',
    'base64',
  ),
)

function part(title: string, content: CombinedPart['content'], level: 0 | 1 = 1): CombinedPart {
  return { title, level, header: `Punto 1 · ${title}`, content }
}

function inputOf(parts: readonly CombinedPart[]): CombinedInput {
  return { title: 'Expediente', subtitle: 'Segunda sesión ordinaria', at: '2017-11-15T18:00:00.000Z', parts }
}

function linkTargets(document: PDFDocument, page: number): readonly number[] {
  const annotations = document.getPage(page).node.Annots()
  const pageRefs = document.getPages().map(({ ref }) => ref.toString())
  return (annotations?.asArray() ?? []).map((ref) => {
    const destination = document.context.lookup(ref, PDFDict).lookup(PDFName.of('Dest'), PDFArray)
    return pageRefs.indexOf(destination.get(0).toString())
  })
}

describe('the combined PDF', () => {
  it('links every line of its contents, in order, to the page where the piece begins', async () => {
    const combined = await composePdf(
      inputOf([
        part('Minuta', { kind: 'ours', bytes: await pdfOf(2) }, 0),
        part('1. Presentación del informe', { kind: 'none' }, 0),
        part('Informe.pdf', { kind: 'pdf', bytes: await pdfOf(3) }),
        part('Foto.png', { kind: 'image', mediaType: 'image/png', bytes: PNG }),
        part('Base.xlsx', { kind: 'absent', note: 'Está en data/anexos.' }),
      ]),
    )
    const document = await PDFDocument.load(combined.bytes)
    expect(combined.leftOut).toEqual([])
    expect(document.getPageCount()).toBe(1 + 2 + 3 + 1 + 1)
    expect(combined.pages).toBe(8)
    expect(linkTargets(document, 0)).toEqual([1, 3, 3, 6, 7])
    const outlines = document.catalog.lookup(PDFName.of('Outlines'), PDFDict)
    const first = outlines.lookup(PDFName.of('First'), PDFDict)
    const second = first.lookup(PDFName.of('Next'), PDFDict)
    expect(first.lookup(PDFName.of('Title'), PDFHexString).decodeText()).toBe('Minuta')
    expect(second.lookup(PDFName.of('Count'))?.toString()).toBe('-3')
  })

  it('is the same bytes for the same input', async () => {
    const input = inputOf([part('A', { kind: 'pdf', bytes: await pdfOf(1) }), part('B', { kind: 'none' }, 0)])
    expect((await composePdf(input)).bytes).toEqual((await composePdf(input)).bytes)
  })

  it('takes nothing along that could act: scripts, launches and links of annexes stay behind', async () => {
    const hostile = await pdfOf(1, true)
    expect(Buffer.from(hostile).includes('JavaScript')).toBe(true)
    const { bytes, leftOut } = await composePdf(inputOf([part('Malo.pdf', { kind: 'pdf', bytes: hostile })]))
    expect(leftOut).toEqual([])
    const document = await PDFDocument.load(bytes)
    const all = document.context
      .enumerateIndirectObjects()
      .map(([, object]) => (object instanceof PDFStream ? object.dict : object).toString())
      .join('\n')
    expect(all).toContain('/Catalog')
    expect(all).not.toMatch(/JavaScript|\/Launch|\/AA|OpenAction|app\.alert/)
  })

  it('says on a page which annexes could not be put in, and goes on', async () => {
    const halved = (await pdfOf(2)).slice(0, 400)
    const { leftOut, pages } = await composePdf(
      inputOf([
        part('Roto.pdf', { kind: 'pdf', bytes: halved }),
        part('No es PDF.pdf', { kind: 'pdf', bytes: new TextEncoder().encode('<html>') }),
        part('No es foto.png', { kind: 'image', mediaType: 'image/png', bytes: new Uint8Array(40) }),
        part('Bien.pdf', { kind: 'pdf', bytes: await pdfOf(1) }),
      ]),
    )
    expect(leftOut.map(({ title }) => title)).toEqual(['Roto.pdf', 'No es PDF.pdf', 'No es foto.png'])
    expect(pages).toBe(1 + 4)
  })

  it('has as many pages of contents as its lines need', async () => {
    const parts = Array.from({ length: 120 }, (_, n) => part(`Punto ${n}`, { kind: 'absent', note: 'x' }, 0))
    const { bytes } = await composePdf(inputOf(parts))
    const document = await PDFDocument.load(bytes)
    const pages = contentsPages(120)
    expect(pages).toBeGreaterThan(2)
    expect(document.getPageCount()).toBe(pages + 120)
    const targets = Array.from({ length: pages }, (_, page) => linkTargets(document, page)).flat()
    expect(targets).toEqual(parts.map((_, n) => pages + n))
  })

  it('draws what the standard fonts have and marks the rest', () => {
    expect(drawable('Niñez\n“año” – 文🎉')).toBe('Niñez “año” – ??')
  })
})
