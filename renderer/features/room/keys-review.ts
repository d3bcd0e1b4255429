import {
  type ItemId,
  nextToReview,
  outcomeFor,
  type ReviewLine,
  reviewFact,
} from '../../../shared/domain/follow-up'
import {
  findPoint,
  type Point,
  REVIEW_WORDS,
  type ReviewOutcome,
  type SessionState,
} from '../../../shared/domain/sessions'
import { ask, type KeyOutcome, type RoomUi, recordNow, stay } from './room-ui'

/** Letters of the outcomes of a review; the screen shows them from this list. */
export const REVIEW_KEYS: Readonly<Record<string, ReviewOutcome>> = {
  c: 'fulfilled',
  e: 'in-progress',
  p: 'pending',
  x: 'cancelled',
  m: 'moot',
}

/** The point under discussion when pending items are reviewed under it; null otherwise. */
export function reviewPoint(state: SessionState): Point | null {
  if (state.phase !== 'in-session' || state.currentPointId === null) return null
  const point = findPoint(state.plan, state.currentPointId)
  return point?.kind === 'follow-up' ? point : null
}

/** The line that the keys act on: the chosen one, or the first not reviewed, or the first. */
export function chosenLine(lines: readonly ReviewLine[], cursor: ItemId | null): ReviewLine | null {
  const chosen = lines.find(({ record }) => record.item.id === cursor)
  return chosen ?? nextToReview(lines, null) ?? lines[0] ?? null
}

function whereToReview(state: SessionState): string {
  const point = state.plan.points.find(({ kind }) => kind === 'follow-up')
  return point
    ? `Los pendientes se revisan en el punto ${point.number}, seguimiento de acuerdos. Ábralo primero.`
    : 'Esta sesión no tiene un punto de seguimiento de acuerdos.'
}

/** The point under which the session reviewed, or left, what was pending; null while it has not come to it. */
export function openedFollowUp(state: SessionState): Point | null {
  const isOpened = ({ id, kind }: Point) => kind === 'follow-up' && state.openingOrder.includes(id)
  return state.plan.points.findLast(isOpened) ?? null
}

/**
 * B: begins to review what is pending, under the point of the follow-up. When that point was left with items
 * not reviewed, it is taken up again.
 */
export function startReview(
  ui: RoomUi,
  state: SessionState,
  lines: readonly ReviewLine[] | null,
  unreviewed: number,
): KeyOutcome {
  if (!reviewPoint(state)) {
    const left = openedFollowUp(state)
    if (!left || unreviewed === 0) return ask(ui, { kind: 'say', text: whereToReview(state) })
    const next: RoomUi = { ...ui, mode: 'review', itemCursor: null, pointCursor: null }
    return recordNow(next, { kind: 'point-opened', pointId: left.id })
  }
  if (lines === null)
    return ask(ui, { kind: 'say', text: 'Se está leyendo el seguimiento; intente de nuevo.' })
  const line = chosenLine(lines, null)
  if (!line) return ask(ui, { kind: 'say', text: 'No hay asuntos pendientes que revisar.' })
  return stay({ ...ui, mode: 'review', itemCursor: line.record.item.id })
}

function moveLine(ui: RoomUi, lines: readonly ReviewLine[], step: number): RoomUi {
  const current = chosenLine(lines, ui.itemCursor)?.record.item.id
  const at = lines.findIndex(({ record }) => record.item.id === current)
  const to = lines[Math.min(lines.length - 1, Math.max(0, at + step))]
  return { ...ui, itemCursor: to?.record.item.id ?? null }
}

/** What a letter records of the chosen item; what was said of it before goes on with it. */
function outcomeKey(
  ui: RoomUi,
  point: Point,
  lines: readonly ReviewLine[],
  letter: ReviewOutcome,
): KeyOutcome {
  const line = chosenLine(lines, ui.itemCursor)
  if (!line) return stay({ ...ui, mode: 'floor', itemCursor: null })
  const { record, review } = line
  const outcome = outcomeFor(record, letter)
  if (review?.outcome === outcome) {
    const text = `${record.item.code} ya consta así en esta sesión (${REVIEW_WORDS[outcome]}). Con N se agrega una nota.`
    return ask(ui, { kind: 'say', text })
  }
  const next = review ? null : nextToReview(lines, record.item.id)
  return recordNow(
    { ...ui, itemCursor: (next ?? line).record.item.id },
    reviewFact(line, point.id, outcome, review?.note ?? null, lines.length),
  )
}

/** Keys while pending items are reviewed under a point. */
export function reviewKey(
  ui: RoomUi,
  key: string,
  point: Point,
  lines: readonly ReviewLine[],
): KeyOutcome | null {
  const outcome = REVIEW_KEYS[key]
  if (outcome) return outcomeKey(ui, point, lines, outcome)
  const chosen = chosenLine(lines, ui.itemCursor)
  switch (key) {
    case 'arrowdown':
      return stay(moveLine(ui, lines, 1))
    case 'arrowup':
      return stay(moveLine(ui, lines, -1))
    case 'b':
      return stay({ ...ui, mode: 'floor', itemCursor: null })
    case 'i':
      return stay({ ...ui, form: { kind: 'speech', pointId: point.id } })
    case 'n':
      if (!chosen) return null
      return stay({ ...ui, form: { kind: 'review', pointId: point.id, itemId: chosen.record.item.id } })
    default:
      return null
  }
}
