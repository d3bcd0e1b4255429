import type { ItemRecord } from '../../domain/follow-up'
import { joinSpanish } from '../../lib/spanish'

/** What the desktop says of the due dates: plain text. */
export interface DueNotice {
  readonly title: string
  readonly body: string
}

/** Titles named in a notice; the rest is in the figures. */
const NAMED = 3

function counted(n: number, one: string, many: string): readonly string[] {
  return n === 0 ? [] : [n === 1 ? `1 ${one}` : `${n} ${many}`]
}

/** What is overdue, due today or soon; the nearest are named first. Null when there is nothing to tell. */
export function dueNotice(records: readonly ItemRecord[]): DueNotice | null {
  const [overdue, today, soon]: [ItemRecord[], ItemRecord[], ItemRecord[]] = [[], [], []]
  for (const record of records) {
    const { kind } = record.urgency
    if (kind === 'overdue') overdue.push(record)
    else if (kind === 'today') today.push(record)
    else if (kind === 'soon') soon.push(record)
  }
  const parts = [
    ...counted(overdue.length, 'asunto vencido', 'asuntos vencidos'),
    ...counted(today.length, 'vence hoy', 'vencen hoy'),
    ...counted(soon.length, 'por vencer', 'por vencer'),
  ]
  if (parts.length === 0) return null
  const named = [...today, ...soon, ...overdue].slice(0, NAMED)
  return {
    title: `Seguimiento: ${joinSpanish(parts)}`.slice(0, 100),
    body: named.map(({ item }) => `${item.code}: ${item.title}`.slice(0, 120)).join('\n'),
  }
}
