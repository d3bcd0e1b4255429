import { inAgendaOrder } from './agenda-edit'
import { type AgendaWarning, agendaWarnings, allowsGeneralMatters, proposeClosing } from './agenda-rules'
import { type InitialsClash, initialsClashes } from './distinct-initials'
import type { Closing, Point } from './point'
import { awaitingMinutas } from './propose-agenda'
import { presidentOf, secretaryOf } from './queries'
import { requiredQuorum, votingAttendees } from './quorum'
import type { Session } from './session'
import type { SessionPlan, SessionRecord } from './state'

/**
 * Something the secretary should look at before the session. Only an empty agenda and an empty
 * attendance list keep the session from opening; everything else is said and left to her.
 */
export type PreparationNotice =
  | { readonly code: 'agenda'; readonly warning: AgendaWarning }
  | { readonly code: 'general-matters-not-last'; readonly point: Point }
  | { readonly code: 'closing-differs'; readonly point: Point; readonly proposed: Closing }
  | { readonly code: 'minutas-not-named'; readonly point: Point }
  | { readonly code: 'minutas-missing'; readonly sessions: readonly Session[] }
  | { readonly code: 'place-missing' }
  | { readonly code: 'nobody-called' }
  | { readonly code: 'no-presidency' }
  | { readonly code: 'no-secretariat' }
  | { readonly code: 'quorum-unreachable'; readonly required: number; readonly voting: number }
  | { readonly code: 'initials-clash'; readonly clashes: readonly InitialsClash[] }

function agendaNotices(plan: SessionPlan, records: readonly SessionRecord[]): readonly PreparationNotice[] {
  const points = inAgendaOrder(plan.points)
  const notices: PreparationNotice[] = agendaWarnings(plan.session, points).map((warning) => ({
    code: 'agenda',
    warning,
  }))
  for (const [index, point] of points.entries()) {
    const belongs = point.kind === 'general-matters' && allowsGeneralMatters(plan.session.type)
    if (belongs && index < points.length - 1) {
      notices.push({ code: 'general-matters-not-last', point })
    }
    const proposed = proposeClosing(point.title)
    if (proposed !== 'none' && proposed !== point.closing) {
      notices.push({ code: 'closing-differs', point, proposed })
    }
    if (point.kind === 'prior-minutes' && point.approvesSessions.length === 0) {
      notices.push({ code: 'minutas-not-named', point })
    }
  }
  return [...notices, ...missingMinutas(plan, records)]
}

/** Minutas that an ordinary session should take up and does not (domain O2). */
function missingMinutas(plan: SessionPlan, records: readonly SessionRecord[]): readonly PreparationNotice[] {
  if (plan.session.type !== 'ordinaria' || plan.points.length === 0) return []
  const named = new Set(plan.points.flatMap((point) => point.approvesSessions))
  const sessions = awaitingMinutas(plan.session, records).filter((session) => !named.has(session.id))
  return sessions.length > 0 ? [{ code: 'minutas-missing', sessions }] : []
}

function attendanceNotices(plan: SessionPlan): readonly PreparationNotice[] {
  if (plan.attendees.length === 0) return [{ code: 'nobody-called' }]
  const required = requiredQuorum(plan)
  const voting = votingAttendees(plan).length
  const clashes = initialsClashes(plan.attendees)
  return [
    ...(presidentOf(plan) ? [] : [{ code: 'no-presidency' } as const]),
    ...(secretaryOf(plan) ? [] : [{ code: 'no-secretariat' } as const]),
    ...(required > voting ? [{ code: 'quorum-unreachable', required, voting } as const] : []),
    ...(clashes.length > 0 ? [{ code: 'initials-clash', clashes } as const] : []),
  ]
}

/** Everything worth a look before the session, agenda first, then the people, then the data. */
export function preparationNotices(
  plan: SessionPlan,
  records: readonly SessionRecord[],
): readonly PreparationNotice[] {
  const noPlace = plan.session.place === '' && plan.session.modality !== 'virtual'
  return [
    ...agendaNotices(plan, records),
    ...attendanceNotices(plan),
    ...(noPlace ? [{ code: 'place-missing' } as const] : []),
  ]
}
