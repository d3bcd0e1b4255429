import type { TableName } from '../schema/tables'
import type { RowsByTable } from './collect'

/** Ids that are not null, once each. */
function idsOf(ids: Iterable<string | null | undefined>): ReadonlySet<string> {
  return new Set([...ids].filter((id): id is string => id !== null && id !== undefined))
}

function reviewedItems(facts: RowsByTable['facts'], sessionId: string): readonly (string | null)[] {
  return (facts ?? []).flatMap(({ sessionId: of, body }) => {
    if (of !== sessionId) return []
    if (body.kind === 'item-reviewed') return [body.item.id]
    const replaced = body.kind === 'correction' ? body.replacement?.body : undefined
    return replaced?.kind === 'item-reviewed' ? [replaced.item.id] : []
  })
}

/**
 * What the members of a session get of a body: the session whole, the items that were born in it, reviewed
 * in it or told of in it with their stories, the seats and people that any of these name, the rows of other
 * sessions that these name (without what happened in them), and the calendar that due dates are counted in.
 */
export function membersScope(rows: RowsByTable, sessionId: string): RowsByTable {
  const ofSession = <T extends { readonly sessionId: string }>(list: readonly T[] | undefined) =>
    (list ?? []).filter((row) => row.sessionId === sessionId)
  const attendees = ofSession(rows.attendees)
  const points = ofSession(rows.points)
  const told = idsOf([
    ...reviewedItems(rows.facts, sessionId),
    ...(rows.itemEvents ?? []).flatMap((event) =>
      event.source.sessionId === sessionId ? [event.itemId] : [],
    ),
  ])
  const items = (rows.items ?? []).filter(
    ({ id, origin }) => told.has(id) || (origin.kind === 'session' && origin.sessionId === sessionId),
  )
  const itemIds = idsOf(items.map(({ id }) => id))
  const itemEvents = (rows.itemEvents ?? []).filter(({ itemId }) => itemIds.has(itemId))
  const parties = items.flatMap((item) => [...item.responsible, ...item.supporting])
  const seatIds = idsOf([...attendees, ...parties].map(({ seatId }) => seatId))
  const personIds = idsOf([...attendees, ...parties].map(({ personId }) => personId))
  const sessionIds = idsOf([
    sessionId,
    ...points.flatMap(({ approvesSessions }) => approvesSessions),
    ...items.map(({ origin }) => (origin.kind === 'session' ? origin.sessionId : null)),
    ...itemEvents.map(({ source }) => source.sessionId),
  ])
  const memberships = (rows.memberships ?? []).filter(
    (membership) => seatIds.has(membership.seatId) && personIds.has(membership.personId),
  )
  return {
    bodies: rows.bodies ?? [],
    seats: (rows.seats ?? []).filter(({ id }) => seatIds.has(id)),
    persons: (rows.persons ?? []).filter(({ id }) => personIds.has(id)),
    memberships,
    sessions: (rows.sessions ?? []).filter(({ id }) => sessionIds.has(id)),
    attendees,
    points,
    facts: ofSession(rows.facts),
    overlays: ofSession(rows.overlays),
    items,
    itemEvents,
    closedDays: rows.closedDays ?? [],
  } satisfies Partial<Record<TableName, readonly unknown[]>>
}
