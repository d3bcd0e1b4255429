import {
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { BlockOf } from '../doc-tree'
import { TEXT_WIDTH, xmlText } from './measures'

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE }
const LABEL = Math.floor(TEXT_WIDTH * 0.34)
const FIGURE = Math.floor(TEXT_WIDTH * 0.08)
const TRACK = TEXT_WIDTH - LABEL - FIGURE
const BAR_FILL = '404040'

function text(value: string): Paragraph {
  return new Paragraph({ spacing: { after: 0, line: 260 }, children: [new TextRun(xmlText(value))] })
}

function cell(width: number, children: readonly (Paragraph | Table)[]): TableCell {
  // Air above and below, or the bars of neighbouring rows would touch.
  const margins = { top: 50, bottom: 50 }
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    borders: NO_BORDERS,
    margins,
    children,
  })
}

/** A bar as a table of one row, its first cell filled: Word draws it everywhere and prints it. */
function bar(share: number): readonly (Paragraph | Table)[] {
  const filled = Math.round(TRACK * 0.96 * share)
  const rest = Math.floor(TRACK * 0.96) - filled
  if (filled === 0) return [text('')]
  const shading = { type: ShadingType.CLEAR, fill: BAR_FILL, color: 'auto' }
  const empty = rest > 0 ? [cell(rest, [text('')])] : []
  const drawn = new TableCell({
    width: { size: filled, type: WidthType.DXA },
    borders: NO_BORDERS,
    shading,
    children: [text('')],
  })
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: filled + Math.max(0, rest), type: WidthType.DXA },
    columnWidths: rest > 0 ? [filled, rest] : [filled],
    borders: { ...NO_BORDERS, insideHorizontal: NONE, insideVertical: NONE },
    rows: [new TableRow({ children: [drawn, ...empty] })],
  })
  // A cell must end with a paragraph; this one takes no height to speak of.
  return [table, new Paragraph({ spacing: { after: 0, line: 20, lineRule: 'exact' }, children: [] })]
}

/** A chart of bars with its caption: label, figure and bar, in a table without borders. */
export function barsTable(block: BlockOf<'bars'>): readonly (Paragraph | Table)[] {
  const longest = Math.max(...block.bars.map(({ value }) => value))
  const rows = block.bars.map(
    ({ label, value }) =>
      new TableRow({
        cantSplit: true,
        children: [
          cell(LABEL, [text(label)]),
          cell(FIGURE, [text(String(value))]),
          cell(TRACK, bar(longest === 0 ? 0 : value / longest)),
        ],
      }),
  )
  return [
    new Paragraph({
      keepNext: true,
      spacing: { before: 120, after: 60 },
      children: [new TextRun({ text: xmlText(block.caption), bold: true })],
    }),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: LABEL + FIGURE + TRACK, type: WidthType.DXA },
      columnWidths: [LABEL, FIGURE, TRACK],
      borders: { ...NO_BORDERS, insideHorizontal: NONE, insideVertical: NONE },
      rows,
    }),
    new Paragraph({ spacing: { after: 120 }, children: [] }),
  ]
}
