import { err, type Result } from '../../../shared/lib/result'
import type { NamedSheet } from '../../../shared/lib/sheet'
import { askWorker } from './ask-worker'
import type { SpreadsheetFailure } from './failure'
import { MAX_FILE_BYTES } from './read-workbook'

type Sheets = Result<readonly NamedSheet[], SpreadsheetFailure>

/** Reads the sheets of a file that the user chose or dropped, in a worker. */
export async function readSpreadsheet(file: File): Promise<Sheets> {
  if (file.size > MAX_FILE_BYTES) {
    return err({ code: 'too-large', bytes: file.size, maxBytes: MAX_FILE_BYTES })
  }
  const buffer = await file.arrayBuffer().catch(() => null)
  if (buffer === null) return err({ code: 'unreadable' })
  const worker = new Worker(new URL('./spreadsheet-worker.ts', import.meta.url), { type: 'module' })
  const question = { bytes: new Uint8Array(buffer), name: file.name }
  return askWorker<Sheets>(worker, question, [buffer], err({ code: 'too-slow' }))
}
