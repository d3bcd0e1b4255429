import type { DocTree } from '../../../shared/documents'
import type { Result } from '../../../shared/lib/result'
import type { SavedFile, SaveFailure } from '../../platform/desktop'
import type { CommandDeps } from '../deps'
import { type DocumentKind, docxBytes } from './document-bytes'

export type { SavedFile, SaveFailure } from '../../platform/desktop'
export type { DocumentKind } from './document-bytes'

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
