import { app, session } from 'electron'
import type { Journal } from '../services/journal'
import type { Handlers } from './door'

/** Answers questions about the running app. */
export function appHandlers(
  dataFolder: string,
  journalFolder: string,
  journal: Journal,
): Pick<Handlers, 'app:info' | 'app:discard-database'> {
  return {
    'app:info': async () => ({
      version: app.getVersion(),
      electron: process.versions.electron ?? '',
      chromium: process.versions.chrome ?? '',
      platform: process.platform,
      dataFolder,
      journalFolder,
    }),
    'app:discard-database': async () => {
      const status = await journal.status()
      if (status.kind !== 'ready' || status.headSeq === 0) return false
      await session.defaultSession.clearStorageData({ storages: ['indexdb'] })
      return true
    },
  }
}
