import type { BodyId } from '../../../shared/domain/bodies'
import {
  type ClosedDay,
  type ClosedDayDraft,
  type ClosedDayId,
  closedDaySchema,
  readClosedDay,
} from '../../../shared/domain/calendar'
import { err, ok } from '../../../shared/lib/result'
import { listClosedDays } from '../../data/follow-up'
import { insert, remove, update } from '../changes'
import type { CommandDeps } from '../deps'
import { type Edited, saveFollowUp } from './edit-follow-up'

function isSame(a: ClosedDay, b: ClosedDay): boolean {
  return a.kind === b.kind && a.from === b.from && a.until === b.until && a.reason === b.reason
}

/** Adds a range to the calendar of a body, or changes one; due dates follow by themselves. */
export async function saveClosedDay(
  deps: CommandDeps,
  bodyId: BodyId,
  id: ClosedDayId | null,
  draft: ClosedDayDraft,
): Edited {
  const read = readClosedDay(draft)
  if (!read.ok) return err({ kind: 'closed-day', problems: read.error })
  const ranges = await listClosedDays(deps.store, bodyId)
  const before = ranges.find((range) => range.id === id)
  if (id !== null && !before) return err({ kind: 'gone' })
  const after = closedDaySchema.parse({ ...read.value, id: id ?? deps.effects.newId(), bodyId })
  if (ranges.some((range) => isSame(range, after))) {
    if (before && isSame(before, after)) return ok(null)
    return err({
      kind: 'closed-day',
      problems: [{ field: 'from', message: 'Ese rango ya está en el calendario.' }],
    })
  }
  const label = `Días inhábiles: ${after.reason}`
  return saveFollowUp(deps, label, [
    before ? update('closedDays', before, after) : insert('closedDays', after),
  ])
}

/** Takes a range away. */
export async function removeClosedDay(deps: CommandDeps, bodyId: BodyId, id: ClosedDayId): Edited {
  const range = (await listClosedDays(deps.store, bodyId)).find((one) => one.id === id)
  if (!range) return err({ kind: 'gone' })
  return saveFollowUp(deps, `Quitar días inhábiles: ${range.reason}`, [remove('closedDays', range)])
}
