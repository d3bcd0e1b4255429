import { useEffect, useRef } from 'react'

/** Handlers by shortcut, e.g. "ctrl+z", "f8", "n", "alt+arrowup". Returning false lets the key through. */
export type Shortcuts = Readonly<Record<string, (event: KeyboardEvent) => unknown>>

/** How a key press is written in a shortcut table. Cmd counts as Ctrl, as on macOS. */
export function shortcutOf(event: KeyboardEvent): string {
  const parts = [
    event.ctrlKey || event.metaKey ? 'ctrl' : '',
    event.altKey ? 'alt' : '',
    event.shiftKey && event.key.length > 1 ? 'shift' : '',
    event.shiftKey && event.key.length === 1 && (event.ctrlKey || event.metaKey) ? 'shift' : '',
    event.key === ' ' ? 'space' : event.key.toLowerCase(),
  ]
  return parts.filter((part) => part !== '').join('+')
}

/** Whether the key press belongs to a field that takes text or to an open list or dialog. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null
  if (!target) return false
  return (
    target.isContentEditable ||
    target.closest('input, textarea, select, [role="listbox"], [role="dialog"]') !== null
  )
}

/**
 * Shortcuts of a screen while it is mounted. Plain keys are left to text fields; those with Ctrl, Alt or
 * a function key work everywhere.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const shortcut = shortcutOf(event)
      const handler = latest.current[shortcut]
      const plain = !/^(ctrl|alt)\+|^f\d+$/.test(shortcut)
      if (!handler || (plain && isTyping(event))) return
      if (handler(event) !== false) event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
