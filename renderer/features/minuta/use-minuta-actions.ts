import { useCallback, useState } from 'react'
import type { DocTree, MinutaParagraph } from '../../../shared/documents'
import type { AttendeeId, SessionId } from '../../../shared/domain/sessions'
import type { Result } from '../../../shared/lib/result'
import { useDeps } from '../../commands/deps'
import type { MinutaEdit, MinutaFailure } from '../../commands/minuta/failures'
import { restoreParagraph } from '../../commands/minuta/restore-paragraph'
import { rewriteParagraph } from '../../commands/minuta/rewrite-paragraph'
import { type DocumentKind, type SavedFile, saveDocument } from '../../commands/minuta/save-document'
import { setSignatureOrder } from '../../commands/minuta/set-signature-order'
import { saveOutputText } from '../../commands/outputs/save-failures'
import { useUndo } from '../../edits/use-undo'
import { useNotify } from '../../ui/notify'
import { editFailureText } from './minuta-messages'

/** What an edit is called when it is told. */
interface EditWords {
  /** What could not be saved: "el párrafo". */
  readonly what: string
  /** What was done, with "Deshacer" beside it; null for what shows by itself. */
  readonly done: string | null
}

/** Tells what became of an edit and offers to take it back; true when it is on disk. */
function useReport() {
  const notify = useNotify()
  const takeBack = useUndo()
  return useCallback(
    (edited: Result<MinutaEdit, MinutaFailure>, { what, done }: EditWords): boolean => {
      if (!edited.ok) {
        notify({ kind: 'error', text: editFailureText(edited.error, what) })
        return false
      }
      const committed = edited.value
      if (committed === null || done === null) return true
      notify({ kind: 'done', text: done, undo: () => void takeBack(committed) })
      return true
    },
    [notify, takeBack],
  )
}

/** Saving as a document: what is being made now, and the last file that was made. */
function useDocuments() {
  const deps = useDeps()
  const notify = useNotify()
  const [saving, setSaving] = useState<DocumentKind | null>(null)
  const [saved, setSaved] = useState<SavedFile | null>(null)
  const save = async (kind: DocumentKind, tree: DocTree) => {
    if (saving !== null) return
    setSaving(kind)
    const result = await saveDocument(deps, kind, tree).finally(() => setSaving(null))
    if (result.ok) {
      setSaved(result.value)
      return
    }
    const text = saveOutputText(result.error)
    if (text !== null) notify({ kind: 'error', text })
  }
  const reveal = async (file: SavedFile) => {
    if (await deps.desktop.documents.reveal({ fileId: file.fileId })) return
    notify({ kind: 'warning', text: `El archivo ${file.name} ya no está en esa carpeta.` })
  }
  return { saving, saved, save, reveal }
}

/** What can be done to the minuta: rewrite, restore, order the signatures, save. */
export function useMinutaActions(sessionId: SessionId) {
  const deps = useDeps()
  const report = useReport()
  const documents = useDocuments()
  const rewrite = async ({ anchor, generated }: MinutaParagraph, text: string) => {
    const edited = await rewriteParagraph(deps, { sessionId, anchor, text, generated })
    const done = text.trim() === '' ? 'El párrafo ya no se imprime.' : 'Se guardó el párrafo reescrito.'
    return report(edited, { what: 'el párrafo', done })
  }
  const restore = async (anchor: string) => {
    const edited = await restoreParagraph(deps, sessionId, anchor)
    return report(edited, { what: 'el párrafo', done: 'El párrafo volvió al texto generado.' })
  }
  const discard = async (anchor: string) => {
    const edited = await restoreParagraph(deps, sessionId, anchor)
    return report(edited, { what: 'el párrafo', done: 'Se descartó el texto que ya no tenía hechos.' })
  }
  const order = async (attendees: readonly AttendeeId[]) => {
    const edited = await setSignatureOrder(deps, sessionId, attendees)
    return report(edited, { what: 'el orden de firmas', done: null })
  }
  return { ...documents, rewrite, restore, discard, order }
}

/** What can be done to the minuta. */
export type MinutaActions = ReturnType<typeof useMinutaActions>
