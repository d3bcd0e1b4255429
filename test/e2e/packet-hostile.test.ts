import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { crowdedArchive, honestBomb, lyingBomb } from '../helpers/bombs'
import { dropPacket } from '../helpers/drop-packet'
import { dataFolder, journalRecords, openOn, rowsLeftBy } from '../helpers/e2e-profile'
import { withEntry } from '../helpers/hostile-packets'
import { journalPacket } from '../helpers/journal-packet'
import { withPayloads } from '../helpers/xss-packet'
import { goTo, openExample } from './app'

const WELCOME = 'Traer un respaldo o expediente'

async function openImport(page: Page): Promise<void> {
  await page.getByRole('button', { name: WELCOME }).waitFor()
  await goTo(page, '/importar')
  await page.getByText('Suelte aquí el expediente').waitFor()
}

/** Imports a packet full of scripts into an empty app and goes to every screen. */
async function visitAll(bytes: Uint8Array, screens: readonly string[]): Promise<readonly string[]> {
  const { page, close } = await openOn(await dataFolder())
  const reached: string[] = []
  page.on('request', (request) => {
    if (!/^(?:app|blob|data|devtools):/.test(request.url())) reached.push(request.url())
  })
  await openImport(page)
  await dropPacket(page, bytes, 'x.quorum.zip')
  await page.getByRole('button', { name: 'Ver qué trae' }).first().click()
  await page.getByRole('button', { name: /^Importar \d/ }).click()
  await page.getByText('Se importó el expediente').first().waitFor()
  for (const screen of screens) {
    await goTo(page, screen)
    await page.waitForTimeout(400)
    expect(await page.evaluate(() => '__canary' in window), screen).toBe(false)
    expect(await page.getByText('Quórum encontró un error').count(), screen).toBe(0)
  }
  await close()
  return reached
}

it('six hundred scripts in the texts of two packets never run, on any screen', async () => {
  const from = await dataFolder()
  const first = await openOn(from)
  await openExample(first.page)
  const records = await journalRecords(from)
  await first.close()
  const { bodies, sessions, items } = rowsLeftBy(records)
  const [bodyId = ''] = Object.keys(bodies ?? {})
  const screens = [
    ...['/', '/sesiones', '/seguimiento', '/calendario', '/directorio', '/ajustes', '/bienvenida'],
    ...['/seguimiento/salidas', '/seguimiento/salidas/areas', '/seguimiento/salidas/respuestas'],
    ...Object.keys(items ?? {})
      .slice(0, 3)
      .map((id) => `/seguimiento/${id}`),
    ...Object.keys(sessions ?? {}).flatMap((id) =>
      ['preparacion', 'sala', 'acuerdos', 'minuta', 'expediente'].map((tab) => `/sesiones/${id}/${tab}`),
    ),
  ]
  let placed = 0
  for (const round of [1, 2]) {
    const bytes = journalPacket(records, bodyId, {
      edit: (lines) => {
        const filled = withPayloads(lines, placed)
        placed += filled.placed
        return filled.lines
      },
    })
    expect(await visitAll(bytes, screens), `round ${round}`).toEqual([])
  }
  console.log(`${placed} payloads, ${screens.length} screens`)
  expect(placed).toBeGreaterThan(500)
})

/** Memory of all processes of the app that belong to this profile, in MB: resident, shared counted once. */
async function residentMb(pids: readonly number[]): Promise<number> {
  const sizes = await Promise.all(
    pids.map(async (pid) => {
      const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
      return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0)
    }),
  )
  return sizes.reduce((sum, size) => sum + size, 0) / 1024
}

it('bombs are stopped while the window answers, and take little memory', async () => {
  const folder = await dataFolder()
  const { app, page } = await openOn(folder)
  await openImport(page)
  await page.evaluate(() => {
    const state = { worst: 0, last: performance.now() }
    Object.assign(window, { lag: state })
    setInterval(() => {
      const now = performance.now()
      state.worst = Math.max(state.worst, now - state.last - 20)
      state.last = now
    }, 20)
  })
  const top = 'CGyPE-2017-ORD-02'
  const bombs = [
    [withEntry(honestBomb(`${top}/data/a`, 10_000_000_000)), 'honesta.zip', 'Contiene demasiado'],
    [withEntry(lyingBomb(`${top}/data/a`, 10_000_000_000)), 'mentirosa.zip', 'alert'],
    [crowdedArchive(1_000_000), 'millon.zip', 'alert'],
  ] as const
  for (const [bytes, name, said] of bombs) {
    await dropPacketQuietly(page, bytes, name)
    const pids = await app.evaluate(({ app: electron }) => electron.getAppMetrics().map(({ pid }) => pid))
    const before = await residentMb(pids)
    await page.evaluate(() =>
      Object.assign((window as unknown as { lag: object }).lag, { worst: 0, last: performance.now() }),
    )
    const started = performance.now()
    await page.evaluate(() => (window as unknown as { drop: () => void }).drop())
    let peak = before
    const alert = page.getByRole('alert').filter({ hasText: `«${name}»` })
    while ((await alert.count()) === 0) peak = Math.max(peak, await residentMb(pids))
    peak = Math.max(peak, await residentMb(pids))
    const took = performance.now() - started
    const worst = await page.evaluate(() => (window as unknown as { lag: { worst: number } }).lag.worst)
    console.log(
      `${name}: ${Math.round(took)} ms, +${Math.round(peak - before)} MB, lag ${Math.round(worst)} ms`,
    )
    if (said !== 'alert') expect(await alert.innerText()).toContain(said)
    expect(peak - before).toBeLessThan(200)
  }
  expect(await journalRecords(folder).catch(() => [])).toEqual([])
})

/** Holds a file in the page, so that only the drop itself is measured. */
async function dropPacketQuietly(page: Page, bytes: Uint8Array, name: string): Promise<void> {
  const step = 4 * 1024 * 1024
  await page.evaluate(() => Object.assign(window, { held: [] }))
  for (let at = 0; at < bytes.length; at += step) {
    await page.evaluate(
      (base64) => {
        const { held } = window as unknown as { held: Uint8Array[] }
        held.push(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)))
      },
      Buffer.from(bytes.subarray(at, at + step)).toString('base64'),
    )
  }
  await page.evaluate((fileName) => {
    const { held } = window as unknown as { held: BlobPart[] }
    const file = new File(held, fileName)
    held.length = 0
    Object.assign(window, {
      drop: () => {
        const dataTransfer = new DataTransfer()
        dataTransfer.items.add(file)
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
      },
    })
  }, name)
}
