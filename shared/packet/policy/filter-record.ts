import type { Audience } from '../../domain/packets'
import {
  type ClosedVote,
  type Fact,
  foldSession,
  type Overlay,
  type SessionPlan,
  type SessionRecord,
  type SessionState,
  type VoteId,
  type VoteTally,
} from '../../domain/sessions'
import { err, ok, type Result } from '../../lib/result'
import { filterRow, filterRows } from './filter-row'
import type { PolicyOptions } from './policy-type'

/** Why a session cannot be shown to an audience: to the public, nothing that is not closed. */
export type FilterRefusal = { readonly code: 'not-closed' }

function tallyOf({ counts, result, castingVote, declaredReason }: ClosedVote): VoteTally {
  return { counts, result, castingVote, declaredReason }
}

function talliesOf(state: SessionState): ReadonlyMap<VoteId, VoteTally> {
  return new Map(
    [...state.votes.values()].flatMap((vote) => (vote.status === 'closed' ? [[vote.id, tallyOf(vote)]] : [])),
  )
}

/** The facts that count, as they read now, in the place of those that were typed. */
function factsInForce(record: SessionRecord, state: SessionState): readonly Fact[] {
  const typed = new Map(record.facts.map((fact) => [fact.id, fact]))
  return state.facts.flatMap(({ id, time, body }) => {
    const fact = typed.get(id)
    return fact ? [{ ...fact, time, body }] : []
  })
}

/**
 * A session as an audience may see it, ready to be folded, drawn and exported. The public gets the facts
 * that count, corrections resolved; where votes are not named it gets no ballot, and the plan carries the
 * totals of each vote instead. A session that is not closed is a draft and is refused to the public.
 */
export function filterRecord(
  record: SessionRecord,
  audience: Audience,
  options: PolicyOptions,
): Result<SessionRecord, FilterRefusal> {
  if (audience !== 'public') return ok(record)
  const { plan } = record
  const state = foldSession(plan, record.facts)
  if (state.phase !== 'closed') return err({ code: 'not-closed' })
  const [session] = filterRows('sessions', [plan.session], audience, options)
  if (!session) throw new Error('The policy withholds sessions from the public')
  const rules = filterRulesOf(plan, audience, options)
  const filtered: SessionPlan = {
    session,
    rules,
    attendees: filterRows('attendees', plan.attendees, audience, options),
    points: filterRows('points', plan.points, audience, options),
    ...(options.namedVotes ? {} : { tallies: talliesOf(state) }),
  }
  const facts = filterRows('facts', factsInForce(record, state), audience, options)
  return ok({ plan: filtered, facts })
}

/** The rules of a plan are those of its body, and decided as such. */
function filterRulesOf(
  { rules, session }: SessionPlan,
  audience: Audience,
  options: PolicyOptions,
): SessionPlan['rules'] {
  const body = {
    id: session.bodyId,
    name: '',
    shortName: '',
    acronym: '',
    institution: '',
    gender: 'm',
    timeZone: '',
    agreementPattern: null,
    rules,
  } as const
  return filterRow('bodies', body, audience, options)?.rules ?? rules
}

/**
 * The rewritten passages that an audience may read. Where votes are not named, a rewritten account of a vote
 * is left out, because it may well name them: the account is generated from the totals instead.
 */
export function filterOverlays(
  overlays: readonly Overlay[],
  audience: Audience,
  options: PolicyOptions,
): readonly Overlay[] {
  const namesVotes = (overlay: Overlay) => overlay.anchor.startsWith('vote:')
  const kept =
    audience === 'public' && !options.namedVotes
      ? overlays.filter((overlay) => !namesVotes(overlay))
      : overlays
  return filterRows('overlays', kept, audience, options)
}
