import { type AttendeeId, type Overlay, overlaySchema, type SessionId } from '../../domain/sessions'

/** Key of the rewritten passage of a session. */
export function overlayId(sessionId: SessionId, anchor: string): string {
  return `${sessionId}:${anchor}`
}

/** Typed text as it is kept: no spaces at the ends of lines, no empty lines around it. */
function keptText(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trimEnd())
    .join('\n')
    .trim()
}

/**
 * What rewriting a passage stores; null when the text says what is generated anyway, so that nothing
 * needs to be kept. An empty text leaves the passage out.
 */
export function rewrittenPassage(
  sessionId: SessionId,
  anchor: string,
  text: string,
  generated: string,
): Overlay | null {
  const kept = keptText(text)
  if (kept === generated) return null
  return overlaySchema.parse({
    id: overlayId(sessionId, anchor),
    sessionId,
    anchor,
    text: kept,
    basis: generated,
  })
}

/**
 * The order of signatures after somebody is taken to a place of the sheet, from 0; places outside are
 * the first or the last. The order is unchanged when she does not sign.
 */
export function placeSignatory(
  order: readonly AttendeeId[],
  id: AttendeeId,
  place: number,
): readonly AttendeeId[] {
  if (!order.includes(id)) return order
  const others = order.filter((other) => other !== id)
  return others.toSpliced(Math.max(0, Math.min(place, others.length)), 0, id)
}
