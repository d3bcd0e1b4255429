import { app } from 'electron'
import type { Handlers } from './door'

/** Answers questions about the running app. */
export function appHandlers(dataFolder: string, journalFolder: string): Pick<Handlers, 'app:info'> {
  return {
    'app:info': async () => ({
      version: app.getVersion(),
      electron: process.versions.electron ?? '',
      chromium: process.versions.chrome ?? '',
      platform: process.platform,
      dataFolder,
      journalFolder,
    }),
  }
}
