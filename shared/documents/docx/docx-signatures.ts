import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { BlockOf } from '../doc-tree'
import { SIGNATORIES_PER_PAGE } from '../page'
import { TEXT_WIDTH, twips, xmlText } from './measures'

type Signatory = BlockOf<'signatures'>['signatories'][number]

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE }
const HALF = Math.floor(TEXT_WIDTH / 2)
const GUTTER = twips(4)

/** Space to sign, a line, the name and its caption. */
function signature(person: Signatory, alone: boolean): TableCell {
  const line = { style: BorderStyle.SINGLE, size: 6, space: 4, color: '000000' }
  const indent = alone
    ? { left: Math.floor(HALF / 2) + GUTTER, right: Math.floor(HALF / 2) + GUTTER }
    : { left: GUTTER, right: GUTTER }
  const shared = { alignment: AlignmentType.CENTER, indent, keepLines: true }
  return new TableCell({
    columnSpan: alone ? 2 : 1,
    width: { size: alone ? HALF * 2 : HALF, type: WidthType.DXA },
    verticalAlign: VerticalAlign.TOP,
    borders: NO_BORDERS,
    children: [
      new Paragraph({
        ...shared,
        spacing: { before: twips(16), after: 0, line: 260 },
        border: { top: line },
        children: [new TextRun({ text: xmlText(person.name), bold: true, size: 20 })],
      }),
      new Paragraph({
        ...shared,
        spacing: { before: 0, after: 60, line: 260 },
        children: [new TextRun({ text: xmlText(person.caption), size: 20 })],
      }),
    ],
  })
}

function pairs(signatories: readonly Signatory[]): readonly (readonly Signatory[])[] {
  const rows: (readonly Signatory[])[] = []
  for (let i = 0; i < signatories.length; i += 2) rows.push(signatories.slice(i, i + 2))
  return rows
}

/**
 * The two-column signature table. A row never splits. When all fit in a page every row holds on to the
 * next; with more, the first rows hold on to the heading and the last ones to what follows, so that no
 * page carries a lonely row. `holds` asks the table to stay on the page of what follows it.
 */
export function signaturesTable(block: BlockOf<'signatures'>, holds: boolean): Table {
  const rows = pairs(block.signatories)
  const fits = block.signatories.length <= SIGNATORIES_PER_PAGE
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: HALF * 2, type: WidthType.DXA },
    columnWidths: [HALF, HALF],
    borders: { ...NO_BORDERS, insideHorizontal: NONE, insideVertical: NONE },
    rows: rows.map((people, index) => {
      const last = index === rows.length - 1
      const keepNext = last ? holds : fits || index === 0 || index === rows.length - 2
      return new TableRow({
        cantSplit: true,
        keepNext,
        children: people.map((person) => signature(person, people.length === 1)),
      })
    }),
  })
}
