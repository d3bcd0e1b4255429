import { err, ok, type Result } from '../../../../shared/lib/result'
import type { NamedSheet } from '../../../../shared/lib/sheet'
import { askWorker } from '../../sheets/ask-worker'
import { readSource, type SheetSource } from '../../sheets/read-source'
import { type CalendarFailure, calendarFailureText, MAX_CALENDAR_BYTES } from './calendar-failure'
import type { CalendarQuestion } from './calendar-worker'
import type { CalendarSheet } from './read-calendar'
import { looksLikeCalendar } from './split-calendar'

/** Enough to tell a calendar from a sheet. */
const HEAD_BYTES = 1_024

type Read = Result<CalendarSheet, CalendarFailure>

/** What is a calendar by its content, or by its name unless it holds a workbook. */
async function isCalendar(source: SheetSource): Promise<boolean> {
  if (source.kind === 'text') return looksLikeCalendar(source.text)
  const head = await source.file
    .slice(0, HEAD_BYTES)
    .text()
    .catch(() => '')
  return looksLikeCalendar(head) || (/\.(ics|ical|ifb)$/i.test(source.file.name) && !head.startsWith('PK'))
}

async function readInWorker(blob: Blob, timeZone: string): Promise<Read> {
  if (blob.size > MAX_CALENDAR_BYTES) return err('too-large')
  const buffer = await blob.arrayBuffer().catch(() => null)
  if (buffer === null) return err('unreadable')
  const worker = new Worker(new URL('./calendar-worker.ts', import.meta.url), { type: 'module' })
  const question: CalendarQuestion = { bytes: new Uint8Array(buffer), timeZone }
  return askWorker<Read>(worker, question, [buffer], err('too-slow'))
}

/**
 * Reads the sheets of a source of dates: a spreadsheet, pasted cells, or a calendar as one sheet. The error
 * is a sentence, with what was kept: "El catálogo no cambió."
 */
export async function readDatesSource(
  source: SheetSource,
  name: string,
  kept: string,
  timeZone: string,
): Promise<Result<readonly NamedSheet[], string>> {
  if (!(await isCalendar(source))) return readSource(source, name, kept)
  const blob = source.kind === 'file' ? source.file : new Blob([source.text])
  const read = await readInWorker(blob, timeZone)
  if (!read.ok) return err(calendarFailureText(read.error, name, kept))
  return ok([{ name, formulas: 0, ...read.value }])
}
