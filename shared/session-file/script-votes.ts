import { openVoteOf, type PlainFactBody, type VoteId, voteIdSchema } from '../domain/sessions'
import type { SessionFileVote } from './schema'
import type { Scribe } from './scribe'
import { DONE, NO_POINT, nobodyCalled, type Outcome, outcomeOf, type StepOf, wrong } from './step-outcome'
import { voteClaimProblems, voteFormProblems } from './vote-claims'

interface Ballots {
  readonly bodies: readonly PlainFactBody[]
  readonly unknown: readonly string[]
}

function ballotBodies(scribe: Scribe, step: SessionFileVote, voteId: VoteId): Ballots {
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

/** A whole vote, with what the file claims of it. */
export function vote(scribe: Scribe, step: SessionFileVote): Outcome {
  const point = scribe.state.currentPointId
  if (!point) return wrong(NO_POINT)
  const badForm = voteFormProblems(step)
  if (badForm.length > 0) return wrong(...badForm)
  const voteId = voteIdSchema.parse(scribe.newId())
  const { subject = null, declared = null } = step
  const opened: PlainFactBody = { kind: 'vote-opened', voteId, pointId: point, subject }
  const closed: PlainFactBody = { kind: 'vote-closed', voteId, declared }
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

type VoteStep = StepOf<'vote-open' | 'ballot' | 'rest' | 'casting-vote' | 'vote-close'>
type Said = { readonly body: PlainFactBody } | { readonly unknown: readonly string[] }

/** What a step of a running vote records, or whom it names that is not in the list. */
function bodyOf(scribe: Scribe, step: Exclude<VoteStep, { do: 'vote-open' }>, voteId: VoteId): Said {
  switch (step.do) {
    case 'ballot': {
      const attendee = scribe.findAttendee(step.who)
      if (!attendee) return { unknown: [step.who] }
      const { option, reason = null } = step
      return { body: { kind: 'ballot', voteId, attendeeId: attendee.id, option, reason } }
    }
    case 'rest': {
      const named = (step.exceptions ?? []).map((exception) => ({
        ...exception,
        attendee: scribe.findAttendee(exception.who),
      }))
      const unknown = named.filter(({ attendee }) => !attendee).map(({ who }) => who)
      if (unknown.length > 0) return { unknown }
      const exceptions = named.flatMap(({ attendee, option, reason = null }) =>
        attendee ? [{ attendeeId: attendee.id, option, reason }] : [],
      )
      const base = { kind: 'ballots-rest', voteId, option: step.option } as const
      return { body: step.exceptions === undefined ? base : { ...base, exceptions } }
    }
    case 'casting-vote':
      return { body: { kind: 'casting-vote', voteId, option: step.option } }
    case 'vote-close':
      return { body: { kind: 'vote-closed', voteId, declared: step.declared ?? null } }
  }
}

/** One fact of a vote that is told fact by fact. */
export function voteStep(scribe: Scribe, step: VoteStep): Outcome {
  if (step.do === 'vote-open') {
    const pointId = scribe.state.currentPointId
    if (!pointId) return wrong(NO_POINT)
    const voteId = voteIdSchema.parse(scribe.newId())
    const body = { kind: 'vote-opened', voteId, pointId, subject: step.subject ?? null } as const
    return outcomeOf(scribe.record([body]))
  }
  const running = openVoteOf(scribe.state)
  if (!running) return wrong('antes hay que abrir la votación («vote-open»)')
  const said = bodyOf(scribe, step, running.vote.id)
  if ('unknown' in said) return wrong(...said.unknown.map(nobodyCalled))
  return outcomeOf(scribe.record([said.body]))
}
