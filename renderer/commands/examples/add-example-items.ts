import type { BodyId } from '../../../shared/domain/bodies'
import { CodeCounter, type Item } from '../../../shared/domain/follow-up'
import { exampleFollowUp, exampleSession } from '../../../shared/examples'
import { yearOf } from '../../../shared/lib/iso-date'
import { foldText } from '../../../shared/lib/spanish'
import { listItemCodes, listItems } from '../../data/follow-up'
import { listSeats, listSessions } from '../../data/repositories'
import { insert } from '../changes'
import type { CommandDeps } from '../deps'
import { type Edited, saveFollowUp } from '../follow-up/edit-follow-up'

/** How many items the example has. */
const EXAMPLE_ITEMS = 6

/** Whether a body holds the sessions that the example's items come from. */
async function hasExample(deps: Pick<CommandDeps, 'store'>, bodyId: BodyId): Promise<boolean> {
  const { session, earlierSessions } = exampleSession()
  const stored = new Set((await listSessions(deps.store, bodyId)).map(({ date }) => date))
  return [session, ...(earlierSessions ?? [])].every(({ date }) => stored.has(date))
}

/** The items of the example that a body lacks, told by their titles, with what is said of them. */
async function missingItems(deps: CommandDeps, bodyId: BodyId) {
  if (!(await hasExample(deps, bodyId))) return []
  const [seats, sessions, stored] = await Promise.all([
    listSeats(deps.store, bodyId),
    listSessions(deps.store, bodyId),
    listItems(deps.store, bodyId),
  ])
  const titles = new Set(stored.map(({ title }) => foldText(title)))
  const { items, events } = exampleFollowUp({ bodyId, seats, sessions }, deps.effects)
  return items
    .filter(({ title }) => !titles.has(foldText(title)))
    .map((item) => ({ item, events: events.filter(({ itemId }) => itemId === item.id) }))
}

/**
 * Whether the body holds the example and none of its items: it was opened by a version of the app that
 * had no follow-up. Once some are there, those missing were taken away by the user.
 */
export async function lacksExampleItems(deps: CommandDeps, bodyId: BodyId): Promise<boolean> {
  const missing = await missingItems(deps, bodyId)
  return missing.length === EXAMPLE_ITEMS
}

/** A code that no other item has; the example's own when it is free. */
function codeFor(item: Item, codes: CodeCounter): string {
  if (codes.has(item.code)) return codes.next(yearOf(item.openedOn))
  codes.take(item.code)
  return item.code
}

/** Adds the items of the example that the body lacks, in one change; none when it has them all. */
export async function addExampleItems(deps: CommandDeps, bodyId: BodyId): Edited {
  const missing = await missingItems(deps, bodyId)
  const codes = new CodeCounter(await listItemCodes(deps.store, bodyId))
  return saveFollowUp(
    deps,
    'Cargar los acuerdos del ejemplo',
    missing.flatMap(({ item, events }) => [
      insert('items', { ...item, code: codeFor(item, codes) }),
      ...events.map((event) => insert('itemEvents', event)),
    ]),
  )
}
