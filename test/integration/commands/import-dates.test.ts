import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { adoptPreset } from '../../../renderer/commands/bodies/adopt-preset'
import { adoptStarterDates } from '../../../renderer/commands/publications/edit-catalogue'
import { importDates } from '../../../renderer/commands/publications/import/import-dates'
import { readCalendar } from '../../../renderer/commands/publications/import/read-calendar'
import { reconcile } from '../../../renderer/commands/store/reconcile'
import { undoChangeSet } from '../../../renderer/commands/undo'
import { listCommemorations } from '../../../renderer/data/publications'
import {
  type Commemoration,
  type DateColumnId,
  describeRule,
  finderOf,
} from '../../../shared/domain/publications'
import { required } from '../../../shared/lib/assert'
import { type Sheet, startDraft } from '../../../shared/lib/sheet'
import { makeDeps } from '../../helpers/command-deps'
import { FakeDesktop } from '../../helpers/fake-desktop'
import { calendarText, yearly } from '../../helpers/make-ics'
import { countingEffects } from '../../helpers/make-session'
import { sheetOf } from '../../helpers/make-sheet'

async function setUp() {
  const desktop = new FakeDesktop()
  const deps = await makeDeps(desktop)
  const adopted = await adoptPreset(deps)
  if (!adopted.ok) throw new Error('preset refused')
  const { bodyId } = adopted.value
  const run = (sheet: Sheet | string, onlyGoodRows = false) => {
    const draft = startDraft<DateColumnId>(typeof sheet === 'string' ? sheetOf(sheet) : sheet)
    return importDates(deps, { ...draft, bodyId, fileName: 'fechas.csv', onlyGoodRows })
  }
  const dates = () => listCommemorations(deps.store, bodyId)
  return { deps, desktop, bodyId, run, dates }
}

function sorted(dates: readonly Commemoration[]): readonly Commemoration[] {
  return [...dates].sort((a, b) => (a.id < b.id ? -1 : 1))
}

const SHEET = `
Nombre|Cuándo cae|Nota
Día de la Bandera|24 de febrero|Con la Dirección
Víspera del aniversario|un día antes de «Aniversario del Comité»|
Aniversario del Comité|tercer lunes de marzo|`

describe('importing dates', () => {
  it('adds and changes in one change, which one undo takes back', async () => {
    const { deps, bodyId, run, dates } = await setUp()
    await adoptStarterDates(deps, bodyId)
    const before = await dates()
    const stored = await run(SHEET)
    if (!stored.ok) throw new Error(stored.error.kind)
    const { changeSet } = required(stored.value, 'stored')
    expect(changeSet.label).toBe('Importar 3 fechas de «fechas.csv»')
    expect(changeSet.changes.map(({ before: was }) => was === null)).toEqual([false, true, true])
    const now = await dates()
    expect(now).toHaveLength(before.length + 2)
    expect(now.find(({ name }) => name === 'Día de la Bandera')).toMatchObject({
      note: 'Con la Dirección',
      suggested: true,
    })
    const eve = required(
      now.find(({ name }) => name.startsWith('Víspera')),
      'eve',
    )
    expect(describeRule(eve.rule, finderOf(now))).toBe('1 día antes de «Aniversario del Comité»')
    expect((await undoChangeSet(deps, changeSet)).ok).toBe(true)
    expect(sorted(await dates())).toEqual(sorted(before))
  })

  it('is the same after the database is rebuilt from the journal', async () => {
    const { deps, desktop, run, dates } = await setUp()
    await run(SHEET)
    const before = sorted(await dates())
    await deps.store.clear()
    const done = await reconcile(deps.store, desktop.api, desktop.readyStatus(), countingEffects(800_000))
    expect(done.kind).toBe('rebuilt')
    expect(sorted(await dates())).toEqual(before)
  })

  it('keeps the exceptions of a date that it changes', async () => {
    const { deps, bodyId, run, dates } = await setUp()
    await adoptStarterDates(deps, bodyId)
    const jornada = async () => (await dates()).find(({ name }) => name === 'Jornada Electoral')
    const before = required(await jornada(), 'jornada')
    expect(before.exceptions.length).toBeGreaterThan(0)
    expect((await run('Nombre|Nota\nJornada electoral|Con la DECEyEC')).ok).toBe(true)
    expect(await jornada()).toEqual({ ...before, note: 'Con la DECEyEC' })
  })

  it('changes nothing the second time', async () => {
    const { run } = await setUp()
    expect((await run(SHEET)).ok).toBe(true)
    expect(await run(SHEET)).toEqual({ ok: true, value: null })
  })

  it('stores nothing while a row has a problem, unless only the good ones are asked for', async () => {
    const { run, dates } = await setUp()
    const sheet = 'Nombre|Cuándo cae\nBien|5 de mayo\nMal|30 de febrero\nSigue|1 día después de Mal'
    expect(await run(sheet)).toEqual({ ok: false, error: { kind: 'has-problems', count: 2 } })
    expect(await dates()).toEqual([])
    expect((await run(sheet, true)).ok).toBe(true)
    expect((await dates()).map(({ name }) => name)).toEqual(['Bien'])
  })

  it('takes the events of a calendar as rows', async () => {
    const { run, dates } = await setUp()
    const text = calendarText(yearly('Anual', '20260105'), yearly('Semanal', '20260105', 'FREQ=WEEKLY'))
    const read = readCalendar(text, 'America/Mexico_City')
    if (!read.ok) throw new Error(read.error)
    expect((await run(read.value.sheet, true)).ok).toBe(true)
    expect((await dates()).map(({ name }) => name)).toEqual(['Anual'])
  })
})
