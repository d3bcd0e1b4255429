import type { BodyId } from '../../domain/bodies'
import {
  type EventDraft,
  type EventDraftBody,
  type ItemEvent,
  type ItemId,
  type ItemRecord,
  readEvent,
} from '../../domain/follow-up'
import type { IsoDate } from '../../lib/iso-date'
import type { Answer, AnswerFile } from './answer-file'
import { itemFingerprint } from './fingerprint'

/** What an answer would do to its item. */
export type JudgedAnswer = { readonly answer: Answer } & (
  | { readonly kind: 'ok'; readonly record: ItemRecord; readonly draft: EventDraft }
  /** The item changed after the form was made; `since` is what was written in between, oldest first. */
  | {
      readonly kind: 'changed'
      readonly record: ItemRecord
      readonly draft: EventDraft
      readonly since: readonly ItemEvent[]
    }
  /** The same answer is already in the story. */
  | { readonly kind: 'received'; readonly record: ItemRecord }
  /** The área left it blank. */
  | { readonly kind: 'blank'; readonly record: ItemRecord }
  | { readonly kind: 'refused'; readonly record: ItemRecord; readonly messages: readonly string[] }
  /** There is no such item, or it belongs to another body. */
  | { readonly kind: 'gone' }
)

function bodyOf(answer: Answer, record: ItemRecord): EventDraftBody {
  if (answer.state === 'fulfilled' && record.item.deadline.term.kind === 'recurring') {
    return { kind: 'delivery', period: '' }
  }
  const changes = answer.state !== null && answer.state !== record.standing.state
  return changes && answer.state ? { kind: 'state', to: answer.state } : { kind: 'progress' }
}

function draftOf(file: AnswerFile, answer: Answer, record: ItemRecord): EventDraft {
  const author = [file.answeredBy, file.position, file.area].filter((part) => part !== '').join(', ')
  const source = file.reference === '' ? 'correo' : 'oficio'
  const reference = file.reference === '' ? `Formulario de ${file.area}` : file.reference
  return {
    on: answer.on,
    author: author.slice(0, 200),
    source: { kind: source, reference: reference.slice(0, 300), sessionId: null, factId: null },
    body: bodyOf(answer, record),
    note: answer.note,
    evidence: [],
  }
}

function wasReceived(record: ItemRecord, draft: EventDraft, answer: Answer): boolean {
  return record.standing.story.some(
    ({ event, voidedBy }) =>
      voidedBy === null &&
      event.on === draft.on &&
      event.author === draft.author &&
      event.note === draft.note &&
      (event.body.kind !== 'state' || event.body.to === answer.state) &&
      ['state', 'progress', 'delivery'].includes(event.body.kind),
  )
}

function judge(file: AnswerFile, answer: Answer, record: ItemRecord, today: IsoDate): JudgedAnswer {
  const draft = draftOf(file, answer, record)
  if (wasReceived(record, draft, answer)) return { kind: 'received', answer, record }
  if (draft.body.kind === 'progress' && answer.note === '') return { kind: 'blank', answer, record }
  const read = readEvent(draft, { item: record.item, events: record.events, due: record.due, today })
  if (!read.ok) {
    return { kind: 'refused', answer, record, messages: read.error.map(({ message }) => message) }
  }
  if (itemFingerprint(record) === answer.fingerprint) return { kind: 'ok', answer, record, draft }
  const since = record.standing.story
    .map(({ event }) => event)
    .filter((event) => event.recordedAt > file.madeAt)
  return { kind: 'changed', answer, record, draft, since }
}

/**
 * What each answer would change, in the order of the form. Nothing is applied: that is for the user to
 * decide, above all where the item changed after the form was made.
 */
export function judgeAnswers(
  file: AnswerFile,
  bodyId: BodyId,
  byId: ReadonlyMap<ItemId, ItemRecord>,
  today: IsoDate,
): readonly JudgedAnswer[] {
  return file.answers.map((answer) => {
    const record = file.bodyId === bodyId ? byId.get(answer.itemId) : undefined
    return record ? judge(file, answer, record, today) : { kind: 'gone', answer }
  })
}
