import { deadlineText } from '../../domain/deadlines'
import {
  type FollowUpReport,
  type ItemRecord,
  PRIORITY_LABELS,
  partiesText,
  type ReportLine,
  STATE_LABELS,
  urgencyText,
} from '../../domain/follow-up'
import type { IsoDate } from '../../lib/iso-date'
import { safeCell } from '../../lib/safe-cell'

/** A cell of an exported sheet: guarded text, a number, a calendar date, or nothing. */
export type SheetCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'date'; readonly date: IsoDate }
  | null

/** A sheet to export: headings, widths in characters and rows of as many cells. */
export interface ExportSheet {
  readonly name: string
  readonly columns: readonly { readonly title: string; readonly width: number }[]
  readonly rows: readonly (readonly SheetCell[])[]
}

function text(value: string): SheetCell {
  return value === '' ? null : { kind: 'text', text: safeCell(value) }
}

const COLUMNS: ExportSheet['columns'] = [
  { title: 'Clave', width: 16 },
  { title: 'Asunto', width: 50 },
  { title: 'Texto acordado', width: 60 },
  { title: 'Responsable', width: 24 },
  { title: 'Apoyo', width: 24 },
  { title: 'Dependencia externa', width: 20 },
  { title: 'Prioridad', width: 10 },
  { title: 'Estado', width: 14 },
  { title: 'Desde', width: 12 },
  { title: 'Plazo', width: 40 },
  { title: 'Redacción del plazo', width: 30 },
  { title: 'Vence', width: 12 },
  { title: 'Situación', width: 26 },
  { title: 'Último avance', width: 60 },
  { title: 'Fecha del avance', width: 16 },
  { title: 'Etiquetas', width: 20 },
  { title: 'Pendiente desde', width: 16 },
]

type Told = Pick<ReportLine, 'item' | 'standing' | 'due' | 'urgency'>

function row({ item, standing, due, urgency }: Told): readonly SheetCell[] {
  const { lastUpdate } = standing
  return [
    text(item.code),
    text(item.title),
    text(item.text),
    text(partiesText(item.responsible)),
    text(partiesText(item.supporting)),
    text(item.external),
    text(PRIORITY_LABELS[item.priority]),
    text(STATE_LABELS[standing.state]),
    { kind: 'date', date: standing.since },
    text(deadlineText(standing.deadline)),
    text(item.deadline.wording),
    due.kind === 'date' ? { kind: 'date', date: due.due } : null,
    text(urgencyText(urgency)),
    text(lastUpdate?.note ?? ''),
    lastUpdate ? { kind: 'date', date: lastUpdate.on } : null,
    text(item.tags.join(', ')),
    { kind: 'date', date: item.openedOn },
  ]
}

/** Items as a sheet, in the order given; the import of the app reads these headings back. */
export function itemsSheet(records: readonly ItemRecord[]): ExportSheet {
  return { name: 'Seguimiento', columns: COLUMNS, rows: records.map(row) }
}

/** The report as a sheet: the part of it that each item belongs to, and then its data. */
export function reportSheet(report: FollowUpReport): ExportSheet {
  const parts: readonly (readonly [string, readonly ReportLine[]])[] = [
    ['Cumplido', report.fulfilled],
    ['Sigue pendiente', report.remaining],
    ['Nuevo', report.added],
    ['Cancelado o sin materia', report.endedOtherwise],
    ['Concluido en la sesión anterior', report.closedAtStart],
  ]
  return {
    name: 'Informe',
    columns: [{ title: 'En el informe', width: 24 }, ...COLUMNS],
    rows: parts.flatMap(([part, lines]) => lines.map((line) => [text(part), ...row(line)])),
  }
}
