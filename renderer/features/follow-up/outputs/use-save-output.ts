import { useCallback, useState } from 'react'
import type { Result } from '../../../../shared/lib/result'
import { type SavedFile, type SaveFailure, saveOutputText } from '../../../commands/outputs/save-failures'
import { useNotify } from '../../../ui/notify'

/** Saves one file at a time and tells where it went; `saving` names the one under way. */
export function useSaveOutput() {
  const notify = useNotify()
  const [saving, setSaving] = useState<string | null>(null)
  const save = useCallback(
    async (name: string, write: () => Promise<Result<SavedFile, SaveFailure>>) => {
      setSaving(name)
      const saved = await write().finally(() => setSaving(null))
      if (saved.ok) {
        notify({ kind: 'done', text: `Se guardó en ${saved.value.path}` })
        return
      }
      const text = saveOutputText(saved.error)
      if (text !== null) notify({ kind: 'error', text })
    },
    [notify],
  )
  return { saving, save }
}
