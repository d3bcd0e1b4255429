import 'fake-indexeddb/auto'
import { onTestFinished } from 'vitest'
import type { CommandDeps } from '../../renderer/commands/deps'
import { SaveMonitor } from '../../renderer/commands/save-monitor'
import { SerialQueue } from '../../renderer/commands/serial-queue'
import { QuorumDatabase } from '../../renderer/data/database'
import { Store } from '../../renderer/data/store'
import { FakeDesktop } from './fake-desktop'
import { countingEffects } from './make-session'

let databases = 0

/** A database of its own for one test; the same name opens the same data. */
export function freshDatabaseName(): string {
  databases += 1
  return `test-${databases}`
}

/** Commands' dependencies on a real IndexedDB engine in memory and a journal in memory. */
export async function makeDeps(
  desktop: FakeDesktop = new FakeDesktop(),
  name: string = freshDatabaseName(),
): Promise<CommandDeps> {
  const store = new Store(new QuorumDatabase(name))
  await store.open()
  onTestFinished(() => store.close())
  const effects = countingEffects()
  return { store, desktop: desktop.api, effects, saves: new SaveMonitor(), queue: new SerialQueue() }
}
