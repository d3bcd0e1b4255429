import type { EventDraft, ItemId } from '../../../shared/domain/follow-up'
import type { Change } from '../../../shared/journal'
import { err } from '../../../shared/lib/result'
import type { CommandDeps } from '../deps'
import { type Edited, eventChange, loadContext, loadRecords, saveFollowUp } from './edit-follow-up'
import type { ItemRefusal } from './failures'

/** An answer that the user accepted, as the event it becomes. */
export interface AcceptedAnswer {
  readonly itemId: ItemId
  readonly draft: EventDraft
}

/**
 * Records the accepted answers of an área, each on its item, in one change that one "Deshacer" takes back.
 * They are judged again as the items stand now; one refusal stops all.
 */
export async function recordAnswers(
  deps: CommandDeps,
  area: string,
  answers: readonly AcceptedAnswer[],
): Edited {
  const records = await loadRecords(
    deps,
    answers.map(({ itemId }) => itemId),
  )
  const [first] = records ?? []
  if (!records || !first) return err({ kind: 'gone' })
  const byId = new Map(records.map((record) => [record.item.id, record]))
  const { today } = await loadContext(deps, first.item.bodyId)
  const changes: Change[] = []
  const refusals: ItemRefusal[] = []
  // A second answer for the same item would take the number of the first, so only one counts.
  for (const { itemId, draft } of new Map(answers.map((answer) => [answer.itemId, answer])).values()) {
    const record = byId.get(itemId)
    if (!record) continue
    const made = eventChange(deps, record, draft, today)
    if (made.ok) changes.push(made.value)
    else {
      const messages = made.error.problems.map(({ message }) => message)
      refusals.push({ item: record.item.code, messages })
    }
  }
  if (refusals.length > 0) return err({ kind: 'refused', refusals })
  const count = changes.length === 1 ? '1 asunto' : `${changes.length} asuntos`
  return saveFollowUp(deps, `Respuestas de ${area}: ${count}`, changes)
}
