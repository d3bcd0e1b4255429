import { memo } from 'react'
import { partiesText } from '../../../shared/domain/follow-up'
import { formatDay } from '../../ui/format'
import classes from './items-table.module.css'
import type { ItemLine } from './lines'
import { DueCell, ItemStateMark } from './marks'
import { RowEditor } from './row-editor'
import type { Selection } from './use-selection'

interface ItemRowProps {
  readonly line: ItemLine
  readonly index: number
  /** Pixels from the top of the list. */
  readonly start: number
  readonly selection: Selection
  readonly isEditing: boolean
  /** The one line that Tab reaches. */
  readonly isReachable: boolean
  readonly onEdit: (key: string | null) => void
  readonly onDone: () => void
}

/** The last thing heard of an item: when, and what. */
function LastUpdate({ line }: Pick<ItemRowProps, 'line'>) {
  const { standing, item } = line.record
  const { lastUpdate } = standing
  if (!lastUpdate) return <span className={classes.faint}>sin noticias desde {formatDay(item.openedOn)}</span>
  return (
    <>
      <span>{formatDay(lastUpdate.on)}</span>
      {lastUpdate.note !== '' && <span className={classes.faint}>{lastUpdate.note}</span>}
    </>
  )
}

function isSameCells(before: CellsProps, after: CellsProps): boolean {
  return (
    before.line.key === after.line.key &&
    before.line.record === after.line.record &&
    before.isCurrent === after.isCurrent &&
    before.isReachable === after.isReachable
  )
}

interface CellsProps extends Pick<ItemRowProps, 'line' | 'isReachable'> {
  readonly isCurrent: boolean
}

/** What is told of an item. A list that is filtered keeps many of its lines, in other places: they are not drawn again. */
const Cells = memo(function Cells({ line, isCurrent, isReachable }: CellsProps) {
  const { item, standing } = line.record
  const who = partiesText(item.responsible)
  return (
    <>
      <td className={classes.code}>{item.code}</td>
      <td className={classes.title}>
        <button
          type="button"
          className={classes.agreed}
          title={item.title}
          tabIndex={isReachable ? 0 : -1}
          aria-current={isCurrent || undefined}
          data-line={line.key}
        >
          {item.priority === 'high' && (
            <span className={classes.high} title="Prioridad alta">
              <span aria-hidden="true">‼ </span>
              <span className={classes.hidden}>Prioridad alta: </span>
            </span>
          )}
          {item.title}
        </button>
        {item.tags.length > 0 && <span className={classes.faint}>{item.tags.join(' · ')}</span>}
      </td>
      <td className={classes.who} title={who}>
        {who === '' ? <span className={classes.faint}>por definir</span> : who}
      </td>
      <td className={classes.due}>
        <DueCell record={line.record} />
      </td>
      <td className={classes.state}>
        <ItemStateMark state={standing.state} />
      </td>
      <td className={classes.update}>
        <LastUpdate line={line} />
      </td>
    </>
  )
}, isSameCells)

/** One item of the list. */
export function ItemRow({
  line,
  index,
  start,
  selection,
  isEditing,
  isReachable,
  onEdit,
  onDone,
}: ItemRowProps) {
  const { item } = line.record
  const isCurrent = selection.current?.key === line.key
  const isTicked = selection.ticked.has(item.id)
  return (
    <tr
      aria-rowindex={index + 2}
      data-current={isCurrent || undefined}
      className={`${classes.row} ${classes.item} ${isCurrent ? classes.current : ''}`}
      style={{ transform: `translateY(${start}px)` }}
      onClick={(event) => {
        selection.choose(line.key, item.id)
        if (event.ctrlKey || event.metaKey) selection.toggle(item.id)
      }}
      onDoubleClick={() => onEdit(line.key)}
      onKeyDown={(event) => event.key === 'Escape' && isEditing && onDone()}
    >
      <td className={classes.tick}>
        <input
          type="checkbox"
          className={classes.box}
          tabIndex={-1}
          aria-label={`Elegir ${item.code}`}
          checked={isTicked}
          onClick={(event) => event.stopPropagation()}
          onChange={() => selection.toggle(item.id)}
        />
      </td>
      {isEditing ? (
        <RowEditor record={line.record} onDone={onDone} />
      ) : (
        <Cells line={line} isCurrent={isCurrent} isReachable={isReachable} />
      )}
    </tr>
  )
}
