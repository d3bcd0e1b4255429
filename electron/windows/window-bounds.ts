import { type BrowserWindow, type Rectangle, screen } from 'electron'
import type { SettingsStore, WindowBounds, WindowName } from '../services/settings'

/** Time without moving after which a window's place is remembered. */
const SETTLE_MS = 500
/** The work areas of the displays that are connected now. */
export function displayAreas(): Rectangle[] {
  return screen.getAllDisplays().map(({ workArea }) => workArea)
}

/** Remembers where the user puts the window. */
export function rememberBounds(window: BrowserWindow, name: WindowName, settings: SettingsStore): void {
  let timer: NodeJS.Timeout | null = null
  const save = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (!window.isDestroyed()) settings.rememberBounds(name, boundsOf(window))
  }
  const saveSoon = () => {
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(save, SETTLE_MS)
  }
  window.on('resize', saveSoon)
  window.on('move', saveSoon)
  window.on('close', save)
}

function boundsOf(window: BrowserWindow): WindowBounds {
  return { ...window.getNormalBounds(), maximized: window.isMaximized() }
}
