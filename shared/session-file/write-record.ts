import {
  type EffectiveFact,
  findPoint,
  type PlainFactBody,
  type PointId,
  type SessionState,
} from '../domain/sessions'
import { assertNever, required } from '../lib/assert'
import type { ClockTime } from '../lib/iso-date'
import type { SessionFile, SessionFileStep } from './schema'
import { goesBack } from './script'
import { type KeyOf, votePartOf, voteStepOf, wholeVote } from './write-votes'

type FileLine = SessionFile['attendance'][number]
type Body<K extends PlainFactBody['kind']> = Extract<PlainFactBody, { kind: K }>

/** The script of a session, and the attendance list with the answers to the roll call. */
export interface WrittenRecord {
  readonly rollCall: ClockTime
  readonly lines: readonly FileLine[]
  readonly record: readonly SessionFileStep[]
  /** Whether some time goes back. */
  readonly goesBack: boolean
}

type RollCall = readonly (EffectiveFact & { readonly body: Body<'presence'> })[]

/**
 * The facts that open the record and are a roll call as a file tells it: everybody at most once, at one time,
 * in the order of the list. What is not so is told step by step.
 */
function rollCallOf(state: SessionState): RollCall {
  const order = new Map(state.plan.attendees.map((attendee, index) => [attendee.id, index]))
  const calls: (EffectiveFact & { body: Body<'presence'> })[] = []
  let last = -1
  for (const fact of state.facts) {
    const { body, time } = fact
    if (body.kind !== 'presence' || body.status === 'away') break
    const place = required(order.get(body.attendeeId), 'place in the attendance list')
    if (place <= last || (calls[0] && calls[0].time !== time)) break
    calls.push({ ...fact, body })
    last = place
  }
  return calls
}

/** Writes steps while remembering what they are told against: the point under discussion and the speeches. */
class StepWriter {
  readonly #state: SessionState
  readonly #keyOf: KeyOf
  readonly #speeches: string[] = []
  #point: PointId | null = null

  constructor(state: SessionState, keyOf: KeyOf) {
    this.#state = state
    this.#keyOf = keyOf
  }

  #number(id: PointId): number {
    return required(findPoint(this.#state.plan, id), 'point').number
  }

  /** The point that a step is about, when it is not the one under discussion. */
  #about(id: PointId): { readonly point?: number } {
    return id === this.#point ? {} : { point: this.#number(id) }
  }

  #speech(body: Body<'speech'>, factId: string): SessionFileStep {
    this.#speeches.push(factId)
    const { speaker, act, text } = body
    const who =
      speaker === null
        ? act === 'narrates'
          ? {}
          : { speaker: null }
        : speaker.kind === 'attendee'
          ? { speaker: this.#keyOf(speaker.attendeeId) }
          : { outsider: outsiderOf(speaker) }
    return { do: 'speech', ...who, ...this.#about(body.pointId), act, text }
  }

  #commitment(body: Body<'commitment'>): SessionFileStep {
    const { text, responsible, due, sourceFactId } = body
    // A source that is no speech has no name in a file; 0 is no place, so the file is not taken for right.
    const from = sourceFactId === null ? null : this.#speeches.indexOf(sourceFactId) + 1
    return {
      do: 'commitment',
      text,
      responsible: [...responsible],
      ...(due === null ? {} : { due }),
      ...this.#about(body.pointId),
      ...(from === null ? {} : { fromSpeech: from }),
    }
  }

  step({ body, id }: EffectiveFact): SessionFileStep {
    switch (body.kind) {
      case 'session-opened':
        return { do: 'open' }
      case 'presence': {
        const { attendeeId, status, remote } = body
        return { do: 'presence', who: this.#keyOf(attendeeId), status, ...(remote ? { remote } : {}) }
      }
      case 'quorum-verified':
        return { do: 'quorum' }
      case 'point-opened':
        this.#point = body.pointId
        return { do: 'point', number: this.#number(body.pointId) }
      case 'speech':
        return this.#speech(body, id)
      case 'point-outcome': {
        const { outcome, reason, pointId } = body
        return { do: 'outcome', outcome, ...this.#about(pointId), ...(reason === null ? {} : { reason }) }
      }
      case 'agreement':
        return { do: 'agreement', ...this.#about(body.pointId), number: body.number, text: body.text }
      case 'commitment':
        return this.#commitment(body)
      case 'item-reviewed': {
        const { item, outcome, note, listed } = body
        const told = { ...(note === null ? {} : { note }), ...(listed === undefined ? {} : { listed }) }
        return { do: 'review', item: item.code, title: item.title, outcome, ...told }
      }
      case 'recess-started':
        return { do: 'recess' }
      case 'recess-ended':
        return { do: 'resume' }
      case 'session-closed':
        return { do: 'close' }
      case 'vote-opened':
      case 'ballot':
      case 'ballots-rest':
      case 'casting-vote':
      case 'vote-closed':
        return votePartOf(body, this.#keyOf)
      default:
        return assertNever(body)
    }
  }
}

function outsiderOf({
  fullName,
  honorificLong,
  gender,
  charge,
}: Extract<NonNullable<Body<'speech'>['speaker']>, { kind: 'outsider' }>) {
  return { fullName, honorificLong, gender, charge }
}

/** Steps with their times; a step at the time of the one before does not repeat it. */
function timed(
  told: readonly { readonly step: SessionFileStep; readonly time: ClockTime }[],
  start: ClockTime,
): Pick<WrittenRecord, 'record' | 'goesBack'> {
  let clock = start
  let back = false
  const record = told.map(({ step, time }) => {
    back ||= goesBack(clock, time)
    const { do: kind, ...rest } = step
    const written = time === clock ? step : ({ do: kind, at: time, ...rest } as SessionFileStep)
    clock = time
    return written
  })
  return { record, goesBack: back }
}

/** The script of a session from the facts that count, corrections resolved. */
export function writeRecord(state: SessionState, lines: readonly FileLine[], keyOf: KeyOf): WrittenRecord {
  const calls = rollCallOf(state)
  const answers = new Map(calls.map(({ body }) => [keyOf(body.attendeeId), body]))
  const facts = state.facts.slice(calls.length)
  const writer = new StepWriter(state, keyOf)
  const told: { readonly step: SessionFileStep; readonly time: ClockTime }[] = []
  for (let index = 0; index < facts.length; ) {
    const fact = required(facts[index], 'fact')
    const vote = wholeVote(facts, index)
    const step = vote ? voteStepOf(vote, state, keyOf) : writer.step(fact)
    told.push({ step, time: fact.time })
    index += vote?.length ?? 1
  }
  const rollCall = calls[0]?.time ?? state.plan.session.time
  return {
    rollCall,
    lines: lines.map((line) => {
      const answer = answers.get(line.person)
      if (!answer || answer.status === 'away') return line
      const { person, ...rest } = line
      const remote = answer.remote ? { remote: true } : {}
      return { person, status: answer.status, ...remote, ...rest }
    }),
    ...timed(told, rollCall),
  }
}
