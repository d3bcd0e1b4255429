import { protocol, type Session } from 'electron'
import { serveAsset } from './assets'
import { APP_SCHEME } from './content-policy'

/**
 * Makes app:// a scheme like https: with an origin, storage and fetch. Must run before Electron is ready.
 */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
}

/** Serves the built interface to the windows of this session. */
export function serveApp(session: Session, rendererFolder: string): void {
  session.protocol.handle(APP_SCHEME, (request) => serveAsset(rendererFolder, request))
}
