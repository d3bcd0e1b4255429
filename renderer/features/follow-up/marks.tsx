import { type ItemRecord, type ItemState, STATE_LABELS, urgencyText } from '../../../shared/domain/follow-up'
import { formatDay } from '../../ui/format'
import classes from './follow-up.module.css'

/** Each state has a shape, a colour and a word. */
const STATE_MARKS: Readonly<
  Record<ItemState, { readonly shape: string; readonly tone: 'quiet' | 'accent' | 'good' }>
> = {
  pending: { shape: '○', tone: 'quiet' },
  'in-progress': { shape: '◐', tone: 'accent' },
  fulfilled: { shape: '✓', tone: 'good' },
  cancelled: { shape: '✕', tone: 'quiet' },
  moot: { shape: '⊘', tone: 'quiet' },
}

/** How an item stands, in shape, colour and word. */
export function ItemStateMark({ state }: { readonly state: ItemState }) {
  const { shape, tone } = STATE_MARKS[state]
  return (
    <span className={`${classes.mark} ${classes[tone]}`}>
      <span aria-hidden="true" className={classes.shape}>
        {shape}
      </span>
      {STATE_LABELS[state]}
    </span>
  )
}

const URGENCY_TONES = { overdue: 'bad', today: 'bad', soon: 'warn' } as const

function toneOf(kind: ItemRecord['urgency']['kind']): 'bad' | 'warn' | 'quiet' {
  return kind === 'overdue' || kind === 'today' || kind === 'soon' ? URGENCY_TONES[kind] : 'quiet'
}

/** How close the due date is; nothing for closed items. */
export function UrgencyMark({ record }: { readonly record: ItemRecord }) {
  const { urgency } = record
  if (urgency.kind === 'closed') return null
  const tone = toneOf(urgency.kind)
  const shape = { bad: '▲', warn: '◆', quiet: '' }[tone]
  return (
    <span className={classes[tone]}>
      {shape !== '' && <span aria-hidden="true">{shape} </span>}
      {urgencyText(urgency)}
    </span>
  )
}

/** The due date with what is left of it. */
export function DueCell({ record }: { readonly record: ItemRecord }) {
  const { due } = record
  return (
    <span className={classes.due}>
      {due.kind === 'date' && (
        <span>
          {formatDay(due.due)}
          {due.time !== null && `, ${due.time}`}
        </span>
      )}
      <UrgencyMark record={record} />
    </span>
  )
}
