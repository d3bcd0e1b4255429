import {
  ACT_WORDS,
  type Attendee,
  type AttendeeId,
  BALLOT_WORDS,
  type BallotOption,
  ballotOptionSchema,
  type EffectiveFact,
  findAttendee,
  OUTCOME_WORDS,
  type PlainFactBody,
  PRESENCE_WORDS,
  plainFactBodySchema,
  pointOutcomeSchema,
  presenceStatusSchema,
  REVIEW_WORDS,
  type ReviewOutcome,
  type SessionPlan,
  type SessionState,
  speechActSchema,
} from '../../../shared/domain/sessions'
import { joinSpanish } from '../../../shared/lib/spanish'
import { matchSpeaker } from './speaker-match'

/** What the form of a correction holds, as typed. */
export interface EditFields {
  readonly time: string
  readonly choice: string
  readonly who: string
  readonly text: string
  readonly number: string
  readonly responsible: string
  readonly due: string
  readonly ballotReason: string
  readonly reason: string
}

interface Choices {
  readonly value: string
  readonly options: Readonly<Record<string, string>>
}

/** Only a recurring obligation has deliveries, and it is never fulfilled for good by one of them. */
function reviewChoices(outcome: ReviewOutcome): readonly ReviewOutcome[] {
  const met = outcome === 'delivered' ? 'delivered' : 'fulfilled'
  return [met, 'in-progress', 'pending', 'cancelled', 'moot']
}

/** What can be chosen anew in a fact, with the words it has on screen; null when nothing can. */
export function choicesOf(body: PlainFactBody): Choices | null {
  const pick = (values: readonly string[], words: Readonly<Record<string, string>>) =>
    Object.fromEntries(values.map((value) => [value, words[value] ?? value]))
  switch (body.kind) {
    case 'ballot':
      return { value: body.option, options: pick(ballotOptionSchema.options, BALLOT_WORDS) }
    case 'casting-vote':
      return { value: body.option, options: pick(['yes', 'no'], BALLOT_WORDS) }
    case 'presence':
      return { value: body.status, options: pick(presenceStatusSchema.options, PRESENCE_WORDS) }
    case 'point-outcome':
      return { value: body.outcome, options: pick(pointOutcomeSchema.options, OUTCOME_WORDS) }
    case 'item-reviewed':
      return { value: body.outcome, options: pick(reviewChoices(body.outcome), REVIEW_WORDS) }
    case 'speech':
      return { value: body.act, options: pick(speechActSchema.options, ACT_WORDS) }
    default:
      return null
  }
}

/** The long text of a fact that has one, empty when it may be left so; null for any other fact. */
export function textOf(body: PlainFactBody): string | null {
  if (body.kind === 'item-reviewed') return body.note ?? ''
  return 'text' in body ? body.text : null
}

function speakerText(plan: SessionPlan, body: PlainFactBody): string {
  if (body.kind !== 'speech' || body.speaker === null) return ''
  return body.speaker.kind === 'outsider'
    ? body.speaker.fullName
    : (findAttendee(plan, body.speaker.attendeeId)?.fullName ?? '')
}

/** The fields as the fact now fills them. */
export function fieldsOf(plan: SessionPlan, { body, time }: EffectiveFact): EditFields {
  return {
    time,
    choice: choicesOf(body)?.value ?? '',
    who: speakerText(plan, body),
    text: textOf(body) ?? '',
    number: body.kind === 'agreement' ? (body.number ?? '') : '',
    responsible: body.kind === 'commitment' ? body.responsible.join(', ') : '',
    due: body.kind === 'commitment' ? (body.due ?? '') : '',
    ballotReason: body.kind === 'ballot' ? (body.reason ?? '') : '',
    reason: '',
  }
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}

type Speech = Extract<PlainFactBody, { kind: 'speech' }>

/** Whom the corrected speech is of; an outsider who keeps her name keeps how she is called. */
function editedSpeaker(plan: SessionPlan, body: Speech, who: string): Speech['speaker'] {
  if (who.trim() === speakerText(plan, body)) return body.speaker
  const match = matchSpeaker(plan, who)
  switch (match.kind) {
    case 'nobody':
      return null
    case 'attendee':
      return { kind: 'attendee', attendeeId: match.attendee.id }
    case 'outsider':
      return body.speaker?.kind === 'outsider'
        ? { ...body.speaker, fullName: match.name }
        : { kind: 'outsider', fullName: match.name, honorificLong: '', gender: 'f', charge: '' }
  }
}

/** What each seat does in a "los demás votan", by attendee. */
export type RestBallots = ReadonlyMap<AttendeeId, BallotOption>

/** Seats that voted with everybody else, and what each did; null for any other fact. */
export function restVoters(
  state: SessionState,
  body: PlainFactBody,
): readonly [Attendee, BallotOption][] | null {
  if (body.kind !== 'ballots-rest') return null
  const vote = state.votes.get(body.voteId)
  if (vote?.status !== 'closed') return null
  const typed = new Set(
    state.facts.flatMap((fact) =>
      fact.body.kind === 'ballot' && fact.body.voteId === body.voteId ? [fact.body.attendeeId] : [],
    ),
  )
  return vote.electorate.flatMap(({ attendeeId, option }): [Attendee, BallotOption][] => {
    const attendee = findAttendee(state.plan, attendeeId)
    return attendee && option !== 'absent' && !typed.has(attendeeId) ? [[attendee, option]] : []
  })
}

/** The fact as the form now says it; parsed, so that nothing ill-formed reaches the rules. */
export function editedBody(
  plan: SessionPlan,
  body: PlainFactBody,
  fields: EditFields,
  rest: RestBallots,
): PlainFactBody {
  return plainFactBodySchema.parse({ ...body, ...changesOf(plan, body, fields, rest) })
}

function changesOf(plan: SessionPlan, body: PlainFactBody, fields: EditFields, rest: RestBallots): object {
  const { choice } = fields
  switch (body.kind) {
    case 'ballot':
      return { option: choice, reason: orNull(fields.ballotReason) }
    case 'ballots-rest':
      return {
        exceptions: [...rest]
          .filter(([, option]) => option !== body.option)
          .map(([attendeeId, option]) => ({ attendeeId, option, reason: null })),
      }
    case 'casting-vote':
      return { option: choice }
    case 'presence':
      return { status: choice }
    case 'point-outcome':
      return { outcome: choice }
    case 'item-reviewed':
      return { outcome: choice, note: orNull(fields.text) }
    case 'speech': {
      const speaker = editedSpeaker(plan, body, fields.who)
      return { act: speaker === null ? 'narrates' : choice, speaker, text: fields.text.trim() }
    }
    case 'agreement':
      return { number: orNull(fields.number), text: fields.text.trim() }
    case 'commitment':
      return {
        text: fields.text.trim(),
        responsible: fields.responsible
          .split(',')
          .map((name) => name.trim())
          .filter((name) => name !== ''),
        due: orNull(fields.due),
      }
    default:
      return {}
  }
}

/** Why the vote facts go together when one of them is voided; null for any other fact. */
export function voidWarning(body: PlainFactBody): string | null {
  const whole = body.kind === 'vote-opened' || body.kind === 'ballots-rest' || body.kind === 'vote-closed'
  return whole
    ? `Anular este hecho anula la votación completa (${joinSpanish(['apertura', 'votos', 'cierre'])}).`
    : null
}
