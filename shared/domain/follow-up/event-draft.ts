import { assertNever } from '../../lib/assert'
import { type ClockTime, type IsoDate, isIsoDate, isoDate } from '../../lib/iso-date'
import { err, ok, type Result } from '../../lib/result'
import { longDay } from '../../lib/spanish-date'
import { countsFromStart, type DueDate } from '../deadlines'
import type { AttachmentRef } from '../sessions'
import { foldItem, type ItemStanding } from './fold'
import type { Item, ItemState } from './item'
import type { EventSource, ItemEvent, ItemEventId } from './item-event'
import { STATE_LABELS } from './labels'
import { isReviewEvent } from './session-reviews'

/** What an event says, as it is typed: dates as text. `edited` is written by the app alone. */
export type EventDraftBody =
  | { readonly kind: 'state'; readonly to: ItemState }
  | { readonly kind: 'progress' }
  | { readonly kind: 'extension'; readonly due: string; readonly grantedBy: string }
  | { readonly kind: 'start'; readonly date: string; readonly time: ClockTime | null }
  | { readonly kind: 'delivery'; readonly period: string }
  | { readonly kind: 'void'; readonly targetId: ItemEventId }

/** An event as it is typed. */
export interface EventDraft {
  readonly on: string
  readonly author: string
  readonly source: EventSource
  readonly body: EventDraftBody
  readonly note: string
  readonly evidence: readonly AttachmentRef[]
}

/** Something wrong in an event, with the sentence for the user. */
export interface EventProblem {
  readonly field: 'on' | 'author' | 'source' | 'state' | 'note' | 'due' | 'grantedBy' | 'date' | 'target'
  readonly message: string
}

/** The part of an event that a draft decides. */
export type EventFields = Pick<ItemEvent, 'on' | 'author' | 'source' | 'body' | 'note' | 'evidence'>

/** What an event is judged against. */
export interface EventContext {
  readonly item: Item
  readonly events: readonly ItemEvent[]
  /** The due date as it stands, for an extension to be later. */
  readonly due: DueDate
  readonly today: IsoDate
}

type Problems = readonly EventProblem[]

const NO_SUCH_DATE = 'La fecha no existe o está incompleta.'

function commonProblems(draft: EventDraft, { item, today }: EventContext): Problems {
  const problems: EventProblem[] = []
  const on = draft.on.trim()
  if (!isIsoDate(on)) problems.push({ field: 'on', message: NO_SUCH_DATE })
  else if (on > today) problems.push({ field: 'on', message: 'La fecha es posterior a hoy.' })
  else if (on < item.openedOn) {
    const message = `La fecha es anterior al ${longDay(item.openedOn)}, cuando el asunto quedó pendiente.`
    problems.push({ field: 'on', message })
  }
  if (draft.author.trim() === '') problems.push({ field: 'author', message: 'Escriba quién lo informa.' })
  if (draft.source.kind === 'otro' && draft.source.reference.trim() === '') {
    problems.push({ field: 'source', message: 'Diga por qué medio se sabe.' })
  }
  return problems
}

/** How the item stood on the day of the event, before it. */
function standingBefore(draft: EventDraft, { item, events }: EventContext): ItemStanding {
  const on = draft.on.trim()
  return foldItem(item, events, isIsoDate(on) ? { date: isoDate(on) } : undefined)
}

function extensionProblems(due: string, grantedBy: string, context: EventContext): Problems {
  const problems: EventProblem[] = []
  if (grantedBy.trim() === '') {
    problems.push({ field: 'grantedBy', message: 'Escriba quién concede la prórroga.' })
  }
  if (!isIsoDate(due.trim())) return [...problems, { field: 'due', message: NO_SUCH_DATE }]
  const current = context.due.kind === 'date' ? context.due.due : context.item.openedOn
  if (due.trim() > current) return problems
  const message = `La nueva fecha debe ser posterior al ${longDay(current)}.`
  return [...problems, { field: 'due', message }]
}

function voidProblems(targetId: ItemEventId, standing: ItemStanding): Problems {
  const target = standing.story.find(({ event }) => event.id === targetId)
  if (!target) return [{ field: 'target', message: 'Ese evento no existe, o es de una fecha posterior.' }]
  if (target.event.body.kind === 'edited') {
    return [{ field: 'target', message: 'Un cambio de datos no se anula: vuelva a editar el asunto.' }]
  }
  if (isReviewEvent(target.event)) {
    return [{ field: 'target', message: 'Lo revisado en una sesión se corrige en la Sala de esa sesión.' }]
  }
  return target.voidedBy ? [{ field: 'target', message: 'Ese evento ya estaba sin efecto.' }] : []
}

function startProblems(date: string, { item }: EventContext): Problems {
  if (!countsFromStart(item.deadline.term)) {
    return [{ field: 'date', message: 'El plazo de este asunto no se cuenta desde ninguna fecha.' }]
  }
  return isIsoDate(date.trim()) ? [] : [{ field: 'date', message: NO_SUCH_DATE }]
}

function bodyProblems(draft: EventDraft, context: EventContext): Problems {
  const standing = standingBefore(draft, context)
  const { body } = draft
  switch (body.kind) {
    case 'state':
      if (body.to !== standing.state) return []
      return [{ field: 'state', message: `Ese día el asunto ya estaba ${STATE_LABELS[body.to]}.` }]
    case 'progress':
      return draft.note.trim() === '' ? [{ field: 'note', message: 'Escriba el avance.' }] : []
    case 'extension':
      if (standing.isOpen) return extensionProblems(body.due, body.grantedBy, context)
      return [{ field: 'on', message: 'Ese día el asunto ya estaba concluido; no admite prórroga.' }]
    case 'start':
      return startProblems(body.date, context)
    case 'delivery':
      if (context.item.deadline.term.kind === 'recurring') return []
      return [{ field: 'state', message: 'Sólo las obligaciones periódicas tienen entregas.' }]
    case 'void':
      return voidProblems(body.targetId, standing)
    default:
      return assertNever(body)
  }
}

function readBody(body: EventDraftBody): ItemEvent['body'] {
  if (body.kind === 'extension') {
    return { kind: 'extension', due: isoDate(body.due.trim()), grantedBy: body.grantedBy.trim() }
  }
  if (body.kind === 'start') return { kind: 'start', date: isoDate(body.date.trim()), time: body.time }
  return body
}

/** Reads a typed event and judges it against the item; every field that is wrong is named. */
export function readEvent(draft: EventDraft, context: EventContext): Result<EventFields, Problems> {
  const problems = [...commonProblems(draft, context), ...bodyProblems(draft, context)]
  if (problems.length > 0) return err(problems)
  return ok({
    on: isoDate(draft.on.trim()),
    author: draft.author.trim(),
    source: { ...draft.source, reference: draft.source.reference.trim() },
    body: readBody(draft.body),
    note: draft.note.trim(),
    evidence: draft.evidence,
  })
}
