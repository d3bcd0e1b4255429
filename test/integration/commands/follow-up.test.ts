import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { adoptPreset } from '../../../renderer/commands/bodies/adopt-preset'
import type { CommandDeps } from '../../../renderer/commands/deps'
import { openExample } from '../../../renderer/commands/examples/open-example'
import { addItem } from '../../../renderer/commands/follow-up/add-item'
import { bulkChange } from '../../../renderer/commands/follow-up/bulk-change'
import { changeState } from '../../../renderer/commands/follow-up/change-state'
import type { Edited } from '../../../renderer/commands/follow-up/edit-follow-up'
import { editItem } from '../../../renderer/commands/follow-up/edit-item'
import { extendDeadline } from '../../../renderer/commands/follow-up/extend-deadline'
import { followUpFailureText } from '../../../renderer/commands/follow-up/failures'
import { importItems, planImport } from '../../../renderer/commands/follow-up/import-items'
import {
  promoteFromSession,
  proposeFromSession,
} from '../../../renderer/commands/follow-up/promote-from-session'
import { recordEvent } from '../../../renderer/commands/follow-up/record-event'
import { removeItems } from '../../../renderer/commands/follow-up/remove-items'
import { removeItemView, saveItemView } from '../../../renderer/commands/follow-up/save-view'
import { removeClosedDay, saveClosedDay } from '../../../renderer/commands/follow-up/set-closed-days'
import { undoChangeSet } from '../../../renderer/commands/undo'
import {
  getItem,
  getItemRecord,
  listClosedDays,
  listItemEvents,
  listItems,
  listItemViews,
} from '../../../renderer/data/follow-up'
import { listSessions } from '../../../renderer/data/repositories'
import type { BodyId } from '../../../shared/domain/bodies'
import { deadlineFromWording } from '../../../shared/domain/deadlines'
import {
  draftOfItem,
  followUpReport,
  type ItemColumnId,
  type ItemId,
  itemIdSchema,
  NO_FILTER,
  reportCounts,
} from '../../../shared/domain/follow-up'
import { required } from '../../../shared/lib/assert'
import { isoDate } from '../../../shared/lib/iso-date'
import { startDraft } from '../../../shared/lib/sheet'
import { makeDeps } from '../../helpers/command-deps'
import { FakeDesktop } from '../../helpers/fake-desktop'
import { makeItemDraft, makeParty } from '../../helpers/make-item'
import { testId } from '../../helpers/make-session'
import { sheetOf } from '../../helpers/make-sheet'

const TODAY = isoDate('2017-11-15')
const source = { kind: 'oficio', reference: 'INE/1/2017', sessionId: null, factId: null } as const
const told = { on: '2017-10-20', author: 'UNICOM', source, note: '', evidence: [] }

async function setUp() {
  const desktop = new FakeDesktop()
  const deps = await makeDeps(desktop)
  const adopted = await adoptPreset(deps)
  if (!adopted.ok) throw new Error('preset refused')
  return { deps, desktop, bodyId: adopted.value.bodyId }
}

async function withExample() {
  const desktop = new FakeDesktop()
  const deps = await makeDeps(desktop)
  const opened = await openExample(deps)
  if (!opened.ok) throw new Error('example refused')
  return { deps, desktop, ...opened.value }
}

let ids = 0
async function added(deps: CommandDeps, bodyId: BodyId, changes = {}): Promise<ItemId> {
  ids += 1
  const id = itemIdSchema.parse(testId(50_000 + ids))
  const result = await addItem(deps, bodyId, id, makeItemDraft(changes))
  if (!result.ok) throw new Error(followUpFailureText(result.error, () => 'disk'))
  return id
}

/** The committed change of an edit that must have worked. */
async function committed(edit: Edited) {
  const result = await edit
  if (!result.ok) throw new Error(followUpFailureText(result.error, () => 'disk'))
  return required(result.value, 'change')
}

async function refusal(edit: Edited): Promise<string> {
  const result = await edit
  return result.ok ? 'accepted' : followUpFailureText(result.error, () => 'disk')
}

describe('items by hand', () => {
  it('are stored under the next code, and one undo takes them back', async () => {
    const { deps, desktop, bodyId } = await setUp()
    await added(deps, bodyId)
    const id = await added(deps, bodyId, { code: 'A-1' })
    await added(deps, bodyId)
    expect((await listItems(deps.store, bodyId)).map(({ code }) => code)).toEqual([
      'A-1',
      'SEG-2017-001',
      'SEG-2017-002',
    ])
    expect(await refusal(addItem(deps, bodyId, id, makeItemDraft({ code: 'a-1' })))).toBe(
      'Nada cambió. La clave a-1 ya es de otro asunto.',
    )
    expect(await refusal(addItem(deps, bodyId, id, makeItemDraft({ responsible: [] })))).toContain(
      'Falta el responsable',
    )
    expect(desktop.records).toHaveLength(4)
  })

  it('keep in their story what was edited and by whom', async () => {
    const { deps, bodyId } = await setUp()
    const id = await added(deps, bodyId)
    const item = required(await getItem(deps.store, id), 'item')
    const change = await committed(
      editItem(deps, id, { ...draftOfItem(item), title: 'Otro título' }, 'Azuara'),
    )
    expect(await listItemEvents(deps.store, id)).toMatchObject([
      {
        seq: 1,
        author: 'Azuara',
        on: '2017-11-15',
        body: { kind: 'edited', changes: [{ field: 'título', after: 'Otro título' }] },
      },
    ])
    expect(await editItem(deps, id, { ...draftOfItem(item), title: 'Otro título' }, '')).toEqual({
      ok: true,
      value: null,
    })
    expect(await refusal(editItem(deps, id, { ...draftOfItem(item), openedOn: '2017-11-16' }, ''))).toContain(
      'Su historia tiene un evento del 15 de noviembre de 2017',
    )
    await undoChangeSet(deps, change.changeSet)
    expect(await getItem(deps.store, id)).toEqual(item)
    expect(await listItemEvents(deps.store, id)).toEqual([])
  })

  it('change state, advance, get an extension and start their term, one event after another', async () => {
    const { deps, bodyId } = await setUp()
    const deadline = deadlineFromWording(
      'dentro de los cinco días hábiles siguientes a su entrada en vigor',
      isoDate('2017-08-30'),
    )
    const id = await added(deps, bodyId, { deadline })
    const record = async () => required(await getItemRecord(deps.store, id, TODAY), 'record')
    expect((await record()).due).toEqual({ kind: 'waiting', for: 'entry-into-force' })
    await committed(
      recordEvent(deps, id, { ...told, body: { kind: 'start', date: '2017-09-14', time: null } }),
    )
    expect((await record()).due).toMatchObject({ due: '2017-09-21' })
    await committed(extendDeadline(deps, id, { due: '2017-12-15', grantedBy: 'Presidencia' }, told))
    await committed(recordEvent(deps, id, { ...told, note: 'Va bien', body: { kind: 'progress' } }))
    const done = await committed(changeState(deps, id, 'fulfilled', { ...told, on: '2017-11-15' }))
    expect(await record()).toMatchObject({
      standing: { state: 'fulfilled', extension: { grantedBy: 'Presidencia' } },
      revision: 4,
      due: { due: '2017-12-15' },
    })
    expect(done.changeSet.label).toBe('SEG-2017-001: cambio de estado')
    expect(await refusal(changeState(deps, id, 'fulfilled', { ...told, on: '2017-11-15' }))).toBe(
      'Nada cambió. Ese día el asunto ya estaba cumplido.',
    )
    expect(await refusal(changeState(deps, id, 'pending', { ...told, on: '2017-11-16' }))).toContain(
      'posterior a hoy',
    )
    const target = required((await record()).events.at(-1), 'event')
    await committed(
      recordEvent(deps, id, { ...told, on: '2017-11-15', body: { kind: 'void', targetId: target.id } }),
    )
    expect((await record()).standing).toMatchObject({ state: 'pending' })
    expect((await listItemEvents(deps.store, id)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
  })

  it('leave no trace of what the disk refused', async () => {
    const { deps, desktop, bodyId } = await setUp()
    const id = await added(deps, bodyId)
    desktop.full = true
    expect(await refusal(changeState(deps, id, 'fulfilled', told))).toBe('disk')
    expect(await listItemEvents(deps.store, id)).toEqual([])
    expect(await refusal(removeItems(deps, [id]))).toBe('disk')
    expect(await listItems(deps.store, bodyId)).toHaveLength(1)
  })

  it('change many at once, or none', async () => {
    const { deps, desktop, bodyId } = await setUp()
    const chosen = [await added(deps, bodyId), await added(deps, bodyId), await added(deps, bodyId)]
    const count = desktop.records.length
    const all = await committed(
      bulkChange(deps, chosen, {
        kind: 'event',
        draft: { ...told, body: { kind: 'state', to: 'fulfilled' } },
      }),
    )
    expect(desktop.records).toHaveLength(count + 1)
    const statesOf = async () =>
      Promise.all(chosen.map(async (id) => (await getItemRecord(deps.store, id, TODAY))?.standing.state))
    expect(await statesOf()).toEqual(['fulfilled', 'fulfilled', 'fulfilled'])
    await undoChangeSet(deps, all.changeSet)
    expect(await statesOf()).toEqual(['pending', 'pending', 'pending'])
    await committed(changeState(deps, required(chosen[1], 'id'), 'fulfilled', told))
    const refused = await refusal(
      bulkChange(deps, chosen, {
        kind: 'event',
        draft: { ...told, body: { kind: 'state', to: 'fulfilled' } },
      }),
    )
    expect(refused).toBe('Nada cambió. SEG-2017-002: Ese día el asunto ya estaba cumplido.')
    expect(await statesOf()).toEqual(['pending', 'fulfilled', 'pending'])
    await committed(bulkChange(deps, chosen, { kind: 'tags', add: ['portal'], drop: [], author: 'Azuara' }))
    await committed(
      bulkChange(deps, chosen, { kind: 'fields', fields: { priority: 'high' }, author: 'Azuara' }),
    )
    expect(
      (await listItems(deps.store, bodyId)).every(
        ({ tags, priority }) => tags[0] === 'portal' && priority === 'high',
      ),
    ).toBe(true)
    expect(
      await bulkChange(deps, chosen, { kind: 'fields', fields: { priority: 'high' }, author: '' }),
    ).toEqual({ ok: true, value: null })
  })

  it('are taken away with their story and brought back whole', async () => {
    const { deps, bodyId } = await setUp()
    const id = await added(deps, bodyId)
    await committed(changeState(deps, id, 'fulfilled', told))
    const before = await getItemRecord(deps.store, id, TODAY)
    const removed = await committed(removeItems(deps, [id, id]))
    expect([await getItem(deps.store, id), await listItemEvents(deps.store, id)]).toEqual([null, []])
    expect(await refusal(removeItems(deps, [id]))).toContain('ya no existe')
    await undoChangeSet(deps, removed.changeSet)
    expect(await getItemRecord(deps.store, id, TODAY)).toEqual(before)
  })
})

describe('the example', () => {
  it('comes with the six items of its report: 6 pending, 3 fulfilled, 3 remaining', async () => {
    const { deps, desktop, bodyId, sessionId } = await withExample()
    expect(desktop.records).toHaveLength(1)
    const items = await listItems(deps.store, bodyId)
    expect(items).toHaveLength(6)
    const sessions = await listSessions(deps.store, bodyId)
    const before = required(
      sessions.find(({ date }) => date === '2017-08-30'),
      'session',
    )
    const records = await Promise.all(items.map(({ id }) => getItemRecord(deps.store, id, TODAY)))
    const period = { from: { date: before.date, sessionId: before.id }, until: { date: TODAY, sessionId } }
    const stories = records.map((record) => required(record, 'record'))
    const report = followUpReport(stories, period, {
      calendar: (await import('../../../shared/domain/calendar')).makeCalendar([]),
      today: TODAY,
      sessionDates: sessions.map(({ date }) => date),
    })
    expect(reportCounts(report)).toMatchObject({ pendingAtStart: 6, fulfilled: 3, remaining: 3, overdue: 1 })
  })

  it('passes each commitment of its session to the follow-up once', async () => {
    const { deps, bodyId, sessionId } = await withExample()
    const proposals = required(await proposeFromSession(deps.store, sessionId), 'proposals')
    const owned = proposals.filter(
      ({ draft, source: from }) => from === 'commitment' && draft.responsible.length > 0,
    )
    const chosen = owned.map(({ factId }) => ({ factId, changes: {} }))
    const done = await committed(promoteFromSession(deps, sessionId, chosen))
    const items = await listItems(deps.store, bodyId)
    expect(items).toHaveLength(6 + owned.length)
    expect(items.map(({ code }) => code)).toContain('SEG-2017-007')
    expect(await refusal(promoteFromSession(deps, sessionId, chosen.slice(0, 1)))).toContain(
      'ya está en seguimiento',
    )
    const again = required(await proposeFromSession(deps.store, sessionId), 'proposals')
    expect(again.filter(({ promotedTo }) => promotedTo !== null)).toHaveLength(owned.length)
    await undoChangeSet(deps, done.changeSet)
    expect(await listItems(deps.store, bodyId)).toHaveLength(6)
  })

  it('asks for an owner before promoting a suggestion that has none', async () => {
    const { deps, bodyId, sessionId } = await withExample()
    const proposals = required(await proposeFromSession(deps.store, sessionId), 'proposals')
    const ownerless = required(
      proposals.find(({ draft }) => draft.responsible.length === 0),
      'proposal',
    )
    expect(
      await refusal(promoteFromSession(deps, sessionId, [{ factId: ownerless.factId, changes: {} }])),
    ).toContain('Falta el responsable')
    const changes = { responsible: [makeParty('CNCS')] }
    await committed(promoteFromSession(deps, sessionId, [{ factId: ownerless.factId, changes }]))
    expect(await listItems(deps.store, bodyId)).toHaveLength(7)
  })
})

describe('calendar, views and import', () => {
  it('moves due dates when the institution closes days', async () => {
    const { deps, bodyId } = await setUp()
    const deadline = deadlineFromWording(
      'dentro de los tres días hábiles siguientes a la aprobación',
      isoDate('2017-10-12'),
    )
    const id = await added(deps, bodyId, { deadline, openedOn: '2017-10-12' })
    const due = async () => (await getItemRecord(deps.store, id, TODAY))?.due
    expect(await due()).toMatchObject({ due: '2017-10-17' })
    const draft = { kind: 'closed', from: '2017-10-16', until: '2017-10-17', reason: 'Cierre' } as const
    const saved = await committed(saveClosedDay(deps, bodyId, null, draft))
    expect(await due()).toMatchObject({ due: '2017-10-19' })
    expect(await refusal(saveClosedDay(deps, bodyId, null, draft))).toContain('ya está en el calendario')
    expect(await refusal(saveClosedDay(deps, bodyId, null, { ...draft, from: '2017-02-30' }))).toContain(
      'no existe',
    )
    const [range] = await listClosedDays(deps.store, bodyId)
    const rangeId = required(range, 'range').id
    expect(await saveClosedDay(deps, bodyId, rangeId, draft)).toEqual({ ok: true, value: null })
    await committed(saveClosedDay(deps, bodyId, rangeId, { ...draft, until: '' }))
    expect(await due()).toMatchObject({ due: '2017-10-18' })
    await committed(removeClosedDay(deps, bodyId, rangeId))
    expect(await due()).toMatchObject({ due: '2017-10-17' })
    expect(saved.changeSet.label).toBe('Días inhábiles: Cierre')
  })

  it('saves views by name', async () => {
    const { deps, bodyId } = await setUp()
    const fields = {
      name: ' Vencidos ',
      filter: NO_FILTER,
      grouping: 'none',
      sort: { by: 'due', descending: false },
    } as const
    await committed(saveItemView(deps, bodyId, fields))
    await committed(saveItemView(deps, bodyId, { ...fields, name: 'vencidos', grouping: 'state' }))
    await committed(saveItemView(deps, bodyId, { ...fields, name: 'Otra' }))
    const views = await listItemViews(deps.store, bodyId)
    expect(views.map(({ name, grouping, order }) => [name, grouping, order])).toEqual([
      ['vencidos', 'state', 0],
      ['Otra', 'none', 1],
    ])
    expect(await refusal(saveItemView(deps, bodyId, { ...fields, name: ' ' }))).toContain('Escriba un nombre')
    await committed(removeItemView(deps, bodyId, required(views[0], 'view').id))
    expect(await listItemViews(deps.store, bodyId)).toHaveLength(1)
  })

  it('imports a sheet in one change that one undo takes back, or nothing while a row is bad', async () => {
    const { deps, desktop, bodyId } = await setUp()
    const draft = startDraft<ItemColumnId>(
      sheetOf('Asunto | Responsable | Estado\nUno | UNICOM | cumplido\nDos | | \nTres | CNCS y UNICOM |'),
    )
    const source = { bodyId, author: 'ST', fileName: 'p.csv' }
    const count = desktop.records.length
    expect(await refusal(importItems(deps, source, draft, false))).toContain('Una fila tiene problemas')
    expect((await planImport(deps, source, draft, [])).rows).toHaveLength(2)
    expect(desktop.records).toHaveLength(count)
    const done = await committed(importItems(deps, source, draft, true))
    expect(desktop.records).toHaveLength(count + 1)
    const items = await listItems(deps.store, bodyId)
    expect(items.map(({ title, responsible }) => [title, responsible.length])).toEqual([
      ['Uno', 1],
      ['Tres', 2],
    ])
    expect(await importItems(deps, source, draft, true)).toEqual({ ok: true, value: null })
    await undoChangeSet(deps, done.changeSet)
    expect(await listItems(deps.store, bodyId)).toEqual([])
  })
})
