import { protocol, type Session } from 'electron'
import { serveAsset } from './assets'
import { APP_SCHEME, isAppUrl } from './content-policy'
import { type LocalFiles, serveLocalFile } from './local-files'

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

/** Serves the built interface, and the files that it may read, to the windows of this session. */
export function serveApp(session: Session, rendererFolder: string, files: LocalFiles): void {
  session.protocol.handle(APP_SCHEME, async (request) => {
    const local = isAppUrl(request.url) ? await serveLocalFile(files, request) : null
    return local ?? serveAsset(rendererFolder, request)
  })
}
