import { err, type Result } from '../../../shared/lib/result'
import type { NamedSheet } from '../../../shared/lib/sheet'
import type { SpreadsheetFailure } from './failure'
import { MAX_FILE_BYTES } from './read-workbook'

const PATIENCE_MS = 60_000

function runWorker(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
): Promise<Result<readonly NamedSheet[], SpreadsheetFailure>> {
  const worker = new Worker(new URL('./spreadsheet-worker.ts', import.meta.url), { type: 'module' })
  return new Promise<Result<readonly NamedSheet[], SpreadsheetFailure>>((resolve, reject) => {
    const timer = setTimeout(() => resolve(err({ code: 'too-slow' })), PATIENCE_MS)
    const settle = () => clearTimeout(timer)
    worker.onmessage = (event: MessageEvent<Result<readonly NamedSheet[], SpreadsheetFailure>>) => {
      settle()
      resolve(event.data)
    }
    worker.onerror = (event) => {
      settle()
      reject(new Error(`Spreadsheet worker: ${event.message}`))
    }
    worker.postMessage({ bytes, name }, [bytes.buffer])
  }).finally(() => worker.terminate())
}

/** Reads the sheets of a file that the user chose or dropped, in a worker. */
export async function readSpreadsheet(
  file: File,
): Promise<Result<readonly NamedSheet[], SpreadsheetFailure>> {
  if (file.size > MAX_FILE_BYTES) {
    return err({ code: 'too-large', bytes: file.size, maxBytes: MAX_FILE_BYTES })
  }
  const buffer = await file.arrayBuffer().catch(() => null)
  return buffer === null ? err({ code: 'unreadable' }) : runWorker(new Uint8Array(buffer), file.name)
}
