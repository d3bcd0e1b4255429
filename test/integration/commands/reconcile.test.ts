import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { insert, update } from '../../../renderer/commands/changes'
import { commit } from '../../../renderer/commands/commit'
import { reconcile } from '../../../renderer/commands/store/reconcile'
import { QuorumDatabase } from '../../../renderer/data/database'
import { freshDatabaseName, makeDeps } from '../../helpers/command-deps'
import { FakeDesktop } from '../../helpers/fake-desktop'
import { countingEffects, makeBody, makePerson } from '../../helpers/make-session'

const body = makeBody()

async function filled() {
  const desktop = new FakeDesktop()
  const name = freshDatabaseName()
  const deps = await makeDeps(desktop, name)
  await commit(deps, { label: 'uno', changes: [insert('bodies', body)] })
  await commit(deps, { label: 'dos', changes: [1, 2, 3].map((n) => insert('persons', makePerson(n))) })
  await commit(deps, { label: 'tres', changes: [update('bodies', body, makeBody({ acronym: 'CGPE' }))] })
  const whole = await deps.store.rawRows('persons')
  return { desktop, deps, name, whole }
}

type Filled = Awaited<ReturnType<typeof filled>>

function start({ deps, desktop }: Pick<Filled, 'deps' | 'desktop'>) {
  return reconcile(deps.store, desktop.api, desktop.readyStatus(), countingEffects(800_000))
}

/** What the database must be after any recovery. */
async function expectWhole({ deps, desktop, whole }: Filled): Promise<void> {
  expect(await deps.store.rawRows('persons')).toEqual(whole)
  expect((await deps.store.get('bodies', body.id))?.acronym).toBe('CGPE')
  expect(await deps.store.head()).toEqual({ ...desktop.head, rows: 4 })
}

describe('at start', () => {
  it('agrees with an untouched database and with a new profile', async () => {
    expect(await start(await filled())).toEqual({ kind: 'agreed' })
    const desktop = new FakeDesktop()
    expect(await start({ desktop, deps: await makeDeps(desktop) })).toEqual({ kind: 'agreed' })
  })

  it('applies what a crash left only in the journal', async () => {
    const profile = await filled()
    const late = await makeDeps(profile.desktop)
    await reconcile(late.store, profile.desktop.api, profile.desktop.readyStatus(), late.effects)
    await commit(late, { label: 'cuatro', changes: [insert('persons', makePerson(4))] })
    expect(await start(profile)).toEqual({ kind: 'caught-up', records: 1 })
    expect((await profile.deps.store.rawRows('persons')).size).toBe(4)
  })

  it('rebuilds a database that came up empty', async () => {
    const profile = await filled()
    await profile.deps.store.clear()
    expect(await start(profile)).toEqual({ kind: 'rebuilt', records: 3 })
    await expectWhole(profile)
  })

  it('rebuilds a database that lost rows without an error', async () => {
    const profile = await filled()
    const raw = new QuorumDatabase(profile.name)
    await raw.rowsOf('persons').delete(makePerson(2).id)
    raw.close()
    expect(await start(profile)).toEqual({ kind: 'rebuilt', records: 3 })
    await expectWhole(profile)
  })

  it('rebuilds a database of another history', async () => {
    const profile = await filled()
    await profile.deps.store.adoptHead({ seq: 3, hash: 'f'.repeat(64), rows: 4 })
    expect((await start(profile)).kind).toBe('rebuilt')
    await expectWhole(profile)
  })

  it('journals again what a shortened or deleted journal no longer has', async () => {
    for (const kept of [2, 0]) {
      const profile = await filled()
      profile.desktop.records = profile.desktop.records.slice(0, kept)
      const result = await start(profile)
      expect(result.kind).toBe('journal-restored')
      await expectWhole(profile)
      const fresh = await makeDeps(profile.desktop)
      await start({ desktop: profile.desktop, deps: fresh })
      expect(await fresh.store.rawRows('persons')).toEqual(profile.whole)
    }
  })

  it('deletes nothing when the journal is short and the database lost rows as well', async () => {
    const profile = await filled()
    profile.desktop.records = profile.desktop.records.slice(0, 2)
    const raw = new QuorumDatabase(profile.name)
    await raw.rowsOf('persons').clear()
    raw.close()
    expect((await start(profile)).kind).toBe('journal-restored')
    await expectWhole(profile)
  })
})
