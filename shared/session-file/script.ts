import type { PlainFactBody, PointId, Speaker } from '../domain/sessions'
import type { ClockTime } from '../lib/iso-date'
import type { FileProblem } from './problem'
import { problemAt } from './problem'
import { refusalInWords } from './refusal-words'
import type { SessionFile, SessionFileStep } from './schema'
import type { Scribe } from './scribe'
import { vote, voteStep } from './script-votes'
import { lost, NO_POINT, nobodyCalled, type Outcome, outcomeOf, type StepOf, wrong } from './step-outcome'

/** How far back a time must lie to be read as the next day: sessions may pass midnight. */
const MIDNIGHT_GAP_HOURS = 12

/** Whether a time goes back from another; one far earlier is of the next day. */
export function goesBack(from: ClockTime, to: ClockTime): boolean {
  return to < from && Number(from.slice(0, 2)) - Number(to.slice(0, 2)) < MIDNIGHT_GAP_HOURS
}

function pointId(scribe: Scribe, number: number): PointId | null {
  return scribe.state.plan.points.find((point) => point.number === number)?.id ?? null
}

function currentPoint(scribe: Scribe): PointId | null {
  return scribe.state.currentPointId
}

/** The point that a step is about: the one it names, or the one under discussion; else what is wrong. */
function aboutPoint(scribe: Scribe, number: number | undefined): PointId | Outcome {
  const id = number === undefined ? currentPoint(scribe) : pointId(scribe, number)
  return id ?? wrong(number === undefined ? NO_POINT : `la agenda no tiene punto ${number}`)
}

function speech(scribe: Scribe, step: StepOf<'speech'>): Outcome {
  const point = aboutPoint(scribe, step.point)
  if (typeof point !== 'string') return point
  if (step.speaker && step.outsider) return wrong('use «speaker» o «outsider», no los dos')
  const attendee = step.speaker ? scribe.findAttendee(step.speaker) : null
  if (step.speaker && !attendee) return wrong(nobodyCalled(step.speaker))
  const silent = !attendee && !step.outsider && step.speaker === undefined
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
  const id = aboutPoint(scribe, step.point)
  if (typeof id !== 'string') return id
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
  const id = aboutPoint(scribe, step.point)
  if (typeof id !== 'string') return id
  return outcomeOf(scribe.record([{ kind: 'agreement', pointId: id, number: step.number, text: step.text }]))
}

function commitment(scribe: Scribe, step: StepOf<'commitment'>): Outcome {
  const id = aboutPoint(scribe, step.point)
  if (typeof id !== 'string') return id
  if (step.fromLastSpeech && step.fromSpeech) return wrong('use «fromLastSpeech» o «fromSpeech», no los dos')
  const named = step.fromSpeech === undefined ? null : scribe.speechId(step.fromSpeech)
  if (step.fromSpeech !== undefined && !named) return wrong(`no hay intervención ${step.fromSpeech}`)
  const source = step.fromLastSpeech ? scribe.lastSpeechId : named
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
  const { outcome, note = null, listed } = step
  const counted = listed === undefined ? {} : { listed }
  return outcomeOf(scribe.record([{ kind: 'item-reviewed', pointId: id, item, outcome, note, ...counted }]))
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
    case 'vote-open':
    case 'ballot':
    case 'rest':
    case 'casting-vote':
    case 'vote-close':
      return voteStep(scribe, step)
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
    return attendee && status ? [{ kind: 'presence', attendeeId: attendee.id, status, remote }] : []
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
    if (step.at !== undefined && file.clock === undefined && goesBack(scribe.time, step.at)) {
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
