import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type KeyValueStore, SettingsStore } from '../../../electron/services/settings'
import { usableBounds } from '../../../electron/windows/usable-bounds'
import { tempFolder } from '../../helpers/temp-folder'

const DEFAULTS = { theme: 'system', dueNotices: true, lastFolder: null }

/** What electron-store does with its file, which needs Electron: reads it at once, throws on no JSON. */
function jsonFileStore(file: string): KeyValueStore {
  const read = () => (existsSync(file) ? { ...JSON.parse(readFileSync(file, 'utf8')) } : {})
  read()
  return {
    get store() {
      return read()
    },
    set: (key, value) => writeFileSync(file, JSON.stringify({ ...read(), [key]: value })),
  }
}

/** Opens settings in a folder. */
function openIn(folder: string) {
  const problems: string[] = []
  const file = path.join(folder, 'settings.json')
  const settings = SettingsStore.open(
    file,
    () => jsonFileStore(file),
    (what) => problems.push(what),
  )
  return { settings, problems, file }
}

describe('settings', () => {
  it('start with defaults and are there again after a restart', async () => {
    const folder = await tempFolder()
    const { settings } = openIn(folder)
    expect(settings.get()).toEqual(DEFAULTS)
    expect(settings.change({ theme: 'dark' })).toEqual({ ...DEFAULTS, theme: 'dark' })
    settings.change({ dueNotices: false })
    settings.rememberFolder('/home/ana')
    const bounds = { x: 1, y: 2, width: 1366, height: 768, maximized: false }
    settings.rememberBounds('main', bounds)
    const again = openIn(folder)
    expect(again.settings.get()).toEqual({ theme: 'dark', dueNotices: false, lastFolder: '/home/ana' })
    expect(again.settings.bounds('main')).toEqual(bounds)
    expect(again.settings.bounds('projector')).toBeNull()
    expect(again.problems).toEqual([])
  })

  const broken: readonly [string, string | Uint8Array][] = [
    ['empty', ''],
    ['half', '{"theme":"da'],
    ['binary', Buffer.from([0xff, 0x00, 0x13, 0x37])],
    ['large', 'x'.repeat(10 * 1024 * 1024)],
  ]
  it.each(broken)('that are %s are kept as .bad, and defaults are used', async (_name, content) => {
    const folder = await tempFolder()
    await writeFile(path.join(folder, 'settings.json'), content)
    const { settings, problems, file } = openIn(folder)
    expect(settings.get()).toEqual(DEFAULTS)
    expect(problems).toEqual(['settings-unreadable'])
    expect(Buffer.from(content).equals(await readFile(`${file}.bad`))).toBe(true)
    settings.change({ theme: 'light' })
    expect(openIn(folder).settings.get().theme).toBe('light')
  })

  it('keep the good entries beside a bad one', async () => {
    const folder = await tempFolder()
    const content = { theme: 'pink', lastFolder: '/home/ana', bounds: { main: 7, projector: null }, other: 1 }
    await writeFile(path.join(folder, 'settings.json'), JSON.stringify(content))
    const { settings, problems } = openIn(folder)
    expect(settings.get()).toEqual({ theme: 'system', dueNotices: true, lastFolder: '/home/ana' })
    expect(settings.bounds('main')).toBeNull()
    expect(problems).toEqual([])
  })

  it('never keep the app from starting, whatever the file holds', async () => {
    const folder = await tempFolder()
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string({ unit: 'binary' })), async (content) => {
        await writeFile(path.join(folder, 'settings.json'), content)
        const { settings } = openIn(folder)
        expect(['system', 'light', 'dark']).toContain(settings.get().theme)
        expect(settings.change({ theme: 'dark' }).theme).toBe('dark')
      }),
      { numRuns: 200 },
    )
  })

  it('hold until the end when they cannot be written at all', async () => {
    const folder = path.join(await tempFolder(), 'no')
    await writeFile(folder, 'a file where the folder should be')
    const { settings, file } = openIn(folder)
    expect(settings.change({ theme: 'dark' }).theme).toBe('dark')
    expect(settings.get().theme).toBe('dark')
    expect(existsSync(file)).toBe(false)
  })
})

describe('the place of a window', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1040 }
  const bounds = { x: 100, y: 100, width: 1366, height: 768, maximized: false }
  it('is used while a display shows enough of it', () => {
    expect(usableBounds(bounds, [screen])).toBe(bounds)
    expect(usableBounds({ ...bounds, x: 1800 }, [screen])).not.toBeNull()
    expect(usableBounds({ ...bounds, x: 2500 }, [screen])).toBeNull()
    expect(usableBounds({ ...bounds, x: 2500 }, [screen, { ...screen, x: 1920 }])).not.toBeNull()
    expect(usableBounds({ ...bounds, y: -300 }, [screen])).toBeNull()
    expect(usableBounds(null, [screen])).toBeNull()
  })
})
