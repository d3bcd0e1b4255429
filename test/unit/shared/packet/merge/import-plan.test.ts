import { describe, expect, it } from 'vitest'
import type { PlainFactBody } from '../../../../../shared/domain/sessions'
import { CHANGE_SET_LIMITS, MAX_LINE_BYTES, type Row } from '../../../../../shared/journal'
import { finish } from '../../../../../shared/lib/steps'
import {
  type Choice,
  type ImportPlan,
  importChanges,
  LocalState,
  planImport,
  readRecords,
  settleChoices,
  VersionLedger,
} from '../../../../../shared/packet'
import { Laptop } from '../../../../helpers/laptop'
import { withBody } from '../../../../helpers/laptop-moves'
import { makeItem } from '../../../../helpers/make-item'
import { makeCommemoration } from '../../../../helpers/make-publication'
import {
  makeMembership,
  makePerson,
  makePoint,
  makeRecord,
  makeSeat,
  makeSession,
  opened,
  testId,
  withFacts,
} from '../../../../helpers/make-session'

function asRow(record: object): Row {
  return JSON.parse(JSON.stringify(record)) as Row
}

function unitOf(plan: ImportPlan, kind: string) {
  const unit = plan.units.find((each) => each.kind === kind)
  if (!unit) throw new Error(`No ${kind} in the plan`)
  return unit
}

function readLines(lines: readonly string[]) {
  const read = readRecords(lines)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}

const point = makePoint(makeSession(1), 1)
const record = opened(makeRecord(makeSession(1), [point]))

/** A laptop with session 1 prepared, and another that took it in. */
function twoLaptops(): readonly [Laptop, Laptop] {
  const home = withBody(new Laptop(1))
  const { session, attendees, points } = record.plan
  home.put('sessions', asRow(session))
  for (const attendee of attendees) home.put('attendees', asRow(attendee))
  for (const each of points) home.put('points', asRow(each))
  const other = new Laptop(2)
  other.take(home.pack())
  return [home, other]
}

/** Records the session on a laptop, with something said that is only said there. */
function recordOn(laptop: Laptop, text: string): void {
  const said: readonly PlainFactBody[] = [
    { kind: 'point-opened', pointId: point.id },
    { kind: 'speech', pointId: point.id, speaker: null, act: 'narrates', text },
  ]
  const { facts } = withFacts(record, said, {
    now: () => '2017-11-15T17:00:00.000Z',
    newId: () => laptop.newId(),
  })
  for (const fact of facts.slice(record.facts.length)) laptop.put('facts', asRow(fact))
}

function recordStart(...laptops: readonly Laptop[]): void {
  for (const laptop of laptops) for (const fact of record.facts) laptop.put('facts', asRow(fact))
}

describe('a date of the catalogue that came with an exception', () => {
  it('is told field by field, and comes whole', () => {
    const [home, other] = twoLaptops()
    home.put('commemorations', asRow(makeCommemoration(1)))
    other.take(home.pack())
    const on = { from: '2018-07-01', until: '2018-07-01' }
    const exceptions = [
      { year: 2018, on, reason: 'LGIPE' },
      { year: 2020, on: null, reason: '' },
    ]
    home.put('commemorations', asRow(makeCommemoration(1, { exceptions })))
    const { plan } = other.take(home.pack())
    expect(unitOf(plan, 'commemoration').differences).toMatchObject([
      { field: 'Excepciones', before: '—', after: '2018: 1.º de julio (LGIPE)\n2020: no se observa' },
    ])
    expect(other.stateHash()).toBe(home.stateHash())
  })
})

describe('a session that was recorded on two laptops', () => {
  function apart(): readonly [Laptop, Laptop] {
    const [home, other] = twoLaptops()
    recordStart(home)
    other.take(home.pack())
    recordOn(home, 'lo que se dijo en casa')
    recordOn(other, 'lo que se dijo en la otra')
    return [home, other]
  }

  it('is a conflict that changes nothing until somebody chooses', () => {
    const [home, other] = apart()
    const before = other.stateHash(true)
    const { plan, changes } = other.take(home.pack())
    const unit = unitOf(plan, 'session')
    expect(unit.state).toBe('conflict')
    expect(changes).toEqual([])
    expect(other.stateHash(true)).toBe(before)
    const told = unit.differences.map(({ before: was, after }) => [was, after])
    expect(told).toContainEqual([null, expect.stringContaining('lo que se dijo en casa')])
    expect(told).toContainEqual([expect.stringContaining('lo que se dijo en la otra'), null])
  })

  it('becomes the side that is chosen, whole, and the other comes back with one undo', () => {
    const [home, other] = apart()
    const before = other.stateHash(true)
    const mine = other.factIds()
    other.take(home.pack(), 'take')
    expect(other.stateHash()).toBe(home.stateHash())
    expect(
      other.records.some(({ changeSet }) =>
        changeSet.changes.some(({ key }) => !home.factIds().has(key) && mine.has(key)),
      ),
    ).toBe(true)
    const last = other.records.at(-1)
    if (last) other.undo(last)
    expect(other.stateHash(true)).toBe(before)
  })

  it('is settled for both when one keeps its own', () => {
    const [home, other] = apart()
    const mine = other.stateHash()
    other.take(home.pack(), 'keep')
    expect(other.stateHash()).toBe(mine)
    expect(unitOf(other.take(home.pack()).plan, 'session').state).toBe('older')
    const { plan } = home.take(other.pack())
    expect(unitOf(plan, 'session').state).toBe('changed')
    expect(home.stateHash()).toBe(mine)
  })

  it('is told from one that was only carried on', () => {
    const [home, other] = twoLaptops()
    recordStart(home)
    recordOn(home, 'lo que se dijo')
    const { plan } = other.take(home.pack())
    expect(unitOf(plan, 'session')).toMatchObject({ state: 'changed', warnings: [] })
    expect(other.stateHash()).toBe(home.stateHash())
  })
})

describe('a fact that the app never wrote', () => {
  it('that reads otherwise than the one that is here is a conflict, however new it says it is', () => {
    const [home, other] = twoLaptops()
    recordStart(home)
    other.take(home.pack())
    const [fact] = home.all('facts')
    if (!fact) throw new Error('no facts')
    home.put('facts', { ...fact, time: '23:59' })
    const unit = unitOf(other.take(home.pack()).plan, 'session')
    expect(unit.state).toBe('conflict')
    expect(unit.warnings.join()).toContain('nunca reescribe')
  })

  it('that the session cannot have is said before it is taken', () => {
    const [home, other] = twoLaptops()
    recordOn(home, 'antes de abrir la sesión')
    const unit = unitOf(other.plan(readLines(home.pack())), 'session')
    expect(unit.warnings.join()).toMatch(/2 hechos no tienen efecto/)
  })
})

describe('a profile that was copied by hand', () => {
  it('is known by its journal, and what differs is in conflict', () => {
    const [home] = twoLaptops()
    const copy = new Laptop(1)
    for (const { changeSet } of home.records) copy.commit(changeSet.changes)
    expect(copy.records.at(-1)?.hash).toBe(home.records.at(-1)?.hash)
    home.put('points', { ...asRow(point), title: 'Título de aquí' })
    copy.put('points', { ...asRow(point), title: 'Título de la copia' })
    copy.put('points', { ...asRow(point), title: 'Título de la copia, otra vez' })
    const { plan } = home.take(copy.pack())
    expect(unitOf(plan, 'session').state).toBe('conflict')
    expect(home.get('points', point.id)?.title).toBe('Título de aquí')
  })
})

describe('what a unit names', () => {
  const seat = makeSeat(1)
  const person = makePerson(1)
  const membership = makeMembership(1)

  function directory(): readonly [Laptop, Laptop] {
    const [home, other] = [withBody(new Laptop(1)), new Laptop(2)]
    home.put('seats', asRow(seat))
    home.put('persons', asRow(person))
    home.put('memberships', asRow(membership))
    return [home, other]
  }

  it('comes with it although it was not chosen', () => {
    const [home, other] = directory()
    const plan = other.plan(readLines(home.pack()))
    const choices: Record<string, Choice> = Object.fromEntries(plan.units.map(({ id }) => [id, 'leave']))
    choices[`membership:${membership.id}`] = 'take'
    const { settled, brought } = settleChoices(plan, choices)
    expect([...brought].sort()).toEqual([`body:${testId(1)}`, `person:${person.id}`, `seat:${seat.id}`])
    expect([...settled.values()]).toEqual(['take', 'take', 'take', 'take'])
  })

  it('is not deleted while a membership of here names it', () => {
    const [home, other] = directory()
    other.take(home.pack())
    home.drop(['memberships', asRow(membership)], ['persons', asRow(person)])
    other.put('memberships', { ...asRow(membership), charge: 'Otro cargo' })
    const { plan, held } = other.take(home.pack())
    expect(unitOf(plan, 'membership').state).toBe('conflict')
    expect(unitOf(plan, 'person').state).toBe('deleted')
    expect(held).toBe(1)
    expect(other.get('persons', person.id)).not.toBeNull()
    other.take(home.pack(), 'take')
    expect(other.stateHash()).toBe(home.stateHash())
  })

  it('is never decided by it when it is in conflict', () => {
    const [home, other] = directory()
    home.drop(['memberships', asRow(membership)])
    other.take(home.pack())
    home.put('persons', { ...asRow(person), fullName: 'Otro Nombre' })
    home.put('memberships', asRow(makeMembership(1, { id: testId(499) })))
    other.drop(['persons', asRow(person)])
    const { plan } = other.take(home.pack())
    expect(settleChoices(plan, {}).held).toEqual(new Map([[`membership:${testId(499)}`, ['Otro Nombre']]]))
    expect(other.get('persons', person.id)).toBeNull()
    expect(other.get('memberships', testId(499))).toBeNull()
  })
})

describe('what differs', () => {
  it('is told field by field, in Spanish, with names instead of ids and dates as people read them', () => {
    const [home, other] = twoLaptops()
    home.put('sessions', { ...asRow(record.plan.session), date: '2017-12-06', place: 'Auditorio' })
    const approves = { ...asRow(point), approvesSessions: [record.plan.session.id], closing: 'vote' }
    home.put('points', approves)
    const unit = unitOf(other.plan(readLines(home.pack())), 'session')
    expect(unit.title).toBe('Primera sesión ordinaria 2017')
    expect(unit.detail).toBe('6 de diciembre de 2017 · 1 punto y 3 personas')
    expect(unit.differences).toEqual([
      { subject: '', field: 'Fecha', before: '15 de noviembre de 2017', after: '6 de diciembre de 2017' },
      { subject: '', field: 'Lugar', before: 'Sala de Usos Múltiples', after: 'Auditorio' },
      {
        subject: `Punto 1. ${point.title}`,
        field: 'Cómo cierra',
        before: 'se da por recibido',
        after: 'votación',
      },
      {
        subject: `Punto 1. ${point.title}`,
        field: 'Minutas que se aprueban',
        before: '—',
        after: 'Primera sesión ordinaria 2017',
      },
    ])
  })

  it('says when something else here has the same name', () => {
    const [home, other] = twoLaptops()
    home.put('items', asRow(makeItem(7)))
    other.put('items', asRow(makeItem(7, { id: testId(70_007) })))
    home.put('sessions', asRow(makeSession(2, { ordinal: 5 })))
    other.put('sessions', asRow(makeSession(3, { ordinal: 5 })))
    const { units } = other.plan(readLines(home.pack()))
    expect(units.flatMap(({ warnings }) => warnings)).toEqual([
      'Aquí ya hay otra quinta sesión ordinaria 2017.',
      'Aquí ya hay otro asunto con la clave SEG-2017-007.',
    ])
  })
})

describe('a packet that cannot be', () => {
  it('is refused when its rows are of nothing that there is', () => {
    const [home] = twoLaptops()
    const lines = home.pack().filter((line) => !line.includes('"table":"sessions"'))
    const [first = '', ...rest] = lines
    const read = readLines([first.replace(/"lines":\d+/, `"lines":${rest.length}`), ...rest])
    const local = new LocalState({
      rows: {},
      origins: new Map(),
      ledger: new VersionLedger(),
      forked: false,
      elsewhere: new Set(),
      otherBodies: [],
    })
    expect(finish(planImport(read, local))).toMatchObject({ ok: false, error: { code: 'row-of-nothing' } })
  })

  it('is refused whole when it is more than one record holds, and can be taken in parts', () => {
    const versions = { ['a'.repeat(64)]: 1 }
    const local = { row: null, origin: null, versions: {} }
    const rows = CHANGE_SET_LIMITS.changes / 2
    const pairs = Array.from({ length: rows }, (_, n) => {
      const key = testId(n)
      const state = 'new' as const
      return {
        table: 'seats' as const,
        key,
        state,
        local,
        incoming: { id: key },
        versions,
        lacking: [],
        joined: versions,
      }
    })
    const home = withBody(new Laptop(1))
    const plan = new Laptop(2).plan(readLines(home.pack()))
    const large = { ...unitOf(plan, 'body'), id: 'seat:many', pairs }
    const whole = { ...plan, units: [...plan.units, large] }
    expect(finish(importChanges(whole, {}, null))).toEqual({
      ok: false,
      error: { code: 'too-many-changes', found: 2 * (rows + 1), max: CHANGE_SET_LIMITS.changes },
    })
    expect(finish(importChanges(whole, { 'seat:many': 'leave' }, null))).toMatchObject({ ok: true })
  })

  it('is refused when its rows are longer than one line of the journal', () => {
    const home = withBody(new Laptop(1))
    const plan = new Laptop(2).plan(readLines(home.pack()))
    const body = unitOf(plan, 'body')
    const long = { ...home.get('bodies', testId(1)), name: 'ñ'.repeat(900_000) }
    const units = Array.from({ length: 40 }, (_, n) => ({
      ...body,
      id: `body:${n}`,
      pairs: body.pairs.map((pair) => ({ ...pair, incoming: long })),
    }))
    const made = finish(importChanges({ ...plan, units }, {}, null))
    expect(made).toMatchObject({ ok: false, error: { code: 'too-many-bytes', max: MAX_LINE_BYTES } })
  })
})
