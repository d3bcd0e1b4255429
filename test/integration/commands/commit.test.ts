import { describe, expect, it } from 'vitest'
import { insert, remove, update } from '../../../renderer/commands/changes'
import { commit } from '../../../renderer/commands/commit'
import { undoChangeSet } from '../../../renderer/commands/undo'
import { required } from '../../../shared/lib/assert'
import { makeDeps } from '../../helpers/command-deps'
import { FakeDesktop } from '../../helpers/fake-desktop'
import { makeBody, testId } from '../../helpers/make-session'

const body = makeBody()
const renamed = makeBody({ name: 'Comité de Prueba' })

describe('commit', () => {
  it('journals first, then applies to the database, then says saved', async () => {
    const desktop = new FakeDesktop()
    const deps = await makeDeps(desktop)
    const order: string[] = []
    deps.saves.subscribe(() => order.push(`${deps.saves.state().kind}:${desktop.records.length}`))
    const done = await commit(deps, { label: 'Crear órgano', changes: [insert('bodies', body)] })
    expect(done.ok).toBe(true)
    expect(order).toEqual(['saving:0', 'saved:1'])
    expect(await deps.store.get('bodies', body.id)).toEqual(body)
    expect(await deps.store.head()).toEqual({ ...desktop.head, rows: 1 })
  })

  it('says that a change is on disk after the journal answered and before the database has it', async () => {
    const desktop = new FakeDesktop()
    const deps = await makeDeps(desktop)
    const told: string[] = []
    const onDurable = () => told.push(`${deps.saves.state().kind}, ${desktop.records.length} on disk`)
    const apply = deps.store.apply.bind(deps.store)
    deps.store.apply = (records) => {
      told.push('applied')
      return apply(records)
    }
    await commit(deps, { label: 'Crear órgano', changes: [insert('bodies', body)], onDurable })
    expect(told).toEqual(['saved, 1 on disk', 'applied'])
    desktop.full = true
    await commit(deps, { label: 'Renombrar', changes: [update('bodies', body, renamed)], onDurable })
    expect(told).toHaveLength(2)
  })

  it('applies what is on disk even when whoever was told of it fails', async () => {
    const desktop = new FakeDesktop()
    const deps = await makeDeps(desktop)
    const onDurable = () => {
      throw new Error('a bug of the screen')
    }
    const creation = commit(deps, { label: 'Crear órgano', changes: [insert('bodies', body)], onDurable })
    await expect(creation).rejects.toThrow('a bug of the screen')
    expect(await deps.store.head()).toEqual({ ...desktop.head, rows: 1 })
  })

  it('leaves the database untouched and says so when the journal cannot write', async () => {
    const desktop = new FakeDesktop()
    desktop.full = true
    const deps = await makeDeps(desktop)
    const done = await commit(deps, { label: 'Crear órgano', changes: [insert('bodies', body)] })
    expect(done).toMatchObject({ ok: false, error: { code: 'blocked', reason: 'disk-full' } })
    expect(deps.saves.state().kind).toBe('failed')
    expect(await deps.store.countRows()).toBe(0)
  })

  it('stores thousands of changes as one record, in their order, however they were handed over', async () => {
    const desktop = new FakeDesktop()
    const deps = await makeDeps(desktop)
    const changes = Array.from({ length: 1_301 }, (_, n) => insert('bodies', makeBody({ id: testId(n + 1) })))
    const done = await commit(deps, { label: 'Importar', changes })
    expect(done).toMatchObject({ ok: true, value: { ack: { seq: 1 } } })
    expect(desktop.records).toHaveLength(1)
    expect(desktop.records[0]?.changeSet.changes).toEqual(changes)
    expect(await deps.store.head()).toEqual({ ...desktop.head, rows: 1_301 })
    const undone = await undoChangeSet(deps, required(desktop.records[0], 'record').changeSet)
    expect(undone.ok).toBe(true)
    expect(desktop.records).toHaveLength(2)
    expect(await deps.store.countRows()).toBe(0)
  })

  it('carries out calls in the order they were made', async () => {
    const desktop = new FakeDesktop()
    const deps = await makeDeps(desktop)
    await Promise.all([
      commit(deps, { label: 'uno', changes: [insert('bodies', body)] }),
      commit(deps, { label: 'dos', changes: [update('bodies', body, renamed)] }),
      commit(deps, { label: 'tres', changes: [remove('bodies', renamed)] }),
    ])
    expect(desktop.records.map((record) => record.changeSet.label)).toEqual(['uno', 'dos', 'tres'])
    expect(await deps.store.head()).toEqual({ ...desktop.head, rows: 0 })
  })
})

describe('a database that refuses a change that is on disk', () => {
  it('is brought up to date from the journal, and nothing is said to be lost', async () => {
    const desktop = new FakeDesktop()
    const deps = await makeDeps(desktop)
    await commit(deps, { label: 'uno', changes: [insert('bodies', body)] })
    const apply = deps.store.apply.bind(deps.store)
    let refusals = 1
    deps.store.apply = async (records) => {
      refusals -= 1
      if (refusals >= 0) throw new Error('QuotaExceededError')
      return apply(records)
    }
    const done = await commit(deps, { label: 'dos', changes: [update('bodies', body, renamed)] })
    expect(done.ok).toBe(true)
    expect(deps.saves.state()).toMatchObject({ kind: 'saved', shown: true })
    expect(await deps.store.get('bodies', body.id)).toEqual(renamed)
  })

  it('says that the screen is behind, and takes everything with the next change', async () => {
    const desktop = new FakeDesktop()
    const deps = await makeDeps(desktop)
    const apply = deps.store.apply.bind(deps.store)
    deps.store.apply = () => Promise.reject(new Error('QuotaExceededError'))
    const said: string[] = []
    deps.saves.subscribe(() => {
      const state = deps.saves.state()
      said.push(state.kind === 'saved' ? `saved:${state.shown}` : state.kind)
    })
    const done = await commit(deps, { label: 'uno', changes: [insert('bodies', body)] })
    expect(done.ok).toBe(true)
    expect(deps.saves.state()).toMatchObject({ kind: 'saved', shown: false })
    expect(said).toEqual(['saving', 'saved:true', 'saved:false'])
    deps.store.apply = apply
    await commit(deps, { label: 'dos', changes: [update('bodies', body, renamed)] })
    expect(await deps.store.get('bodies', body.id)).toEqual(renamed)
    expect(await deps.store.head()).toEqual({ ...desktop.head, rows: 1 })
  })
})

describe('undo of a change set', () => {
  it('puts back what was there and journals that it did', async () => {
    const desktop = new FakeDesktop()
    const deps = await makeDeps(desktop)
    await commit(deps, { label: 'Crear', changes: [insert('bodies', body)] })
    const renaming = await commit(deps, { label: 'Renombrar', changes: [update('bodies', body, renamed)] })
    const changeSet = required(renaming.ok ? renaming.value.changeSet : null, 'change set')
    expect((await undoChangeSet(deps, changeSet)).ok).toBe(true)
    expect(await deps.store.get('bodies', body.id)).toEqual(body)
    expect(desktop.records.at(-1)?.changeSet).toMatchObject({
      undoOf: changeSet.id,
      label: 'Deshacer: Renombrar',
    })
  })

  it('does nothing when a row has changed since', async () => {
    const desktop = new FakeDesktop()
    const deps = await makeDeps(desktop)
    const creation = await commit(deps, { label: 'Crear', changes: [insert('bodies', body)] })
    await commit(deps, { label: 'Renombrar', changes: [update('bodies', body, renamed)] })
    const changeSet = required(creation.ok ? creation.value.changeSet : null, 'change set')
    expect(await undoChangeSet(deps, changeSet)).toEqual({ ok: false, error: { code: 'changed-since' } })
    expect(desktop.records.length).toBe(2)
  })
})
