import {
  type Attendee,
  type AttendeeId,
  type BallotOption,
  missingVoters,
  type OpenVote,
  type PlainFactBody,
  presentVoters,
  restPresentGesture,
  type SessionState,
  unanimityGesture,
} from '../../../shared/domain/sessions'
import { typeInitial } from './initials'
import { ask, type KeyOutcome, type RoomUi, recordNow, stay } from './room-ui'

/** Moves the selection up or down a list of people. */
function moveSelection(ui: RoomUi, people: readonly Attendee[], step: number): RoomUi {
  const at = people.findIndex((person) => person.id === ui.selected)
  const next = at === -1 ? (step > 0 ? 0 : people.length - 1) : at + step
  const person = people[Math.min(people.length - 1, Math.max(0, next))]
  return { ...ui, typed: '', selected: person?.id ?? null, byArrows: true }
}

const UNSELECTED = { typed: '', selected: null } as const

/** A letter that nobody selected can act on is the beginning of somebody's initials. */
function selectByInitial(ui: RoomUi, people: readonly Attendee[], key: string): KeyOutcome | null {
  if (!/^[a-zñ]$/i.test(key)) return null
  const match = typeInitial(people, ui.typed, key)
  switch (match.kind) {
    case 'found':
      return stay({ ...ui, typed: '', selected: match.attendeeId, byArrows: false })
    case 'ambiguous':
      return ask(
        { ...ui, typed: '' },
        { kind: 'say', text: `Varias personas tienen las iniciales ${match.typed}. Elija con ↑ ↓.` },
      )
    case 'partial':
      return stay({ ...ui, typed: match.typed, selected: null })
    case 'none':
      return ui.typed === ''
        ? null
        : ask(
            { ...ui, typed: '' },
            { kind: 'say', text: `Nadie tiene las iniciales ${(ui.typed + key).toUpperCase()}.` },
          )
  }
}

type Presence = Extract<PlainFactBody, { kind: 'presence' }>

const ROLL_KEYS: Readonly<Record<string, Pick<Presence, 'status' | 'remote'>>> = {
  enter: { status: 'present', remote: false },
  d: { status: 'present', remote: true },
  f: { status: 'absent', remote: false },
  e: { status: 'excused', remote: false },
  s: { status: 'away', remote: false },
}

/** After a person is called with the arrows, the next one of the list not yet called is chosen. */
function nextNotCalled(state: SessionState, after: AttendeeId): AttendeeId | null {
  const { attendees } = state.plan
  const from = attendees.findIndex((attendee) => attendee.id === after) + 1
  const rest = attendees
    .slice(from)
    .find((attendee) => state.presence.get(attendee.id)?.status === 'not-called')
  return rest?.id ?? null
}

/** Keys of the roll call, before the session and during it (arrivals, exits, returns). */
export function rollKey(ui: RoomUi, key: string, state: SessionState): KeyOutcome | null {
  const people = state.plan.attendees
  const virtual = state.plan.session.modality === 'virtual'
  if (key === 'arrowdown') return stay(moveSelection(ui, people, 1))
  if (key === 'arrowup') return stay(moveSelection(ui, people, -1))
  if (key === 'space') {
    const bodies = restPresentGesture(state, virtual)
    return bodies.length > 0
      ? recordNow({ ...ui, ...UNSELECTED }, ...bodies)
      : ask(ui, { kind: 'say', text: 'Ya se pasó lista a todas las personas.' })
  }
  const change = ROLL_KEYS[key]
  if (change && ui.selected !== null && ui.typed === '') {
    const body: Presence = { kind: 'presence', attendeeId: ui.selected, ...change }
    const present = virtual && change.status === 'present' ? { ...body, remote: true } : body
    const selected = ui.byArrows ? nextNotCalled(state, ui.selected) : null
    return recordNow({ ...ui, typed: '', selected }, present)
  }
  return selectByInitial(ui, people, key)
}

const BALLOT_KEYS: Readonly<Record<string, BallotOption>> = {
  f: 'yes',
  c: 'no',
  a: 'abstain',
  x: 'recused',
  n: 'not-voting',
}

/** Keys of a running vote. */
export function voteKey(ui: RoomUi, key: string, state: SessionState, vote: OpenVote): KeyOutcome | null {
  const people = presentVoters(state)
  const next = { ...ui, ...UNSELECTED }
  if (key === 'arrowdown') return stay(moveSelection(ui, people, 1))
  if (key === 'arrowup') return stay(moveSelection(ui, people, -1))
  if (key === 'alt+f') return recordNow(next, { kind: 'casting-vote', voteId: vote.id, option: 'yes' })
  if (key === 'alt+c') return recordNow(next, { kind: 'casting-vote', voteId: vote.id, option: 'no' })
  if (key === 'enter') return recordNow(next, { kind: 'vote-closed', voteId: vote.id, declared: null })
  if (key === 'space') {
    return missingVoters(state, vote).length > 0
      ? recordNow(next, { kind: 'ballots-rest', voteId: vote.id, option: 'yes' })
      : ask(ui, { kind: 'say', text: 'No falta ningún voto. Cierre la votación con Enter.' })
  }
  const option = BALLOT_KEYS[key]
  if (option !== undefined && ui.selected !== null && ui.typed === '') {
    const before = vote.ballots.get(ui.selected)
    // The same vote typed again keeps its reason; another vote has another one.
    const reason = before?.option === option ? before.reason : null
    return recordNow(next, { kind: 'ballot', voteId: vote.id, attendeeId: ui.selected, option, reason })
  }
  const chosen = selectByInitial(ui, people, key)
  if (chosen === null && key === 'u')
    return recordNow(next, ...unanimityGesture(state, vote.pointId, vote.id))
  return chosen
}
