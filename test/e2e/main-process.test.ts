import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ElectronApplication, Page } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { launchApp } from '../../build/scripts/lib/launch-app.mjs'
import type { DesktopApi } from '../../shared/ipc/desktop-api'
import { sampleChangeSet } from '../helpers/sample-journal'

/** The API in the page; functions given to `evaluate` run there. */
declare const quorum: DesktopApi

async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'quorum-main-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Starts the app on a folder; the returned function ends it if the test has not. */
async function start(userData: string): Promise<{ app: ElectronApplication; page: Page }> {
  const launched = await launchApp({ userData })
  onTestFinished(() => launched.close().catch(() => undefined))
  return launched
}

/** Appends change sets from the page, one after another; gives back the acknowledged numbers. */
function append(page: Page, from: number, count: number): Promise<number[]> {
  const changeSets = Array.from({ length: count }, (_, index) => sampleChangeSet(from + index))
  return page.evaluate(async (list) => {
    const acked: number[] = []
    for (const changeSet of JSON.parse(list)) {
      const ack = await quorum.journal.append({ changeSet })
      if (ack.ok) acked.push(ack.value.seq)
    }
    return acked
  }, JSON.stringify(changeSets))
}

/** Makes every save dialog answer with a file in this folder, as if the user had chosen it. */
function answerSaveDialogs(app: ElectronApplication, folder: string): Promise<void> {
  return app.evaluate(({ dialog }, target) => {
    const answer = async (_window: unknown, { defaultPath }: { defaultPath: string }) => ({
      canceled: false,
      filePath: `${target}/${defaultPath.split(/[/\\]/).pop()}`,
    })
    Object.defineProperty(dialog, 'showSaveDialog', { value: answer, configurable: true })
  }, folder)
}

const TREE = {
  title: 'Minuta de prueba',
  language: 'es-MX',
  header: 'CGyPE',
  footer: 'Bitácora 3f2a',
  blocks: [
    { kind: 'heading', level: 1, text: 'Minuta', align: 'start' },
    {
      kind: 'paragraph',
      look: 'body',
      runs: [{ text: '<script>no</script>', bold: false, italic: false }],
      anchor: null,
      sources: [],
    },
  ],
} as const

describe('what was acknowledged', () => {
  it('is there after the app was killed, and the lock it left stops nobody', async () => {
    const userData = await dataFolder()
    const first = await start(userData)
    const before = await first.page.evaluate(async () => {
      const status = await quorum.journal.status()
      return status.kind === 'ready' ? status.headSeq : -1
    })
    const acked = await append(first.page, 1, 40)
    expect(acked).toHaveLength(40)
    const gone = new Promise((resolve) => first.app.process().once('exit', resolve))
    first.app.process().kill('SIGKILL')
    await gone
    const second = await start(userData)
    const status = await second.page.evaluate(() => quorum.journal.status())
    expect(status).toMatchObject({ kind: 'ready', headSeq: before + 40 })
  })

  it('is copied when the app ends in good order', async () => {
    const userData = await dataFolder()
    const { app, page } = await start(userData)
    const acked = await append(page, 1, 3)
    await app.close()
    const snapshots = await readdir(path.join(userData, 'journal', 'snapshots'))
    expect(snapshots.map((name) => Number(name.slice(0, 12)))).toContain(acked.at(-1))
  })

  it('survives the death of the page, which comes back by itself', async () => {
    const userData = await dataFolder()
    const { app, page } = await start(userData)
    await append(page, 1, 2)
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()
    })
    const answer = () =>
      app.evaluate(({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        if (contents === undefined || contents.isCrashed() || contents.isLoading()) return 'not yet'
        // Asked in the moment of the crash, Electron never answers.
        const late = new Promise<string>((resolve) => setTimeout(resolve, 1000, 'no answer'))
        return Promise.race([
          contents.executeJavaScript('quorum.journal.status().then((it) => it.kind)'),
          late,
        ])
      })
    await expect.poll(answer, { timeout: 20_000 }).toBe('ready')
  })
})

describe('a settings file that cannot be read', () => {
  it('is kept aside and the app starts with defaults', async () => {
    const userData = await dataFolder()
    await writeFile(path.join(userData, 'settings.json'), '{"theme":"da')
    const { page } = await start(userData)
    expect(await page.evaluate(() => quorum.settings.get())).toEqual({
      theme: 'system',
      dueNotices: true,
      lastFolder: null,
    })
    expect(await readFile(path.join(userData, 'settings.json.bad'), 'utf8')).toBe('{"theme":"da')
    expect(await page.evaluate(() => quorum.settings.set({ theme: 'dark' }))).toMatchObject({ theme: 'dark' })
  })
})

describe('documents', () => {
  it('are printed as tagged letter-size PDF in Spanish, with nothing active inside', async () => {
    const userData = await dataFolder()
    const { app, page } = await start(userData)
    await answerSaveDialogs(app, userData)
    const saved = await page.evaluate(
      (tree) => quorum.documents.savePdf({ suggestedName: 'Minuta: 2ª/sesión', tree: JSON.parse(tree) }),
      JSON.stringify(TREE),
    )
    expect(saved).toMatchObject({ ok: true, value: { name: 'Minuta- 2ª-sesión.pdf' } })
    const pdf = await readFile(path.join(userData, 'Minuta- 2ª-sesión.pdf'), 'latin1')
    const holds = (pattern: RegExp) => pattern.test(pdf)
    expect({
      isPdf: pdf.startsWith('%PDF-'),
      isTagged: holds(/\/Marked true/) && holds(/\/StructTreeRoot/),
      isSpanish: holds(/\/Lang \(es-MX\)/),
      isLetter: holds(/\/MediaBox\s*\[0 0 612 792\]/),
      isActive: holds(/\/JavaScript|\/Launch|\/URI/),
    }).toEqual({ isPdf: true, isTagged: true, isSpanish: true, isLetter: true, isActive: false })
    expect(await page.evaluate(() => quorum.settings.get())).toMatchObject({ lastFolder: userData })
  })

  it('are the same bytes whenever they are printed', async () => {
    const { page } = await start(await dataFolder())
    const print = () =>
      page.evaluate(async (tree) => {
        const printed = await quorum.documents.renderPdf({ tree: JSON.parse(tree) })
        return printed.ok ? String.fromCharCode(...printed.value) : printed.error.code
      }, JSON.stringify(TREE))
    const first = await print()
    // Longer than the second that dates in a PDF count in.
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    const second = await print()
    expect(first).toMatch(/^%PDF-/)
    expect(second).toBe(first)
  })

  it('are not written when the user cancels, nor when the folder is gone', async () => {
    const userData = await dataFolder()
    const { app, page } = await start(userData)
    const save = () =>
      page.evaluate(() => quorum.documents.saveDocx({ suggestedName: 'a', bytes: new Uint8Array([80, 75]) }))
    await answerSaveDialogs(app, path.join(userData, 'no', 'existe'))
    expect(await save()).toEqual({ ok: false, error: { code: 'io-error', detail: 'ENOENT' } })
    await app.evaluate(({ dialog }) => {
      const value = async () => ({ canceled: true, filePath: '' })
      Object.defineProperty(dialog, 'showSaveDialog', { value, configurable: true })
    })
    expect(await save()).toEqual({ ok: false, error: { code: 'cancelled', detail: '' } })
  })
})

describe('menu commands', () => {
  it('reach the page until it stops listening', async () => {
    const { app, page } = await start(await dataFolder())
    const click = () =>
      app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('open-home')?.click())
    await page.evaluate(() => {
      const heard: string[] = []
      const stop = quorum.onCommand((command) => heard.push(command))
      Object.assign(globalThis, { heard, stop })
    })
    await click()
    await expect.poll(() => page.evaluate(() => Reflect.get(globalThis, 'heard'))).toEqual(['open-home'])
    await page.evaluate(() => Reflect.get(globalThis, 'stop')())
    await click()
    await page.evaluate(() => quorum.app.info())
    expect(await page.evaluate(() => Reflect.get(globalThis, 'heard'))).toEqual(['open-home'])
  })
})
