import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { appMenu } from '../../../electron/menu/app-menu'
import { MENU_COMMANDS, type MenuCommand } from '../../../shared/ipc'

function itemsOf(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])])
}

describe.each([
  ['Linux and Windows', false],
  ['macOS', true],
])('the application menu on %s', (_name, isMac) => {
  const sent: MenuCommand[] = []
  const items = itemsOf(appMenu({ send: (command) => sent.push(command), isMac, withDevTools: false }))

  it('offers every command', () => {
    for (const item of items) item.click?.({} as never, undefined, {} as never)
    expect(new Set(sent)).toEqual(new Set(MENU_COMMANDS))
  })

  it('has copy and paste, zoom and quit, and no two equal shortcuts', () => {
    const roles = items.map((item) => item.role)
    expect(roles).toEqual(expect.arrayContaining(['copy', 'paste', 'selectAll', 'zoomIn', 'zoomOut', 'quit']))
    expect(roles).not.toContain('toggleDevTools')
    const shortcuts = items.flatMap((item) => (item.accelerator === undefined ? [] : [item.accelerator]))
    expect(new Set(shortcuts).size).toBe(shortcuts.length)
  })

  it('words every entry', () => {
    expect(items.filter((item) => item.type !== 'separator' && !item.label)).toEqual([])
  })
})
