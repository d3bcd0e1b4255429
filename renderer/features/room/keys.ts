import type { ReviewLine } from '../../../shared/domain/follow-up'
import {
  COMMITTING_ACTS,
  type EffectiveFact,
  type FactId,
  openVoteOf,
  type Point,
  type PointId,
  type SessionState,
  unanimityGesture,
  type VoteId,
} from '../../../shared/domain/sessions'
import { rollKey, voteKey } from './keys-people'
import { reviewKey, reviewPoint, startReview } from './keys-review'
import { voteDetailKey } from './keys-vote'
import { ask, type KeyOutcome, type RoomForm, type RoomUi, recordNow, stay } from './room-ui'

/** What keys may need that is not in the state: a fresh id for a vote that a key opens. */
export interface KeyContext {
  readonly state: SessionState
  readonly newVoteId: () => VoteId
  /** Items to review under the point in discussion; null when it is not that of the follow-up. */
  readonly review: () => readonly ReviewLine[] | null
  /** Items that the point of the follow-up was left without reviewing; 0 before it was opened. */
  readonly unreviewed: () => number
}

/** The point that Enter opens when none was chosen: the first that has not been dealt with. */
export function nextPoint(state: SessionState): Point | null {
  return state.plan.points.find((point) => state.points.get(point.id)?.kind === 'pending') ?? null
}

/** The point that Enter opens. */
export function chosenPoint(ui: RoomUi, state: SessionState): Point | null {
  return state.plan.points.find((point) => point.id === ui.pointCursor) ?? nextPoint(state)
}

function moveCursor<T>(all: readonly T[], at: number, step: number): T | undefined {
  return all[Math.min(all.length - 1, Math.max(0, at + step))]
}

function movePoint(ui: RoomUi, state: SessionState, step: number): RoomUi {
  const { points } = state.plan
  const from = chosenPoint(ui, state)?.id ?? state.currentPointId
  const at = points.findIndex((point) => point.id === from)
  return { ...ui, pointCursor: moveCursor(points, at, step)?.id ?? null }
}

function moveFact(ui: RoomUi, facts: readonly EffectiveFact[], step: number): RoomUi {
  const at = facts.findIndex((fact) => fact.id === ui.factCursor)
  const fact = at === -1 ? facts.at(-1) : moveCursor(facts, at, step)
  return { ...ui, factCursor: fact?.id ?? null }
}

/** The commitment form, filled from the last speech of the point that asked for something. */
function commitmentForm(state: SessionState, pointId: PointId): RoomForm {
  const speeches = state.facts.filter(({ body }) => body.kind === 'speech' && body.pointId === pointId)
  const request = speeches.findLast(
    ({ body }) => body.kind === 'speech' && COMMITTING_ACTS.includes(body.act),
  )
  const speech = request ?? speeches.at(-1)
  const text = speech?.body.kind === 'speech' ? speech.body.text : ''
  return { kind: 'commitment', pointId, sourceFactId: speech?.id ?? null, text }
}

/** Keys that need a point under discussion. */
function pointKey(ui: RoomUi, key: string, context: KeyContext, pointId: PointId): KeyOutcome | null {
  const { state } = context
  const form = (next: RoomForm) => stay({ ...ui, form: next })
  switch (key) {
    case 'i':
      return form({ kind: 'speech', pointId })
    case 'a':
      return form({ kind: 'agreement', pointId })
    case 's':
      return form(commitmentForm(state, pointId))
    case 'd':
      return form({ kind: 'outcome', pointId })
    case 'u':
      if (state.phase === 'in-session' && state.points.get(pointId)?.kind === 'voted') {
        return ask(ui, { kind: 'say', text: 'Este punto ya se votó. Para votarlo otra vez use V.' })
      }
      return recordNow(ui, ...unanimityGesture(state, pointId, context.newVoteId()))
    case 'v':
      return recordNow(ui, { kind: 'vote-opened', voteId: context.newVoteId(), pointId, subject: null })
    case 'r':
      return recordNow(ui, { kind: 'point-outcome', pointId, outcome: 'received', reason: null })
    default:
      return null
  }
}

/** Keys while the floor is open: the agenda and the point under discussion. */
function floorKey(ui: RoomUi, key: string, context: KeyContext): KeyOutcome | null {
  const { state } = context
  switch (key) {
    case 'arrowdown':
      return stay(movePoint(ui, state, 1))
    case 'arrowup':
      return stay(movePoint(ui, state, -1))
    case 'enter': {
      const point = chosenPoint(ui, state)
      const none = {
        kind: 'say',
        text: 'Ya se abrieron todos los puntos. Concluya la sesión con Ctrl+Enter.',
      } as const
      if (!point) return ask(ui, none)
      return recordNow({ ...ui, pointCursor: null }, { kind: 'point-opened', pointId: point.id })
    }
    case 'p':
      return stay({ ...ui, mode: 'roll', typed: '', selected: null })
    case 'b':
      return startReview(ui, state, context.review(), context.unreviewed())
    case 'h':
      return stay(moveFact({ ...ui, mode: 'facts' }, state.facts, 0))
    case 'o':
      return recordNow(ui, { kind: 'session-opened' })
    case 'q':
      return recordNow(ui, { kind: 'quorum-verified' })
  }
  if (!/^[iasduvr]$/.test(key)) return null
  if (state.currentPointId === null) {
    return ask(ui, { kind: 'say', text: 'No hay punto en discusión. Ábralo con Enter.' })
  }
  return pointKey(ui, key, context, state.currentPointId)
}

/** Promotes the chosen speech, whatever it is, to a commitment of its point. */
function promoteKey(ui: RoomUi, state: SessionState, factId: FactId): KeyOutcome {
  const body = state.facts.find((fact) => fact.id === factId)?.body
  if (body?.kind !== 'speech')
    return ask(ui, { kind: 'say', text: 'Elija una intervención para darle seguimiento.' })
  return stay({
    ...ui,
    form: { kind: 'commitment', pointId: body.pointId, sourceFactId: factId, text: body.text },
  })
}

/** Keys of the list of facts. */
function factsKey(ui: RoomUi, key: string, state: SessionState): KeyOutcome | null {
  if (key === 'arrowdown') return stay(moveFact(ui, state.facts, 1))
  if (key === 'arrowup') return stay(moveFact(ui, state.facts, -1))
  if (ui.factCursor === null) return null
  if (key === 'enter') return stay({ ...ui, form: { kind: 'edit', factId: ui.factCursor } })
  if (key === 's') return promoteKey(ui, state, ui.factCursor)
  if (key === 'delete') return ask(moveFact(ui, state.facts, -1), { kind: 'void', factId: ui.factCursor })
  return null
}

/** Keys that work in every mode, also over a running vote. */
function alwaysKey(ui: RoomUi, key: string, state: SessionState): KeyOutcome | null {
  switch (key) {
    case 'escape':
      return stay({
        ...ui,
        mode: 'floor',
        form: null,
        typed: '',
        selected: null,
        factCursor: null,
        pointCursor: null,
        itemCursor: null,
      })
    case 'ctrl+z':
      return ask(ui, { kind: 'undo' })
    case 'ctrl+y':
    case 'ctrl+shift+z':
      return ask(ui, { kind: 'redo' })
    case 'f2':
      return state.currentPointId === null
        ? ask(ui, { kind: 'say', text: 'No hay punto en discusión. Ábralo con Enter.' })
        : stay({ ...ui, form: { kind: 'speech', pointId: state.currentPointId } })
    case 'f3':
      return stay(moveFact({ ...ui, mode: 'facts' }, state.facts, 0))
    case 'f4':
      return stay({ ...ui, mode: 'roll', typed: '', selected: null })
    case 'f6':
      return stay({ ...ui, form: { kind: 'time' } })
    case 'f8':
      return recordNow(ui, { kind: state.phase === 'recess' ? 'recess-ended' : 'recess-started' })
    case 'f9':
      return ask(ui, { kind: 'project' })
    case 'ctrl+enter':
      return recordNow(ui, { kind: 'session-closed' })
    case '?':
      return stay({ ...ui, form: { kind: 'help' } })
    default:
      return null
  }
}

/**
 * What a key does, given where the keyboard is. Null lets the key through. Pure, so that every key can
 * be tested without a screen.
 */
export function pressKey(ui: RoomUi, key: string, context: KeyContext): KeyOutcome | null {
  const { state } = context
  if (ui.form !== null) return key === 'escape' ? stay({ ...ui, form: null }) : null
  const always = alwaysKey(ui, key, state)
  if (always) return always
  if (ui.mode === 'roll') return rollKey(ui, key, state)
  if (ui.mode === 'facts') return factsKey(ui, key, state)
  const point = ui.mode === 'review' ? reviewPoint(state) : null
  const lines = point ? context.review() : null
  if (point && lines) return reviewKey(ui, key, point, lines)
  const detail = voteDetailKey(ui, key, state)
  if (detail) return detail
  const running = openVoteOf(state)
  return running ? voteKey(ui, key, state, running.vote) : floorKey(ui, key, context)
}
