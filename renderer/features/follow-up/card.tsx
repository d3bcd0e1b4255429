import { type ItemRecord, partiesText } from '../../../shared/domain/follow-up'
import { DueCell } from './marks'
import type { Selection } from './use-selection'
import classes from './views.module.css'

interface CardProps {
  readonly record: ItemRecord
  readonly selection: Selection
  readonly onOpen: () => void
}

/** An item as a card: Enter or click shows its story at the right. */
export function Card({ record, selection, onOpen }: CardProps) {
  const { item } = record
  const isCurrent = selection.current?.id === item.id
  return (
    <button
      type="button"
      data-card={item.id}
      className={isCurrent ? `${classes.card} ${classes.current}` : classes.card}
      aria-pressed={isCurrent}
      onFocus={() => selection.choose(item.id, item.id)}
      onClick={() => {
        selection.choose(item.id, item.id)
        onOpen()
      }}
    >
      <span className={classes.quiet}>{item.code}</span>
      <span className={classes.cardTitle}>{item.title}</span>
      <span className={classes.quiet}>{partiesText(item.responsible)}</span>
      <DueCell record={record} />
    </button>
  )
}
