import type { ClockTime } from '../../lib/iso-date'
import type { BodyRules } from '../bodies'
import type { Attendee } from './attendee'
import type { BallotOption, Fact, PlainFactBody, PointOutcome, PresenceStatus } from './fact'
import type { AttendeeId, FactId, PointId, VoteId } from './ids'
import type { Point } from './point'
import type { Refusal } from './refusal'
import type { Session } from './session'
import type { VoteCounts, VoteResult } from './vote-result'

/** What the fold needs besides the facts: the session as prepared and the rules of its body. */
export interface SessionPlan {
  readonly session: Session
  readonly rules: BodyRules
  /** Attendance list, in its order. */
  readonly attendees: readonly Attendee[]
  /** Agenda, in its order. */
  readonly points: readonly Point[]
  /**
   * Totals of the votes of which nobody here may know who voted what: they stand in place of the ballots,
   * which are not among the facts. Absent where every ballot is known.
   */
  readonly tallies?: ReadonlyMap<VoteId, VoteTally>
}

/** A fact as it now reads after corrections, in the place of the original. */
export interface EffectiveFact {
  readonly id: FactId
  readonly seq: number
  readonly time: ClockTime
  readonly body: PlainFactBody
  /** True when a correction replaced its content. */
  readonly corrected: boolean
}

/** Where one attendee stands and since when; null time before the roll call reaches her. */
export interface PresenceState {
  readonly status: PresenceStatus | 'not-called'
  readonly since: ClockTime | null
  readonly remote: boolean
}

/** One movement of an attendee after the session was opened, for the in and out sentences. */
export interface Movement {
  readonly factId: FactId
  readonly attendeeId: AttendeeId
  readonly movement: 'arrives' | 'leaves' | 'returns'
  readonly time: ClockTime
  /** Point being discussed, null between points. */
  readonly pointId: PointId | null
}

/** What one seat did in a vote that has ended; `absent` for seats that were not in the room. */
export interface ElectorateEntry {
  readonly attendeeId: AttendeeId
  readonly option: BallotOption | 'absent'
  /** Reason of an abstention, recusal or dissent, null when none was given. */
  readonly reason: string | null
}

/** A ballot already cast in a running vote. */
export interface Ballot {
  readonly option: BallotOption
  readonly reason: string | null
}

interface VoteBase {
  readonly id: VoteId
  readonly pointId: PointId
  /** What is voted when it is not the point itself, else null. */
  readonly subject: string | null
  /** 1 for the first vote on the point, 2 for the next one… */
  readonly round: number
  readonly openedFactId: FactId
}

/** A running vote: whoever is in the room and has a vote may cast it. */
export interface OpenVote extends VoteBase {
  readonly status: 'open'
  readonly ballots: ReadonlyMap<AttendeeId, Ballot>
  /** Casting vote of whoever presides, null while nobody needed it. */
  readonly castingVote: 'yes' | 'no' | null
}

/** A vote that ended: the electorate is frozen as it stood and every seat with a vote is in it once. */
export interface ClosedVote extends VoteBase {
  readonly status: 'closed'
  /** Every seat with a vote, once; empty when only the totals may be known. */
  readonly electorate: readonly ElectorateEntry[]
  readonly counts: VoteCounts
  readonly result: VoteResult
  readonly castingVote: 'yes' | 'no' | null
  readonly closedFactId: FactId
  /** Reason given for declaring something else than the computed result, else null. */
  readonly declaredReason: string | null
}

/** A vote that ended, without who voted what. */
export type VoteTally = Pick<ClosedVote, 'counts' | 'result' | 'castingVote' | 'declaredReason'>

/** A vote on a point, running or ended. */
export type Vote = OpenVote | ClosedVote

/** How a point stands. */
export type PointStatus =
  | { readonly kind: 'pending' }
  | { readonly kind: 'open' }
  | { readonly kind: 'voted'; readonly voteId: VoteId }
  | {
      readonly kind: 'ended'
      readonly outcome: PointOutcome
      readonly reason: string | null
      readonly factId: FactId
    }
  /** Discussed and left without any formula (001, points 4 and 5): warned about, never blocked. */
  | { readonly kind: 'left' }

/** Phase of the session. */
export type Phase = 'before' | 'in-session' | 'recess' | 'closed'

/** A fact that could not be applied when replaying; only damaged or foreign data has any. */
export interface Anomaly {
  readonly fact: EffectiveFact
  readonly refusal: Refusal
}

/** Everything derived from the facts of a session. */
export interface SessionState {
  readonly plan: SessionPlan
  readonly phase: Phase
  readonly openedAt: ClockTime | null
  readonly closedAt: ClockTime | null
  readonly quorumVerified: {
    readonly factId: FactId
    readonly present: number
    readonly required: number
  } | null
  readonly presence: ReadonlyMap<AttendeeId, PresenceState>
  readonly movements: readonly Movement[]
  readonly currentPointId: PointId | null
  readonly points: ReadonlyMap<PointId, PointStatus>
  /** Points in the order they were first opened. */
  readonly openingOrder: readonly PointId[]
  readonly votes: ReadonlyMap<VoteId, Vote>
  /** The facts that count, in order, as they now read. */
  readonly facts: readonly EffectiveFact[]
  readonly anomalies: readonly Anomaly[]
}

/** A stored fact together with its session's plan. */
export interface SessionRecord {
  readonly plan: SessionPlan
  /** Every fact ever recorded, by `seq`, corrections included. */
  readonly facts: readonly Fact[]
}
