import 'fake-indexeddb/auto'
import { describe, expect, it, onTestFinished } from 'vitest'
import { adoptPreset } from '../../../renderer/commands/bodies/adopt-preset'
import { insert, remove, update } from '../../../renderer/commands/changes'
import { commit } from '../../../renderer/commands/commit'
import { saveClosedDay } from '../../../renderer/commands/follow-up/set-closed-days'
import { getItemRecord } from '../../../renderer/data/follow-up'
import { FollowUpBook, followUpBook } from '../../../renderer/data/follow-up-book'
import { deadlineFromWording } from '../../../shared/domain/deadlines'
import type { Item } from '../../../shared/domain/follow-up'
import { required } from '../../../shared/lib/assert'
import { isoDate } from '../../../shared/lib/iso-date'
import { makeDeps } from '../../helpers/command-deps'
import { makeItem, makeItemEvent } from '../../helpers/make-item'
import { makeSession, testId } from '../../helpers/make-session'

const TODAY = isoDate('2017-11-15')

async function setUp() {
  const deps = await makeDeps()
  const adopted = await adoptPreset(deps)
  if (!adopted.ok) throw new Error('preset refused')
  const { bodyId } = adopted.value
  const item = (n: number, changes: Partial<Record<keyof Item, unknown>> = {}) =>
    makeItem(n, { bodyId, ...changes })
  await commit(deps, { label: 'uno', changes: [insert('items', item(2)), insert('items', item(1))] })
  const book = new FollowUpBook(deps.store, bodyId, TODAY)
  onTestFinished(() => book.close())
  expect(book.current()).toBeUndefined()
  await book.open()
  const current = async () => {
    await book.settled()
    return required(book.current(), 'follow-up')
  }
  const codes = async () => (await current()).records.map(({ item: { code } }) => code.slice(-1))
  return { deps, bodyId, book, item, current, codes }
}

describe('the follow-up in memory', () => {
  it('follows every change, and a record that did not change stays the same object', async () => {
    const { deps, item, current, codes } = await setUp()
    expect(await codes()).toEqual(['1', '2'])
    const before = await current()
    const done = makeItemEvent(item(2), 1, '2017-11-15', { kind: 'state', to: 'fulfilled' })
    await commit(deps, { label: 'dos', changes: [insert('itemEvents', done)] })
    const after = await current()
    expect(after.records[0]).toBe(before.records[0])
    expect(after.records[1]?.standing.state).toBe('fulfilled')
    expect(after.byId.get(item(2).id)).toEqual(await getItemRecord(deps.store, item(2).id, TODAY))
    await commit(deps, {
      label: 'tres',
      changes: [update('items', item(1), item(1, { code: 'SEG-2017-003' })), insert('items', item(4))],
    })
    expect(await codes()).toEqual(['2', '3', '4'])
    await commit(deps, { label: 'cuatro', changes: [remove('itemEvents', done), remove('items', item(4))] })
    expect(await codes()).toEqual(['2', '3'])
    expect((await current()).records[0]?.standing.state).toBe('pending')
  })

  it('leaves out the items of other bodies', async () => {
    const { deps, current, codes } = await setUp()
    const foreign = makeItem(9, { bodyId: testId(99) })
    const event = makeItemEvent(foreign, 1, '2017-11-15', { kind: 'progress' })
    const before = await current()
    await commit(deps, { label: 'otro', changes: [insert('items', foreign), insert('itemEvents', event)] })
    expect(await codes()).toEqual(['1', '2'])
    expect((await current()).records[0]).toBe(before.records[0])
  })

  it('moves due dates with the calendar, with the sessions and with the day', async () => {
    const { deps, bodyId, book, item, current } = await setUp()
    const agreed = isoDate('2017-10-12')
    const three = item(5, {
      deadline: deadlineFromWording('tres días hábiles siguientes a la aprobación', agreed),
    })
    const next = item(6, { deadline: deadlineFromWording('para la próxima sesión', agreed) })
    await commit(deps, { label: 'plazos', changes: [insert('items', three), insert('items', next)] })
    const dueOf = async (one: Item) => (await current()).byId.get(one.id)?.due
    expect([await dueOf(three), await dueOf(next)]).toMatchObject([
      { due: '2017-10-17' },
      { kind: 'waiting' },
    ])
    await saveClosedDay(deps, bodyId, null, {
      kind: 'closed',
      from: '2017-10-16',
      until: '',
      reason: 'Cierre',
    })
    await commit(deps, {
      label: 'sesión',
      changes: [insert('sessions', makeSession(1, { bodyId, date: '2017-11-17' }))],
    })
    expect([await dueOf(three), await dueOf(next)]).toMatchObject([
      { due: '2017-10-18' },
      { due: '2017-11-17' },
    ])
    const urgency = async () => (await current()).byId.get(next.id)?.urgency
    expect(await urgency()).toEqual({ kind: 'soon', days: 2 })
    book.setToday(isoDate('2017-11-17'))
    expect(await urgency()).toEqual({ kind: 'today' })
  })

  it('reads hundreds a page at a time, with their events, and never those of others', async () => {
    const { deps, bodyId, item } = await setUp()
    const many = Array.from({ length: 450 }, (_, n) => item(n + 10, { code: `SEG-2017-${n + 10}` }))
    const foreign = many
      .filter((_, n) => n % 2 === 0)
      .map((one) => makeItem(Number(one.id.slice(-5)) + 1000, { bodyId: testId(99) }))
    const events = many.map((one) => makeItemEvent(one, 1, '2017-11-15', { kind: 'state', to: 'fulfilled' }))
    const changes = [
      ...[...many, ...foreign].map((row) => insert('items', row)),
      ...events.map((row) => insert('itemEvents', row)),
    ]
    await commit(deps, { label: 'muchos', changes })
    const book = new FollowUpBook(deps.store, bodyId, TODAY)
    onTestFinished(() => book.close())
    await book.open()
    const { records } = required(book.current(), 'follow-up')
    expect(records).toHaveLength(452)
    expect(records.filter(({ standing }) => standing.state === 'fulfilled')).toHaveLength(450)
    const numbers = records.map(({ item: { code } }) => Number(code.split('-').at(-1)))
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
  })

  it('takes what is written while it is being read', async () => {
    const { deps, bodyId, item } = await setUp()
    const book = new FollowUpBook(deps.store, bodyId, TODAY)
    onTestFinished(() => book.close())
    const opening = book.open()
    await commit(deps, {
      label: 'mientras',
      changes: [insert('items', item(3)), remove('items', item(1))],
    })
    await opening
    await book.settled()
    const { records } = required(book.current(), 'follow-up')
    expect(records.map(({ item: { code } }) => code)).toEqual(['SEG-2017-002', 'SEG-2017-003'])
  })

  it('tells its listeners, is empty after the store was, and is one for all screens', async () => {
    const { deps, bodyId, book, codes } = await setUp()
    let heard = 0
    const stop = book.subscribe(() => {
      heard += 1
    })
    await deps.store.clear()
    expect(await codes()).toEqual([])
    expect(heard).toBe(1)
    stop()
    expect(followUpBook(deps.store, bodyId, TODAY)).toBe(followUpBook(deps.store, bodyId, TODAY))
  })

  it('stops whoever reads it when a stored row is damaged', async () => {
    const { deps, bodyId } = await setUp()
    const raw = { ...makeItem(7, { bodyId }), title: '' }
    await deps.store.apply([
      {
        seq: ((await deps.store.head())?.seq ?? 0) + 1,
        prev: '',
        hash: 'a'.repeat(64),
        at: '2017-11-15T17:00:00.000Z',
        schema: 2,
        changeSet: {
          id: testId(1),
          at: '2017-11-15T17:00:00.000Z',
          label: 'x',
          undoOf: null,
          changes: [{ table: 'items', key: raw.id, before: null, after: JSON.parse(JSON.stringify(raw)) }],
        },
      },
    ])
    const book = new FollowUpBook(deps.store, bodyId, TODAY)
    await book.open()
    expect(() => book.current()).toThrow(`Row ${raw.id} of items is not valid`)
  })
})
