import { IconGripVertical } from '@tabler/icons-react'
import { type DragEvent, type KeyboardEvent, useState } from 'react'
import { ROLE_LABELS, type Seat, STANDING_LABELS } from '../../../shared/domain/people'
import { formatDay } from '../../ui/format'
import classes from './directory.module.css'
import { listedName, type SeatLine } from './directory-lines'

/** What the keys and the mouse do with a seat. */
export interface SeatActions {
  readonly select: (id: Seat['id']) => void
  /** Puts a seat at a place of the whole list, from 0. */
  readonly move: (id: string, to: number) => void
  readonly remove: (line: SeatLine) => void
  /** Goes into the detail of the selected seat. */
  readonly enter: () => void
  /** Starts filtering with the letter just typed. */
  readonly filter: () => void
}

interface SeatsTableProps {
  readonly lines: readonly SeatLine[]
  readonly selected: Seat['id'] | null
  readonly withValidity: boolean
  readonly actions: SeatActions
}

const DRAGGED = 'application/x-quorum-seat'

/** The button of a seat's row, which carries the focus of the list. */
export function rowOf(id: string): HTMLButtonElement | null {
  return document.querySelector(`button[data-seat="${id}"]`)
}

function Yes({ shape, word }: { readonly shape: string; readonly word: string }) {
  return (
    <span title={word}>
      <span aria-hidden="true" className={classes.yes}>
        {shape}
      </span>
      <span className={classes.hidden}>{word}</span>
    </span>
  )
}

function No({ word }: { readonly word: string }) {
  return (
    <span title={word}>
      <span aria-hidden="true" className={classes.no}>
        –
      </span>
      <span className={classes.hidden}>{word}</span>
    </span>
  )
}

function HolderCell({ line }: { readonly line: SeatLine }) {
  const { holder, suplentes, isInForce } = line
  if (!isInForce) return <span className={classes.under}>No vigente</span>
  if (!holder) return <span className={classes.vacant}>Vacante</span>
  const others = suplentes === 1 ? ' y 1 suplente' : ` y ${suplentes} suplentes`
  return (
    <>
      <span className={classes.name}>{listedName(holder.person)}</span>
      <span className={classes.under}>
        {STANDING_LABELS[holder.membership.standing]}
        {suplentes > 0 && others}
      </span>
    </>
  )
}

function validityText({ validFrom, validUntil }: Seat): string {
  const parts = [validFrom && `desde ${formatDay(validFrom)}`, validUntil && `hasta ${formatDay(validUntil)}`]
  return parts.filter((part) => part !== null).join(' ')
}

interface SeatRowProps extends Omit<SeatsTableProps, 'lines' | 'selected'> {
  readonly line: SeatLine
  readonly isSelected: boolean
  /** Whether the Tab key reaches the list at this row. */
  readonly isEntry: boolean
}

/** Dragging a row over another shows where it would land. */
function useDrop({ line, actions }: SeatRowProps) {
  const [isOver, setOver] = useState(false)
  const carries = (event: DragEvent) => event.dataTransfer.types.includes(DRAGGED)
  return {
    isOver,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!carries(event)) return
        event.preventDefault()
        setOver(true)
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        setOver(false)
        if (!carries(event)) return
        event.preventDefault()
        const dragged = event.dataTransfer.getData(DRAGGED)
        if (dragged !== line.seat.id) actions.move(dragged, line.index)
      },
    },
  }
}

function SeatRow(props: SeatRowProps) {
  const { line, isSelected, isEntry, withValidity, actions } = props
  const { seat } = line
  const { isOver, handlers } = useDrop(props)
  const state = [
    classes.row,
    isSelected && classes.selected,
    isOver && classes.over,
    !line.isInForce && classes.past,
  ]
  return (
    <tr className={state.filter(Boolean).join(' ')} {...handlers}>
      <td
        className={`${classes.grip} ${classes.gripColumn}`}
        draggable
        title="Arrastre para cambiar el orden (Alt+↑ ↓)"
        onDragStart={(event) => {
          event.dataTransfer.setData(DRAGGED, seat.id)
          event.dataTransfer.effectAllowed = 'move'
        }}
      >
        <IconGripVertical size={16} aria-hidden="true" className={classes.gripIcon} />
        <span className={classes.number}>{line.index + 1}</span>
      </td>
      <th scope="row" className={classes.seat}>
        <button
          type="button"
          className={classes.pick}
          data-seat={seat.id}
          tabIndex={isEntry ? 0 : -1}
          aria-current={isSelected || undefined}
          onClick={() => actions.select(seat.id)}
        >
          <span className={classes.acronym}>{seat.acronym || '—'}</span>
          <span className={classes.area} title={seat.name}>
            {seat.name}
          </span>
          <span className={classes.role}>{ROLE_LABELS[seat.role]}</span>
        </button>
      </th>
      <td className={classes.mark}>
        {seat.hasVote ? <Yes shape="●" word="con voto" /> : <No word="solo voz" />}
      </td>
      <td className={classes.mark}>{seat.signs ? <Yes shape="✓" word="firma" /> : <No word="no firma" />}</td>
      <td className={classes.who}>
        <HolderCell line={line} />
      </td>
      {withValidity && <td className={classes.validity}>{validityText(seat)}</td>}
    </tr>
  )
}

function useListKeys({ lines, selected, actions }: SeatsTableProps) {
  return (event: KeyboardEvent) => {
    const focused = event.target instanceof HTMLElement ? event.target.dataset.seat : undefined
    const at = lines.findIndex(({ seat }) => seat.id === (focused ?? selected))
    const line = lines[at]
    if (event.ctrlKey || event.metaKey) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1
      event.preventDefault()
      if (event.altKey && line) {
        const beside = lines[at + step]
        if (beside) actions.move(line.seat.id, beside.index)
        return
      }
      const next = lines[Math.max(0, Math.min(lines.length - 1, at + step))]
      if (next) actions.select(next.seat.id)
    } else if (event.key === 'Delete' && line) actions.remove(line)
    else if (event.key === 'Enter' && line && line.seat.id === selected) {
      event.preventDefault()
      actions.enter()
    } else if (
      !event.altKey &&
      event.key.length === 1 &&
      /[\p{L}\d]/u.test(event.key) &&
      !/^[np]$/i.test(event.key)
    ) {
      // The letter itself lands in the field, because the focus moves before it is written.
      actions.filter()
    }
  }
}

/** Seats in the order of the attendance list: ↑ ↓ choose, Alt+↑ ↓ move, Enter goes into the detail. */
export function SeatsTable(props: SeatsTableProps) {
  const { lines, selected, withValidity } = props
  const onKeyDown = useListKeys(props)
  const entry = lines.some(({ seat }) => seat.id === selected) ? selected : lines[0]?.seat.id
  return (
    <table className={classes.table} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          <th scope="col" className={classes.gripColumn}>
            <span className={classes.hidden}>Orden</span>
          </th>
          <th scope="col">Área</th>
          <th scope="col" className={classes.mark}>
            Voto
          </th>
          <th scope="col" className={classes.mark}>
            Firma
          </th>
          <th scope="col" className={classes.who}>
            Hoy la ocupa
          </th>
          {withValidity && (
            <th scope="col" className={classes.validityColumn}>
              Vigencia del área
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <SeatRow
            key={line.seat.id}
            {...props}
            line={line}
            isSelected={line.seat.id === selected}
            isEntry={line.seat.id === entry}
          />
        ))}
      </tbody>
    </table>
  )
}
