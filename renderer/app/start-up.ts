import type { Body } from '../../shared/domain/bodies'
import { SCHEMA_VERSION } from '../../shared/schema/version'
import type { CommandDeps } from '../commands/deps'
import { openPreferences } from '../commands/local-preferences'
import { SaveMonitor } from '../commands/save-monitor'
import { SerialQueue } from '../commands/serial-queue'
import { type Reconciliation, reconcile } from '../commands/store/reconcile'
import { storedDatabaseVersion } from '../data/database'
import { listBodies } from '../data/repositories'
import { Store } from '../data/store'
import type { DesktopApi, JournalFinding, JournalStatus } from '../platform/desktop'
import { realEffects } from './effects'
import { resumeSession } from './resume-session'

/** How the app started. */
export type StartUp =
  | {
      readonly kind: 'ready'
      readonly deps: CommandDeps
      readonly bodies: readonly Body[]
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

type ReadyStatus = Extract<JournalStatus, { kind: 'ready' }>

/** Version of the database on disk; null when there is none, or none that can be read. */
function storedVersion(): Promise<number | null> {
  return storedDatabaseVersion().catch(() => null)
}

/**
 * Opens the database. One that cannot be opened at all (a damaged one may not even be deleted by its page)
 * is thrown away while a whole journal is there to build it from; otherwise the error stands.
 */
async function openStore(desktop: DesktopApi, findings: readonly JournalFinding[]): Promise<Store> {
  const store = new Store()
  try {
    await store.open()
    return store
  } catch (error) {
    store.close()
    // Then the database may be the only place that still has them.
    if (findings.some((finding) => finding.code === 'records-lost')) throw error
    if (!(await desktop.app.discardDatabase())) throw error
  }
  const fresh = new Store()
  await fresh.open()
  return fresh
}

async function open(
  status: ReadyStatus,
  desktop: DesktopApi,
  onProgress: (done: number) => void,
): Promise<StartUp> {
  const store = await openStore(desktop, status.findings)
  const kept = [navigator.storage.persist(), openPreferences()]
  const effects = realEffects()
  // The projector only reads: the main window has already made journal and database agree.
  const reconciliation: Reconciliation = isProjector()
    ? { kind: 'agreed' }
    : await reconcile(store, desktop, status, effects, onProgress)
  const [bodies] = await Promise.all([listBodies(store), ...kept])
  const deps: CommandDeps = { store, desktop, effects, saves: new SaveMonitor(), queue: new SerialQueue() }
  await resumeSession(deps, bodies)
  return { kind: 'ready', deps, bodies, findings: status.findings, reconciliation }
}

/**
 * Opens journal and database and makes them agree. Versions are compared before anything is written;
 * `ask` gives the state of the journal.
 */
export async function startUp(
  ask: () => Promise<JournalStatus>,
  desktop: DesktopApi,
  onProgress: (done: number) => void,
): Promise<StartUp> {
  const [status, stored] = await Promise.all([ask(), storedVersion()])
  if (status.kind === 'newer') {
    return {
      kind: 'newer',
      found: status.foundSchema,
      supported: status.supportedSchema,
      folder: status.folder,
    }
  }
  if (status.kind === 'unusable') return { kind: 'blocked', status }
  if (stored !== null && stored > SCHEMA_VERSION) {
    const { dataFolder } = await desktop.app.info()
    return { kind: 'newer', found: stored, supported: SCHEMA_VERSION, folder: dataFolder }
  }
  return open(status, desktop, onProgress)
}
