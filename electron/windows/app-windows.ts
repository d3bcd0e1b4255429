import { type BrowserWindow, screen, type WebContents } from 'electron'
import type { MenuCommand } from '../../shared/ipc'
import { COMMAND_CHANNEL } from '../../shared/ipc/contract'
import { APP_ORIGIN } from '../protocol/content-policy'
import type { WindowName } from '../services/settings'
import { openAppWindow, type WindowContext } from './app-window'

/** The two windows of the app: the secretary's and the room's. */
export class AppWindows {
  readonly #context: WindowContext
  readonly #pageGone: (() => void)[] = []
  #main: BrowserWindow | null = null
  #projector: BrowserWindow | null = null

  constructor(context: WindowContext) {
    this.#context = context
  }

  /** Which of our windows a page belongs to; null for any other page. */
  roleOf(contents: WebContents): WindowName | null {
    if (this.#main !== null && contents === this.#main.webContents) return 'main'
    if (this.#projector !== null && contents === this.#projector.webContents) return 'projector'
    return null
  }

  /** The main window; null when it is closed. */
  get main(): BrowserWindow | null {
    return this.#main
  }

  /** Opens the main window, or brings the open one to the front. */
  showMain(): void {
    if (this.#main !== null) {
      if (this.#main.isMinimized()) this.#main.restore()
      this.#main.focus()
      return
    }
    const window = openAppWindow(this.#context, {
      name: 'main',
      title: 'Quórum',
      url: `${APP_ORIGIN}/`,
      minimum: { width: 1024, height: 640 },
      initial: { width: 1366, height: 768 },
    })
    this.#main = window
    this.#watchPage(window.webContents)
    window.on('closed', () => {
      this.#main = null
      this.closeProjector()
      this.#tellPageGone()
    })
  }

  /** Shows a session in the window for the room, on a second display where there is one. */
  showProjector(sessionId: string): void {
    const url = `${APP_ORIGIN}/#/proyeccion/${sessionId}`
    if (this.#projector !== null) {
      // Only the hash differs, which Chromium reports as an aborted load.
      void this.#projector.loadURL(url).catch(() => undefined)
      this.#projector.show()
      return
    }
    const window = openAppWindow(this.#context, {
      name: 'projector',
      title: 'Quórum: proyección',
      url,
      minimum: { width: 640, height: 360 },
      initial: { width: 1280, height: 720, ...this.#secondDisplay() },
    })
    window.setMenuBarVisibility(false)
    this.#projector = window
    window.on('closed', () => {
      this.#projector = null
    })
  }

  closeProjector(): void {
    this.#projector?.close()
  }

  /** Hands a menu command to the main window. */
  sendCommand(command: MenuCommand): void {
    this.tellMain(COMMAND_CHANNEL, command)
  }

  /** Tells the page of the main window something, if there is one. */
  tellMain(channel: string, message: unknown): void {
    this.#main?.webContents.send(channel, message)
  }

  /** Calls the listener when the page of the main window is gone: loaded anew, crashed or closed. */
  onMainPageGone(listener: () => void): void {
    this.#pageGone.push(listener)
  }

  #watchPage(contents: WebContents): void {
    contents.on('render-process-gone', () => this.#tellPageGone())
    contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) this.#tellPageGone()
    })
  }

  #tellPageGone(): void {
    for (const listener of this.#pageGone) listener()
  }

  #secondDisplay(): { x: number; y: number } | Record<string, never> {
    if (this.#main === null) return {}
    const here = screen.getDisplayMatching(this.#main.getBounds())
    const other = screen.getAllDisplays().find(({ id }) => id !== here.id)
    return other === undefined ? {} : { x: other.workArea.x, y: other.workArea.y }
  }
}
