import { useState } from 'react'
import type { AttachmentRef } from '../../../shared/domain/sessions'
import { useDeps } from '../../commands/deps'
import { openFailureText, refusedText, shownInFolderText } from '../../commands/sessions/file-words'
import { openAttachment } from '../../commands/sessions/open-attachment'
import { storeFiles } from '../../commands/sessions/store-files'
import { useNotify } from '../../ui/notify'

/** Storing files and opening them; what goes wrong is told. */
export function useFiles() {
  const deps = useDeps()
  const notify = useNotify()
  const [isBusy, setBusy] = useState(false)
  const add = async (dropped: readonly File[] | null): Promise<readonly AttachmentRef[]> => {
    setBusy(true)
    const stored = await storeFiles(deps, dropped).finally(() => setBusy(false))
    if (stored.refused.length > 0) notify({ kind: 'error', text: refusedText(stored.refused) })
    return stored.added
  }
  const open = async (file: AttachmentRef) => {
    const opened = await openAttachment(deps, file)
    if (!opened.ok) notify({ kind: 'error', text: openFailureText(file.name, opened.error.code) })
    else if (opened.value.how === 'shown-in-folder') {
      notify({ kind: 'warning', text: shownInFolderText(file.name) })
    }
  }
  return { isBusy, add, open }
}
