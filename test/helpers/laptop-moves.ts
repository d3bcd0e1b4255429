import fc from 'fast-check'
import type { Row } from '../../shared/journal'
import type { TableName } from '../../shared/schema/tables'
import type { Laptop } from './laptop'
import { makeItem, makeItemEvent } from './make-item'
import {
  makeAttendee,
  makeBody,
  makeMembership,
  makePerson,
  makePoint,
  makeSeat,
  makeSession,
} from './make-session'

/** One thing that somebody does on a laptop, with numbers that choose among whatever there is. */
export interface LaptopMove {
  readonly kind: (typeof KINDS)[number]
  readonly a: number
  readonly b: number
}

const KINDS = [
  ...(['seat', 'person', 'membership', 'session', 'attendee', 'point', 'point', 'item', 'view'] as const),
  ...(['fact', 'fact', 'fact', 'event', 'event', 'overlay', 'closed-day'] as const),
  ...(['edit-body', 'edit-seat', 'edit-person', 'edit-session', 'edit-point', 'edit-item'] as const),
  ...(['drop-person', 'drop-point', 'drop-overlay', 'drop-item', 'drop-closed-day', 'undo'] as const),
] as const

/** Something that somebody does. */
export const laptopMove: fc.Arbitrary<LaptopMove> = fc.record({
  kind: fc.constantFrom(...KINDS),
  a: fc.nat({ max: 999 }),
  b: fc.nat({ max: 999 }),
})

function asRow(record: object): Row {
  return JSON.parse(JSON.stringify(record)) as Row
}

function pick(rows: readonly Row[], n: number): Row | null {
  return rows[n % Math.max(1, rows.length)] ?? null
}

function insertMove(laptop: Laptop, { kind, a, b }: LaptopMove): readonly [TableName, object] | null {
  const id = laptop.newId()
  const session = pick(laptop.all('sessions'), a)
  const item = pick(laptop.all('items'), a)
  const sessionId = session?.id
  switch (kind) {
    case 'seat':
      return ['seats', makeSeat((a % 20) + 1, { id })]
    case 'person':
      return ['persons', makePerson((a % 20) + 1, { id })]
    case 'membership': {
      const [seat, person] = [pick(laptop.all('seats'), a), pick(laptop.all('persons'), b)]
      if (!seat || !person) return null
      return ['memberships', makeMembership(1, { id, seatId: seat.id, personId: person.id })]
    }
    case 'session':
      return ['sessions', makeSession((a % 9) + 1, { id })]
    case 'attendee':
      return session && ['attendees', makeAttendee(makeSession(1), (a % 20) + 1, { id, sessionId })]
    case 'point':
      return session && ['points', makePoint(makeSession(1), (a % 20) + 1, { id, sessionId })]
    case 'item':
      return ['items', makeItem(a, { id, tags: b % 2 ? ['urge'] : [] })]
    case 'event': {
      if (!item) return null
      const seq = laptop.all('itemEvents').filter(({ itemId }) => itemId === item.id).length + 1
      const event = makeItemEvent(makeItem(1), seq, '2017-11-01', { kind: 'progress' }, { note: `nota ${b}` })
      return ['itemEvents', { ...event, id, itemId: item.id }]
    }
    case 'closed-day': {
      const on = `2018-0${(a % 9) + 1}-10`
      return [
        'closedDays',
        { id, bodyId: makeBody().id, kind: 'closed', from: on, until: on, reason: `día ${b}` },
      ]
    }
    default:
      return null
  }
}

function factMove(laptop: Laptop, { a, b }: LaptopMove): void {
  const session = pick(laptop.all('sessions'), a)
  const point = pick(
    laptop.all('points').filter(({ sessionId }) => sessionId === session?.id),
    b,
  )
  if (!session || !point) return
  const seq = laptop.all('facts').filter(({ sessionId }) => sessionId === session.id).length + 1
  const body = {
    kind: 'speech',
    pointId: point.id ?? null,
    speaker: null,
    act: 'narrates',
    text: `se dijo ${b}`,
  }
  laptop.put('facts', {
    id: laptop.newId(),
    sessionId: session.id ?? null,
    seq,
    recordedAt: '2017-11-15T17:00:00.000Z',
    time: '11:05',
    gesture: laptop.newId(),
    body,
  })
}

function overlayMove(laptop: Laptop, { a, b }: LaptopMove): void {
  const session = pick(laptop.all('sessions'), a)
  if (!session) return
  const anchor = `point:${b % 3}`
  const id = `${session.id}:${anchor}`
  laptop.put('overlays', { id, sessionId: session.id ?? null, anchor, text: `texto ${b}`, basis: 'base' })
}

const EDITS: Partial<Readonly<Record<LaptopMove['kind'], readonly [TableName, string]>>> = {
  'edit-body': ['bodies', 'name'],
  'edit-seat': ['seats', 'name'],
  'edit-person': ['persons', 'fullName'],
  'edit-session': ['sessions', 'place'],
  'edit-point': ['points', 'title'],
  'edit-item': ['items', 'title'],
}

const DROPS: Partial<Readonly<Record<LaptopMove['kind'], TableName>>> = {
  'drop-point': 'points',
  'drop-overlay': 'overlays',
  'drop-closed-day': 'closedDays',
}

function dropMove(laptop: Laptop, table: TableName, a: number): void {
  const row = pick(laptop.all(table), a)
  if (row) laptop.drop([table, row])
}

/** A person goes with her memberships, as the directory takes her away. */
function dropPerson(laptop: Laptop, a: number): void {
  const person = pick(laptop.all('persons'), a)
  if (!person) return
  const held = laptop.all('memberships').filter(({ personId }) => personId === person.id)
  laptop.drop(['persons', person], ...held.map((row) => ['memberships', row] as const))
}

function dropItem(laptop: Laptop, a: number): void {
  const item = pick(laptop.all('items'), a)
  if (!item) return
  const events = laptop.all('itemEvents').filter(({ itemId }) => itemId === item.id)
  laptop.drop(['items', item], ...events.map((event) => ['itemEvents', event] as const))
}

/** Does something on a laptop, unless there is nothing to do it with. */
export function play(laptop: Laptop, move: LaptopMove): void {
  const { kind, a, b } = move
  const edit = EDITS[kind]
  const drop = DROPS[kind]
  const last = laptop.records.at(-1)
  if (kind === 'fact') factMove(laptop, move)
  else if (kind === 'overlay') overlayMove(laptop, move)
  else if (kind === 'drop-item') dropItem(laptop, a)
  else if (kind === 'drop-person') dropPerson(laptop, a)
  else if (drop) dropMove(laptop, drop, a)
  else if (edit) {
    const row = pick(laptop.all(edit[0]), a)
    if (row) laptop.put(edit[0], { ...row, [edit[1]]: `cambio ${b} de ${laptop.name}` })
  } else if (kind === 'undo') {
    if (last && laptop.records.length > 1) laptop.undo(last)
  } else {
    const made = insertMove(laptop, move)
    if (made) laptop.put(made[0], asRow(made[1]))
  }
}

/** A laptop on which the body was created. */
export function withBody(laptop: Laptop): Laptop {
  laptop.put('bodies', asRow(makeBody()))
  return laptop
}
