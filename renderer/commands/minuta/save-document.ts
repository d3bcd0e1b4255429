import type { DocTree } from '../../../shared/documents'
import { err, type Result } from '../../../shared/lib/result'
import type { SavedFile, SaveFailure } from '../../platform/desktop'
import type { CommandDeps } from '../deps'

export type { SavedFile, SaveFailure } from '../../platform/desktop'

const PATIENCE_MS = 60_000

function docxBytes(tree: DocTree): Promise<Result<Uint8Array, SaveFailure>> {
  const worker = new Worker(new URL('./docx-worker.ts', import.meta.url), { type: 'module' })
  return new Promise<Result<Uint8Array, SaveFailure>>((resolve) => {
    const failed = (detail: string) => resolve(err({ code: 'render-failed', detail }))
    setTimeout(() => failed('TIMEOUT'), PATIENCE_MS)
    worker.onmessage = (event: MessageEvent<Uint8Array>) => resolve({ ok: true, value: event.data })
    worker.onerror = (event) => failed(event.message)
    worker.postMessage(tree)
  }).finally(() => worker.terminate())
}

/** Kind of file that a document is saved as. */
export type DocumentKind = 'docx' | 'pdf'

/** Draws a document and writes it where the user chooses. Nothing is written when she cancels. */
export async function saveDocument(
  deps: CommandDeps,
  kind: DocumentKind,
  tree: DocTree,
): Promise<Result<SavedFile, SaveFailure>> {
  const suggestedName = `${tree.title}.${kind}`
  if (kind === 'pdf') return deps.desktop.documents.savePdf({ suggestedName, tree })
  const bytes = await docxBytes(tree)
  return bytes.ok ? deps.desktop.documents.saveDocx({ suggestedName, bytes: bytes.value }) : bytes
}
