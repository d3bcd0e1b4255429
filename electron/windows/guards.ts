import { app, BrowserWindow, dialog, type Session, shell, type WebContents } from 'electron'
import { isAppUrl, parseUrl } from '../protocol/content-policy'

/** Schemes that a page may load from; the network is not among them. */
const LOCAL_SCHEMES: ReadonlySet<string> = new Set(['app:', 'blob:', 'data:', 'devtools:'])

/** The one permission that is given: that Chromium never clears the database to free space. */
const STORAGE_PERMISSION = 'persistent-storage'

/** Denies every permission, asked for, checked, or for a device, but the one to keep our own data. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl, isMainFrame }) => {
    const name: string = permission
    answer(name === STORAGE_PERMISSION && isMainFrame && isAppUrl(requestingUrl))
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}

/**
 * Nothing leaves the computer and nothing is saved but through our dialogs. `mayLoad` says which page may
 * load a local address; the requests of workers carry no page, and are left to those who answer them.
 */
export function closeToNetwork(
  session: Session,
  mayLoad: (url: URL, contentsId: number) => boolean = () => true,
): void {
  session.webRequest.onBeforeRequest(({ url: address, webContentsId }, answer) => {
    const url = parseUrl(address)
    const isLocal = url !== null && LOCAL_SCHEMES.has(url.protocol)
    answer({ cancel: !isLocal || (webContentsId !== undefined && !mayLoad(url, webContentsId)) })
  })
  session.on('will-download', (event) => event.preventDefault())
  session.setSpellCheckerEnabled(false)
}

/** Keeps every page of the app where it is: no navigation, no frames elsewhere, no windows, no webview. */
export function guardContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      void offerExternalLink(contents, url)
      return { action: 'deny' }
    })
  })
}

let asking = false

/** Opens an https address in the user's browser, if the user says so; one question at a time. */
async function offerExternalLink(contents: WebContents, address: string): Promise<void> {
  const url = parseUrl(address)
  const window = BrowserWindow.fromWebContents(contents)
  const foreign = url !== null && url.protocol === 'https:' && url.username === '' && !isAppUrl(address)
  if (asking || !foreign || window === null) return
  asking = true
  try {
    const { response } = await dialog.showMessageBox(window, {
      type: 'question',
      title: 'Abrir enlace',
      message: `¿Abrir ${url.host} en el navegador?`,
      detail: url.href.slice(0, 500),
      buttons: ['Cancelar', 'Abrir'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    })
    if (response === 1) await shell.openExternal(url.href)
  } finally {
    asking = false
  }
}
