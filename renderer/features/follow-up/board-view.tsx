import { type DragEvent, type KeyboardEvent, useState } from 'react'
import {
  ITEM_STATES,
  type ItemId,
  type ItemRecord,
  type ItemState,
  itemIdSchema,
  STATE_LABELS,
} from '../../../shared/domain/follow-up'
import { useDeps } from '../../commands/deps'
import { changeState } from '../../commands/follow-up/change-state'
import type { FollowUp } from '../../data/follow-up-book'
import { useFollowUpActions } from './actions-context'
import { Card } from './card'
import { quickEvent } from './follow-up-author'
import { ItemStateMark } from './marks'
import type { Selection } from './use-selection'
import classes from './views.module.css'

interface BoardViewProps {
  readonly followUp: FollowUp
  readonly records: readonly ItemRecord[]
  /** States that the filter asks for; none asks for all. */
  readonly asked: readonly ItemState[]
  readonly selection: Selection
  readonly onOpen: () => void
}

/** Cards drawn in a column; the rest are counted, the table has them all. */
const MAX_CARDS = 60
const DRAG_TYPE = 'text/x-quorum-item'

/** Moves a card to another state; the focus stays on it wherever it goes. */
function useMove(followUp: FollowUp) {
  const deps = useDeps()
  const { run } = useFollowUpActions()
  return async (id: ItemId, to: ItemState) => {
    const record = followUp.byId.get(id)
    if (!record || record.standing.state === to) return
    await run(`${record.item.code}: ${STATE_LABELS[to]}.`, () =>
      changeState(deps, id, to, quickEvent(followUp.context.today)),
    )
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-card="${id}"]`)?.focus())
  }
}

type Move = ReturnType<typeof useMove>

function stepCard(card: HTMLElement, key: string): HTMLElement | null | undefined {
  const column = card.closest<HTMLElement>('[data-column]')
  if (key === 'ArrowDown')
    return card.parentElement?.nextElementSibling?.querySelector<HTMLElement>('[data-card]')
  if (key === 'ArrowUp')
    return card.parentElement?.previousElementSibling?.querySelector<HTMLElement>('[data-card]')
  const side = key === 'ArrowRight' ? column?.nextElementSibling : column?.previousElementSibling
  return side?.querySelector<HTMLElement>('[data-card]')
}

/** ← → ↑ ↓ go from card to card; with Ctrl, ← → move the card to the next state. */
function boardKeys(move: Move) {
  return (event: KeyboardEvent<HTMLElement>) => {
    const card = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-card]') : null
    if (!card || !event.key.startsWith('Arrow')) return
    event.preventDefault()
    const sideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight'
    if (!event.ctrlKey || !sideways) {
      stepCard(card, event.key)?.focus()
      return
    }
    const state = card.closest<HTMLElement>('[data-column]')?.dataset.column
    const at = ITEM_STATES.indexOf(state as ItemState)
    const to = ITEM_STATES[at + (event.key === 'ArrowRight' ? 1 : -1)]
    const id = itemIdSchema.safeParse(card.dataset.card)
    if (to && id.success) void move(id.data, to)
  }
}

interface ColumnProps extends Omit<BoardViewProps, 'followUp'> {
  readonly state: ItemState
  readonly move: Move
}

function Column({ state, records, asked, selection, onOpen, move }: ColumnProps) {
  const [isOver, setOver] = useState(false)
  const isHidden = asked.length > 0 && !asked.includes(state)
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const id = itemIdSchema.safeParse(event.dataTransfer.getData(DRAG_TYPE))
    if (id.success) void move(id.data, state)
  }
  return (
    <section
      data-column={state}
      aria-label={`${STATE_LABELS[state]}: ${records.length}`}
      className={isOver ? `${classes.column} ${classes.over}` : classes.column}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(DRAG_TYPE)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <h2 className={classes.columnTitle}>
        <ItemStateMark state={state} />{' '}
        <span className={classes.quiet}>{isHidden ? '' : records.length.toLocaleString('es-MX')}</span>
      </h2>
      <ul className={classes.cards}>
        {records.slice(0, MAX_CARDS).map((record) => (
          <li
            key={record.item.id}
            draggable
            onDragStart={(event) => event.dataTransfer.setData(DRAG_TYPE, record.item.id)}
          >
            <Card record={record} selection={selection} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      {records.length > MAX_CARDS && (
        <p className={classes.quiet}>
          Y {(records.length - MAX_CARDS).toLocaleString('es-MX')} más, en la tabla.
        </p>
      )}
      {records.length === 0 && (
        <p className={classes.quiet}>
          {isHidden ? 'El filtro de estado los oculta.' : 'Ninguno.'} Suelte aquí un asunto.
        </p>
      )}
    </section>
  )
}

/** The items by state: dragged from column to column, or moved with Ctrl+← and Ctrl+→. */
export function BoardView({ followUp, records, asked, selection, onOpen }: BoardViewProps) {
  const move = useMove(followUp)
  return (
    <div className={classes.boardFrame}>
      <section className={classes.board} aria-label="Tablero por estado" onKeyDown={boardKeys(move)}>
        {ITEM_STATES.map((state) => (
          <Column
            key={state}
            state={state}
            records={records.filter(({ standing }) => standing.state === state)}
            asked={asked}
            selection={selection}
            onOpen={onOpen}
            move={move}
          />
        ))}
      </section>
      <p className={classes.footnote}>Ctrl+← y Ctrl+→ mueven la tarjeta; también se puede arrastrar.</p>
    </div>
  )
}
