import { type DragEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { publicationIdSchema } from '../../../../shared/domain/publications'
import type { IsoDate } from '../../../../shared/lib/iso-date'
import { useCalendarActions } from '../calendar-context'
import { ENTRY_TYPE, EntryButton } from '../entry-button'
import { type DayMark, LAYERS } from '../layers'
import { dayLabel } from './day-words'
import type { ViewProps } from './view-props'
import classes from './views.module.css'

interface DayCellProps extends ViewProps {
  readonly date: IsoDate
  /** Entries drawn; the rest are counted. */
  readonly most: number
  /** What the day is called in its cell. */
  readonly name: string
}

function Mark({ mark, isReachable }: { readonly mark: DayMark; readonly isReachable: boolean }) {
  const [, navigate] = useLocation()
  const layer = LAYERS.find(({ kind }) => kind === mark.kind)
  const content = (
    <>
      <span aria-hidden="true" className={classes[`${mark.kind}Shape`]}>
        {layer?.shape}
      </span>{' '}
      {mark.text}
    </>
  )
  const { path } = mark
  if (path === null) {
    return (
      <span className={classes.dayMark} title={mark.text}>
        {content}
      </span>
    )
  }
  return (
    <button
      type="button"
      className={`${classes.dayMark} ${classes.dayLink}`}
      tabIndex={isReachable ? 0 : -1}
      title={mark.text}
      onClick={() => navigate(path)}
    >
      {content}
    </button>
  )
}

function useDrop({ plan, date }: Pick<DayCellProps, 'plan' | 'date'>) {
  const { move } = useCalendarActions()
  const [isOver, setOver] = useState(false)
  const isEntry = (event: DragEvent) => event.dataTransfer.types.includes(ENTRY_TYPE)
  const handlers = {
    onDragOver: (event: DragEvent) => {
      if (!isEntry(event)) return
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false)
      if (!isEntry(event)) return
      event.preventDefault()
      const id = publicationIdSchema.safeParse(event.dataTransfer.getData(ENTRY_TYPE))
      const dropped = id.success ? plan.byId.get(id.data) : undefined
      if (dropped) move(dropped, date)
    },
  }
  return { isOver, handlers }
}

/** A day of the month or the week: what is published, what else is on it; entries can be dropped on it. */
export function DayCell(props: DayCellProps) {
  const { plan, day, date, marks, most, name, openId } = props
  const { goToDay, startNew } = useCalendarActions()
  const { isOver, handlers } = useDrop(props)
  const publications = plan.days.get(date) ?? []
  const ofDay = marks.get(date) ?? []
  const isHere = date === day
  const label = dayLabel(date, publications, ofDay)
  const isClosed = ofDay.some(({ kind }) => kind === 'closed')
  const looks = [
    classes.day,
    date === plan.today ? classes.isToday : '',
    isClosed ? classes.isClosed : '',
    isHere ? classes.isHere : '',
    isOver ? classes.isOver : '',
  ]
  return (
    <td className={looks.join(' ')} {...handlers} onDoubleClick={() => startNew(date)}>
      <button
        type="button"
        className={classes.dayNumber}
        data-day={date}
        aria-label={label.includes(name) ? label : `${name}: ${label}`}
        aria-current={date === plan.today ? 'date' : undefined}
        tabIndex={isHere ? 0 : -1}
        onClick={() => goToDay(date)}
      >
        {name}
      </button>
      {date === plan.today && <span className={classes.todayWord}> hoy</span>}
      {publications.slice(0, most).map((publication) => (
        <EntryButton
          key={publication.id}
          publication={publication}
          isOpen={publication.id === openId}
          isReachable={isHere}
          warned={plan.warnings.has(publication.id)}
        />
      ))}
      {publications.length > most && (
        <span className={classes.more}>y {publications.length - most} más en la lista</span>
      )}
      {ofDay.map((mark) => (
        <Mark key={mark.kind + mark.text} mark={mark} isReachable={isHere} />
      ))}
    </td>
  )
}
