import { ActionIcon } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { KeyboardEvent, ReactNode } from 'react'
import type { Attendee } from '../../../../shared/domain/sessions'
import classes from './attendance.module.css'

interface AttendanceRowProps {
  readonly attendee: Attendee
  readonly open: boolean
  /** Her initials could mean somebody else in the room. */
  readonly confused: boolean
  readonly onToggle: () => void
  readonly onMove: (step: 1 | -1) => void
  readonly onStep: (step: 1 | -1) => void
  readonly onRemove: () => void
  /** The editor, while the line is open. */
  readonly children: ReactNode
}

function marksOf(attendee: Attendee): string {
  return [
    attendee.areaAcronym === '' ? attendee.areaName : attendee.areaAcronym,
    attendee.seatId === null ? (attendee.gender === 'f' ? 'invitada' : 'invitado') : '',
    attendee.standing === 'suplente' ? 'suplente' : '',
  ]
    .filter((mark) => mark !== '')
    .join(' · ')
}

/** One person of the attendance list. Her name is the button that opens the line. */
export function AttendanceRow(props: AttendanceRowProps) {
  const { attendee, open } = props
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null
    if (step !== null && event.altKey) props.onMove(step)
    else if (step !== null) props.onStep(step)
    else if (event.key === 'Delete') props.onRemove()
    else return
    event.preventDefault()
  }
  return (
    <li className={open ? `${classes.row} ${classes.open}` : classes.row}>
      <div className={classes.line}>
        <button
          type="button"
          className={classes.name}
          data-attendee={attendee.id}
          aria-expanded={open}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
          onClick={props.onToggle}
          onKeyDown={onKeyDown}
        >
          <span className={props.confused ? `${classes.initials} ${classes.confused}` : classes.initials}>
            {attendee.initials}
            {props.confused && (
              <>
                <span aria-hidden="true"> ✕</span>
                <span className={classes.srOnly}> se confunden</span>
              </>
            )}
          </span>
          <span className={classes.who}>
            {attendee.honorificShort} {attendee.fullName}
            <span className={classes.under}>{marksOf(attendee)}</span>
          </span>
          <span className={attendee.hasVote ? classes.vote : classes.voice}>
            {attendee.hasVote ? 'voto' : 'voz'}
          </span>
        </button>
        <ActionIcon
          variant="subtle"
          color="gray"
          className={classes.remove ?? ''}
          aria-label={`Quitar de la lista a ${attendee.fullName}`}
          title="Quitar (Supr)"
          onClick={props.onRemove}
        >
          <IconTrash size={16} />
        </ActionIcon>
      </div>
      {props.children}
    </li>
  )
}
