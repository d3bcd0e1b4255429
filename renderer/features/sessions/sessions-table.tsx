import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { formatDay } from '../../ui/format'
import { PhaseMark } from './phase-mark'
import { ANTECEDENT, linesByYear, type MinutaStanding, minutaText, type SessionLine } from './sessions-list'
import classes from './sessions-table.module.css'
import { stepFocus } from './step-focus'

const LINE = 'a[data-session-line]'

function Minuta({ minuta }: { readonly minuta: MinutaStanding }) {
  const shape = { none: '', awaiting: '◔', approved: '●' }[minuta.kind]
  return (
    <span className={classes[minuta.kind]}>
      {shape !== '' && <span aria-hidden="true">{shape} </span>}
      {minutaText(minuta)}
    </span>
  )
}

function SessionRow({ line }: { readonly line: SessionLine }) {
  const { session } = line
  return (
    <tr className={classes.row}>
      <th scope="row">
        <Link href={`/sesiones/${session.id}`} className={classes.link ?? ''} data-session-line>
          {line.name}
        </Link>
      </th>
      <td className={classes.day}>{formatDay(session.date)}</td>
      <td>{session.antecedent && session.time === '00:00' ? '—' : session.time}</td>
      <td className={classes.place}>{session.place}</td>
      <td className={classes.number}>{session.antecedent ? '—' : line.points}</td>
      <td>
        {session.antecedent ? (
          <span className={classes.none}>{ANTECEDENT}</span>
        ) : (
          <PhaseMark phase={line.phase} />
        )}
      </td>
      <td className={classes.day}>
        <Minuta minuta={line.minuta} />
      </td>
    </tr>
  )
}

interface SessionsTableProps {
  readonly lines: readonly SessionLine[]
  /** Where letters typed over the list go. */
  readonly filter: RefObject<HTMLInputElement | null>
}

/** The list of sessions under their year: ↑ ↓ choose, Enter opens, any other letter filters. */
export function SessionsTable({ lines, filter }: SessionsTableProps) {
  const table = useRef<HTMLTableElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body) stepFocus(table.current, LINE, 1)
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      stepFocus(table.current, LINE, event.key === 'ArrowDown' ? 1 : -1)
    } else if (event.key.length === 1 && /[\p{L}\d]/u.test(event.key) && !/^n$/i.test(event.key)) {
      // The letter itself lands in the field, because the focus moves before it is written.
      filter.current?.focus()
    }
  }
  return (
    <table ref={table} className={classes.table} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          <th scope="col">Sesión</th>
          <th scope="col">Fecha</th>
          <th scope="col">Hora</th>
          <th scope="col">Lugar</th>
          <th scope="col" className={classes.number}>
            Puntos
          </th>
          <th scope="col">Estado</th>
          <th scope="col">Minuta</th>
        </tr>
      </thead>
      {linesByYear(lines).map(({ year, lines: ofYear }) => (
        <tbody key={year}>
          <tr className={classes.year}>
            <th scope="rowgroup" colSpan={7}>
              {year}
            </th>
          </tr>
          {ofYear.map((line) => (
            <SessionRow key={line.session.id} line={line} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

/** From the filter, down to the first session or straight into it. */
export function enterTable(key: string): boolean {
  const first = document.querySelector<HTMLAnchorElement>(LINE)
  if (!first || (key !== 'ArrowDown' && key !== 'Enter')) return false
  if (key === 'Enter') first.click()
  else first.focus()
  return true
}
