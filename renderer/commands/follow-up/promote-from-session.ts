import {
  type ItemDraft,
  type ItemProposal,
  itemSchema,
  itemsFromSession,
  readItem,
} from '../../../shared/domain/follow-up'
import { type FactId, foldSession, type SessionId } from '../../../shared/domain/sessions'
import { yearOf } from '../../../shared/lib/iso-date'
import { err } from '../../../shared/lib/result'
import { itemsOfFacts } from '../../data/follow-up'
import { getRecord, listPersons, listSeats } from '../../data/repositories'
import type { Store } from '../../data/store'
import { insert } from '../changes'
import type { CommandDeps } from '../deps'
import { type Edited, loadCodes, saveFollowUp } from './edit-follow-up'
import type { ItemRefusal } from './failures'

/** A fact to promote, with what the user changed of the proposal. */
export interface Promotion {
  readonly factId: FactId
  readonly changes: Partial<Omit<ItemDraft, 'origin'>>
}

/** What a session leaves to be done; null when the session does not exist. */
export async function proposeFromSession(
  store: Store,
  sessionId: SessionId,
): Promise<readonly ItemProposal[] | null> {
  const record = await getRecord(store, sessionId)
  if (!record) return null
  const { bodyId } = record.plan.session
  const [seats, persons, promoted] = await Promise.all([
    listSeats(store, bodyId),
    listPersons(store, bodyId),
    itemsOfFacts(
      store,
      record.facts.map(({ id }) => id),
    ),
  ])
  return itemsFromSession(foldSession(record.plan, record.facts), { seats, persons }, promoted)
}

function factProblems(
  chosen: readonly Promotion[],
  byFact: ReadonlyMap<FactId, ItemProposal>,
): readonly string[] {
  return chosen.flatMap(({ factId }) => {
    const proposal = byFact.get(factId)
    if (!proposal) return ['Un hecho elegido ya no consta en la sesión.']
    return proposal.promotedTo === null ? [] : [`«${proposal.draft.title}» ya está en seguimiento.`]
  })
}

/**
 * Turns facts of a session into items, all in one change: each keeps the link to its fact, and a fact
 * becomes an item once.
 */
export async function promoteFromSession(
  deps: CommandDeps,
  sessionId: SessionId,
  chosen: readonly Promotion[],
): Edited {
  const [record, proposals] = await Promise.all([
    getRecord(deps.store, sessionId),
    proposeFromSession(deps.store, sessionId),
  ])
  if (!record || !proposals) return err({ kind: 'gone' })
  const { bodyId } = record.plan.session
  const byFact = new Map(proposals.map((proposal) => [proposal.factId, proposal]))
  const messages = factProblems(chosen, byFact)
  if (messages.length > 0) return err({ kind: 'facts', messages })
  const codes = await loadCodes(deps, bodyId)
  const refusals: ItemRefusal[] = []
  const changes = [...new Map(chosen.map((one) => [one.factId, one])).values()].flatMap((one) => {
    const proposal = byFact.get(one.factId)
    if (!proposal) return []
    const draft = { ...proposal.draft, ...one.changes }
    const read = readItem(draft, (code) => codes.has(code))
    if (!read.ok) {
      refusals.push({ item: `«${draft.title}»`, messages: read.error.map(({ message }) => message) })
      return []
    }
    const code = read.value.code || codes.next(yearOf(read.value.openedOn))
    codes.take(code)
    return [insert('items', itemSchema.parse({ ...read.value, id: deps.effects.newId(), bodyId, code }))]
  })
  if (refusals.length > 0) return err({ kind: 'refused', refusals })
  const label =
    changes.length === 1
      ? 'Pasar un compromiso a seguimiento'
      : `Pasar ${changes.length} compromisos a seguimiento`
  return saveFollowUp(deps, label, changes)
}
