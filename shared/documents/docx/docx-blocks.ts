import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { assertNever } from '../../lib/assert'
import type { BlockOf, LeafBlock, Run } from '../doc-tree'
import { barsTable } from './docx-bars'
import { signaturesTable } from './docx-signatures'
import { TEXT_WIDTH, twips, xmlText } from './measures'
import { BULLETED, NUMBERED } from './styles'

/** Where a block stands: `holds` asks it to stay on the page of the next one. */
export interface Place {
  readonly holds: boolean
  readonly followsTable: boolean
  /** Numbers the lists of the document, so that each starts from 1. */
  readonly listNumber: number
}

const HEADINGS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
} as const

function runs(items: readonly Run[], size?: number): readonly TextRun[] {
  return items.map(
    (run) =>
      new TextRun({
        text: xmlText(run.text),
        bold: run.bold,
        italics: run.italic,
        ...(size === undefined ? {} : { size }),
      }),
  )
}

function line(text: string, options: IParagraphOptions, bold = false): Paragraph {
  return new Paragraph({ ...options, children: [new TextRun({ text: xmlText(text), bold })] })
}

function letterhead(block: BlockOf<'letterhead'>): readonly Paragraph[] {
  const rule = { bottom: { style: BorderStyle.SINGLE, size: 6, space: 8, color: '000000' } }
  return [
    line(block.institution, { alignment: AlignmentType.CENTER, spacing: { after: 0 }, keepNext: true }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 0 },
      keepNext: true,
      children: [new TextRun({ text: xmlText(block.body), bold: true, allCaps: true, size: 24 })],
    }),
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      border: rule,
      spacing: { before: 40, after: 300 },
      children: [new TextRun(xmlText(block.title))],
    }),
  ]
}

function paragraph(block: BlockOf<'paragraph'>, place: Place): Paragraph {
  switch (block.look) {
    case 'body':
      return new Paragraph({
        alignment: AlignmentType.BOTH,
        keepNext: place.holds,
        widowControl: true,
        // Word gives a table no space of its own.
        ...(place.followsTable ? { spacing: { before: 160 } } : {}),
        children: runs(block.runs),
      })
    case 'small':
      return new Paragraph({
        spacing: { before: 360, after: 0, line: 240 },
        keepLines: true,
        keepNext: place.holds,
        children: runs(block.runs, 15),
      })
    case 'notice': {
      const edge = { style: BorderStyle.SINGLE, size: 8, space: 4, color: '000000' }
      return new Paragraph({
        alignment: AlignmentType.CENTER,
        keepNext: place.holds,
        border: { top: edge, bottom: edge, left: edge, right: edge },
        spacing: { before: 60, after: 300 },
        children: runs(block.runs.map((run) => ({ ...run, bold: true }))),
      })
    }
  }
}

function cell(text: string, width: number, header: boolean): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 110, right: 110 },
    ...(header ? { shading: { type: ShadingType.CLEAR, fill: 'EEEEEE', color: 'auto' } } : {}),
    children: [line(text, { spacing: { after: 0, line: 260 } }, header)],
  })
}

function table(block: BlockOf<'table'>): Table {
  const whole = block.columns.reduce((sum, column) => sum + column.width, 0)
  const widths = block.columns.map((column) => Math.floor((column.width / whole) * TEXT_WIDTH))
  const row = (cells: readonly string[], header: boolean) =>
    new TableRow({
      cantSplit: true,
      tableHeader: header,
      children: widths.map((width, index) => cell(cells[index] ?? '', width, header)),
    })
  const rule = { style: BorderStyle.SINGLE, size: 4, color: '666666' }
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: rule,
      bottom: rule,
      left: rule,
      right: rule,
      insideHorizontal: rule,
      insideVertical: rule,
    },
    rows: [
      row(
        block.columns.map((column) => column.title),
        true,
      ),
      ...block.rows.map((cells) => row(cells, false)),
    ],
  })
}

function list(block: BlockOf<'list'>, place: Place): readonly Paragraph[] {
  const reference = block.ordered ? NUMBERED : BULLETED
  return block.items.map(
    (item) =>
      new Paragraph({
        numbering: { reference, level: 0, instance: place.listNumber },
        spacing: { after: 90 },
        keepNext: place.holds,
        children: runs(item),
      }),
  )
}

function keyValues(block: BlockOf<'key-values'>): readonly Paragraph[] {
  return block.entries.map(
    (entry, index) =>
      new Paragraph({
        spacing: { after: index === block.entries.length - 1 ? 160 : 40 },
        indent: { left: twips(0) },
        children: [
          new TextRun({ text: `${xmlText(entry.label)}: `, bold: true }),
          new TextRun(xmlText(entry.value)),
        ],
      }),
  )
}

/** A block as Word paragraphs and tables. */
export function docxBlock(block: LeafBlock, place: Place): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'letterhead':
      return letterhead(block)
    case 'heading':
      return [
        new Paragraph({
          heading: HEADINGS[block.level],
          keepNext: true,
          ...(block.align === 'center' ? { alignment: AlignmentType.CENTER } : {}),
          children: [new TextRun(xmlText(block.text))],
        }),
      ]
    case 'paragraph':
      return [paragraph(block, place)]
    case 'key-values':
      return keyValues(block)
    case 'table':
      return [table(block)]
    case 'bars':
      return barsTable(block)
    case 'list':
      return list(block, place)
    case 'signatures':
      return block.signatories.length === 0 ? [] : [signaturesTable(block, place.holds)]
    default:
      return assertNever(block)
  }
}
