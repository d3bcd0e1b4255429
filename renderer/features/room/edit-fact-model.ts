import {
  ACT_WORDS,
  type Attendee,
  type AttendeeId,
  BALLOT_WORDS,
  type BallotOption,
  ballotOptionSchema,
  ballotsFrom,
  DECLARED_WORDS,
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
  shortTitle,
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
  /** Why it was: of a ballot, of a declared result, of a point that was withdrawn or deferred. */
  readonly because: string
  /** What is voted, when it is not the point. */
  readonly subject: string
  readonly reason: string
}

const DECLARED_OPTIONS = {
  approved: `se declara ${DECLARED_WORDS.approved}`,
  rejected: `se declara ${DECLARED_WORDS.rejected}`,
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

/** Present but not in the room: the choice that stands for `remote`. */
const REMOTE = 'present-remote'
/** The result that the votes give, with nothing declared in its place. */
const COMPUTED = 'computed'

/** What can be chosen anew in a fact, with the words it has on screen; null when nothing can. */
export function choicesOf(plan: SessionPlan, body: PlainFactBody): Choices | null {
  const pick = (values: readonly string[], words: Readonly<Record<string, string>>) =>
    Object.fromEntries(values.map((value) => [value, words[value] ?? value]))
  switch (body.kind) {
    case 'ballot':
      return { value: body.option, options: pick(ballotOptionSchema.options, BALLOT_WORDS) }
    case 'casting-vote':
      return { value: body.option, options: pick(['yes', 'no'], BALLOT_WORDS) }
    case 'presence': {
      const { present, ...others } = pick(presenceStatusSchema.options, PRESENCE_WORDS)
      const value = body.status === 'present' && body.remote ? REMOTE : body.status
      return {
        value,
        options: { present: `${present} en la sala`, [REMOTE]: `${present} a distancia`, ...others },
      }
    }
    case 'point-opened':
      return {
        value: body.pointId,
        options: Object.fromEntries(
          plan.points.map(({ id, number, title }) => [id, `${number}. ${shortTitle(title)}`]),
        ),
      }
    case 'vote-closed':
      return {
        value: body.declared?.result ?? COMPUTED,
        options: { [COMPUTED]: 'lo que dan los votos', ...pick(['approved', 'rejected'], DECLARED_OPTIONS) },
      }
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

/** Why it was, empty when nobody said; null for a fact that has no reason. */
export function becauseOf(body: PlainFactBody): string | null {
  if (body.kind === 'ballot' || body.kind === 'point-outcome') return body.reason ?? ''
  return body.kind === 'vote-closed' ? (body.declared?.reason ?? '') : null
}

/** What is wrong with the reason that was typed; null when nothing is. */
export function becauseProblem(body: PlainFactBody, { choice, because }: EditFields): string | null {
  const needed = body.kind === 'vote-closed' && choice !== COMPUTED
  return needed && because.trim() === '' ? 'Falta la razón: va en la minuta.' : null
}

/** The fields as the fact now fills them. */
export function fieldsOf(plan: SessionPlan, { body, time }: EffectiveFact): EditFields {
  return {
    time,
    choice: choicesOf(plan, body)?.value ?? '',
    who: speakerText(plan, body),
    text: textOf(body) ?? '',
    number: body.kind === 'agreement' ? (body.number ?? '') : '',
    responsible: body.kind === 'commitment' ? body.responsible.join(', ') : '',
    due: body.kind === 'commitment' ? (body.due ?? '') : '',
    because: becauseOf(body) ?? '',
    subject: body.kind === 'vote-opened' ? (body.subject ?? '') : '',
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

/** What a seat does in a "los demás votan", with its reason. */
export interface RestBallot {
  readonly option: BallotOption
  readonly reason: string | null
}
/** What each seat does in a "los demás votan", by attendee. */
export type RestBallots = ReadonlyMap<AttendeeId, RestBallot>

/** Seats that a "los demás votan" reached and that did nothing else later, and what each did; null for any other fact. */
export function restVoters(
  state: SessionState,
  fact: EffectiveFact,
): readonly (readonly [Attendee, RestBallot])[] | null {
  if (fact.body.kind !== 'ballots-rest') return null
  return [...ballotsFrom(state, fact)].flatMap(([attendeeId, cast]) => {
    const attendee = findAttendee(state.plan, attendeeId)
    return attendee ? [[attendee, cast] as const] : []
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
      return { option: choice, reason: orNull(fields.because) }
    case 'ballots-rest':
      return {
        exceptions: [
          // Of a seat that voted again later, this says what it did before.
          ...(body.exceptions ?? []).filter(({ attendeeId }) => !rest.has(attendeeId)),
          ...[...rest]
            .filter(([, { option, reason }]) => option !== body.option || reason !== null)
            .map(([attendeeId, { option, reason }]) => ({ attendeeId, option, reason })),
        ],
      }
    case 'point-opened':
      return { pointId: choice }
    case 'vote-opened':
      return { subject: orNull(fields.subject) }
    case 'vote-closed':
      return {
        declared: choice === COMPUTED ? null : { result: choice, reason: fields.because.trim() },
      }
    case 'casting-vote':
      return { option: choice }
    case 'presence': {
      if (choice === REMOTE) return { status: 'present', remote: true }
      return { status: choice, remote: choice === body.status && choice !== 'present' && body.remote }
    }
    case 'point-outcome':
      return { outcome: choice, reason: orNull(fields.because) }
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

/** What goes along when an opening is put right to another point; null when nothing does. */
export function movedWarning(facts: SessionState['facts'], fact: EffectiveFact): string | null {
  if (fact.body.kind !== 'point-opened') return null
  const { pointId } = fact.body
  const later = facts.slice(facts.findIndex(({ id }) => id === fact.id) + 1)
  const end = later.findIndex(({ body }) => body.kind === 'point-opened')
  const under = later
    .slice(0, end === -1 ? later.length : end)
    .filter(({ body }) => 'pointId' in body && body.pointId === pointId).length
  if (under === 0) return null
  return under === 1
    ? 'Lo que se registró en este tramo (1 hecho) pasa con él al otro punto.'
    : `Lo que se registró en este tramo (${under} hechos) pasa con él al otro punto.`
}

/** Why the vote facts go together when one of them is voided; null for any other fact. */
export function voidWarning(body: PlainFactBody): string | null {
  const whole = body.kind === 'vote-opened' || body.kind === 'ballots-rest' || body.kind === 'vote-closed'
  return whole
    ? `Anular este hecho anula la votación completa (${joinSpanish(['apertura', 'votos', 'cierre'])}).`
    : null
}
