import { Button } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { skipReason, skipText } from '../../../shared/domain/calendar'
import type { ItemRecord } from '../../../shared/domain/follow-up'
import type { IsoDate } from '../../../shared/lib/iso-date'
import { type Month, monthOfDate, stepMonth, weeksOf } from '../../../shared/lib/month'
import { capitalize } from '../../../shared/lib/spanish'
import { monthName } from '../../../shared/lib/spanish-date'
import type { FollowUp } from '../../data/follow-up-book'
import { formatDay } from '../../ui/format'
import type { Selection } from './use-selection'
import classes from './views.module.css'

interface CalendarViewProps {
  readonly followUp: FollowUp
  readonly records: readonly ItemRecord[]
  readonly selection: Selection
  readonly onOpen: () => void
}

const WEEKDAYS = ['lun', 'mar', 'mié', 'jue', 'vie', 'sáb', 'dom']
/** Items named in a day; the rest are counted. */
const MAX_SHOWN = 4

function byDue(records: readonly ItemRecord[]): ReadonlyMap<IsoDate, readonly ItemRecord[]> {
  const days = new Map<IsoDate, ItemRecord[]>()
  for (const record of records) {
    if (record.due.kind !== 'date') continue
    const day = days.get(record.due.due)
    if (day) day.push(record)
    else days.set(record.due.due, [record])
  }
  return days
}

interface DayProps extends Omit<CalendarViewProps, 'records'> {
  readonly date: IsoDate
  readonly due: readonly ItemRecord[]
}

function dayClass(isToday: boolean, isClosed: boolean): string {
  return [classes.day, isToday ? classes.today : '', isClosed ? classes.closedDay : ''].join(' ')
}

function Day({ date, due, followUp, selection, onOpen }: DayProps) {
  const { calendar, today } = followUp.context
  const skipped = skipReason(calendar, date)
  const reason = skipped && skipped.kind !== 'weekend' ? skipText(skipped) : ''
  return (
    <td className={dayClass(date === today, skipped !== null)}>
      <span className={classes.dayNumber} title={reason === '' ? undefined : reason}>
        {Number(date.slice(8))}
        {date === today && <span className={classes.quiet}> hoy</span>}
        {reason !== '' && <span className={classes.quiet}> {reason}</span>}
      </span>
      {due.slice(0, MAX_SHOWN).map(({ item, urgency, standing }) => (
        <button
          key={item.id}
          type="button"
          className={`${classes.entry} ${classes[urgency.kind] ?? ''} ${standing.isOpen ? '' : classes.done}`}
          aria-pressed={selection.current?.id === item.id}
          title={item.title}
          onClick={() => {
            selection.choose(item.id, item.id)
            onOpen()
          }}
        >
          {item.code} {item.title}
        </button>
      ))}
      {due.length > MAX_SHOWN && <span className={classes.quiet}>y {due.length - MAX_SHOWN} más</span>}
    </td>
  )
}

function MonthBar({
  month,
  onMonth,
  today,
}: {
  readonly month: Month
  readonly onMonth: (month: Month) => void
  readonly today: IsoDate
}) {
  return (
    <div className={classes.monthBar}>
      <Button
        size="compact-sm"
        variant="default"
        px={4}
        aria-label="Mes anterior"
        onClick={() => onMonth(stepMonth(month, -1))}
      >
        <IconChevronLeft size={16} />
      </Button>
      <h2 className={classes.month} aria-live="polite">
        {capitalize(monthName(month.month))} de {month.year}
      </h2>
      <Button
        size="compact-sm"
        variant="default"
        px={4}
        aria-label="Mes siguiente"
        onClick={() => onMonth(stepMonth(month, 1))}
      >
        <IconChevronRight size={16} />
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => onMonth(monthOfDate(today))}>
        Hoy
      </Button>
    </div>
  )
}

/** Due dates month by month, with the days that do not count. */
export function CalendarView(props: CalendarViewProps) {
  const { followUp, records } = props
  const { today } = followUp.context
  const [month, setMonth] = useState(() => monthOfDate(today))
  const days = useMemo(() => byDue(records), [records])
  const undated = records.filter(({ due }) => due.kind !== 'date').length
  return (
    <div className={classes.calendarFrame}>
      <MonthBar month={month} onMonth={setMonth} today={today} />
      <table className={classes.calendar}>
        <thead>
          <tr>
            {WEEKDAYS.map((weekday) => (
              <th key={weekday} scope="col">
                {weekday}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week, index) => (
            <tr key={week.find((date) => date !== null) ?? index}>
              {week.map((date, weekday) =>
                date === null ? (
                  <td key={WEEKDAYS[weekday]} className={classes.otherMonth} />
                ) : (
                  <Day key={date} {...props} date={date} due={days.get(date) ?? []} />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {undated > 0 && (
        <p className={classes.footnote}>
          {undated === 1 ? '1 asunto no tiene' : `${undated.toLocaleString('es-MX')} asuntos no tienen`} fecha
          y no aparece{undated === 1 ? '' : 'n'} aquí. Hoy es {formatDay(today)}.
        </p>
      )}
    </div>
  )
}
