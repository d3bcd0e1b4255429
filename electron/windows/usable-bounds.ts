import type { Rectangle } from 'electron'
import type { WindowBounds } from '../services/settings'

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
