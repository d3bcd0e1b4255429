import type { Body } from '../../domain/bodies'
import {
  addedSentence,
  countsSentence,
  eventSentence,
  type FollowUpReport,
  lineStatus,
  overdueSentence,
  partiesText,
  type ReportLine,
  reportCounts,
} from '../../domain/follow-up'
import { type Session, sessionName } from '../../domain/sessions'
import type { IsoDate } from '../../lib/iso-date'
import { capitalize } from '../../lib/spanish'
import type { Block, DocTree, LeafBlock, Run } from '../doc-tree'
import { cleanLine, dayAndMonth, longDate, sentence } from '../spanish'

/** What the document is made of. `session` receives the report; null when it is printed between sessions. */
export interface FollowUpReportInput {
  readonly body: Body
  readonly report: FollowUpReport
  readonly session: Session | null
  readonly generatedOn: IsoDate
}

/** Longest text of a table cell; a longer one is told in full below the table. */
const CELL_LIMIT = 3_900

function heading(level: 2 | 3, text: string): LeafBlock {
  return { kind: 'heading', level, text: cleanLine(text).slice(0, CELL_LIMIT), align: 'start' }
}

function paragraph(...runs: readonly Run[]): LeafBlock {
  return { kind: 'paragraph', look: 'body', runs, anchor: null, sources: [] }
}

function plain(text: string): Run {
  return { text: cleanLine(text), bold: false, italic: false }
}

function cell(text: string): string {
  return cleanLine(text).slice(0, CELL_LIMIT)
}

function facts({ item }: ReportLine) {
  const { origin } = item
  return origin.kind === 'session' && origin.factId !== null ? [origin.factId] : []
}

function storyOf(title: string, events: ReportLine['news']): readonly LeafBlock[] {
  if (events.length === 0) return []
  const items = events.map((event) => [plain(eventSentence(event))])
  return [
    paragraph({ text: title, bold: true, italic: false }),
    { kind: 'list', ordered: false, items, anchor: null, sources: [] },
  ]
}

/** One item told in full: what was agreed, who, when, what is new and what was already told. */
function itemBlocks(line: ReportLine): readonly Block[] {
  const { item } = line
  const entries = [
    { label: 'Responsable', value: cell(partiesText(item.responsible)) || 'no consta' },
    ...(item.supporting.length > 0
      ? [{ label: 'Con apoyo de', value: cell(partiesText(item.supporting)) }]
      : []),
    ...(item.external === '' ? [] : [{ label: 'Depende además de', value: cell(item.external) }]),
    { label: 'Estado', value: cell(lineStatus(line)) },
    ...(item.deadline.wording === ''
      ? []
      : [{ label: 'Plazo acordado', value: `«${cell(item.deadline.wording)}»` }]),
  ]
  const agreed: readonly LeafBlock[] =
    item.text === '' || item.text === item.title
      ? []
      : [
          {
            kind: 'paragraph',
            look: 'body',
            runs: [plain(sentence(item.text))],
            anchor: null,
            sources: facts(line),
          },
        ]
  const head: readonly LeafBlock[] = [
    heading(3, `${item.code}. ${item.title}`),
    { kind: 'key-values', entries },
  ]
  return [
    { kind: 'keep-together', blocks: head },
    ...agreed,
    ...storyOf('Novedades del periodo', line.news),
    ...storyOf('Informado antes', line.reported),
    ...(line.news.length + line.reported.length === 0 ? [paragraph(plain('Sin avance informado.'))] : []),
  ]
}

function section(title: string, lines: readonly ReportLine[]): readonly Block[] {
  return lines.length === 0 ? [] : [heading(2, title), ...lines.flatMap(itemBlocks)]
}

function closedTable(title: string, lines: readonly ReportLine[]): readonly Block[] {
  if (lines.length === 0) return []
  return [
    heading(2, title),
    {
      kind: 'table',
      caption: title,
      columns: [
        { title: 'Clave', width: 20 },
        { title: 'Asunto', width: 32 },
        { title: 'Responsable', width: 21 },
        { title: 'Cómo se sabe', width: 27 },
      ],
      rows: lines.map((line) => [
        cell(line.item.code),
        cell(line.item.title),
        cell(partiesText(line.item.responsible)) || 'no consta',
        cell([capitalize(lineStatus(line)), line.standing.lastUpdate?.note ?? ''].filter(Boolean).join('. ')),
      ]),
    },
  ]
}

/** The figures as a chart: one bar for each part of the whole. */
function chart(report: FollowUpReport): readonly Block[] {
  const counts = reportCounts(report)
  if (counts.pendingAtStart + counts.added === 0) return []
  const bars = [
    { label: 'Pendientes al inicio', value: counts.pendingAtStart },
    { label: 'Cumplidos', value: counts.fulfilled },
    ...(counts.endedOtherwise > 0
      ? [{ label: 'Cancelados o sin materia', value: counts.endedOtherwise }]
      : []),
    { label: 'Siguen pendientes', value: counts.remaining },
    ...(counts.added > 0 ? [{ label: 'Nuevos', value: counts.added }] : []),
  ]
  return [{ kind: 'bars', caption: 'Seguimiento en el periodo', bars }]
}

function introduction(report: FollowUpReport): Block {
  const text = [countsSentence(report), overdueSentence(report), addedSentence(report)]
    .filter(Boolean)
    .join(' ')
  return paragraph(plain(text))
}

function periodText({ period }: FollowUpReport): string {
  const [from, until] = [period.from.date, period.until.date]
  const start = from.slice(0, 4) === until.slice(0, 4) ? dayAndMonth(from) : longDate(from)
  return `del ${start} al ${longDate(until)}`
}

/**
 * The follow-up report that a session receives: period, figures with a chart, what was fulfilled, how
 * each remaining item stands (what is new apart from what was already told) and what came in. The same
 * tree gives screen, DOCX and PDF.
 */
export function buildFollowUpReport(input: FollowUpReportInput): DocTree {
  const { body, report, session } = input
  const title = 'Informe sobre el seguimiento de acuerdos'
  const receivedBy = session ? capitalize(`${sessionName(session)} ${session.date.slice(0, 4)}`) : ''
  const addedOpen = report.added.filter(({ standing }) => standing.isOpen)
  const closed = [...report.endedOtherwise, ...report.addedClosed]
  return {
    title: `${title}, ${periodText(report)}`,
    language: 'es-MX',
    header: `${title} · ${cleanLine(body.acronym)} · ${longDate(report.period.until.date)}`,
    footer: cleanLine(body.name),
    blocks: [
      { kind: 'letterhead', institution: cleanLine(body.institution), body: cleanLine(body.name), title },
      {
        kind: 'key-values',
        entries: [
          ...(receivedBy === '' ? [] : [{ label: 'Sesión', value: receivedBy }]),
          { label: 'Periodo', value: periodText(report) },
          { label: 'Elaborado el', value: longDate(input.generatedOn) },
        ],
      },
      introduction(report),
      ...chart(report),
      ...closedTable('Puntos cumplidos', report.fulfilled),
      ...section('Puntos que siguen pendientes', report.remaining),
      ...section('Puntos nuevos', addedOpen),
      ...closedTable('Otros puntos concluidos', closed),
      ...closedTable('Concluidos en la sesión anterior', report.closedAtStart),
    ],
  }
}
