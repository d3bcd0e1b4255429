import { useCallback, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { FileProblem } from '../../../../shared/session-file'
import { useDeps } from '../../../commands/deps'
import { importFailureText } from '../../../commands/examples/import-messages'
import {
  previewSessionFile,
  type SessionPreview,
  storeSessionFile,
} from '../../../commands/examples/import-session-file'
import { useUndo } from '../../../edits/use-undo'
import { useNotify } from '../../../ui/notify'
import { saveFailureText } from '../../../ui/save-failure'
import { readTextFile } from './read-file'

/** What the screen shows of the file. */
export type ImportView =
  | { readonly kind: 'ask' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'refused'; readonly name: string; readonly problems: readonly FileProblem[] }
  | { readonly kind: 'ready'; readonly name: string; readonly preview: SessionPreview }

/** The import of a session file: read, previewed and stored as one change that one undo takes back. */
export function useSessionImport(start: File | null, onOpenBody: (bodyId: string) => void) {
  const deps = useDeps()
  const notify = useNotify()
  const takeBack = useUndo()
  const [, navigate] = useLocation()
  const [view, setView] = useState<ImportView>({ kind: 'ask' })
  const [isStoring, setStoring] = useState(false)
  const latest = useRef(0)
  const open = useCallback(
    async (file: File) => {
      latest.current += 1
      const turn = latest.current
      setView({ kind: 'reading', name: file.name })
      const text = await readTextFile(file)
      const preview = text.ok ? await previewSessionFile(deps, text.value) : text
      // Another file may have been chosen while this one was being read.
      if (turn !== latest.current) return
      setView(
        preview.ok
          ? { kind: 'ready', name: file.name, preview: preview.value }
          : { kind: 'refused', name: file.name, problems: preview.error },
      )
    },
    [deps],
  )
  useEffect(() => {
    if (start) void open(start)
  }, [start, open])
  const store = async () => {
    if (view.kind !== 'ready' || isStoring) return
    setStoring(true)
    const stored = await storeSessionFile(deps, view.preview.file).finally(() => setStoring(false))
    if (!stored.ok) {
      const text = importFailureText(stored.error, () => saveFailureText('la sesión importada'))
      notify({ kind: 'error', text })
      return
    }
    const { bodyId, sessionId } = stored.value
    notify({
      kind: 'done',
      text: `Se importó la ${view.preview.summary.session.title.toLowerCase()}.`,
      undo: () => {
        navigate('/sesiones')
        void takeBack(stored.value)
      },
    })
    onOpenBody(bodyId)
    navigate(`/sesiones/${sessionId}`)
  }
  return { view, open, store, isStoring }
}
