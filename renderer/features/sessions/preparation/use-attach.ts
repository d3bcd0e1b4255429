import { useState } from 'react'
import type { Point, PointId } from '../../../../shared/domain/sessions'
import { attachFiles } from '../../../commands/sessions/attach-files'
import { refusedText } from '../../../commands/sessions/file-words'
import { storeFiles } from '../../../commands/sessions/store-files'
import { useFiles } from '../../../edits/files/use-files'
import { useNotify } from '../../../ui/notify'
import type { Preparation } from './use-preparation'

/** Attaching files to points and opening them. */
export function useAttach({ deps, run }: Preparation) {
  const notify = useNotify()
  const { open } = useFiles()
  const [busy, setBusy] = useState<PointId | null>(null)
  const attach = async (point: Point, dropped: readonly File[] | null) => {
    setBusy(point.id)
    const stored = await storeFiles(deps, dropped).finally(() => setBusy(null))
    if (stored.refused.length > 0) notify({ kind: 'error', text: refusedText(stored.refused) })
    if (stored.added.length === 0) return
    const done =
      stored.added.length === 1
        ? `Se adjuntó «${stored.added[0]?.name}» al punto ${point.number}.`
        : `Se adjuntaron ${stored.added.length} archivos al punto ${point.number}.`
    await run({ what: 'los archivos adjuntos', done }, () => attachFiles(deps, point, stored.added))
  }
  return { busy, attach, open }
}

export type AttachActions = ReturnType<typeof useAttach>
