import type { Effects } from '../../lib/effects'
import { type Instant, type IsoDate, instantSchema } from '../../lib/iso-date'
import { err, ok, type Result } from '../../lib/result'
import { CHECK_LABELS, pendingChecks } from './checks'
import { consultStatus } from './consult'
import type { Check, Publication, PublicationState } from './publication'

/** Every state in the order in which a publication goes. */
export const PUBLICATION_STATES: readonly PublicationState[] = [
  'proposed',
  'in-review',
  'approved',
  'scheduled',
  'published',
  'withdrawn',
]

/** Spanish name of each state; they speak of "la publicación". */
export const PUBLICATION_STATE_LABELS: Readonly<Record<PublicationState, string>> = {
  proposed: 'Propuesta',
  'in-review': 'En revisión',
  approved: 'Aprobada',
  scheduled: 'Programada',
  published: 'Publicada',
  withdrawn: 'Retirada',
}

/** States that say that the criteria were looked at. */
const AFTER_REVIEW: ReadonlySet<PublicationState> = new Set(['approved', 'scheduled', 'published'])

/** What stands against a state: it is told, and a reason lets it pass (nothing here is a law). */
export type StateObjection =
  | { readonly kind: 'check'; readonly check: Check }
  | { readonly kind: 'consult'; readonly status: 'waiting' | 'silent' | 'denied' }
  | { readonly kind: 'no-channel' }

/** What stands against a publication going into a state now. */
export function objectionsTo(
  publication: Publication,
  state: PublicationState,
  now: Instant,
): readonly StateObjection[] {
  if (!AFTER_REVIEW.has(state)) return []
  const checks = pendingChecks(publication).map((check) => ({ kind: 'check' as const, check }))
  const status = publication.consult === null ? null : consultStatus(publication.consult, now).kind
  const consult = status === null || status === 'allowed' ? [] : [{ kind: 'consult' as const, status }]
  const channels = publication.placements.length === 0 ? [{ kind: 'no-channel' as const }] : []
  return [...checks, ...consult, ...channels]
}

/** An objection as a sentence. */
export function objectionText(objection: StateObjection): string {
  switch (objection.kind) {
    case 'check':
      return `Falta: ${CHECK_LABELS[objection.check].toLocaleLowerCase('es-MX')}.`
    case 'consult':
      return {
        waiting: 'La CNCS no ha respondido y aún está en plazo.',
        silent: 'La CNCS no respondió en 48 horas: el silencio significa que no procede.',
        denied: 'La CNCS respondió que no procede.',
      }[objection.status]
    case 'no-channel':
      return 'No tiene ningún canal.'
  }
}

/** A change of state as it is asked for. `note` is the reason when something stands against it. */
export interface StateChange {
  readonly to: PublicationState
  readonly on: IsoDate
  readonly author: string
  readonly note: string
}

/** Why a state was not changed: it is that already, or something stands against it and no reason is given. */
export type StateRefusal =
  | { readonly code: 'same-state' }
  | { readonly code: 'objections'; readonly objections: readonly StateObjection[] }

/**
 * The publication in another state, with one line more in its history. When it becomes published or
 * withdrawn, every channel that says nothing yet takes that day.
 */
export function changeState(
  publication: Publication,
  change: StateChange,
  effects: Pick<Effects, 'now'>,
): Result<Publication, StateRefusal> {
  const recordedAt = instantSchema.parse(effects.now())
  if (publication.state === change.to) return err({ code: 'same-state' })
  const objections = objectionsTo(publication, change.to, recordedAt)
  if (objections.length > 0 && change.note.trim() === '') return err({ code: 'objections', objections })
  const { to, on, author } = change
  return ok({
    ...publication,
    state: to,
    placements: publication.placements.map((placement) => ({
      ...placement,
      publishedOn: to === 'published' ? (placement.publishedOn ?? on) : placement.publishedOn,
      withdrawnOn:
        to === 'withdrawn' && placement.publishedOn !== null
          ? (placement.withdrawnOn ?? on)
          : placement.withdrawnOn,
    })),
    history: [
      ...publication.history,
      { state: to, on, recordedAt, author: author.trim(), note: change.note.trim() },
    ],
  })
}
