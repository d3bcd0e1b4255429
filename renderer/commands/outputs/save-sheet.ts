import type { ExportSheet } from '../../../shared/documents'
import { err, ok, type Result } from '../../../shared/lib/result'
import { sheetCsv, utf8 } from '../../../shared/outputs'
import type { SavedFile, SaveFailure } from '../../platform/desktop'
import type { CommandDeps } from '../deps'

const PATIENCE_MS = 120_000

/** What a sheet can be saved as. */
export type SheetKind = 'xlsx' | 'csv'

function xlsxBytes(sheet: ExportSheet): Promise<Result<Uint8Array, SaveFailure>> {
  const worker = new Worker(new URL('./xlsx-worker.ts', import.meta.url), { type: 'module' })
  return new Promise<Result<Uint8Array, SaveFailure>>((resolve) => {
    const failed = (detail: string) => resolve(err({ code: 'render-failed', detail }))
    setTimeout(() => failed('TIMEOUT'), PATIENCE_MS)
    worker.onmessage = (event: MessageEvent<Uint8Array>) => resolve(ok(event.data))
    worker.onerror = (event) => failed(event.message)
    worker.postMessage(sheet)
  }).finally(() => worker.terminate())
}

/** Writes a sheet where the user chooses. */
export async function saveSheet(
  deps: CommandDeps,
  kind: SheetKind,
  name: string,
  sheet: ExportSheet,
): Promise<Result<SavedFile, SaveFailure>> {
  const bytes = kind === 'csv' ? ok(utf8(sheetCsv(sheet))) : await xlsxBytes(sheet)
  return bytes.ok ? deps.desktop.documents.saveFile({ kind, name, bytes: bytes.value }) : bytes
}
