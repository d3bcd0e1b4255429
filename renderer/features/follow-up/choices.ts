import type { ItemRecord } from '../../../shared/domain/follow-up'
import { type Session, sessionTitle } from '../../../shared/domain/sessions'
import { foldText } from '../../../shared/lib/spanish'

const collator = new Intl.Collator('es-MX', { sensitivity: 'base', numeric: true })

function distinct(values: readonly string[]): readonly string[] {
  // Thousands of items share a few names: only those are compared letter by letter.
  const byFold = new Map([...new Set(values)].map((value) => [foldText(value), value]))
  return [...byFold.values()].sort(collator.compare)
}

/** What the items at hand can be filtered by. */
export interface FilterChoices {
  readonly parties: readonly string[]
  readonly tags: readonly string[]
  readonly sessions: readonly Session[]
}

export function choicesOf(records: readonly ItemRecord[], sessions: readonly Session[]): FilterChoices {
  const origins = new Set(
    records.flatMap(({ item }) => (item.origin.kind === 'session' ? [item.origin.sessionId] : [])),
  )
  return {
    parties: distinct(
      records.flatMap(({ item }) => [...item.responsible, ...item.supporting].map(({ name }) => name)),
    ),
    tags: distinct(records.flatMap(({ item }) => item.tags)),
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
