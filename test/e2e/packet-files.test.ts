import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { ElectronApplication, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LaunchedApp } from '../../build/scripts/lib/launch-app.mjs'
import type { DesktopApi } from '../../shared/ipc/desktop-api'
import { signatureState } from '../../shared/packet/bag'
import { dataFolder, killAll, openOn } from '../helpers/e2e-profile'
import { sha256Of } from '../helpers/packet-writer'
import { readZip } from '../helpers/read-zip'
import { openApp } from './app'

/** The API in the page; functions given to `evaluate` run there. */
declare const quorum: DesktopApi

const SESSION_ID = '015fc000-0000-7000-8000-000000000001'
const CONTENT = Buffer.from(Array.from({ length: 100_000 }, (_, index) => index % 251))

let launched: LaunchedApp
let app: ElectronApplication
let page: Page
let folder: string

/** The next save dialog answers with this place. */
async function saveAt(target: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    Object.defineProperty(dialog, 'showSaveDialog', {
      configurable: true,
      value: async () => ({ canceled: false, filePath }),
    })
  }, target)
}

beforeAll(async () => {
  folder = await dataFolder()
  await writeFile(path.join(folder, 'primero.quorum.zip'), CONTENT)
  const userData = await dataFolder()
  launched = await openApp({ userData, args: [path.join(folder, 'primero.quorum.zip'), '--otro.zip'] })
  ;({ app, page } = launched)
})

afterAll(() => launched.close())

/** The address at which a file that the user chooses is served to the page. */
async function chosen(name: string): Promise<string> {
  await app.evaluate(
    ({ dialog }, file) => {
      Object.defineProperty(dialog, 'showOpenDialog', {
        configurable: true,
        value: async () => ({ canceled: false, filePaths: [file] }),
      })
    },
    path.join(folder, name),
  )
  const opened = await page.evaluate(() => quorum.incoming.pick())
  expect(opened).toMatchObject({ ok: true, value: { name, size: CONTENT.length } })
  return opened.ok ? opened.value.url : ''
}

/** Status, headers and sum of what an address answers in the page, or in a worker of it. */
function fetched(url: string, range: string | null = null) {
  return page.evaluate(
    async ({ url, range }) => {
      const response = await fetch(url, range === null ? {} : { headers: { Range: range } })
      const bytes = [...new Uint8Array(await response.arrayBuffer().catch(() => new ArrayBuffer(0)))]
      return { status: response.status, range: response.headers.get('content-range'), bytes }
    },
    { url, range },
  )
}

describe('a packet that is opened with the app', () => {
  it('leads to its screen, which says what it is not', async () => {
    await page.getByText('primero.quorum.zip').first().waitFor()
  })

  it('is read in ranges at an address that says nothing', async () => {
    const url = await chosen('primero.quorum.zip')
    expect(url).toMatch(/^app:\/\/quorum\/entrante\/[\w-]{43}$/)
    const part = await fetched(url, 'bytes=99990-')
    expect(part).toEqual({
      status: 206,
      range: 'bytes 99990-99999/100000',
      bytes: [...CONTENT.subarray(99_990)],
    })
    expect(Buffer.from((await fetched(url)).bytes).equals(CONTENT)).toBe(true)
    expect((await fetched(url, 'bytes=100000-')).status).toBe(416)
  })

  it('also by a second start, with a path of its own folder', async () => {
    await writeFile(path.join(folder, 'segundo.quorum'), CONTENT)
    const [executable, args] = await app.evaluate(() => [process.execPath, process.argv.slice(1)] as const)
    const own = args.filter((argument) => !/^--(inspect|otro)|primero/.test(argument))
    const second = spawn(
      executable,
      [...own.map((argument) => (argument === '.' ? process.cwd() : argument)), 'segundo.quorum'],
      {
        cwd: folder,
        env: { ...process.env, QUORUM_USER_DATA: launched.userData },
        stdio: 'ignore',
      },
    )
    await once(second, 'exit')
    await page.getByText('segundo.quorum').first().waitFor()
  })

  it('says so when it was changed or closed', async () => {
    const url = await chosen('segundo.quorum')
    await writeFile(path.join(folder, 'segundo.quorum'), 'otro contenido')
    expect((await fetched(url)).status).toBe(409)
    expect(await page.evaluate((address) => quorum.incoming.close({ url: address }), url)).toBe(true)
    expect((await fetched(url)).status).toBe(404)
    expect(await page.evaluate((address) => quorum.incoming.close({ url: address }), url)).toBe(false)
  })

  it('is read by nobody but the page of the main window', async () => {
    const url = await chosen('primero.quorum.zip')
    await page.evaluate((sessionId) => quorum.projector.open({ sessionId }), SESSION_ID)
    await expect.poll(() => app.windows().length).toBe(2)
    const projector = app.windows().find((window) => window.url().includes('/proyeccion/'))
    await projector?.waitForLoadState('load')
    const status = await projector?.evaluate(
      (address) =>
        fetch(address).then(
          (response) => response.status,
          () => 'refused',
        ),
      url,
    )
    expect(status).toBe('refused')
    expect((await fetched(url)).status).toBe(200)
    await page.evaluate(() => quorum.projector.close())
  })
})

describe('an attachment out of a packet', () => {
  it('is kept when it is what its hash says, and is read by its hash', async () => {
    const sha256 = sha256Of(CONTENT)
    const kept = await page.evaluate(
      async ({ sha256, bytes }) => {
        const started = await quorum.attachments.startUpload({
          sha256,
          name: 'anexo.bin',
          size: bytes.length,
        })
        if (!started.ok || started.value.kind !== 'send') return started
        const { uploadId } = started.value
        const content = Uint8Array.from(bytes)
        await quorum.attachments.sendUpload({ uploadId, bytes: content.subarray(0, 60_000) })
        await quorum.attachments.sendUpload({ uploadId, bytes: content.subarray(60_000) })
        return quorum.attachments.finishUpload({ uploadId })
      },
      { sha256, bytes: [...CONTENT] },
    )
    expect(kept).toMatchObject({ ok: true, value: { sha256, name: 'anexo.bin', size: CONTENT.length } })
    const part = await fetched(`app://quorum/adjunto/${sha256}`, 'bytes=0-9')
    expect(part).toEqual({ status: 206, range: 'bytes 0-9/100000', bytes: [...CONTENT.subarray(0, 10)] })
    expect((await fetched(`app://quorum/adjunto/${'0'.repeat(64)}`)).status).toBe(404)
  })
})

describe('a packet that is written', () => {
  it('is a signed bag at the place that was chosen', async () => {
    const target = path.join(folder, 'salida.quorum.zip')
    await saveAt(target)
    const result = await page.evaluate(async (sha256) => {
      const begun = await quorum.packet.begin({
        suggestedName: 'Sesión',
        bagName: 'sesion',
        passphrase: null,
        expectedBytes: 200_000,
      })
      if (!begun.ok) return begun
      const { jobId } = begun.value
      const bytes = new TextEncoder().encode('<!doctype html>')
      const answers = [
        await quorum.packet.add({ jobId, path: 'index.html', bytes, last: true }),
        await quorum.packet.attach({ jobId, path: 'data/anexos/punto-01/01-anexo.bin', sha256 }),
      ]
      if (answers.some((answer) => !answer.ok)) return answers
      return quorum.packet.finish({ jobId, info: [['Source-Organization', 'Instituto']], sign: true })
    }, sha256Of(CONTENT))
    const zip = await readFile(target)
    const key = await page.evaluate(() => quorum.packet.signingKey())
    const fingerprint = key.ok && key.value.kind === 'ready' ? key.value.fingerprint : ''
    expect(fingerprint).toMatch(/^([0-9A-F]{4} ){7}[0-9A-F]{4}$/)
    expect(result).toMatchObject({
      ok: true,
      value: { name: 'salida.quorum.zip', size: zip.length, sha256: sha256Of(zip), fingerprint },
    })
    const files = readZip(zip)
    const pem = files.get('sesion/firma/clave-publica.pem') ?? ''
    const name = 'firma/tagmanifest-sha512.txt.sig'
    const at = zip.indexOf(name) + name.length
    const signed = Buffer.from(files.get('sesion/tagmanifest-sha512.txt') ?? '')
    expect(signatureState(signed, zip.subarray(at, at + 64), Buffer.from(pem))).toEqual({
      kind: 'valid',
      fingerprint,
    })
    const file = path.join(launched.userData, 'signing-key.json')
    expect((await stat(file)).mode & 0o077).toBe(0)
  })

  it('leaves nothing when it is given up or the page goes away', async () => {
    const before = await readdir(folder)
    for (const end of ['cancel', 'reload'] as const) {
      await saveAt(path.join(folder, 'nunca.quorum.zip'))
      const jobId = await page.evaluate(async () => {
        const begun = await quorum.packet.begin({
          suggestedName: 'x',
          bagName: 'x',
          passphrase: null,
          expectedBytes: 0,
        })
        return begun.ok ? begun.value.jobId : begun.error.code
      })
      expect(await readdir(folder)).toHaveLength(before.length + 1)
      if (end === 'reload') await page.reload()
      else expect(await page.evaluate((id) => quorum.packet.cancel({ jobId: id }), jobId)).toBe(true)
      await expect.poll(() => readdir(folder)).toEqual(before)
    }
  })
})

describe('a packet that a crash interrupts', () => {
  it('is removed at the next start, and nothing beside it', async () => {
    const [userData, target] = [await dataFolder(), await dataFolder()]
    const first = await openOn(userData)
    await first.app.evaluate(
      ({ dialog }, filePath) => {
        Object.defineProperty(dialog, 'showSaveDialog', {
          value: async () => ({ canceled: false, filePath }),
        })
      },
      path.join(target, 'a.quorum.zip'),
    )
    await writeFile(path.join(target, '.quorum-0123456789abcdef.tmp'), 'de otro')
    const begun = await first.page.evaluate(() =>
      quorum.packet.begin({ suggestedName: 'a', bagName: 'a', passphrase: null, expectedBytes: 0 }),
    )
    expect(begun.ok).toBe(true)
    expect(await readdir(target)).toHaveLength(2)
    await killAll(first)
    expect(await readdir(target)).toHaveLength(2)
    await openOn(userData)
    await expect.poll(() => readdir(target)).toEqual(['.quorum-0123456789abcdef.tmp'])
  })
})
