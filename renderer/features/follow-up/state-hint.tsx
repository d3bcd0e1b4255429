import { STATE_LABELS } from '../../../shared/domain/follow-up'
import { Kbd } from '../../ui/kbd'
import classes from './follow-up.module.css'
import { STATE_KEYS } from './state-keys'

/** What the next key does, once E was pressed. */
export function StateHint() {
  return (
    <div className={classes.hint} role="status">
      <strong>Nuevo estado:</strong>
      {STATE_KEYS.map(({ key, state }) => (
        <span key={key}>
          <kbd className={classes.hiddenKey}>{key.toUpperCase()}</kbd>
          <Kbd keys={key.toUpperCase()} /> {STATE_LABELS[state]}
        </span>
      ))}
      <span>
        <Kbd keys="Esc" /> dejarlo igual
      </span>
    </div>
  )
}
