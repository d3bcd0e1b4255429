import { useCallback, useState } from 'react'
import type { DocTree, MinutaParagraph } from '../../../shared/documents'
import type { AttendeeId, SessionId } from '../../../shared/domain/sessions'
import type { Result } from '../../../shared/lib/result'
import { useDeps } from '../../commands/deps'
import type { MinutaEdit, MinutaFailure } from '../../commands/minuta/failures'
import { restoreParagraph } from '../../commands/minuta/restore-paragraph'
import { rewriteParagraph } from '../../commands/minuta/rewrite-paragraph'
import { type DocumentKind, saveDocument } from '../../commands/minuta/save-document'
import { setSignatureOrder } from '../../commands/minuta/set-signature-order'
import { undoChangeSet } from '../../commands/undo'
import { useNotify } from '../../ui/notify'
import { saveFailureText } from '../../ui/save-failure'
import { saveDocumentText } from './minuta-messages'

/** Tells what became of an edit, and offers to take it back. */
function useReport() {
  const deps = useDeps()
  const notify = useNotify()
  return useCallback(
    (edited: Result<MinutaEdit, MinutaFailure>, what: string) => {
      if (!edited.ok) {
        notify({ kind: 'error', text: saveFailureText(what) })
        return
      }
      const committed = edited.value
      if (committed === null) return
      notify({
        kind: 'done',
        text: `Se guardó ${what}.`,
        undo: () => {
          void undoChangeSet(deps, committed.changeSet).then((undone) => {
            if (!undone.ok) {
              notify({
                kind: 'error',
                text: 'No se deshizo: el texto volvió a cambiar después. Nada se modificó.',
              })
            }
          })
        },
      })
    },
    [deps, notify],
  )
}

/** What can be done to the minuta: rewrite, restore, order the signatures, save. */
export function useMinutaActions(sessionId: SessionId) {
  const deps = useDeps()
  const notify = useNotify()
  const report = useReport()
  const [saving, setSaving] = useState<DocumentKind | null>(null)
  const rewrite = async ({ anchor, generated }: MinutaParagraph, text: string) => {
    const edited = await rewriteParagraph(deps, { sessionId, anchor, generated, text: text.trim() })
    report(edited, 'el párrafo reescrito')
  }
  const restore = async (anchor: string) => {
    report(await restoreParagraph(deps, sessionId, anchor), 'el texto generado')
  }
  const order = async (attendees: readonly AttendeeId[]) => {
    report(await setSignatureOrder(deps, sessionId, attendees), 'el orden de firmas')
  }
  const save = async (kind: DocumentKind, tree: DocTree) => {
    setSaving(kind)
    const saved = await saveDocument(deps, kind, tree).finally(() => setSaving(null))
    if (saved.ok) {
      notify({ kind: 'done', text: `Se guardó ${saved.value.name} en ${saved.value.path}` })
      return
    }
    const text = saveDocumentText(saved.error)
    if (text !== null) notify({ kind: 'error', text })
  }
  return { rewrite, restore, order, save, saving }
}
