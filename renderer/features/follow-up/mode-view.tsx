import { Button } from '@mantine/core'
import type { RefObject } from 'react'
import { NO_FILTER } from '../../../shared/domain/follow-up'
import type { FollowUp } from '../../data/follow-up-book'
import { EmptyState } from '../../ui/empty-state'
import { Kbd } from '../../ui/kbd'
import { AreasView } from './areas-view'
import { BoardView } from './board-view'
import { CalendarView } from './calendar-view'
import { ChangesView } from './changes-view'
import classes from './follow-up.module.css'
import { ItemsTable } from './items-table'
import type { Mode } from './modes'
import type { LookControl } from './use-look'
import type { Selection } from './use-selection'

interface ModeViewProps {
  readonly mode: Mode
  readonly followUp: FollowUp
  readonly control: LookControl
  readonly selection: Selection
  readonly filter: RefObject<HTMLInputElement | null>
  readonly editing: string | null
  readonly onEdit: (key: string | null) => void
  readonly onOpen: () => void
  /** Letters that are shortcuts and so do not filter. */
  readonly letters: RegExp
}

const KEYS: readonly (readonly [keys: string, what: string])[] = [
  ['Espacio', 'marca'],
  ['Enter', 'abre'],
  ['F2', 'edita'],
  ['E', 'estado'],
  ['O', 'origen'],
]

/** What the keys do over the list. */
function TableKeys() {
  return (
    <p className={classes.keys}>
      {KEYS.map(([keys, what]) => (
        <span key={keys}>
          <Kbd keys={keys} /> {what}
        </span>
      ))}
    </p>
  )
}

/** The items that the filter lets through, as table, board, calendar, by área, or what changed of them. */
export function ModeView(props: ModeViewProps) {
  const { mode, followUp, control, selection, onOpen } = props
  const { shown, look, setFilter } = control
  if (mode === 'changes') return <ChangesView followUp={followUp} selection={selection} onOpen={onOpen} />
  if (shown.length === 0) {
    return (
      <EmptyState
        title={look.filter.text === '' ? 'Ningún asunto así' : `Nada coincide con «${look.filter.text}»`}
        hint="Quite algún filtro de arriba, o pruebe con menos palabras."
      >
        <Button variant="default" onClick={() => setFilter(NO_FILTER)}>
          Ver todos
        </Button>
      </EmptyState>
    )
  }
  switch (mode) {
    case 'table':
      return (
        <>
          <ItemsTable {...props} />
          <TableKeys />
        </>
      )
    case 'board':
      return (
        <BoardView
          followUp={followUp}
          records={shown}
          asked={look.filter.states}
          selection={selection}
          onOpen={onOpen}
        />
      )
    case 'calendar':
      return <CalendarView followUp={followUp} records={shown} selection={selection} onOpen={onOpen} />
    case 'areas':
      return <AreasView control={control} selection={selection} onOpen={onOpen} />
  }
}
