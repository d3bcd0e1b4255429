import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { adoptPreset } from '../../../renderer/commands/bodies/adopt-preset'
import { importCalendar } from '../../../renderer/commands/publications/import/import-calendar'
import { undoChangeSet } from '../../../renderer/commands/undo'
import { listCommemorations } from '../../../renderer/data/publications'
import { required } from '../../../shared/lib/assert'
import { makeDeps } from '../../helpers/command-deps'

function calendar(...events: readonly (readonly string[])[]): File {
  const lines = events.flatMap((event, index) => [
    'BEGIN:VEVENT',
    `UID:${index}@x`,
    'DTSTAMP:20260101T000000Z',
    ...event,
    'END:VEVENT',
  ])
  const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x', ...lines, 'END:VCALENDAR', ''].join('\r\n')
  return new File([text], 'fechas.ics')
}

const yearly = (name: string, day: string, rule = 'FREQ=YEARLY') => [
  `SUMMARY:${name}`,
  `DTSTART;VALUE=DATE:${day}`,
  `RRULE:${rule}`,
]

async function setUp() {
  const deps = await makeDeps()
  const adopted = await adoptPreset(deps)
  if (!adopted.ok) throw new Error('preset refused')
  return { deps, bodyId: adopted.value.bodyId }
}

async function imported(file: File) {
  const { deps, bodyId } = await setUp()
  const result = await importCalendar(deps, bodyId, file)
  if (!result.ok) throw new Error(result.error.kind)
  return { deps, bodyId, result: result.value, dates: await listCommemorations(deps.store, bodyId) }
}

describe('importing dates from a calendar', () => {
  it('turns what the catalogue can say into rules', async () => {
    const every = { kind: 'every' }
    const { dates, result } = await imported(
      calendar(
        yearly('Fijo', '20200308'),
        yearly('Cada tres', '20180701', 'FREQ=YEARLY;INTERVAL=3;UNTIL=20300701'),
        yearly('Segundo domingo', '20200510', 'FREQ=YEARLY;BYMONTH=5;BYDAY=2SU'),
        yearly('Último lunes', '20201130', 'FREQ=YEARLY;BYMONTH=11;BYDAY=-1MO'),
        yearly('Cinco veces', '20200101', 'FREQ=YEARLY;COUNT=5'),
        ['SUMMARY:Una vez\\, nada más', 'DTSTART:20260615T100000Z', 'DESCRIPTION:Nota'],
      ),
    )
    expect(result.left).toEqual([])
    const byName = new Map(dates.map((date) => [date.name, date]))
    expect(byName.get('Fijo')?.rule).toEqual({ kind: 'fixed', month: 3, day: 8, years: every })
    expect(byName.get('Cada tres')).toMatchObject({
      rule: { years: { kind: 'cycle', every: 3, from: 2018, offset: 0 } },
      validUntil: '2030-07-01',
    })
    expect(byName.get('Segundo domingo')?.rule).toEqual({
      kind: 'nth',
      month: 5,
      n: 2,
      weekday: 0,
      years: every,
    })
    expect(byName.get('Último lunes')?.rule).toMatchObject({ month: 11, n: -1, weekday: 1 })
    expect(byName.get('Cinco veces')?.validUntil).toBe('2024-12-31')
    expect(byName.get('Una vez, nada más')).toMatchObject({
      rule: { month: 6, day: 15, years: { kind: 'list', years: [2026] } },
      note: 'Nota',
    })
  })

  it('names what it cannot say, and takes the rest', async () => {
    const { dates, result } = await imported(
      calendar(
        yearly('Semanal', '20260105', 'FREQ=WEEKLY'),
        yearly('Varios meses', '20260105', 'FREQ=YEARLY;BYMONTH=1,6'),
        yearly('Del año', '20260105', 'FREQ=YEARLY;BYDAY=20MO'),
        yearly('Posición', '20260105', 'FREQ=YEARLY;BYMONTH=1;BYDAY=MO;BYSETPOS=1'),
        yearly('Del final', '20260131', 'FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=-1'),
        [...yearly('Con excepción', '20260105'), 'EXDATE;VALUE=DATE:20270105'],
        ['DTSTART;VALUE=DATE:20260105'],
        ['SUMMARY:Sin día'],
        yearly('Buena', '20260105'),
        yearly('BUENA', '20260106'),
      ),
    )
    expect(dates.map(({ name }) => name)).toEqual(['Buena'])
    expect(result.left.map(({ name }) => name)).toEqual([
      'Semanal',
      'Varios meses',
      'Del año',
      'Posición',
      'Del final',
      'Con excepción',
      'Un evento sin nombre',
      'Sin día',
      'BUENA',
    ])
    expect(result.left.at(0)?.why).toContain('otra frecuencia')
    expect(result.left.at(-1)?.why).toBe('ya está en el catálogo')
  })

  it('is one change that one undo takes back', async () => {
    const { deps, bodyId, result } = await imported(
      calendar(yearly('A', '20260105'), yearly('B', '20260106')),
    )
    expect((await undoChangeSet(deps, required(result.edited, 'edited').changeSet)).ok).toBe(true)
    expect(await listCommemorations(deps.store, bodyId)).toEqual([])
  })

  it.each([
    ['not-a-calendar', new File(['hola'], 'a.ics')],
    ['not-a-calendar', new File([''], 'a.ics')],
    ['too-large', Object.defineProperty(new File(['x'], 'a.ics'), 'size', { value: 9_000_000 })],
  ])('refuses %s', async (why, file) => {
    const { deps, bodyId } = await setUp()
    expect(await importCalendar(deps, bodyId, file)).toEqual({ ok: false, error: { kind: 'calendar', why } })
  })
})
