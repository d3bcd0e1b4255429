import {
  type AttendeeId,
  openVoteOf,
  type SessionState,
  type Vote,
  voteAtHand,
} from '../../../shared/domain/sessions'
import { ask, type KeyOutcome, type RoomUi, stay } from './room-ui'

const NO_POINT = 'No hay punto en discusión. Ábralo con Enter.'

/** Seats that have a ballot in a vote, in the order in which they cast it or in that of the list. */
export function votersOf(vote: Vote): readonly AttendeeId[] {
  if (vote.status === 'open') return [...vote.ballots.keys()]
  return vote.electorate.filter(({ option }) => option !== 'absent').map(({ attendeeId }) => attendeeId)
}

/** What a seat did in a vote, with its reason; null when it did nothing. */
export function ballotIn(vote: Vote, attendeeId: AttendeeId) {
  if (vote.status === 'open') return vote.ballots.get(attendeeId) ?? null
  const entry = vote.electorate.find((each) => each.attendeeId === attendeeId)
  return entry && entry.option !== 'absent' ? { option: entry.option, reason: entry.reason } : null
}

/** Whose reason is most likely meant: the chosen seat, the last that typed its vote, the first that dissented. */
function likelyVoter(ui: RoomUi, state: SessionState, vote: Vote): AttendeeId | null {
  const voters = votersOf(vote)
  if (ui.selected !== null && voters.includes(ui.selected)) return ui.selected
  const typed = state.facts.findLast(({ body }) => body.kind === 'ballot' && body.voteId === vote.id)?.body
  if (typed?.kind === 'ballot' && voters.includes(typed.attendeeId)) return typed.attendeeId
  return voters.find((id) => ballotIn(vote, id)?.option !== 'yes') ?? voters[0] ?? null
}

function reasonKey(ui: RoomUi, state: SessionState): KeyOutcome {
  const vote = voteAtHand(state)
  if (!vote) return ask(ui, { kind: 'say', text: 'No hay votación de la que decir un motivo.' })
  const attendeeId = likelyVoter(ui, state, vote)
  if (attendeeId === null)
    return ask(ui, { kind: 'say', text: 'Todavía no hay votos. El motivo se escribe después del voto.' })
  const form = { kind: 'vote-reason', voteId: vote.id, attendeeId } as const
  return stay({ ...ui, typed: '', selected: null, form })
}

function declareKey(ui: RoomUi, state: SessionState): KeyOutcome {
  const vote = voteAtHand(state)
  return vote
    ? stay({ ...ui, typed: '', form: { kind: 'declare', voteId: vote.id } })
    : ask(ui, { kind: 'say', text: 'No hay votación cuyo resultado declarar.' })
}

/** Keys for what a vote has besides ballots: its subject, the reasons, a declared result. */
export function voteDetailKey(ui: RoomUi, key: string, state: SessionState): KeyOutcome | null {
  if (!/^alt\+[dmq]$/.test(key)) return null
  const pointId = state.currentPointId
  if (pointId === null) return ask(ui, { kind: 'say', text: NO_POINT })
  if (key === 'alt+m') return reasonKey(ui, state)
  if (key === 'alt+d') return declareKey(ui, state)
  const voteId = openVoteOf(state)?.vote.id ?? null
  return stay({ ...ui, typed: '', form: { kind: 'vote-subject', pointId, voteId } })
}
