import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LaunchedApp } from '../../build/scripts/lib/launch-app.mjs'
import {
  type Channel,
  channelSchema,
  type Publication,
  publicationSchema,
} from '../../shared/domain/publications'
import { dataFolder, expectAgreement, journalRecords, rowsLeftBy } from '../helpers/e2e-profile'
import { makePng } from '../helpers/image-bytes'
import { expectAccessible, goTo, openApp, openExample } from './app'

/** What the stubs of the main process leave for the test to look at. */
interface Probe {
  notices: { readonly title: string; readonly body: string }[]
  openedOutside: string[]
  openedFiles: string[]
}

let launched: LaunchedApp
let folder: string

const WOMEN = 'Día Internacional de la Mujer'
const FLAG = 'Día de la Bandera'
const NOTE = 'Hoy recordamos la lucha de las mujeres por sus derechos políticos.'
const POST = 'https://www.facebook.com/INEMexico/posts/8m-2026'

const panel = (name: string | RegExp) => launched.page.getByRole('region', { name, exact: true })
const heading = () => launched.page.locator('h2[aria-live="polite"]')

/** The app on the folder; what the system would show is noted instead. */
async function open(): Promise<void> {
  launched = await openApp({ userData: folder })
  launched.page.setDefaultTimeout(15_000)
  await launched.app.evaluate(
    ({ Notification, dialog, shell }, evidence) => {
      const seen = globalThis as unknown as Probe
      Object.assign(seen, { notices: [], openedOutside: [], openedFiles: [] })
      Object.defineProperty(Notification, 'isSupported', { value: () => true })
      Object.defineProperty(Notification.prototype, 'show', {
        value(this: Electron.Notification) {
          seen.notices.push({ title: this.title, body: this.body })
        },
      })
      const define = (target: object, name: string, value: unknown) =>
        Object.defineProperty(target, name, { value, configurable: true })
      define(dialog, 'showOpenDialog', async () => ({ canceled: false, filePaths: [evidence] }))
      define(dialog, 'showMessageBox', async () => ({ response: 1, checkboxChecked: false }))
      define(shell, 'openExternal', async (url: string) => seen.openedOutside.push(url))
      define(shell, 'openPath', async (file: string) => {
        seen.openedFiles.push(file)
        return ''
      })
    },
    path.join(folder, 'captura.png'),
  )
}

/** Another moment for the whole window, from its start. */
async function at(instant: string): Promise<void> {
  await launched.page.clock.setFixedTime(instant)
  await launched.app.evaluate(() => {
    const seen = globalThis as unknown as Probe
    seen.notices = []
  })
  await launched.page.reload()
  await launched.page.getByRole('link', { name: 'Calendario', exact: true }).waitFor()
}

function probe(): Promise<Probe> {
  return launched.app.evaluate(() => {
    const { notices, openedOutside, openedFiles } = globalThis as unknown as Probe
    return { notices, openedOutside, openedFiles }
  })
}

async function stored(): Promise<{ publications: readonly Publication[]; channels: readonly Channel[] }> {
  const tables = rowsLeftBy(await journalRecords(folder))
  return {
    publications: Object.values(tables.publications ?? {}).map((row) => publicationSchema.parse(row)),
    channels: Object.values(tables.channels ?? {}).map((row) => channelSchema.parse(row)),
  }
}

async function storedEntry(title: string, year: number): Promise<Publication> {
  const { publications } = await stored()
  const found = publications.filter((entry) => entry.title === title && entry.year === year)
  const [entry] = found
  if (found.length !== 1 || !entry) throw new Error(`${found.length} publications called ${title} in ${year}`)
  return entry
}

async function channelNames(entry: Publication): Promise<readonly (string | undefined)[]> {
  const { channels } = await stored()
  return entry.placements.map(({ channelId }) => channels.find(({ id }) => id === channelId)?.name)
}

/** Finds an entry in the list by typing, and opens it with Enter. */
async function openEntry(title: string): Promise<ReturnType<typeof panel>> {
  const { page } = launched
  await focusEntry(title)
  await page.keyboard.press('Enter')
  await panel(title).waitFor()
  return panel(title)
}

async function focusEntry(title: string): Promise<void> {
  const { page } = launched
  await page.keyboard.press('Escape')
  await page.keyboard.press('4')
  const search = page.getByLabel('Buscar en el plan')
  await search.fill(title)
  await page.locator('[data-agenda] [data-entry]', { hasText: title }).first().waitFor()
  await search.press('Enter')
  await page.waitForFunction(() => document.activeElement?.hasAttribute('data-entry'))
}

/** Goes year by year, with the keys. */
async function toYear(year: number): Promise<void> {
  const { page } = launched
  await page.keyboard.press('1')
  await page.waitForSelector('[data-day]')
  while (Number(await heading().innerText()) !== year) {
    const shown = Number(await heading().innerText())
    await page.locator('[data-day][tabindex="0"]').first().focus()
    await page.keyboard.press(shown < year ? 'PageDown' : 'PageUp')
    await expect.poll(async () => Number(await heading().innerText())).not.toBe(shown)
  }
}

async function save(title: string): Promise<void> {
  await launched.page.keyboard.press('Control+Enter')
  await panel(title).getByRole('button', { name: 'Sin cambios' }).waitFor()
}

beforeAll(async () => {
  folder = await dataFolder()
  await writeFile(
    path.join(folder, '8m.png'),
    makePng(1300, 700, (x, y) => [160 * x, 40 + 60 * y, 160]),
  )
  await writeFile(
    path.join(folder, 'captura.png'),
    makePng(64, 64, (x) => [255 * x, 255, 0]),
  )
  await open()
  await openExample(launched.page)
  await at('2026-02-10T16:00:00Z')
  await goTo(launched.page, '/calendario')
})

afterAll(() => launched?.close())

describe('the year 2026', () => {
  it('is generated from the starter catalogue; one key takes it back and one makes it again', async () => {
    const { page } = launched
    await page.getByRole('button', { name: /Agregar \d+ fechas sugeridas/ }).click()
    await page.keyboard.press('g')
    await page.getByRole('button', { name: /^Agregar 45 fechas/ }).press('Enter')
    await page.getByText('45 publicaciones en el plan de 2026').waitFor()
    expect((await stored()).publications).toHaveLength(45)
    await page.keyboard.press('Control+z')
    await page.getByText('0 publicaciones en el plan de 2026').waitFor()
    expect((await stored()).publications).toHaveLength(0)
    await page.keyboard.press('g')
    await page.getByRole('button', { name: /^Agregar 45 fechas/ }).press('Enter')
    await page.getByText('45 publicaciones en el plan de 2026').waitFor()
    const { publications } = await stored()
    expect(
      publications.every(({ state, placements }) => state === 'proposed' && placements.length === 6),
    ).toBe(true)
  })

  it('is edited: image with its words, note, hashtags, window, channels, who, and the agreement', async () => {
    const { page } = launched
    const entry = await openEntry(WOMEN)
    await page
      .locator('input[type="file"][aria-label="Imágenes para agregar"]')
      .setInputFiles(path.join(folder, '8m.png'))
    await entry.getByText('1,300 × 700 px').waitFor()
    await entry.getByLabel('Texto alternativo: qué se ve').fill('Mujeres hacen fila para votar')
    await entry.getByLabel('Derechos').fill('INE')
    await entry.getByLabel('Fuente').fill('Archivo fotográfico')
    await entry.getByLabel('Nota', { exact: true }).fill(NOTE)
    await entry.getByLabel('Etiquetas').fill('8M #Igualdad')
    await entry.getByLabel('Hasta', { exact: true }).fill('2026-03-10')
    for (const name of ['YouTube', 'Intranet']) await entry.getByLabel(name, { exact: true }).uncheck()
    await entry.getByRole('combobox', { name: 'Responsables' }).fill('CNCS')
    await page.keyboard.press('Enter')
    await entry.getByRole('button', { name: 'Elegir de las sesiones…' }).click()
    await entry.getByLabel('Acuerdo de una sesión').selectOption({ index: 1 })
    await entry.getByLabel('Ortografía revisada').check()
    await entry.getByLabel('Solo contiene información pública').check()
    await expectAccessible(launched)
    await save(WOMEN)
    const row = await storedEntry(WOMEN, 2026)
    expect(row).toMatchObject({
      note: NOTE,
      hashtags: ['#8M', '#Igualdad'],
      on: '2026-03-08',
      from: '2026-03-08',
      until: '2026-03-10',
      confirmed: ['spelling-reviewed', 'public-information'],
      images: [{ alt: 'Mujeres hacen fila para votar', rights: 'INE', width: 1300, height: 700 }],
      responsible: [{ name: 'CNCS' }],
    })
    expect(row.approval?.factId).toMatch(/^[0-9a-f-]{36}$/)
    expect(await channelNames(row)).toEqual(['Portal (página de inicio)', 'Facebook', 'X', 'Instagram'])
  })

  it('moves an entry, and takes the move back in the middle of the work', async () => {
    const { page } = launched
    const before = await storedEntry(FLAG, 2026)
    await focusEntry(FLAG)
    await page.keyboard.press('Alt+ArrowRight')
    await expect.poll(async () => (await storedEntry(FLAG, 2026)).on).toBe('2026-02-25')
    await page.keyboard.press('Control+z')
    await expect.poll(async () => storedEntry(FLAG, 2026)).toEqual(before)
  })

  it('goes on after an answer of the CNCS; after 48 hours of silence it asks for a reason', async () => {
    const { page } = launched
    for (const title of [WOMEN, FLAG]) {
      const entry = await openEntry(title)
      await entry.getByRole('button', { name: 'Registrar la consulta enviada' }).click()
      await entry.getByText('Quedan 48 h de las 48; el silencio significa que no procede.').waitFor()
      await save(title)
    }
    await at('2026-02-12T17:00:00Z')
    await goTo(page, '/calendario/lista')
    const answered = await openEntry(WOMEN)
    await answered.getByText(/^Pasaron 48 h sin respuesta/).waitFor()
    await answered.getByRole('button', { name: 'Respondió: procede' }).click()
    await answered.getByLabel('Oficio o correo de la respuesta').fill('INE/CNCS/0123/2026')
    await answered.getByText('La CNCS respondió que procede.').waitFor()
    await save(WOMEN)
    for (const verb of ['Pasar a revisión', 'Aprobar', 'Programar']) {
      await answered.getByRole('button', { name: verb, exact: true }).click()
    }
    await answered.getByRole('button', { name: 'Marcar como publicada', exact: true }).waitFor()
    const row = await storedEntry(WOMEN, 2026)
    expect(row.history.map(({ state, on }) => [state, on])).toEqual([
      ['proposed', '2026-02-10'],
      ['in-review', '2026-02-12'],
      ['approved', '2026-02-12'],
      ['scheduled', '2026-02-12'],
    ])
    const silent = await openEntry(FLAG)
    await silent.getByLabel('Otro estado').selectOption('approved')
    await silent
      .getByText('La CNCS no respondió en 48 horas: el silencio significa que no procede.')
      .waitFor()
    await silent.getByText('Falta: lleva imagen con texto alternativo.').waitFor()
    await silent.getByRole('button', { name: 'Cancelar' }).click()
    expect((await storedEntry(FLAG, 2026)).state).toBe('proposed')
  })
})

describe('after the app was closed until the day', () => {
  it('has everything, and reminds once: in the home screen and in one notice of the desktop', async () => {
    await launched.close()
    await open()
    await at('2026-03-08T16:00:00Z')
    const { page } = launched
    await expectAgreement(page, folder)
    await goTo(page, '/')
    const line = page.getByRole('link', { name: new RegExp(WOMEN) })
    expect(await line.innerText()).toContain('se publica hoy')
    await expectAccessible(launched)
    const noticed = async () =>
      (await probe()).notices.filter(({ title }) => title.startsWith('Calendario: '))
    await expect.poll(noticed).not.toEqual([])
    const told = await noticed()
    expect(told).toHaveLength(1)
    expect(told[0]?.title).toBe('Calendario: 1 hoy y 6 sin publicar')
    expect(told[0]?.body.split('\n')[0]).toBe(`${WOMEN}: se publica hoy`)
    await at('2026-03-08T20:00:00Z')
    await goTo(page, '/')
    await line.waitFor()
    // A notice would come with the reminders; it is given the time.
    await page.waitForTimeout(500)
    expect(await noticed()).toEqual([])
    await line.click()
    const entry = panel(WOMEN)
    expect(await entry.getByLabel('Nota', { exact: true }).inputValue()).toBe(NOTE)
    const image = entry.getByRole('img', { name: 'Mujeres hacen fila para votar' }).first()
    await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(300)
  })

  it('is published, with link, reach and evidence, and withdrawn when its window has passed', async () => {
    const { page } = launched
    const entry = panel(WOMEN)
    await entry.getByRole('button', { name: 'Marcar como publicada' }).click()
    await page.getByText(`«${WOMEN}»: publicada.`).waitFor()
    const facebook = entry.locator('details', {
      has: page.getByRole('group', { name: 'Evidencia en Facebook' }),
    })
    const withdrawn = facebook.getByLabel('Retirada el')
    await withdrawn.focus()
    await page.keyboard.type('20')
    await page.keyboard.press('Control+Enter')
    await facebook.getByText('La fecha no existe o está incompleta.').waitFor()
    expect(await withdrawn.evaluate((field) => field === document.activeElement)).toBe(true)
    await withdrawn.fill('')
    await facebook.getByLabel('Enlace de lo publicado').fill(POST)
    await facebook.getByLabel('Alcance (personas)').fill('12345')
    await facebook.getByRole('button', { name: 'Adjuntar evidencia…' }).click()
    await facebook.getByRole('button', { name: 'captura.png', exact: true }).waitFor()
    await save(WOMEN)
    await at('2026-03-11T16:00:00Z')
    await goTo(page, '/')
    const line = page.getByRole('link', { name: new RegExp(WOMEN) })
    expect(await line.innerText()).toContain('falta retirarla')
    await line.click()
    await entry.getByRole('button', { name: 'Retirar', exact: true }).click()
    await page.getByText(`«${WOMEN}»: retirada.`).waitFor()
    const row = await storedEntry(WOMEN, 2026)
    expect(row.state).toBe('withdrawn')
    const days = row.placements.map(({ publishedOn, withdrawnOn }) => [publishedOn, withdrawnOn])
    expect(days).toEqual(Array.from({ length: 4 }, () => ['2026-03-08', '2026-03-11']))
    const capture = makePng(64, 64, (x) => [255 * x, 255, 0])
    expect(row.placements[1]).toMatchObject({
      link: POST,
      reach: 12_345,
      evidence: [{ name: 'captura.png', sha256: createHash('sha256').update(capture).digest('hex') }],
    })
  })
})

describe('the sheet of the date', () => {
  it('is one key away and tells all of it', async () => {
    const { page } = launched
    await panel(WOMEN).getByRole('heading').first().click()
    await page.keyboard.press('j')
    const sheet = page.getByRole('region', { name: 'Hoja de la fecha' })
    await sheet.getByRole('heading', { name: WOMEN, level: 2 }).waitFor()
    await sheet.getByText('1 de 1 año con publicación').waitFor()
    await sheet.getByText(NOTE).waitFor()
    await sheet.getByRole('img', { name: 'Mujeres hacen fila para votar' }).waitFor()
    const row = sheet.getByRole('row', { name: /^Facebook/ })
    expect(await row.innerText()).toMatch(/dom 8 mar 2026\s+retirada el mié 11 mar 2026/)
    expect(await row.innerText()).toContain('12,345')
    expect(await sheet.getByRole('row', { name: /^Alcance en total/ }).innerText()).toContain(
      '3 canales sin cifra',
    )
    await expectAccessible(launched)
    await row.getByRole('link').click()
    await expect.poll(async () => (await probe()).openedOutside).toEqual([POST])
    await row.getByRole('button', { name: 'Evidencia: captura.png' }).click()
    await expect.poll(async () => (await probe()).openedFiles.length).toBe(1)
  })

  it('leads to the agreement in its minuta, and one key back to the publication', async () => {
    const { page } = launched
    const { approval, id } = await storedEntry(WOMEN, 2026)
    await page.getByRole('link', { name: approval?.reference ?? '' }).click()
    await page.waitForFunction((factId) => location.hash.endsWith(`/minuta/${factId}`), approval?.factId)
    await page.getByRole('region', { name: 'Vista previa de la minuta' }).waitFor()
    expect(await page.getByText('Ese hecho ya no está en la minuta').count()).toBe(0)
    await page.goBack()
    await page.getByRole('button', { name: 'Volver a la publicación' }).waitFor()
    await page.keyboard.press('Escape')
    await page.waitForFunction((entry) => location.hash === `#/calendario/lista/${entry}`, id)
    await panel(WOMEN).waitFor()
  })
})

describe('the year 2027', () => {
  it('starts from 2026: a channel with another name, and one key for what an entry had', async () => {
    const { page } = launched
    await at('2026-12-10T16:00:00Z')
    await goTo(page, '/calendario/catalogo')
    await page.getByRole('button', { name: 'X', exact: true }).click()
    await panel('Canal').getByLabel('Vigente hasta').fill('2026-12-31')
    await panel('Canal').getByRole('button', { name: 'Guardar el canal' }).click()
    await page.getByRole('button', { name: 'Nuevo canal' }).click()
    await panel('Nuevo canal').getByLabel('Nombre').fill('Equis')
    await panel('Nuevo canal').getByLabel('Tipo').selectOption('x')
    await panel('Nuevo canal').getByLabel('Vigente desde').fill('2027-01-01')
    await panel('Nuevo canal').getByRole('button', { name: 'Guardar el canal' }).click()
    await page.getByRole('button', { name: 'Equis', exact: true }).waitFor()
    await toYear(2027)
    await page.keyboard.press('g')
    await page.getByRole('button', { name: /^Agregar \d+ fechas/ }).press('Enter')
    await page.getByText(/^\d+ publicaciones en el plan de 2027/).waitFor()
    await focusEntry(WOMEN)
    await page.keyboard.press('e')
    await page.getByText(`«${WOMEN}» empieza de lo que tuvo antes.`).waitFor()
    const [then, now] = [await storedEntry(WOMEN, 2026), await storedEntry(WOMEN, 2027)]
    expect(now).toMatchObject({
      startedFrom: then.id,
      on: '2027-03-08',
      images: then.images,
      note: then.note,
      hashtags: then.hashtags,
      responsible: then.responsible,
      state: 'proposed',
      approval: null,
      confirmed: [],
      consult: null,
    })
    expect(await channelNames(then)).toEqual(['Portal (página de inicio)', 'Facebook', 'X', 'Instagram'])
    expect(await channelNames(now)).toEqual(['Portal (página de inicio)', 'Facebook', 'Equis', 'Instagram'])
    expect(now.placements.every(({ link, reach, publishedOn }) => !link && !reach && !publishedOn)).toBe(true)
    await page.keyboard.press('Enter')
    const entry = panel(WOMEN)
    await entry.getByRole('region', { name: 'En otros años' }).getByText('2026: imagen y nota').waitFor()
    await expectAgreement(page, folder)
  })

  it('stands in the sheet above 2026, each year with the names of its channels', async () => {
    const { page } = launched
    await panel(WOMEN)
      .getByRole('link', { name: /^Hoja en el archivo/ })
      .click()
    const sheet = page.getByRole('region', { name: 'Hoja de la fecha' })
    await sheet.getByText(/Facebook, Equis e Instagram: todavía no llega su día\./).waitFor()
    await sheet.getByRole('row', { name: /^X / }).waitFor()
    await sheet.getByText('2 de 2 años con publicación').waitFor()
    const list = page.getByRole('navigation', { name: 'Fechas del catálogo' })
    await page.keyboard.press('/')
    await page.keyboard.type('bandera')
    await page.keyboard.press('Enter')
    await sheet.getByRole('heading', { name: FLAG, level: 2 }).waitFor()
    expect(await list.getByRole('button').count()).toBe(1)
    await page.keyboard.press('Escape')
    await panel(WOMEN).waitFor()
  })
})
