import { type BrowserWindow, type Rectangle, screen } from 'electron'
import type { SettingsStore, WindowBounds, WindowName } from '../services/settings'

/** Time without moving after which a window's place is remembered. */
const SETTLE_MS = 500
/** Pixels of a window that must be on some display for its old place to be used. */
const VISIBLE = 100

/** The remembered place, if a display still shows enough of it to take hold of; null otherwise. */
export function usableBounds(
  bounds: WindowBounds | null,
  displays: readonly Rectangle[],
): WindowBounds | null {
  if (bounds === null) return null
  const visible = displays.some((area) => {
    const width = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x)
    const height = Math.min(bounds.y + bounds.height, area.y + area.height) - Math.max(bounds.y, area.y)
    // The title bar is at the top: it must not be above the display.
    return width >= VISIBLE && height >= VISIBLE && bounds.y >= area.y - 1
  })
  return visible ? bounds : null
}

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
