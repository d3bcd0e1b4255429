import { SCHEMA_VERSION } from '../../shared/schema/version'
import type { CommandDeps } from '../commands/deps'
import { SaveMonitor } from '../commands/save-monitor'
import { SerialQueue } from '../commands/serial-queue'
import { type Reconciliation, reconcile } from '../commands/store/reconcile'
import { storedDatabaseVersion } from '../data/database'
import { Store } from '../data/store'
import { type DesktopApi, desktopApi, type JournalFinding, type JournalStatus } from '../platform/desktop'
import { realEffects } from './effects'
import { resumeSession } from './resume-session'

/** How the app started. */
export type StartUp =
  | {
      readonly kind: 'ready'
      readonly deps: CommandDeps
      readonly findings: readonly JournalFinding[]
      readonly reconciliation: Reconciliation
    }
  /** Data of a newer version: nothing was touched. */
  | { readonly kind: 'newer'; readonly found: number; readonly supported: number; readonly folder: string }
  /** The folder cannot be written, so nothing could be saved. */
  | { readonly kind: 'blocked'; readonly status: Extract<JournalStatus, { kind: 'unusable' }> }

/** Address of the second window, for the room. */
export const PROJECTOR_PATH = '/proyeccion/'

/** Whether this window is the one for the room. */
export function isProjector(): boolean {
  return location.hash.startsWith(`#${PROJECTOR_PATH}`)
}

/**
 * Opens journal and database and makes them agree. Versions are compared before anything is written.
 */
export async function startUp(
  status: JournalStatus,
  desktop: DesktopApi = desktopApi(),
  onProgress: (done: number) => void = () => undefined,
): Promise<StartUp> {
  if (status.kind === 'newer') {
    return {
      kind: 'newer',
      found: status.foundSchema,
      supported: status.supportedSchema,
      folder: status.folder,
    }
  }
  if (status.kind === 'unusable') return { kind: 'blocked', status }
  const stored = await storedDatabaseVersion()
  if (stored !== null && stored > SCHEMA_VERSION) {
    const { dataFolder } = await desktop.app.info()
    return { kind: 'newer', found: stored, supported: SCHEMA_VERSION, folder: dataFolder }
  }
  const store = new Store()
  await store.open()
  const effects = realEffects()
  // The projector only reads: the main window has already made journal and database agree.
  const reconciliation: Reconciliation = isProjector()
    ? { kind: 'agreed' }
    : await reconcile(store, desktop, status, effects, onProgress)
  await navigator.storage.persist()
  await resumeSession(store)
  const deps: CommandDeps = { store, desktop, effects, saves: new SaveMonitor(), queue: new SerialQueue() }
  return { kind: 'ready', deps, findings: status.findings, reconciliation }
}
