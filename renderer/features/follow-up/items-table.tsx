import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef } from 'react'
import type { ItemSort } from '../../../shared/domain/follow-up'
import { ItemRow } from './item-row'
import classes from './items-table.module.css'
import { focusList, isOnLine } from './list-focus'
import type { LookControl } from './use-look'
import type { Current, Selection } from './use-selection'

const ROW_HEIGHT = 58
const HEADING_HEIGHT = 34
const PAGE = 10

const COLUMNS: readonly { readonly by: ItemSort['by']; readonly title: string; readonly cell: string }[] = [
  { by: 'code', title: 'Clave', cell: 'code' },
  { by: 'title', title: 'Qué se acordó', cell: 'title' },
  { by: 'responsible', title: 'Quién', cell: 'who' },
  { by: 'due', title: 'Vence', cell: 'due' },
  { by: 'state', title: 'Estado', cell: 'state' },
  { by: 'last-update', title: 'Última noticia', cell: 'update' },
]

/** Headings that sort; the one in force says in which direction. */
function Headings({ control }: { readonly control: LookControl }) {
  const { look, setLook } = control
  return (
    <thead className={classes.headGroup}>
      <tr className={`${classes.row} ${classes.head}`} aria-rowindex={1}>
        <th scope="col" className={classes.tick}>
          <span className={classes.hidden}>Elegido</span>
        </th>
        {COLUMNS.map(({ by, title, cell }) => {
          const isSorted = look.sort.by === by
          const direction = look.sort.descending ? 'descending' : 'ascending'
          return (
            <th key={by} scope="col" aria-sort={isSorted ? direction : 'none'} className={classes[cell]}>
              <button
                type="button"
                className={classes.sort}
                onClick={() =>
                  setLook({ ...look, sort: { by, descending: isSorted && !look.sort.descending } })
                }
              >
                {title}
                <span aria-hidden="true">{isSorted ? (look.sort.descending ? ' ↓' : ' ↑') : ''}</span>
              </button>
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

interface ItemsTableProps {
  readonly control: LookControl
  readonly selection: Selection
  readonly filter: RefObject<HTMLInputElement | null>
  /** The line whose cells are being edited in place. */
  readonly editing: string | null
  readonly onEdit: (key: string | null) => void
  readonly onOpen: () => void
  /** Letters of the screen's own shortcuts, which do not filter. */
  readonly letters: RegExp
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE,
  PageUp: -PAGE,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
}

function useKeys({ selection, filter, letters, onEdit, onOpen }: ItemsTableProps) {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (!isOnLine(event.target)) return
    const { current } = selection
    const step = STEPS[event.key]
    if (event.ctrlKey && event.key.toLowerCase() === 'a') selection.tickAll()
    else if (event.ctrlKey || event.altKey || event.metaKey) return
    else if (step !== undefined) selection.step(step, event.shiftKey && Math.abs(step) === 1)
    else if (event.key === ' ' && current) selection.toggle(current.id)
    else if (event.key === 'Enter' && current) onOpen()
    else if (event.key === 'F2' && current) onEdit(current.key)
    else {
      const isLetter = event.key.length === 1 && /[\p{L}\d]/u.test(event.key) && !letters.test(event.key)
      // The letter itself lands in the field, because the focus moves before it is written.
      if (isLetter) filter.current?.focus()
      return
    }
    event.preventDefault()
  }
}

interface Measures {
  readonly estimateSize: (index: number) => number
  readonly getItemKey: (index: number) => string | number
}

/** Asked of every line whenever the list changes: without headings all are as high, and no line is looked at. */
const PLAIN: Measures = { estimateSize: () => ROW_HEIGHT, getItemKey: (index) => index }

function useMeasures({ lines, look }: LookControl): Measures {
  const grouped = useMemo(
    (): Measures => ({
      estimateSize: (index) => (lines[index]?.kind === 'heading' ? HEADING_HEIGHT : ROW_HEIGHT),
      getItemKey: (index) => lines[index]?.key ?? index,
    }),
    [lines],
  )
  return look.grouping === 'none' ? PLAIN : grouped
}

function useLines(control: LookControl, scroller: RefObject<HTMLDivElement | null>, current: Current | null) {
  const virtual = useVirtualizer({
    count: control.lines.length,
    getScrollElement: () => scroller.current,
    ...useMeasures(control),
    overscan: 8,
    scrollPaddingStart: HEADING_HEIGHT,
  })
  useEffect(() => {
    if (current === null || current.place < 0) return
    virtual.scrollToIndex(current.place)
    // The line may only be drawn once the list has scrolled to it.
    requestAnimationFrame(() => {
      const { activeElement } = document
      if (activeElement === document.body || scroller.current?.contains(activeElement)) focusList()
    })
  }, [virtual, current, scroller])
  useEffect(() => {
    requestAnimationFrame(() => document.activeElement === document.body && focusList())
  }, [])
  return virtual
}

/** The list: ↑ ↓ choose, Space ticks, Enter opens, F2 edits in place, any other letter filters. */
export function ItemsTable(props: ItemsTableProps) {
  const { control, selection, editing, onEdit } = props
  const { lines } = control
  const scroller = useRef<HTMLDivElement>(null)
  const { current } = selection
  const virtual = useLines(control, scroller, current)
  const onKeyDown = useKeys(props)
  const isThere = current !== null && current.place >= 0
  const reachable = isThere ? current.key : lines.find(({ kind }) => kind === 'item')?.key
  return (
    <div ref={scroller} className={classes.scroller}>
      <table
        aria-label="Asuntos en seguimiento"
        aria-rowcount={lines.length + 1}
        className={classes.grid}
        onKeyDown={onKeyDown}
      >
        <Headings control={control} />
        <tbody className={classes.body} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const line = lines[index]
            if (!line) return null
            return line.kind === 'heading' ? (
              <tr
                key={line.key}
                aria-rowindex={index + 2}
                className={classes.heading}
                style={{ transform: `translateY(${start}px)` }}
              >
                <td>
                  {line.label} <span className={classes.count}>{line.count.toLocaleString('es-MX')}</span>
                </td>
              </tr>
            ) : (
              <ItemRow
                key={line.key}
                line={line}
                index={index}
                start={start}
                selection={selection}
                isEditing={editing === line.key}
                isReachable={line.key === reachable}
                onEdit={onEdit}
                onDone={() => {
                  onEdit(null)
                  requestAnimationFrame(focusList)
                }}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
