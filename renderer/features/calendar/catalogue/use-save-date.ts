import { useCallback } from 'react'
import type { BodyId } from '../../../../shared/domain/bodies'
import type { CommemorationDraft, CommemorationId, Publication } from '../../../../shared/domain/publications'
import { joinSpanish } from '../../../../shared/lib/spanish'
import { useDeps } from '../../../commands/deps'
import { saveCommemoration } from '../../../commands/publications/edit-catalogue'
import { strayedBy } from '../../../commands/publications/strayed-by'
import { formatDay } from '../../../ui/format'
import { useNotify } from '../../../ui/notify'
import type { PlanOutcome } from '../use-plan-edit'

/** Publications named one by one; the rest are counted. */
const NAMED = 3

/** "Su publicación del dom 6 jun 2027 sigue en ese día…" */
export function strayedText(strayed: readonly Publication[]): string {
  const days = strayed.slice(0, NAMED).map(({ on }) => formatDay(on))
  const rest = strayed.length - days.length
  const told = joinSpanish(rest === 0 ? days : [...days, `${rest} más`])
  return strayed.length === 1
    ? `Su publicación del ${told} sigue en ese día del plan. Muévala o quítela si ya no corresponde.`
    : `Sus publicaciones del ${told} siguen en esos días del plan. Muévalas o quítelas si ya no corresponden.`
}

/** Stores a date of the catalogue, and says which publications stayed on a day that is not its own now. */
export function useSaveDate(bodyId: BodyId) {
  const deps = useDeps()
  const notify = useNotify()
  return useCallback(
    async (id: CommemorationId | null, draft: CommemorationDraft): Promise<PlanOutcome> => {
      const saved = await saveCommemoration(deps, bodyId, id, draft)
      if (saved.ok && id !== null) {
        const strayed = await strayedBy(deps.store, saved.value, id)
        if (strayed.length > 0) notify({ kind: 'warning', text: strayedText(strayed) })
      }
      return saved
    },
    [deps, notify, bodyId],
  )
}
