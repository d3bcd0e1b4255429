import { DEFAULT_RULES } from '../../shared/domain/bodies'
import {
  type Attendee,
  type AttendeeId,
  type Fact,
  foldSession,
  type PlainFactBody,
  type Point,
  type PointId,
  type Recorded,
  type Refusal,
  recordGesture,
  type SessionPlan,
  type SessionRecord,
  type SessionState,
  type VoteId,
  voteIdSchema,
} from '../../shared/domain/sessions'
import { required } from '../../shared/lib/assert'
import type { Effects } from '../../shared/lib/effects'
import { clockTimeSchema } from '../../shared/lib/iso-date'
import type { Result } from '../../shared/lib/result'
import { countingEffects, makeAttendee, makePoint, makeSession, testId } from './make-session'

/** A plan with so many voting seats, guests and points; attendee 1 presides, 2 is the Secretaría Técnica. */
export function makeCommittee(voters = 7, guests = 1, points = 3): SessionPlan {
  const session = makeSession(1)
  const role = (n: number) => (n === 1 ? 'presidency' : n === 2 ? 'technical-secretariat' : 'member')
  const attendees = Array.from({ length: voters + guests }, (_, index) =>
    makeAttendee(session, index + 1, {
      order: index,
      role: index < voters ? role(index + 1) : 'guest',
      hasVote: index < voters,
      signs: index < voters,
    }),
  )
  return {
    session,
    rules: DEFAULT_RULES,
    attendees,
    points: Array.from({ length: points }, (_, index) => makePoint(session, index + 1)),
  }
}

/** Records facts on a plan, keeping what was stored, for tests. */
export class Recorder {
  readonly plan: SessionPlan
  readonly effects: Effects = countingEffects(500_000)
  facts: readonly Fact[] = []

  constructor(plan: SessionPlan = makeCommittee()) {
    this.plan = plan
  }

  get record(): SessionRecord {
    return { plan: this.plan, facts: this.facts }
  }

  get state(): SessionState {
    return foldSession(this.plan, this.facts)
  }

  attendee(n: number): Attendee {
    return required(this.plan.attendees[n - 1], 'attendee')
  }

  point(n: number): Point {
    return required(this.plan.points[n - 1], 'point')
  }

  /** Stores what was decided, or returns why it was refused. */
  keep(decided: Result<Recorded, Refusal>): Refusal | null {
    if (!decided.ok) return decided.error
    this.facts = [...this.facts, ...decided.value.facts]
    return null
  }

  /** Records one gesture; null when it was accepted. */
  try(...bodies: readonly PlainFactBody[]): Refusal | null {
    return this.keep(recordGesture(this.record, bodies, clockTimeSchema.parse('11:00'), this.effects))
  }

  /** Records one gesture that must be accepted. */
  do(...bodies: readonly PlainFactBody[]): this {
    const refusal = this.try(...bodies)
    if (refusal) throw new Error(`Refused: ${JSON.stringify(refusal)}`)
    return this
  }

  /** The first `count` attendees are in the room, and the session is open at the first point. */
  open(count = this.plan.attendees.length): this {
    this.do(...this.plan.attendees.slice(0, count).map((attendee) => presence(attendee.id, 'present')))
    this.do({ kind: 'session-opened' })
    return this.do({ kind: 'point-opened', pointId: this.point(1).id })
  }
}

export function presence(
  attendeeId: AttendeeId,
  status: 'present' | 'absent' | 'excused' | 'away',
): PlainFactBody {
  return { kind: 'presence', attendeeId, status, remote: false }
}

export function ballot(
  voteId: VoteId,
  attendeeId: AttendeeId,
  option: 'yes' | 'no' | 'abstain' | 'recused' | 'not-voting',
): PlainFactBody {
  return { kind: 'ballot', voteId, attendeeId, option, reason: null }
}

export function voteId(n: number): VoteId {
  return voteIdSchema.parse(testId(700_000 + n))
}

/** A whole vote: exceptions, everybody else in favour, closed. */
export function vote(
  pointId: PointId,
  id: VoteId,
  exceptions: readonly PlainFactBody[] = [],
): readonly PlainFactBody[] {
  return [
    { kind: 'vote-opened', voteId: id, pointId, subject: null },
    ...exceptions,
    { kind: 'ballots-rest', voteId: id, option: 'yes' },
    { kind: 'vote-closed', voteId: id, declared: null },
  ]
}
