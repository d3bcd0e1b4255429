import { BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme } from 'electron'
import { isAppUrl } from '../protocol/content-policy'
import type { Log } from '../services/log'
import type { SettingsStore, WindowBounds, WindowName } from '../services/settings'
import { usableBounds } from './usable-bounds'
import { displayAreas, rememberBounds } from './window-bounds'

/** What windows need to know of the app. */
export interface WindowContext {
  readonly preload: string
  readonly settings: SettingsStore
  readonly log: Log
}

/** What tells one window of the app from another. */
export interface WindowPlan {
  readonly name: WindowName
  readonly title: string
  readonly url: string
  readonly minimum: { readonly width: number; readonly height: number }
  /** Place when none is remembered; without x and y the system chooses. */
  readonly initial: {
    readonly width: number
    readonly height: number
    readonly x?: number
    readonly y?: number
  }
}

/** Shades of the page behind everything, so that no white flash comes before it. */
const BACKGROUND = { light: '#ffffff', dark: '#242424' } as const

/** After this many crashes of its page within a minute, a window is closed instead of loaded again. */
const CRASHES_ALLOWED = 3

/** Opens a sandboxed window on a page of the app and shows it when there is something to see. */
export function openAppWindow(context: WindowContext, plan: WindowPlan): BrowserWindow {
  const remembered = usableBounds(context.settings.bounds(plan.name), displayAreas())
  const window = new BrowserWindow(windowOptions(context, plan, remembered))
  if (remembered?.maximized === true) window.maximize()
  window.once('ready-to-show', () => window.show())
  rememberBounds(window, plan.name, context.settings)
  reloadAfterCrash(window, plan.name, context.log)
  returnFromElsewhere(window, plan, context.log)
  void window.loadURL(plan.url).catch(() => context.log.error('load-failed', { window: plan.name }))
  return window
}

function windowOptions(
  { preload }: WindowContext,
  { title, minimum, initial }: WindowPlan,
  remembered: WindowBounds | null,
): BrowserWindowConstructorOptions {
  const { width, height } = remembered ?? initial
  return {
    title,
    width,
    height,
    ...placeOf(remembered ?? initial),
    minWidth: minimum.width,
    minHeight: minimum.height,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    // Spelt out although they are the defaults: these are promises, and a later default must not break one.
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
    },
  }
}

function placeOf({ x, y }: { readonly x?: number; readonly y?: number }) {
  return x === undefined || y === undefined ? {} : { x, y }
}

/** Chromium asks nobody before it shows about:blank, so a window that got there is brought back. */
function returnFromElsewhere(window: BrowserWindow, { name, url }: WindowPlan, log: Log): void {
  window.webContents.on('did-navigate', (_event, address) => {
    if (isAppUrl(address)) return
    log.error('page-left', { window: name })
    void window.loadURL(url).catch(() => log.error('load-failed', { window: name }))
  })
}

/** Everything acknowledged is in the journal, so a page that died is simply loaded again. */
function reloadAfterCrash(window: BrowserWindow, name: WindowName, log: Log): void {
  let crashes = 0
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    log.error('page-gone', { window: name, reason, exitCode })
    crashes += 1
    setTimeout(() => {
      crashes -= 1
    }, 60_000).unref()
    if (crashes > CRASHES_ALLOWED) window.destroy()
    else window.webContents.reload()
  })
}
