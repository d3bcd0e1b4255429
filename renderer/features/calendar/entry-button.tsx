import type { Publication } from '../../../shared/domain/publications'
import { useCalendarActions } from './calendar-context'
import { PublicationMark } from './publication-marks'
import classes from './views/views.module.css'

/** What a dragged entry carries. */
export const ENTRY_TYPE = 'application/x-quorum-publication'

interface EntryButtonProps {
  readonly publication: Publication
  readonly isOpen: boolean
  readonly isReachable: boolean
  /** Notices that name it: conflicts, periods, channels. */
  readonly warned: boolean
}

/** An entry in a day: opened by a click, dragged to another day. */
export function EntryButton({ publication, isOpen, isReachable, warned }: EntryButtonProps) {
  const { open } = useCalendarActions()
  const { id, title, state, on } = publication
  return (
    <button
      type="button"
      className={`${classes.entry} ${classes[state] ?? ''}`}
      aria-pressed={isOpen}
      tabIndex={isReachable ? 0 : -1}
      data-entry={id}
      data-on={on}
      title={title}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(ENTRY_TYPE, id)
        event.dataTransfer.effectAllowed = 'move'
      }}
      onClick={() => open(id)}
    >
      <PublicationMark state={state} compact />
      <span className={classes.entryTitle}>{title}</span>
      {warned && (
        <span className={classes.warned} title="Tiene avisos">
          <span aria-hidden="true">!</span>
          <span className={classes.hidden}>tiene avisos</span>
        </span>
      )}
    </button>
  )
}
