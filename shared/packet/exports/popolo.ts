import type { BallotOption, VoteCounts } from '../../domain/sessions'
import type { ClockTime } from '../../lib/iso-date'
import { offsetDateTime } from '../../lib/wall-instant'
import type { PacketView, ViewBallot, ViewPoint, ViewSession, ViewVote } from '../view/packet-view'
import { dayOf } from './session-clock'

/**
 * Options of Popolo; `excused` is of Open Civic Data, for a seat that excused itself of the vote. Each of ours
 * has one of its own, so that totals and votes can agree.
 */
const OPTION: Readonly<Record<BallotOption | 'absent', string>> = {
  yes: 'yes',
  no: 'no',
  abstain: 'abstain',
  recused: 'excused',
  'not-voting': 'not voting',
  absent: 'absent',
}

const COUNTED: Readonly<Record<keyof VoteCounts, BallotOption | 'absent'>> = {
  yes: 'yes',
  no: 'no',
  abstain: 'abstain',
  recused: 'recused',
  notVoting: 'not-voting',
  absent: 'absent',
}

const RESULT = { approved: 'pass', rejected: 'fail', tied: 'tied' } as const

/** A count of Popolo. */
export interface PopoloCount {
  readonly option: string
  readonly value: number
}

/** A vote of Popolo, with the note of Open Civic Data. */
export interface PopoloVote {
  readonly vote_event_id: string
  readonly voter_id: string
  readonly option: string
  readonly weight: 1
  readonly role?: 'chair'
  readonly note?: string
}

/** A vote event of Popolo; without `votes` where only totals may be known. */
export interface PopoloVoteEvent {
  readonly id: string
  readonly identifier: string
  readonly motion_id: string
  readonly organization_id: string
  readonly legislative_session_id: string
  readonly classification: 'vote' | 'tie-break'
  readonly start_date: string
  readonly end_date: string
  readonly result: string
  readonly counts: readonly PopoloCount[]
  readonly votes?: readonly PopoloVote[]
}

/** A motion of Popolo: a point put to the vote, or something voted apart under it. */
export interface PopoloMotion {
  readonly id: string
  readonly organization_id: string
  readonly legislative_session_id: string
  readonly context: string
  readonly text: string
  readonly date: string
  readonly result: string
  readonly vote_event_ids: readonly string[]
}

/** `votaciones.json`: motions, vote events, counts and votes of a session. */
export interface PopoloFile {
  readonly organizations: readonly object[]
  readonly legislative_sessions: readonly object[]
  readonly persons: readonly object[]
  readonly motions: readonly PopoloMotion[]
  readonly vote_events: readonly PopoloVoteEvent[]
}

interface Context {
  readonly view: PacketView
  readonly session: ViewSession
}

function momentOf({ view, session }: Context, time: ClockTime): string {
  return offsetDateTime(dayOf(session, time), time, view.body.timeZone)
}

function popoloVote(eventId: string, ballot: ViewBallot): PopoloVote {
  return {
    vote_event_id: eventId,
    voter_id: ballot.attendeeId,
    option: OPTION[ballot.option],
    weight: 1,
    ...(ballot.reason === null ? {} : { note: ballot.reason }),
  }
}

function countsOf(counts: VoteCounts): readonly PopoloCount[] {
  return Object.entries(COUNTED).map(([key, option]) => ({
    option: OPTION[option],
    value: counts[key as keyof VoteCounts],
  }))
}

/** The casting vote is a vote event of its own, in which only whoever presided voted. */
function tieBreak(vote: ViewVote, event: PopoloVoteEvent): readonly PopoloVoteEvent[] {
  const { castingVote } = vote
  if (castingVote === null) return []
  const id = `${vote.id}:tie-break`
  const { votes: _votes, ...rest } = event
  const named =
    castingVote.attendeeId === null
      ? {}
      : {
          votes: [
            {
              vote_event_id: id,
              voter_id: castingVote.attendeeId,
              option: castingVote.option,
              weight: 1,
              role: 'chair',
            } as const,
          ],
        }
  return [
    {
      ...rest,
      id,
      identifier: `${event.identifier}-desempate`,
      classification: 'tie-break',
      start_date: event.end_date,
      result: RESULT[vote.outcome],
      counts: [{ option: castingVote.option, value: 1 }],
      ...named,
    },
  ]
}

function voteEvents(
  vote: ViewVote,
  point: ViewPoint,
  motionId: string,
  context: Context,
): readonly PopoloVoteEvent[] {
  const { view, session } = context
  const event: PopoloVoteEvent = {
    id: vote.id,
    identifier: `${session.date}-punto-${point.number}-votacion-${vote.round}`,
    motion_id: motionId,
    organization_id: view.body.id,
    legislative_session_id: session.id,
    classification: 'vote',
    start_date: momentOf(context, vote.openedAt),
    end_date: momentOf(context, vote.closedAt),
    result: vote.castingVote === null ? RESULT[vote.outcome] : RESULT.tied,
    counts: countsOf(vote.counts),
    ...(vote.ballots === null ? {} : { votes: vote.ballots.map((ballot) => popoloVote(vote.id, ballot)) }),
  }
  return [event, ...tieBreak(vote, event)]
}

/** Votes on the point itself are rounds of one motion; each matter voted apart is another motion. */
function motionsOf(point: ViewPoint): ReadonlyMap<string, readonly ViewVote[]> {
  const motions = new Map<string, ViewVote[]>()
  for (const vote of point.votes) {
    const id = vote.subject === null ? point.id : `${point.id}:${vote.id}`
    const votes = motions.get(id)
    if (votes) votes.push(vote)
    else motions.set(id, [vote])
  }
  return motions
}

function pointMotions(point: ViewPoint, context: Context) {
  const { view, session } = context
  const motions: PopoloMotion[] = []
  const events: PopoloVoteEvent[] = []
  for (const [id, votes] of motionsOf(point)) {
    const last = votes.at(-1)
    if (!last) continue
    const own = votes.flatMap((vote) => voteEvents(vote, point, id, context))
    events.push(...own)
    motions.push({
      id,
      organization_id: view.body.id,
      legislative_session_id: session.id,
      context: `Punto ${point.number} del orden del día`,
      text: last.subject ?? point.title,
      date: dayOf(session, last.closedAt),
      result: RESULT[last.outcome],
      vote_event_ids: own.map((event) => event.id),
    })
  }
  return { motions, events }
}

/**
 * The votes of a session in Popolo JSON, with the options and notes of Open Civic Data. Voters are lines of
 * the attendance list, because the vote belongs to the seat and whoever comes for it casts it; `persons`
 * has each with her área.
 */
export function popoloFile(view: PacketView): PopoloFile {
  const { body, session } = view
  const organization = {
    id: body.id,
    name: body.name,
    classification: 'committee',
    other_names: [{ name: body.shortName }, { name: body.acronym }],
    parent: { name: body.institution },
  }
  if (session === null) {
    return {
      organizations: [organization],
      legislative_sessions: [],
      persons: [],
      motions: [],
      vote_events: [],
    }
  }
  const points = session.points.map((point) => pointMotions(point, { view, session }))
  return {
    organizations: [organization],
    legislative_sessions: [
      { id: session.id, name: session.title, classification: session.type, start_date: session.date },
    ],
    persons: session.attendees.map((attendee) => ({
      id: attendee.id,
      name: attendee.fullName,
      honorific_prefix: attendee.honorificShort,
      gender: attendee.gender === 'f' ? 'female' : 'male',
      memberships: [
        {
          organization_id: body.id,
          post: { label: attendee.areaName, role: attendee.role },
          role: attendee.charge,
          has_vote: attendee.hasVote,
        },
      ],
    })),
    motions: points.flatMap(({ motions }) => motions),
    vote_events: points.flatMap(({ events }) => events),
  }
}
