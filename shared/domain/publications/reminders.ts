import type { IsoDate } from '../../lib/iso-date'
import type { Publication } from './publication'

/**
 * Why a publication asks for attention on a day: it is to come, its window begins today, its window is
 * open and nothing tells that it was published, its window passed so, or it is still up after its window.
 */
export type ReminderKind = 'coming' | 'today' | 'started' | 'late' | 'withdraw'

/** A publication that asks for attention. `daysLeft` in días hábiles until its first day; 0 from then on. */
export interface Reminder {
  readonly kind: ReminderKind
  readonly publication: Publication
  readonly daysLeft: number
}

/** Días hábiles from a day (not counted) to another one; 0 when it is not later. */
export type CountWorkdays = (from: IsoDate, to: IsoDate) => number

/** Días hábiles before its first day from which a publication is announced. */
export const REMIND_WORKDAYS_BEFORE = 5

/** What can still be done goes before what can only be explained. */
const ORDER: readonly ReminderKind[] = ['today', 'started', 'withdraw', 'coming', 'late']

function reminderOf(publication: Publication, today: IsoDate, count: CountWorkdays): Reminder | null {
  const { state, from, until, placements } = publication
  if (state === 'withdrawn') return null
  if (state === 'published') {
    const isUp = placements.some(
      ({ publishedOn, withdrawnOn }) => publishedOn !== null && withdrawnOn === null,
    )
    return isUp && until < today ? { kind: 'withdraw', publication, daysLeft: 0 } : null
  }
  if (from === today) return { kind: 'today', publication, daysLeft: 0 }
  if (from < today) return { kind: until < today ? 'late' : 'started', publication, daysLeft: 0 }
  const daysLeft = count(today, from)
  return daysLeft <= REMIND_WORKDAYS_BEFORE ? { kind: 'coming', publication, daysLeft } : null
}

/**
 * What asks for attention on a day: those of today, those that should be up already, those to withdraw,
 * those to come within five días hábiles, and late ones (their window passed unpublished since
 * `lateSince`), the latest first.
 */
export function remindersOn(
  plan: readonly Publication[],
  today: IsoDate,
  count: CountWorkdays,
  lateSince: IsoDate,
): readonly Reminder[] {
  return plan
    .flatMap((publication) => {
      const reminder = reminderOf(publication, today, count)
      return reminder === null || (reminder.kind === 'late' && publication.until < lateSince)
        ? []
        : [reminder]
    })
    .sort(
      (a, b) =>
        ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
        (a.kind === 'late' ? -1 : 1) * a.publication.from.localeCompare(b.publication.from) ||
        a.publication.id.localeCompare(b.publication.id),
    )
}
