import type { DocTree } from '../../../shared/documents'
import { err, type Result } from '../../../shared/lib/result'
import type { SaveFailure } from '../../platform/desktop'
import type { CommandDeps } from '../deps'

const PATIENCE_MS = 60_000

/** Kind of file that a document is made into. */
export type DocumentKind = 'docx' | 'pdf'

/** Draws a document as DOCX, away from the window. */
export function docxBytes(tree: DocTree): Promise<Result<Uint8Array, SaveFailure>> {
  const worker = new Worker(new URL('./docx-worker.ts', import.meta.url), { type: 'module' })
  return new Promise<Result<Uint8Array, SaveFailure>>((resolve) => {
    const failed = (detail: string) => resolve(err({ code: 'render-failed', detail }))
    setTimeout(() => failed('TIMEOUT'), PATIENCE_MS)
    worker.onmessage = (event: MessageEvent<Uint8Array>) => resolve({ ok: true, value: event.data })
    worker.onerror = (event) => failed(event.message)
    worker.postMessage(tree)
  }).finally(() => worker.terminate())
}

/** Draws a document for another use than saving it where the user chooses. */
export function documentBytes(
  deps: Pick<CommandDeps, 'desktop'>,
  kind: DocumentKind,
  tree: DocTree,
): Promise<Result<Uint8Array, SaveFailure>> {
  return kind === 'docx' ? docxBytes(tree) : deps.desktop.documents.renderPdf({ tree })
}
