import type { ItemRecord } from '../../../shared/domain/follow-up'
import { type Session, sessionTitle } from '../../../shared/domain/sessions'
import { foldText } from '../../../shared/lib/spanish'

const collator = new Intl.Collator('es-MX', { sensitivity: 'base', numeric: true })

/** Names without those that only differ in accents or case; thousands of items share a few. */
function distinct(values: ReadonlySet<string>): readonly string[] {
  const byFold = new Map([...values].map((value) => [foldText(value), value]))
  return [...byFold.values()].sort(collator.compare)
}

/** What the items at hand can be filtered by. */
export interface FilterChoices {
  readonly parties: readonly string[]
  readonly tags: readonly string[]
  readonly sessions: readonly Session[]
}

export function choicesOf(records: readonly ItemRecord[], sessions: readonly Session[]): FilterChoices {
  const parties = new Set<string>()
  const tags = new Set<string>()
  const origins = new Set<string>()
  for (const { item } of records) {
    for (const { name } of item.responsible) parties.add(name)
    for (const { name } of item.supporting) parties.add(name)
    for (const tag of item.tags) tags.add(tag)
    if (item.origin.kind === 'session') origins.add(item.origin.sessionId)
  }
  return {
    parties: distinct(parties),
    tags: distinct(tags),
    sessions: sessions.filter(({ id }) => origins.has(id)),
  }
}

/** Names sessions by their id. */
export function sessionNamer(sessions: readonly Session[]): (id: string) => string {
  const names = new Map<string, string>(sessions.map((session) => [session.id, sessionTitle(session)]))
  return (id) => names.get(id) ?? 'una sesión que ya no está'
}

/** "1 asunto", "1,204 asuntos". */
export function itemsText(count: number): string {
  return count === 1 ? '1 asunto' : `${count.toLocaleString('es-MX')} asuntos`
}
