import {
  type ClosedVote,
  decidingVote,
  type FactId,
  OUTCOME_WORDS,
  type Point,
  type PointId,
  type SessionState,
  votesOf,
} from '../../domain/sessions'
import { assertNever, required } from '../../lib/assert'
import type { ClockTime } from '../../lib/iso-date'
import { capitalize } from '../../lib/spanish'
import type { ViewAgreement, ViewFile, ViewPoint, ViewResult, ViewVote } from './packet-view'

/** What the points of a session are shown with. */
export interface PointContext {
  readonly state: SessionState
  /** What the minuta says of each vote, by the id of the vote. */
  readonly sentences: ReadonlyMap<string, string>
  readonly annexes: ReadonlyMap<PointId, readonly ViewFile[]>
}

const BY_WORDS = {
  unanimity: 'por unanimidad',
  majority: 'por mayoría',
  'casting-vote': 'con voto de calidad',
  declaration: 'por declaración',
} as const

function resultWords({ result }: ClosedVote): string {
  if (result.kind === 'tied') return 'Empatado'
  if (result.kind === 'approved') return `Aprobado ${BY_WORDS[result.by]}`
  return result.by === 'majority' ? 'No aprobado' : `No aprobado, ${BY_WORDS[result.by]}`
}

/** What became of a point, in words. */
export function pointOutcomeWords(state: SessionState, point: Point): string {
  const status = required(state.points.get(point.id), 'status of a point')
  switch (status.kind) {
    case 'pending':
      return state.phase === 'closed' ? 'No se desahogó' : 'Pendiente'
    case 'open':
      return 'En discusión'
    case 'voted':
      return resultWords(required(decidingVote(state, point.id), 'vote'))
    case 'ended':
      return capitalize(OUTCOME_WORDS[status.outcome])
    case 'left':
      if (endedTied(state, point.id)) return 'Empatado'
      return point.closing === 'none' ? 'Desahogado' : 'Sin resultado asentado'
    default:
      return assertNever(status)
  }
}

/** What became of a point, as a mark: a vote on the point itself that ended tied is all that happened. */
function pointResult(state: SessionState, point: Point): ViewResult {
  const status = required(state.points.get(point.id), 'status of a point')
  switch (status.kind) {
    case 'pending':
    case 'open':
      return status.kind
    case 'voted':
      return required(decidingVote(state, point.id), 'vote').result.kind
    case 'ended':
      return status.outcome === 'unrecorded' ? 'none' : status.outcome
    case 'left':
      return endedTied(state, point.id) ? 'tied' : 'none'
    default:
      return assertNever(status)
  }
}

/** Whether the last vote on a point itself, which did not decide it, ended in a tie. */
function endedTied(state: SessionState, id: PointId): boolean {
  const last = votesOf(state, id).findLast(({ subject }) => subject === null)
  return last?.status === 'closed' && last.result.kind === 'tied'
}

/** Time given to a fact. */
function timeOf(state: SessionState, id: FactId): ClockTime {
  return required(
    state.facts.find((fact) => fact.id === id),
    'fact of a vote',
  ).time
}

/** Whoever held the presidency in a vote: the one of that role who was in it. */
function presidentIn(state: SessionState, vote: ClosedVote): string | null {
  const voted = new Set(vote.electorate.filter((e) => e.option !== 'absent').map((e) => e.attendeeId))
  return state.plan.attendees.find(({ role, id }) => role === 'presidency' && voted.has(id))?.id ?? null
}

/** A vote whose electorate the policy withheld shows only its totals. */
function viewVote(vote: ClosedVote, context: PointContext): ViewVote {
  const { state } = context
  const named = vote.electorate.length > 0
  const ballots = vote.electorate.map(({ attendeeId, option, reason }) => ({ attendeeId, option, reason }))
  const casting = vote.castingVote
  const president = named ? presidentIn(state, vote) : null
  return {
    id: vote.id,
    subject: vote.subject,
    round: vote.round,
    openedAt: timeOf(state, vote.openedFactId),
    closedAt: timeOf(state, vote.closedFactId),
    counts: vote.counts,
    outcome: vote.result.kind,
    // A tie has no way in which it was decided: the plain rule of the majority gave it.
    by: vote.result.kind === 'tied' ? 'majority' : vote.result.by,
    castingVote: casting === null ? null : { option: casting, attendeeId: president },
    ballots: named ? ballots : null,
    sentence: context.sentences.get(vote.id) ?? '',
  }
}

function agreementsOf(state: SessionState, pointId: PointId): readonly ViewAgreement[] {
  return state.facts.flatMap(({ id, body }) =>
    body.kind === 'agreement' && body.pointId === pointId
      ? [{ id, number: body.number, text: body.text }]
      : [],
  )
}

/** The agenda with what became of each point. A vote still running is not shown. */
export function viewPoints(context: PointContext): readonly ViewPoint[] {
  const { state } = context
  return [...state.plan.points]
    .sort((a, b) => a.order - b.order)
    .map((point) => ({
      id: point.id,
      number: point.number,
      title: point.title,
      presenter: point.presenter,
      outcome: pointOutcomeWords(state, point),
      result: pointResult(state, point),
      annexes: context.annexes.get(point.id) ?? [],
      links: point.links,
      votes: votesOf(state, point.id).flatMap((vote) =>
        vote.status === 'closed' ? [viewVote(vote, context)] : [],
      ),
      agreements: agreementsOf(state, point.id),
    }))
}
