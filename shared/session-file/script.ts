import {
  type PlainFactBody,
  type PointId,
  type Refusal,
  type Speaker,
  type VoteId,
  voteIdSchema,
} from '../domain/sessions'
import type { ClockTime } from '../lib/iso-date'
import type { FileProblem } from './problem'
import { problemAt } from './problem'
import { refusalInWords } from './refusal-words'
import type { SessionFile, SessionFileStep, SessionFileVote } from './schema'
import type { Scribe } from './scribe'
import { voteClaimProblems, voteFormProblems } from './vote-claims'

type StepOf<K extends SessionFileStep['do']> = Extract<SessionFileStep, { do: K }>

/** What came of one step: nothing wrong, something written wrongly, or something that cannot be. */
type Outcome =
  | { readonly kind: 'done' }
  /** The file says it badly; `goesOn` when the steps after it can still be checked. */
  | { readonly kind: 'wrong'; readonly messages: readonly string[]; readonly goesOn: boolean }
  /** It could not have happened, so what follows cannot be judged. */
  | { readonly kind: 'refused'; readonly refusal: Refusal }

const DONE: Outcome = { kind: 'done' }

function outcomeOf(refusal: Refusal | null): Outcome {
  return refusal ? { kind: 'refused', refusal } : DONE
}

function wrong(...messages: readonly string[]): Outcome {
  return messages.length === 0 ? DONE : { kind: 'wrong', messages, goesOn: true }
}

function lost(message: string): Outcome {
  return { kind: 'wrong', messages: [message], goesOn: false }
}

/** How far back a time must lie to be read as the next day: sessions may pass midnight. */
const MIDNIGHT_GAP_HOURS = 12

function goesBack(from: ClockTime, to: ClockTime): boolean {
  return to < from && Number(from.slice(0, 2)) - Number(to.slice(0, 2)) < MIDNIGHT_GAP_HOURS
}

function nobodyCalled(key: string): string {
  return `«${key}» no está en la lista de asistencia; use las iniciales de una persona o la sigla de un área`
}

function pointId(scribe: Scribe, number: number): PointId | null {
  return scribe.state.plan.points.find((point) => point.number === number)?.id ?? null
}

function currentPoint(scribe: Scribe): PointId | null {
  return scribe.state.currentPointId
}

const NO_POINT = 'antes hay que abrir un punto («point»)'

function speech(scribe: Scribe, step: StepOf<'speech'>): Outcome {
  const point = currentPoint(scribe)
  if (!point) return wrong(NO_POINT)
  if (step.speaker !== undefined && step.outsider) return wrong('use «speaker» o «outsider», no los dos')
  const attendee = step.speaker === undefined ? null : scribe.findAttendee(step.speaker)
  if (step.speaker !== undefined && !attendee) return wrong(nobodyCalled(step.speaker))
  const silent = !attendee && !step.outsider
  if (silent && step.act !== 'narrates') return wrong('falta decir quién habla: «speaker» u «outsider»')
  const speaker: Speaker | null = attendee
    ? { kind: 'attendee', attendeeId: attendee.id }
    : step.outsider
      ? { kind: 'outsider', ...step.outsider }
      : null
  return outcomeOf(
    scribe.record([{ kind: 'speech', pointId: point, speaker, act: step.act, text: step.text }]),
  )
}

function ballotBodies(
  scribe: Scribe,
  step: SessionFileVote,
  voteId: VoteId,
): { readonly bodies: readonly PlainFactBody[]; readonly unknown: readonly string[] } {
  const bodies: PlainFactBody[] = []
  const unknown: string[] = []
  for (const [key, option] of Object.entries(step.ballots ?? {})) {
    const attendee = scribe.findAttendee(key)
    const reason = step.reasons?.[key] ?? null
    if (attendee) bodies.push({ kind: 'ballot', voteId, attendeeId: attendee.id, option, reason })
    else unknown.push(key)
  }
  if (step.rest) bodies.push({ kind: 'ballots-rest', voteId, option: step.rest })
  if (step.castingVote) bodies.push({ kind: 'casting-vote', voteId, option: step.castingVote })
  return { bodies, unknown }
}

function vote(scribe: Scribe, step: SessionFileVote): Outcome {
  const point = currentPoint(scribe)
  if (!point) return wrong(NO_POINT)
  const badForm = voteFormProblems(step)
  if (badForm.length > 0) return wrong(...badForm)
  const voteId = voteIdSchema.parse(scribe.newId())
  const opened: PlainFactBody = { kind: 'vote-opened', voteId, pointId: point, subject: null }
  const closed: PlainFactBody = { kind: 'vote-closed', voteId, declared: null }
  const { bodies, unknown } = ballotBodies(scribe, step, voteId)
  if (unknown.length > 0) return wrong(...unknown.map(nobodyCalled))
  const gestures: readonly (readonly PlainFactBody[])[] = step.unanimous
    ? [[opened, { kind: 'ballots-rest', voteId, option: 'yes' }, closed]]
    : [[opened], ...bodies.map((body) => [body]), [closed]]
  for (const gesture of gestures) {
    const refusal = scribe.record(gesture)
    if (refusal) return outcomeOf(refusal)
  }
  const result = scribe.state.votes.get(voteId)
  return result?.status === 'closed' ? wrong(...voteClaimProblems(step, result)) : DONE
}

function quorum(scribe: Scribe, step: StepOf<'quorum'>): Outcome {
  const refusal = scribe.record([{ kind: 'quorum-verified' }])
  const verified = scribe.state.quorumVerified
  if (refusal || !verified) return outcomeOf(refusal)
  const messages: string[] = []
  if (step.present !== undefined && step.present !== verified.present) {
    messages.push(`dice que hay ${step.present} áreas con voto presentes y son ${verified.present}`)
  }
  if (step.required !== undefined && step.required !== verified.required) {
    messages.push(`dice que el quórum requerido es ${step.required} y es ${verified.required}`)
  }
  return wrong(...messages)
}

function point(scribe: Scribe, step: StepOf<'point'>): Outcome {
  const id = pointId(scribe, step.number)
  if (!id) return lost(`la agenda no tiene punto ${step.number}`)
  return outcomeOf(scribe.record([{ kind: 'point-opened', pointId: id }]))
}

function outcome(scribe: Scribe, step: StepOf<'outcome'>): Outcome {
  const id = step.point === undefined ? currentPoint(scribe) : pointId(scribe, step.point)
  if (!id) return wrong(step.point === undefined ? NO_POINT : `la agenda no tiene punto ${step.point}`)
  const body = {
    kind: 'point-outcome',
    pointId: id,
    outcome: step.outcome,
    reason: step.reason ?? null,
  } as const
  return outcomeOf(scribe.record([body]))
}

function presence(scribe: Scribe, step: StepOf<'presence'>): Outcome {
  const attendee = scribe.findAttendee(step.who)
  if (!attendee) return lost(nobodyCalled(step.who))
  const body = {
    kind: 'presence',
    attendeeId: attendee.id,
    status: step.status,
    remote: step.remote ?? false,
  }
  return outcomeOf(scribe.record([{ ...body, kind: 'presence' }]))
}

function agreement(scribe: Scribe, step: StepOf<'agreement'>): Outcome {
  const id = currentPoint(scribe)
  if (!id) return wrong(NO_POINT)
  return outcomeOf(scribe.record([{ kind: 'agreement', pointId: id, number: step.number, text: step.text }]))
}

function commitment(scribe: Scribe, step: StepOf<'commitment'>): Outcome {
  const id = currentPoint(scribe)
  if (!id) return wrong(NO_POINT)
  const source = step.fromLastSpeech ? scribe.lastSpeechId : null
  if (step.fromLastSpeech && !source) return wrong('no hay una intervención en este punto de la que nazca')
  const { text, responsible, due = null } = step
  return outcomeOf(
    scribe.record([{ kind: 'commitment', pointId: id, sourceFactId: source, text, responsible, due }]),
  )
}

function review(scribe: Scribe, step: StepOf<'review'>): Outcome {
  const id = currentPoint(scribe)
  if (!id) return wrong(NO_POINT)
  const item = scribe.reviewedItem(step.item, step.title)
  const { outcome, note = null } = step
  return outcomeOf(scribe.record([{ kind: 'item-reviewed', pointId: id, item, outcome, note }]))
}

function take(scribe: Scribe, step: SessionFileStep): Outcome {
  switch (step.do) {
    case 'open':
      return outcomeOf(scribe.record([{ kind: 'session-opened' }]))
    case 'quorum':
      return quorum(scribe, step)
    case 'point':
      return point(scribe, step)
    case 'speech':
      return speech(scribe, step)
    case 'vote':
      return vote(scribe, step)
    case 'outcome':
      return outcome(scribe, step)
    case 'agreement':
      return agreement(scribe, step)
    case 'commitment':
      return commitment(scribe, step)
    case 'review':
      return review(scribe, step)
    case 'presence':
      return presence(scribe, step)
    case 'recess':
      return outcomeOf(scribe.record([{ kind: 'recess-started' }]))
    case 'resume':
      return outcomeOf(scribe.record([{ kind: 'recess-ended' }]))
    case 'close':
      return outcomeOf(scribe.record([{ kind: 'session-closed' }]))
  }
}

function stepProblem(scribe: Scribe, index: number, message: string): FileProblem {
  const id = currentPoint(scribe)
  const number = scribe.state.plan.points.find((candidate) => candidate.id === id)?.number
  const problem = problemAt('record', index, message)
  return number === undefined ? problem : { ...problem, where: `${problem.where} (punto ${number})` }
}

/** The roll call: everybody on the list, in one gesture, as she stood when the session was to begin. */
function callTheRoll(scribe: Scribe, file: SessionFile): void {
  const bodies = file.attendance.flatMap((line): readonly PlainFactBody[] => {
    const attendee = scribe.findAttendee(line.person)
    const { status, remote = false } = line
    return attendee ? [{ kind: 'presence', attendeeId: attendee.id, status, remote }] : []
  })
  const refusal = scribe.record(bodies)
  if (refusal) throw new Error(`The roll call was refused: ${refusal.code}`)
}

/**
 * Records the roll call and every step of the file, and lists what could not be so. Checking goes on
 * after something badly written; it ends at the first step without which whatever follows would be
 * judged against a session that did not take place.
 */
export function playScript(scribe: Scribe, file: SessionFile): readonly FileProblem[] {
  const problems: FileProblem[] = []
  callTheRoll(scribe, file)
  for (const [index, step] of file.record.entries()) {
    if (step.at !== undefined && goesBack(scribe.time, step.at)) {
      problems.push(
        stepProblem(scribe, index, `la hora ${step.at} es anterior a la del paso previo (${scribe.time})`),
      )
    }
    scribe.setTime(step.at)
    const result = take(scribe, step)
    if (result.kind === 'refused') {
      return [...problems, stepProblem(scribe, index, refusalInWords(result.refusal))]
    }
    if (result.kind === 'wrong') {
      problems.push(...result.messages.map((message) => stepProblem(scribe, index, message)))
      if (!result.goesOn) return problems
    }
  }
  return problems
}
