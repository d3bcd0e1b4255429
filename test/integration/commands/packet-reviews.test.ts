import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { insert, update } from '../../../renderer/commands/changes'
import { commit } from '../../../renderer/commands/commit'
import { openExample } from '../../../renderer/commands/examples/open-example'
import { removeItems } from '../../../renderer/commands/follow-up/remove-items'
import { applyImport } from '../../../renderer/commands/packet/apply-import'
import { undoChangeSet } from '../../../renderer/commands/undo'
import { getItemRecord, listItems } from '../../../renderer/data/follow-up'
import { getRecord, getSession } from '../../../renderer/data/repositories'
import type { Item } from '../../../shared/domain/follow-up'
import {
  type Fact,
  factSchema,
  pointIdSchema,
  type ReviewOutcome,
  type Session,
} from '../../../shared/domain/sessions'
import { required } from '../../../shared/lib/assert'
import { isoDate } from '../../../shared/lib/iso-date'
import type { PacketRecords } from '../../../shared/packet'
import { makeReview } from '../../helpers/make-review'
import { makeSession, testId } from '../../helpers/make-session'
import { content, type Machine, machine, pack, plan } from '../../helpers/packet-machines'

const TODAY = isoDate('2017-12-20')

interface Home extends Machine {
  /** The session of the packets, and one that came after it. */
  readonly session: Session
  readonly later: Session
  /** Something that the first session spoke of. */
  readonly item: Item
}

async function store({ deps }: Machine, ...changes: Parameters<typeof commit>[1]['changes'][number][]) {
  expect(await commit(deps, { label: 'x', changes })).toMatchObject({ ok: true })
}

/** A fact that a session recorded. */
function factOf(session: Session, seq: number, body: Fact['body']): Fact {
  return factSchema.parse({
    id: testId(40_000 + seq),
    sessionId: session.id,
    seq,
    recordedAt: '2017-12-13T17:00:00.000Z',
    time: '11:00',
    gesture: testId(50_000 + seq),
    body,
  })
}

/** The example, and a session a month later in which what the example left pending is reviewed. */
async function withLaterSession(): Promise<Home> {
  const home = await machine(1_000_000)
  const opened = await openExample(home.deps)
  if (!opened.ok) throw new Error('example refused')
  const session = required(await getSession(home.deps.store, opened.value.sessionId), 'session')
  const first = required((await listItems(home.deps.store, session.bodyId))[0], 'item')
  const origin = {
    kind: 'session',
    sessionId: session.id,
    factId: null,
    pointId: null,
    pointNumber: 1,
  } as const
  const item: Item = { ...first, origin }
  await store(home, update('items', first, item))
  const later = makeSession(77, { bodyId: session.bodyId, date: '2017-12-13', ordinal: 3 })
  await store(home, insert('sessions', later))
  return { ...home, session, later, item }
}

/** Reviews the item in the later session. */
async function review(home: Home, outcome: ReviewOutcome, seq = 1): Promise<Fact> {
  const { deps, later, item } = home
  const record = required(await getItemRecord(deps.store, item.id, TODAY), 'record')
  const point = pointIdSchema.parse(testId(60_000))
  const told = { note: 'lo informó UNICOM', seq: record.revision + 1 }
  const fact = factOf(later, seq, makeReview(point, item, outcome, told))
  await store(home, insert('facts', fact))
  return fact
}

async function take(other: Machine, packet: PacketRecords) {
  const planned = await plan(other, packet)
  return { planned, done: await applyImport(other.deps, planned, {}) }
}

/** How the item stands, as the follow-up tells it. */
async function standing({ deps }: Machine, { item }: Home) {
  const record = required(await getItemRecord(deps.store, item.id, TODAY), 'record')
  const { state, since, isOpen, periodsMet, lastUpdate } = record.standing
  return { state, since, isOpen, periodsMet, note: lastUpdate?.note, told: lastUpdate?.source }
}

async function unchanged(other: Machine, packet: PacketRecords): Promise<void> {
  const before = await content(other, true)
  const { planned, done } = await take(other, packet)
  expect(new Set(planned.units.map(({ state }) => state))).toEqual(new Set(['identical']))
  expect(done).toEqual({ ok: false, error: { code: 'nothing-to-change' } })
  expect(await content(other, true)).toBe(before)
}

describe('what another session said of an item', () => {
  it('is in the packet of the first, so that both follow-ups say the same', async () => {
    const [home, other] = [await withLaterSession(), await machine(2_000_000)]
    await review(home, 'fulfilled')
    const packet = await pack(home, home.session.id)
    await take(other, packet)
    const here = await standing(home, home)
    expect(here).toMatchObject({ state: 'fulfilled', since: '2017-12-13', note: 'lo informó UNICOM' })
    expect(await standing(other, home)).toEqual(here)
    // Of the session itself nothing else goes along.
    expect((await getRecord(other.deps.store, home.later.id))?.facts).toEqual([])
    await unchanged(other, packet)
    await unchanged(home, await pack(other, home.session.id))
    await unchanged(home, packet)
  })

  it('follows when it is corrected there, and when it is taken back', async () => {
    const [home, other] = [await withLaterSession(), await machine(2_000_000)]
    const before = await standing(home, home)
    const fact = await review(home, 'fulfilled')
    const first = await pack(home, home.session.id)
    await take(other, first)
    if (fact.body.kind !== 'item-reviewed') throw new Error('not a review')
    const body = { ...fact.body, outcome: 'in-progress' as const }
    const mend = { kind: 'correction', targetId: fact.id, reason: null } as const
    await store(
      home,
      insert('facts', factOf(home.later, 2, { ...mend, replacement: { body, time: fact.time } })),
    )
    const { planned } = await take(other, await pack(home, home.session.id))
    const changed = planned.units.filter(({ state }) => state !== 'identical')
    expect(changed.map(({ id, state, warnings }) => [id, state, warnings])).toEqual([
      [`item:${home.item.id}`, 'changed', []],
    ])
    expect(await standing(other, home)).toEqual(await standing(home, home))
    expect((await standing(other, home)).state).toBe('in-progress')
    await store(home, insert('facts', factOf(home.later, 3, { ...mend, replacement: null })))
    await take(other, await pack(home, home.session.id))
    expect(await standing(home, home)).toEqual(before)
    expect(await standing(other, home)).toEqual(before)
    const old = await plan(other, first)
    expect(old.units.filter(({ state }) => state !== 'identical').map(({ state }) => state)).toEqual([
      'older',
    ])
  })

  it('follows the day of that session', async () => {
    const [home, other] = [await withLaterSession(), await machine(2_000_000)]
    await review(home, 'fulfilled')
    await take(other, await pack(home, home.session.id))
    const moved = { ...home.later, date: isoDate('2017-12-14') }
    await store(home, update('sessions', home.later, moved))
    await take(other, await pack(home, home.session.id))
    expect(await standing(other, home)).toMatchObject({ state: 'fulfilled', since: '2017-12-14' })
    expect(await standing(other, home)).toEqual(await standing(home, home))
  })

  it('gives way to the facts of that session when its own packet comes, and counts once', async () => {
    const [home, other] = [await withLaterSession(), await machine(2_000_000)]
    await review(home, 'delivered')
    await take(other, await pack(home, home.session.id))
    expect(await standing(other, home)).toMatchObject({ periodsMet: 1 })
    const whole = await pack(home, home.later.id)
    const { planned } = await take(other, whole)
    expect(planned.units.filter(({ state }) => state === 'conflict')).toEqual([])
    expect((await getRecord(other.deps.store, home.later.id))?.facts).toHaveLength(1)
    expect(await standing(other, home)).toEqual(await standing(home, home))
    for (const packet of [whole, await pack(home, home.session.id)]) await unchanged(other, packet)
    for (const { id } of [home.session, home.later]) await unchanged(home, await pack(other, id))
    const third = await machine(3_000_000)
    await take(third, await pack(other))
    expect(await standing(third, home)).toEqual(await standing(home, home))
  })

  it('goes away with its item, and with the import that brought it', async () => {
    const [home, other] = [await withLaterSession(), await machine(2_000_000)]
    await review(home, 'fulfilled')
    const { done } = await take(other, await pack(home, home.session.id))
    if (!done.ok) throw new Error(done.error.code)
    const events = () => other.deps.store.where('itemEvents', 'itemId', home.item.id)
    expect((await events()).length).toBeGreaterThan(0)
    const removed = await removeItems(other.deps, [home.item.id])
    expect(removed.ok).toBe(true)
    expect(await events()).toEqual([])
    const last = required(other.desktop.records.at(-1), 'record')
    expect((await undoChangeSet(other.deps, last.changeSet)).ok).toBe(true)
    expect(await standing(other, home)).toEqual(await standing(home, home))
    expect((await undoChangeSet(other.deps, done.value.changeSet)).ok).toBe(true)
    expect(await other.deps.store.countRows()).toBe(0)
  })
})
