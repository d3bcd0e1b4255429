import 'fake-indexeddb/auto'
import type { CommandDeps } from '../../renderer/commands/deps'
import { SaveMonitor } from '../../renderer/commands/save-monitor'
import { SerialQueue } from '../../renderer/commands/serial-queue'
import { Store } from '../../renderer/data/store'
import type { DesktopApi } from '../../renderer/platform/desktop'
import type { Change, ChangeSet } from '../../shared/journal'
import { ok } from '../../shared/lib/result'
import { countingEffects } from './make-session'

/** Command dependencies over an empty database in memory, with the change sets that reached the journal. */
export async function memoryDeps(): Promise<{ deps: CommandDeps; journal: ChangeSet[] }> {
  const store = new Store()
  await store.open()
  await store.clear()
  const journal: ChangeSet[] = []
  const append: DesktopApi['journal']['append'] = async ({ changeSet }) => {
    journal.push(structuredClone(changeSet))
    return ok({ seq: journal.length, hash: 'a'.repeat(64), at: '2017-11-15T17:00:00.000Z' })
  }
  // Commands only reach the desktop through the journal; anything else would fail the test by itself.
  const ahead: Change[] = []
  const stage: DesktopApi['journal']['stage'] = async ({ from, changes }) => {
    ahead.splice(from, ahead.length, ...changes)
    return null
  }
  const appendStaged: DesktopApi['journal']['appendStaged'] = async ({ changeSet, staged }) =>
    append({ changeSet: { ...changeSet, changes: [...ahead.slice(0, staged), ...changeSet.changes] } })
  const desktop = { journal: { append, stage, appendStaged } } as unknown as DesktopApi
  return {
    deps: { store, desktop, effects: countingEffects(), saves: new SaveMonitor(), queue: new SerialQueue() },
    journal,
  }
}
