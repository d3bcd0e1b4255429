import { ActionIcon } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { type DragEvent, useState } from 'react'
import type { Attendee, AttendeeId } from '../../../shared/domain/sessions'
import classes from './minuta.module.css'

interface SignatureOrderProps {
  readonly signatories: readonly Attendee[]
  readonly onOrder: (order: readonly AttendeeId[]) => void
}

function moved<T>(all: readonly T[], from: number, to: number): readonly T[] {
  const item = all[from]
  if (item === undefined || to < 0 || to >= all.length) return all
  const rest = all.filter((_, index) => index !== from)
  return [...rest.slice(0, to), item, ...rest.slice(to)]
}

/** The order of the signature sheet: by dragging, by buttons, or with Alt and the arrows. */
export function SignatureOrder({ signatories, onOrder }: SignatureOrderProps) {
  const [dragged, setDragged] = useState<number | null>(null)
  const [said, setSaid] = useState('')
  const move = (from: number, to: number) => {
    const order = moved(signatories, from, to)
    if (order === signatories) return
    setSaid(`${signatories[from]?.fullName} firma en el lugar ${to + 1} de ${signatories.length}.`)
    onOrder(order.map((attendee) => attendee.id))
  }
  const onDrop = (event: DragEvent, to: number) => {
    event.preventDefault()
    if (dragged !== null) move(dragged, to)
    setDragged(null)
  }
  return (
    <section aria-label="Orden de firmas">
      <h2 className={classes.sideTitle}>Orden de firmas</h2>
      <ol className={classes.signers}>
        {signatories.map((attendee, index) => (
          <li
            key={attendee.id}
            draggable
            onDragStart={() => setDragged(index)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => onDrop(event, index)}
            onKeyDown={(event) => {
              if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
              event.preventDefault()
              move(index, index + (event.key === 'ArrowUp' ? -1 : 1))
            }}
          >
            <span className={classes.signer}>
              {attendee.honorificShort} {attendee.fullName}
            </span>
            <ActionIcon
              size="sm"
              variant="default"
              aria-label={`Subir a ${attendee.fullName}`}
              disabled={index === 0}
              onClick={() => move(index, index - 1)}
            >
              <IconArrowUp size={14} />
            </ActionIcon>
            <ActionIcon
              size="sm"
              variant="default"
              aria-label={`Bajar a ${attendee.fullName}`}
              disabled={index === signatories.length - 1}
              onClick={() => move(index, index + 1)}
            >
              <IconArrowDown size={14} />
            </ActionIcon>
          </li>
        ))}
      </ol>
      <p className={classes.srOnly} role="status">
        {said}
      </p>
    </section>
  )
}
