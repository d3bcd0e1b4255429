import { useBodyFollowUp } from '../commands/follow-up/use-body-follow-up'
import classes from './frame.module.css'

/** A larger number does not fit beside the entry. */
const MOST_SHOWN = 99

/** How many items are overdue, beside the entry of the follow-up; nothing while there are none. */
export function OverdueCount() {
  const followUp = useBodyFollowUp()
  const count = followUp?.index.counts.urgencies.overdue ?? 0
  if (count === 0) return null
  const words = `${count.toLocaleString('es-MX')} ${count === 1 ? 'vencido' : 'vencidos'}`
  return (
    <span className={classes.overdue} data-overdue title={words}>
      <span aria-hidden="true">{count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}</span>
      <span className={classes.overdueWord}>{words}</span>
    </span>
  )
}
