import type { PastedPoint, Point, SessionId } from '../../../../shared/domain/sessions'
import { addPoints } from '../../../commands/sessions/add-points'
import { movePoint, shiftPoint } from '../../../commands/sessions/move-point'
import { removePoint } from '../../../commands/sessions/remove-point'
import { type PointChanges, updatePoint } from '../../../commands/sessions/update-point'
import type { Preparation } from './use-preparation'

/** What can be done to the agenda on screen. */
export interface AgendaActions {
  readonly add: (
    points: readonly (PastedPoint & { readonly approvesSessions?: readonly SessionId[] })[],
    at: number | null,
  ) => Promise<boolean>
  readonly move: (point: Point, to: number) => Promise<boolean>
  /** One place up or down. */
  readonly shift: (point: Point, step: 1 | -1) => Promise<boolean>
  readonly remove: (point: Point) => Promise<boolean>
  readonly change: (point: Point, changes: PointChanges) => Promise<boolean>
}

function quoted(title: string): string {
  return `«${title.length > 60 ? `${title.slice(0, 57).trim()}…` : title}»`
}

/** The edits of the agenda, each with what it tells the user. */
export function agendaActions({ deps, record, run }: Preparation): AgendaActions {
  const { session } = record.plan
  return {
    add: (points, at) => {
      const count = points.length
      const done = count === 1 ? null : `Se agregaron ${count} puntos.`
      return run({ what: 'los puntos nuevos', done }, () =>
        addPoints(deps, { sessionId: session.id, points, at }),
      )
    },
    move: (point, to) =>
      run({ what: 'el cambio de lugar', done: null }, () => movePoint(deps, session.id, point.id, to)),
    shift: (point, step) =>
      run({ what: 'el cambio de lugar', done: null }, () => shiftPoint(deps, session.id, point.id, step)),
    remove: (point) =>
      run(
        { what: 'quitar el punto', done: `Se quitó el punto ${point.number}, ${quoted(point.title)}.` },
        () => removePoint(deps, session.id, point.id),
      ),
    change: (point, changes) =>
      run({ what: `el cambio del punto ${point.number}`, done: null }, () =>
        updatePoint(deps, session.id, point.id, changes),
      ),
  }
}
