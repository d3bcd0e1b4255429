import { describe, expect, it } from 'vitest'
import type { DocTree } from '../../../../../shared/documents'
import { renderDocx } from '../../../../../shared/documents/docx'
import { required } from '../../../../../shared/lib/assert'
import { makeAttendee, makeRecord, makeSession, opened, withFacts } from '../../../../helpers/make-session'
import { minutaOf } from '../../../../helpers/minuta'
import { agenda, committee, openPoint, prepared, speech, voteOn } from '../../../../helpers/minuta-committee'
import { readZip } from '../../../../helpers/read-zip'

async function parts(tree: DocTree): Promise<ReadonlyMap<string, string>> {
  return readZip(await renderDocx(tree))
}

async function documentXml(tree: DocTree): Promise<string> {
  return required((await parts(tree)).get('word/document.xml'), 'document.xml')
}

function plainText(xml: string): string {
  return xml
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
}

const record = withFacts(opened(prepared()), [
  openPoint(5),
  speech(5, committee.press, 'informs', 'los hallazgos son\n• uno\n• dos'),
  ...voteOn(5, [[committee.office, 'no']]),
  { kind: 'session-closed' },
])
const tree = minutaOf(record, { headHash: 'ab'.repeat(32) }).tree

describe('DOCX', () => {
  it('has real headings, header rows, numbered and bulleted lists, and es-MX letter pages', async () => {
    const files = await parts(tree)
    const xml = await documentXml(tree)
    expect(xml.match(/w:pStyle w:val="Heading1"/g)).toHaveLength(1)
    expect(xml.match(/w:pStyle w:val="Heading2"/g)).toHaveLength(4)
    expect(xml).toContain('<w:tblHeader/>')
    expect(xml).toMatch(/<w:numPr>/)
    expect(xml).toMatch(/<w:pgSz w:w="12240" w:h="15840"/)
    expect(files.get('word/styles.xml')).toContain('w:lang w:val="es-MX"')
    expect(required(files.get('word/footer1.xml'), 'footer')).toMatch(/PAGE.*NUMPAGES/s)
    expect(plainText(required(files.get('word/header1.xml'), 'header'))).toContain(
      'Minuta de la segunda sesión ordinaria · CGyPE · 15 de noviembre de 2017',
    )
  })

  it('says the same as the tree', async () => {
    const text = plainText(await documentXml(tree))
    expect(text).toContain('con seis votos a favor y uno en contra, de la Dirección del Secretariado.')
    expect(text).toContain(`Huella del registro: ${'ab'.repeat(32)}`)
    for (const point of agenda) expect(text).toContain(point.title)
  })

  it('refers to nothing outside itself', async () => {
    for (const [name, content] of await parts(tree)) {
      if (name.endsWith('.rels')) expect(content).not.toContain('TargetMode="External"')
    }
  })

  it('keeps the signature sheet with the paragraph before it, row by row', async () => {
    const xml = await documentXml(tree)
    const paragraphs = xml.split('</w:p>')
    const closing = required(
      paragraphs.find((paragraph) => paragraph.includes('Concluyó la sesión')),
      'closing paragraph',
    )
    expect(closing).toContain('<w:keepNext/>')
    const signatures = required(xml.split('<w:tbl>').at(-1), 'signatures').split('</w:tbl>')[0] ?? ''
    const rows = signatures.split('</w:tr>').slice(0, -1)
    expect(rows).toHaveLength(4)
    for (const row of rows) {
      expect(row).toContain('<w:cantSplit/>')
      const inRow = row.split('</w:p>').slice(0, -1)
      for (const paragraph of inRow) expect(paragraph).toContain('<w:keepNext/>')
    }
  })

  it('puts many signatories in groups, each under a heading', async () => {
    const session = makeSession(2)
    const people = Array.from({ length: 25 }, (_, index) =>
      makeAttendee(session, index + 1, { initials: `A${String.fromCharCode(65 + index)}` }),
    )
    const many = minutaOf(opened(makeRecord(session, undefined, people))).tree
    const groups = many.blocks.filter((block) => block.kind === 'keep-together')
    const sizes = groups.map((group) =>
      group.blocks.reduce((n, block) => n + (block.kind === 'signatures' ? block.signatories.length : 0), 0),
    )
    expect(sizes).toEqual([10, 8, 7])
    for (const group of groups) expect(group.blocks.some((block) => block.kind === 'heading')).toBe(true)
    expect(await documentXml(many)).toContain('Hoja de firmas (continuación)')
  })

  it('drops what XML cannot hold', async () => {
    const dirty: DocTree = {
      ...tree,
      title: 'a\u0000b',
      header: 'c\u0008d \ud800 e',
      blocks: [
        {
          kind: 'paragraph',
          look: 'body',
          runs: [{ text: 'x\u0001y <&> \udfff z \uffff', bold: false, italic: false }],
          anchor: null,
          sources: [],
        },
      ],
    }
    for (const content of (await parts(dirty)).values()) {
      expect(content).not.toMatch(/(?![\t\n\r])\p{Cc}|[\ufffd\ufffe\uffff]/u)
    }
    expect(plainText(await documentXml(dirty))).toContain('x y <&>')
  })

  it('gives the same document for the same tree, apart from its dates', async () => {
    const [first, second] = [await parts(tree), await parts(tree)]
    for (const [name, content] of first) {
      if (name !== 'docProps/core.xml') expect(second.get(name), name).toBe(content)
    }
  })
})
