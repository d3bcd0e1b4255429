import {
  type EffectiveFact,
  type FactId,
  findAttendee,
  findPoint,
  itemReviews,
  type PlainFactBody,
  type Point,
  type PointId,
  type SessionState,
  type Speaker,
  unreviewedItems,
  votesOf,
  votingAttendees,
} from '../../domain/sessions'
import { assertNever, required } from '../../lib/assert'
import { chairOf } from './chair'
import { type Naming, speakerKey } from './names'
import { outcomeProse } from './outcome-prose'
import type { Passage } from './passage'
import { pointOpeningProse, pointResumedProse } from './point-openings'
import { presenceProse } from './presence-prose'
import type { SessionsById } from './prior-minutes'
import { agreementProse, commitmentProse } from './record-prose'
import type { Step } from './replay'
import { reviewsProse } from './reviews-prose'
import { closingProse, openingProse, quorumProse, recessProse } from './session-prose'
import { speechProse } from './speech'
import { voteProse } from './vote-prose'

type BodyOf<K extends PlainFactBody['kind']> = Extract<PlainFactBody, { kind: K }>

/** What telling one fact needs of the others. */
export interface TellContext {
  readonly steps: readonly Step[]
  /** Place of the fact in `steps`. */
  readonly index: number
  readonly previousSessions: SessionsById
  /** Points already opened before this fact. */
  readonly seen: ReadonlySet<PointId>
}

function pointOf(state: SessionState, id: PointId): Point {
  return required(findPoint(state.plan, id), 'point')
}

/** Whether anybody spoke on a point up to a step. */
function discussed(context: TellContext, pointId: PointId): boolean {
  return context.steps
    .slice(0, context.index)
    .some(({ fact }) => fact.body.kind === 'speech' && fact.body.pointId === pointId)
}

const PRESENTING: Readonly<Record<Point['kind'], readonly string[]>> = {
  'agenda-approval': [],
  'prior-minutes': [],
  'follow-up': [],
  report: ['informs', 'presents'],
  'agreement-draft': ['presents'],
  'general-matters': [],
  other: ['informs', 'presents'],
}

/** Whoever presents a point without being of the chair: the first to speak on it, when that shows so. */
function presenterOf(
  context: TellContext,
  point: Point,
): { readonly speaker: Speaker; readonly factId: FactId } | null {
  for (const { fact, before } of context.steps.slice(context.index + 1)) {
    if (fact.body.kind === 'point-opened') return null
    if (fact.body.kind !== 'speech') continue
    const { speaker, act } = fact.body
    if (speaker === null || !PRESENTING[point.kind].includes(act)) return null
    const attendee = speaker.kind === 'attendee' ? findAttendee(before.plan, speaker.attendeeId) : null
    const ofChair = attendee?.role === 'presidency' || attendee?.role === 'technical-secretariat'
    return ofChair ? null : { speaker, factId: fact.id }
  }
  return null
}

function tellPointOpened(step: Step, body: BodyOf<'point-opened'>, context: TellContext): Passage | null {
  const point = pointOf(step.before, body.pointId)
  if (context.seen.has(point.id)) {
    if (step.before.currentPointId === point.id) return null
    return simple(step.fact, point.id, () => pointResumedProse(point))
  }
  if (point.kind === 'agenda-approval' && !spokenBeforeEnd(context, point)) return null
  const presenter = presenterOf(context, point)
  const opening = {
    chair: chairOf(step.after),
    session: step.after.plan.session,
    previousSessions: context.previousSessions,
    firstSpeaker: presenter?.speaker ?? null,
  }
  return {
    anchor: `point:${point.id}:opening`,
    pointId: point.id,
    sources: presenter ? [step.fact.id, presenter.factId] : [step.fact.id],
    speaker: null,
    write: (naming) => pointOpeningProse(point, opening, naming),
  }
}

/** Whether the agenda was spoken about; when it was only voted, its vote says everything (000, point 1). */
function spokenBeforeEnd(context: TellContext, point: Point): boolean {
  const after = context.steps.slice(context.index + 1)
  const speech = after.findIndex(({ fact }) => fact.body.kind === 'speech' && fact.body.pointId === point.id)
  const vote = after.findIndex(({ fact, after: state }) => {
    const ended = fact.body.kind === 'vote-closed' ? state.votes.get(fact.body.voteId) : undefined
    return ended?.pointId === point.id && ended.subject === null
  })
  return vote === -1 || (speech !== -1 && speech < vote)
}

function simple(fact: EffectiveFact, pointId: PointId | null, write: (naming: Naming) => string): Passage {
  return { anchor: `fact:${fact.id}`, pointId, sources: [fact.id], speaker: null, write }
}

function tellPresence(step: Step, body: BodyOf<'presence'>): Passage | null {
  if (step.before.phase === 'before') return null
  const attendee = required(findAttendee(step.before.plan, body.attendeeId), 'attendee')
  const write = presenceProse({
    attendee,
    was: required(step.before.presence.get(attendee.id), 'presence'),
    now: required(step.after.presence.get(attendee.id), 'presence'),
    time: step.fact.time,
    session: step.before.plan.session,
  })
  return write && simple(step.fact, step.before.currentPointId, write)
}

function tellVote(step: Step, body: BodyOf<'vote-closed'>, context: TellContext): Passage | null {
  const vote = required(step.after.votes.get(body.voteId), 'vote')
  if (vote.status !== 'closed') return null
  const point = pointOf(step.after, vote.pointId)
  const sources = context.steps
    .map(({ fact }) => fact)
    .filter((fact) => 'voteId' in fact.body && fact.body.voteId === vote.id)
    .map((fact) => fact.id)
  const onPoint = votesOf(step.after, point.id).filter((each) => each.subject === null)
  const round = onPoint.findIndex(({ id }) => id === vote.id) + 1
  const told = { point, discussed: discussed(context, point.id), round }
  return {
    anchor: `vote:${vote.id}`,
    pointId: point.id,
    sources,
    speaker: null,
    write: (naming) => voteProse(vote, told, naming),
  }
}

function tellOutcome(step: Step, body: BodyOf<'point-outcome'>, context: TellContext): Passage | null {
  const point = pointOf(step.before, body.pointId)
  const text = outcomeProse(body.outcome, {
    point,
    reason: body.reason,
    current: step.before.currentPointId === point.id,
    discussed: discussed(context, point.id),
  })
  return text === null ? null : simple(step.fact, point.id, () => text)
}

function tellQuorum(step: Step): Passage {
  const { present, required: needed } = required(step.after.quorumVerified, 'quorum')
  const numbers = { present, required: needed, total: votingAttendees(step.after.plan).length }
  const again = step.before.quorumVerified !== null
  const chair = chairOf(step.after)
  return simple(step.fact, step.before.currentPointId, (naming) => quorumProse(numbers, again, chair, naming))
}

/**
 * A commitment taken from a speech needs no sentence of its own: the real minutas tell what was asked
 * and nothing else (000, points 3, 8 and 9). One that comes from no speech is told.
 */
function tellCommitment(fact: EffectiveFact, body: BodyOf<'commitment'>): Passage | null {
  return body.sourceFactId === null ? simple(fact, body.pointId, () => commitmentProse(body)) : null
}

/**
 * The reviews of a point are told together, where the first was made, as they ended: what was said of an
 * item before it was taken up again is not told.
 */
function tellReviews(fact: EffectiveFact, pointId: PointId, context: TellContext): Passage | null {
  const ofPoint = context.steps
    .map((step) => step.fact)
    .filter(({ body }) => body.kind === 'item-reviewed' && body.pointId === pointId)
  if (ofPoint[0]?.id !== fact.id) return null
  const all = context.steps.map((step) => step.fact)
  const last = all.findLast(({ body }) => body.kind === 'item-reviewed')
  // What was not reviewed is told once, where the review ended.
  const unreviewed = ofPoint.some(({ id }) => id === last?.id) ? unreviewedItems(all) : 0
  return {
    anchor: `point:${pointId}:reviews`,
    pointId,
    sources: ofPoint.map(({ id }) => id),
    speaker: null,
    write: () => reviewsProse(itemReviews(ofPoint), unreviewed),
  }
}

/** The passage that tells a fact, or null when the fact is told elsewhere or says nothing in prose. */
export function passageOf(step: Step, context: TellContext): Passage | null {
  const { fact, before, after } = step
  const body = fact.body
  switch (body.kind) {
    case 'session-opened': {
      const chair = chairOf(after)
      return simple(fact, null, (naming) => openingProse(after.plan.session, chair, naming))
    }
    case 'presence':
      return tellPresence(step, body)
    case 'quorum-verified':
      return tellQuorum(step)
    case 'point-opened':
      return tellPointOpened(step, body, context)
    case 'speech':
      return {
        ...simple(fact, body.pointId, (naming) => speechProse(body, naming)),
        speaker: body.speaker === null || body.act === 'narrates' ? null : speakerKey(body.speaker),
      }
    case 'vote-closed':
      return tellVote(step, body, context)
    case 'point-outcome':
      return tellOutcome(step, body, context)
    case 'agreement':
      return simple(fact, body.pointId, () => agreementProse(body))
    case 'commitment':
      return tellCommitment(fact, body)
    case 'item-reviewed':
      return tellReviews(fact, body.pointId, context)
    case 'recess-started':
    case 'recess-ended':
      return simple(fact, before.currentPointId, () => recessProse(fact.time, body.kind))
    case 'session-closed':
      return simple(fact, null, () => closingProse(after, fact.time))
    case 'vote-opened':
    case 'ballot':
    case 'ballots-rest':
    case 'casting-vote':
      return null
    default:
      return assertNever(body)
  }
}
