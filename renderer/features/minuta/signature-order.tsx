import { ActionIcon } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { inSignatureOrder, placeSignatory } from '../../../shared/documents'
import type { Attendee, AttendeeId } from '../../../shared/domain/sessions'
import classes from './minuta.module.css'

interface SignatureOrderProps {
  readonly signatories: readonly Attendee[]
  /** True when the order is on disk. */
  readonly onOrder: (order: readonly AttendeeId[]) => Promise<boolean>
}

interface RowProps {
  readonly attendee: Attendee
  readonly place: number
  readonly last: number
  readonly moveTo: (id: AttendeeId, place: number) => void
  readonly onDrag: (id: AttendeeId | null) => void
  readonly onDropHere: () => void
}

interface StepButtonProps {
  readonly by: 1 | -1
  readonly atEnd: boolean
  readonly name: string
  readonly onStep: (by: 1 | -1) => void
}

function StepButton({ by, atEnd, name, onStep }: StepButtonProps) {
  return (
    <ActionIcon
      size={24}
      variant="default"
      aria-label={`${by === -1 ? 'Subir' : 'Bajar'} a ${name}`}
      disabled={atEnd}
      data-control={by}
      onClick={() => onStep(by)}
    >
      {by === -1 ? <IconArrowUp size={14} /> : <IconArrowDown size={14} />}
    </ActionIcon>
  )
}

function SignatoryRow({ attendee, place, last, moveTo, onDrag, onDropHere }: RowProps) {
  const name = `${attendee.honorificShort} ${attendee.fullName}`.trim()
  const step = (by: 1 | -1) => moveTo(attendee.id, place + by)
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    step(event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <li
      draggable
      data-signer={attendee.id}
      onDragStart={() => onDrag(attendee.id)}
      onDragEnd={() => onDrag(null)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        onDropHere()
      }}
      onKeyDown={onKeyDown}
    >
      <button
        type="button"
        className={classes.signer}
        data-control="name"
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        aria-label={`${name}, firma en el lugar ${place + 1} de ${last + 1}`}
      >
        <span>{name}</span>
      </button>
      <StepButton by={-1} atEnd={place === 0} name={attendee.fullName} onStep={step} />
      <StepButton by={1} atEnd={place === last} name={attendee.fullName} onStep={step} />
    </li>
  )
}

/**
 * The order as it is being changed: each move starts from the one before, even while that one is still
 * being saved, and the stored order wins again once it arrives.
 */
function useOrder({ signatories, onOrder }: SignatureOrderProps) {
  const stored = signatories.map((attendee) => attendee.id)
  const [order, setOrder] = useState<readonly AttendeeId[]>(stored)
  const [seen, setSeen] = useState(stored.join())
  if (seen !== stored.join()) {
    setSeen(stored.join())
    setOrder(stored)
  }
  const move = (id: AttendeeId, place: number): boolean => {
    const next = placeSignatory(order, id, place)
    if (next.join() === order.join()) return false
    setOrder(next)
    void onOrder(next).then((kept) => {
      if (!kept) setOrder(stored)
    })
    return true
  }
  return { people: inSignatureOrder(signatories, order), move }
}

/** After a move the focus stays with the person, on the same control while it can be used. */
function useFocusOnMoved(places: string) {
  const list = useRef<HTMLOListElement>(null)
  const [moved, setMoved] = useState<{ readonly id: AttendeeId; readonly control: string } | null>(null)
  useEffect(() => {
    if (moved === null || places === '') return
    const row = list.current?.querySelector(`[data-signer="${moved.id}"]`)
    const same = row?.querySelector<HTMLElement>(`[data-control="${moved.control}"]:not(:disabled)`)
    const control = same ?? row?.querySelector<HTMLElement>('[data-control="name"]')
    control?.focus()
  }, [moved, places])
  const follow = (id: AttendeeId) => {
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement : null
    setMoved({ id, control: focused?.dataset.control ?? 'name' })
  }
  return { list, follow }
}

/** The order of the signature sheet: by dragging, by buttons, or with Alt and the arrows. */
export function SignatureOrder(props: SignatureOrderProps) {
  const { people, move } = useOrder(props)
  const [dragged, setDragged] = useState<AttendeeId | null>(null)
  const { list, follow } = useFocusOnMoved(people.map((attendee) => attendee.id).join())
  const moveTo = (id: AttendeeId, place: number) => {
    if (move(id, place)) follow(id)
  }
  if (people.length === 0) return null
  return (
    <section aria-label="Orden de firmas">
      <h2 className={classes.sideTitle}>Orden de firmas</h2>
      <ol ref={list} className={classes.signers}>
        {people.map((attendee, place) => (
          <SignatoryRow
            key={attendee.id}
            attendee={attendee}
            place={place}
            last={people.length - 1}
            moveTo={moveTo}
            onDrag={setDragged}
            onDropHere={() => dragged !== null && moveTo(dragged, place)}
          />
        ))}
      </ol>
    </section>
  )
}
