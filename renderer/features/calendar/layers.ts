import {
  CLOSED_DAY_LABELS,
  type ClosedDay,
  skipReason,
  skipText,
  type WorkCalendar,
} from '../../../shared/domain/calendar'
import type { ItemRecord } from '../../../shared/domain/follow-up'
import { type Session, sessionTitle } from '../../../shared/domain/sessions'
import { addDays } from '../../../shared/lib/day'
import type { IsoDate } from '../../../shared/lib/iso-date'
import { capitalize } from '../../../shared/lib/spanish'

/** What else the calendar can show besides the publications. */
export type LayerKind = 'session' | 'due' | 'closed' | 'period'

interface LayerEntry {
  readonly kind: LayerKind
  readonly label: string
  readonly shape: string
}

/** Every layer with its shape and word. */
export const LAYERS: readonly LayerEntry[] = [
  { kind: 'session', label: 'Sesiones', shape: '■' },
  { kind: 'due', label: 'Vencimientos', shape: '◆' },
  { kind: 'closed', label: 'Inhábiles', shape: '▨' },
  { kind: 'period', label: 'Periodos electorales', shape: '⚑' },
]

/** Something of a layer on a day. */
export interface DayMark {
  readonly kind: LayerKind
  /** In Spanish: what it is. */
  readonly text: string
  /** Address of where it is from, null when there is none. */
  readonly path: string | null
}

/** What the layers are made of. */
export interface LayerSource {
  readonly sessions: readonly Session[]
  readonly records: readonly ItemRecord[]
  readonly calendar: WorkCalendar
  readonly closedDays: readonly ClosedDay[]
}

/** The marks of every day that has any. */
export type Marks = ReadonlyMap<IsoDate, readonly DayMark[]>

interface Bounds {
  readonly from: IsoDate
  readonly until: IsoDate
}

type Put = (day: IsoDate, mark: DayMark) => void

function putSessions({ sessions }: LayerSource, { from, until }: Bounds, put: Put): void {
  for (const session of sessions) {
    if (session.date < from || session.date > until) continue
    put(session.date, {
      kind: 'session',
      text: sessionTitle(session),
      path: session.antecedent ? null : `/sesiones/${session.id}`,
    })
  }
}

function putDue({ records }: LayerSource, { from, until }: Bounds, put: Put): void {
  for (const { item, due, standing } of records) {
    if (due.kind !== 'date' || !standing.isOpen || due.due < from || due.due > until) continue
    put(due.due, {
      kind: 'due',
      text: `Vence ${item.code}: ${item.title}`,
      path: `/seguimiento/${item.id}`,
    })
  }
}

function putClosed({ calendar }: LayerSource, { from, until }: Bounds, put: Put): void {
  for (let day = from; day <= until; day = addDays(day, 1)) {
    const reason = skipReason(calendar, day)
    if (reason === null || reason.kind === 'weekend') continue
    put(day, { kind: 'closed', text: capitalize(skipText(reason)), path: null })
  }
}

function putPeriods({ closedDays }: LayerSource, { from, until }: Bounds, put: Put): void {
  for (const range of closedDays) {
    if (range.kind === 'closed' || range.until < from || range.from > until) continue
    const last = range.until < until ? range.until : until
    const text = `${CLOSED_DAY_LABELS[range.kind]}: ${range.reason}`
    for (let day = range.from > from ? range.from : from; day <= last; day = addDays(day, 1)) {
      put(day, { kind: 'period', text, path: null })
    }
  }
}

const WRITERS: Readonly<Record<LayerKind, (source: LayerSource, bounds: Bounds, put: Put) => void>> = {
  session: putSessions,
  due: putDue,
  closed: putClosed,
  period: putPeriods,
}

/** The marks of the layers that are on, day by day, in the order of the layers. */
export function marksOf(source: LayerSource, on: ReadonlySet<LayerKind>, bounds: Bounds): Marks {
  const marks = new Map<IsoDate, DayMark[]>()
  const put: Put = (day, mark) => {
    const ofDay = marks.get(day)
    if (ofDay) ofDay.push(mark)
    else marks.set(day, [mark])
  }
  for (const { kind } of LAYERS) if (on.has(kind)) WRITERS[kind](source, bounds, put)
  return marks
}

/** The layer set that a preference keeps; all on when nothing was kept. */
export function readLayers(kept: string | null): ReadonlySet<LayerKind> {
  const all = LAYERS.map(({ kind }) => kind)
  return new Set(kept === null ? all : all.filter((kind) => kept.split(' ').includes(kind)))
}
