import type { Phase } from '../../../shared/domain/sessions'
import { PHASE_MARKS } from './labels'
import classes from './phase-mark.module.css'

/** The state of a session as shape, colour and word. */
export function PhaseMark({ phase }: { readonly phase: Phase }) {
  const { shape, word } = PHASE_MARKS[phase]
  return (
    <span className={`${classes.mark} ${classes[phase]}`} data-phase={phase}>
      <span aria-hidden="true" className={classes.shape}>
        {shape}
      </span>
      {word}
    </span>
  )
}
