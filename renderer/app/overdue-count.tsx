import { useBodyFollowUp } from '../commands/follow-up/use-body-follow-up'
import classes from './frame.module.css'

/** How many items are overdue, beside the entry of the follow-up; nothing while there are none. */
export function OverdueCount() {
  const followUp = useBodyFollowUp()
  const count = followUp?.records.filter(({ urgency }) => urgency.kind === 'overdue').length ?? 0
  if (count === 0) return null
  return (
    <span className={classes.overdue} data-overdue>
      {count.toLocaleString('es-MX')}
      <span className={classes.overdueWord}>{count === 1 ? ' vencido' : ' vencidos'}</span>
    </span>
  )
}
