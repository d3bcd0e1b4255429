import type { AttendeeId, ClosedVote, EffectiveFact, PlainFactBody, SessionState } from '../domain/sessions'
import type { SessionFileStep, SessionFileVote } from './schema'

type BodyOf<K extends PlainFactBody['kind']> = Extract<PlainFactBody, { kind: K }>
type VoteBody = Extract<PlainFactBody, { readonly voteId: unknown }>
/** The initials of an attendee. */
export type KeyOf = (id: AttendeeId) => string

function bodiesOf<K extends VoteBody['kind']>(
  facts: readonly EffectiveFact[],
  kind: K,
): readonly BodyOf<K>[] {
  return facts.flatMap(({ body }) => (body.kind === kind ? [body as BodyOf<K>] : []))
}

const ORDER: readonly VoteBody['kind'][] = [
  'vote-opened',
  'ballot',
  'ballots-rest',
  'casting-vote',
  'vote-closed',
]

/** The facts of the vote that opens at a place, when they follow one another and can be told as one. */
export function wholeVote(facts: readonly EffectiveFact[], start: number): readonly EffectiveFact[] | null {
  const opening = facts[start]
  if (opening?.body.kind !== 'vote-opened') return null
  const { voteId } = opening.body
  const end = facts.findIndex(
    ({ body }, index) => index > start && body.kind === 'vote-closed' && body.voteId === voteId,
  )
  if (end < 0) return null
  const whole = facts.slice(start, end + 1)
  const kinds = whole.map(({ body }) => ORDER.indexOf(body.kind as VoteBody['kind']))
  const inOrder = kinds.every((kind, index) => kind >= 0 && kind >= (kinds[index - 1] ?? 0))
  const sameTime = whole.every(({ time }) => time === opening.time)
  const voters = bodiesOf(whole, 'ballot').map(({ attendeeId }) => attendeeId)
  const rest = bodiesOf(whole, 'ballots-rest')
  const simple =
    new Set(voters).size === voters.length &&
    rest.length <= 1 &&
    rest.every(({ exceptions }) => exceptions === undefined) &&
    bodiesOf(whole, 'casting-vote').length <= 1 &&
    voters.length + rest.length > 0
  return inOrder && sameTime && simple ? whole : null
}

/** What a vote gave, which whoever reads the file checks against its ballots. */
function claims({ result, counts }: ClosedVote): Pick<SessionFileVote, 'result' | 'by' | 'count'> {
  return { result: result.kind, ...(result.kind === 'tied' ? {} : { by: result.by }), count: counts }
}

/** A whole vote as one step. */
export function voteStepOf(
  facts: readonly EffectiveFact[],
  state: SessionState,
  keyOf: KeyOf,
): SessionFileVote {
  const [opened] = bodiesOf(facts, 'vote-opened')
  const [closed] = bodiesOf(facts, 'vote-closed')
  const [rest] = bodiesOf(facts, 'ballots-rest')
  const [casting] = bodiesOf(facts, 'casting-vote')
  const ballots = bodiesOf(facts, 'ballot')
  const reasons = ballots.flatMap(({ attendeeId, reason }) =>
    reason === null ? [] : [[keyOf(attendeeId), reason] as const],
  )
  const vote = closed && state.votes.get(closed.voteId)
  const unanimous = ballots.length === 0 && rest?.option === 'yes' && !casting
  return {
    do: 'vote',
    ...(opened?.subject ? { subject: opened.subject } : {}),
    ...(unanimous ? { unanimous: true } : {}),
    ...(ballots.length === 0
      ? {}
      : { ballots: Object.fromEntries(ballots.map((each) => [keyOf(each.attendeeId), each.option])) }),
    ...(rest && !unanimous ? { rest: rest.option } : {}),
    ...(reasons.length === 0 ? {} : { reasons: Object.fromEntries(reasons) }),
    ...(casting ? { castingVote: casting.option } : {}),
    ...(closed?.declared ? { declared: closed.declared } : {}),
    ...(vote?.status === 'closed' ? claims(vote) : {}),
  }
}

/** One fact of a vote as a step of its own. */
export function votePartOf(body: VoteBody, keyOf: KeyOf): SessionFileStep {
  switch (body.kind) {
    case 'vote-opened':
      return { do: 'vote-open', ...(body.subject === null ? {} : { subject: body.subject }) }
    case 'ballot':
      return { do: 'ballot', ...castOf(body, keyOf) }
    case 'ballots-rest': {
      const { option, exceptions } = body
      const told = exceptions?.map((exception) => castOf(exception, keyOf))
      return { do: 'rest', option, ...(told === undefined ? {} : { exceptions: told }) }
    }
    case 'casting-vote':
      return { do: 'casting-vote', option: body.option }
    case 'vote-closed':
      return { do: 'vote-close', ...(body.declared === null ? {} : { declared: body.declared }) }
  }
}

function castOf(
  { attendeeId, option, reason }: Pick<BodyOf<'ballot'>, 'attendeeId' | 'option' | 'reason'>,
  keyOf: KeyOf,
) {
  return { who: keyOf(attendeeId), option, ...(reason === null ? {} : { reason }) }
}
