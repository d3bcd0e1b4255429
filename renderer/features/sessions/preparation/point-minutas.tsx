import { Button, Checkbox, Stack } from '@mantine/core'
import {
  compareSessions,
  type Point,
  priorMinutesTitle,
  type Session,
  sessionInTitle,
} from '../../../../shared/domain/sessions'
import classes from './point-editor.module.css'
import type { AgendaActions } from './use-agenda'
import type { Preparation } from './use-preparation'

interface PointMinutasProps {
  readonly preparation: Preparation
  readonly point: Point
  readonly actions: AgendaActions
}

/** Sessions whose minuta the point may put to approval: those before this one, newest first. */
function earlierSessions({ record, records }: Preparation): readonly Session[] {
  const { session } = record.plan
  return records
    .map(({ plan }) => plan.session)
    .filter((other) => other.id !== session.id && compareSessions(other, session) <= 0)
    .sort((a, b) => compareSessions(b, a))
}

/** Which minutas the point approves; a title that was proposed follows the choice. */
export function PointMinutas({ preparation, point, actions }: PointMinutasProps) {
  const earlier = earlierSessions(preparation)
  const chosenFrom = (ids: readonly string[]) => earlier.filter((session) => ids.includes(session.id))
  const proposedNow = priorMinutesTitle(chosenFrom(point.approvesSessions))
  const toggle = (session: Session) => {
    const ids = point.approvesSessions.includes(session.id)
      ? point.approvesSessions.filter((id) => id !== session.id)
      : [...point.approvesSessions, session.id]
    const follows = point.title === proposedNow && ids.length > 0
    return actions.change(point, {
      approvesSessions: ids,
      ...(follows ? { title: priorMinutesTitle(chosenFrom(ids)) } : {}),
    })
  }
  return (
    <div>
      <h3 className={classes.heading}>Minutas que aprueba</h3>
      {earlier.length === 0 && <span className={classes.aside}>No hay sesiones anteriores en Quórum.</span>}
      <Stack gap={10}>
        {earlier.slice(0, 12).map((session) => (
          <Checkbox
            key={session.id}
            size="xs"
            label={sessionInTitle(session)}
            checked={point.approvesSessions.includes(session.id)}
            onChange={() => toggle(session)}
          />
        ))}
      </Stack>
      {point.approvesSessions.length > 0 && point.title !== proposedNow && (
        <Button
          size="compact-xs"
          variant="default"
          mt={6}
          onClick={() => actions.change(point, { title: proposedNow })}
        >
          Usar el título propuesto
        </Button>
      )}
    </div>
  )
}
