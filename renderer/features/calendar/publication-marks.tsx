import { PUBLICATION_STATE_LABELS, type PublicationState } from '../../../shared/domain/publications'
import classes from './calendar.module.css'

/** Shape and tone of each state: never colour alone. */
const SHAPES: Readonly<Record<PublicationState, { readonly shape: string; readonly tone: string }>> = {
  proposed: { shape: '○', tone: 'muted' },
  'in-review': { shape: '◐', tone: 'warn' },
  approved: { shape: '✓', tone: 'accent' },
  scheduled: { shape: '▷', tone: 'accent' },
  published: { shape: '●', tone: 'good' },
  withdrawn: { shape: '✕', tone: 'muted' },
}

export function stateShape(state: PublicationState): string {
  return SHAPES[state].shape
}

interface StateMarkProps {
  readonly state: PublicationState
  /** Only the shape is drawn; the word stays for whoever hears it. */
  readonly compact?: boolean
}

/** The state of a publication as shape, colour and word. */
export function PublicationMark({ state, compact = false }: StateMarkProps) {
  const { shape, tone } = SHAPES[state]
  return (
    <span className={`${classes.mark} ${classes[tone]}`} title={PUBLICATION_STATE_LABELS[state]}>
      <span aria-hidden="true" className={classes.shape}>
        {shape}
      </span>
      <span className={compact ? classes.hidden : undefined}>{PUBLICATION_STATE_LABELS[state]}</span>
    </span>
  )
}
