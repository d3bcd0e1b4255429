import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LaunchedApp } from '../../build/scripts/lib/launch-app.mjs'
import type { DesktopApi } from '../../shared/ipc'
import { isoDate } from '../../shared/lib/iso-date'
import { yearPoster } from '../../shared/publishing'
import { makePng } from '../helpers/image-bytes'
import { makePublication } from '../helpers/make-publication'
import { axeFindings, expectAccessible, goTo, openApp, openExample } from './app'

declare const quorum: DesktopApi

let launched: LaunchedApp
let folder: string

const page = () => launched.page
const output = (name: string | RegExp) =>
  page().getByRole('region', { name: 'Sacar un año' }).getByRole('button', { name })

/** Answers every dialog with the test's folder, a save dialog under the name that the app suggests. */
async function answerDialogs(): Promise<void> {
  await launched.app.evaluate(({ dialog }, target) => {
    const save = async (_window: unknown, { defaultPath = '' }: { defaultPath?: string }) => ({
      canceled: false,
      filePath: `${target}/${defaultPath.split(/[/\\]/).pop()}`,
    })
    const open = async () => ({ canceled: false, filePaths: [target] })
    Object.defineProperty(dialog, 'showSaveDialog', { value: save, configurable: true })
    Object.defineProperty(dialog, 'showOpenDialog', { value: open, configurable: true })
  }, folder)
}

async function savedFile(shape: RegExp): Promise<Buffer> {
  const find = async () => (await readdir(folder)).find((name) => shape.test(name)) ?? ''
  await expect.poll(find, { timeout: 20_000 }).toMatch(shape)
  return readFile(join(folder, await find()))
}

/** A page of the disk in a window of its own, as a browser would show it. */
async function showPage(file: string): Promise<Page> {
  const opened = launched.app.waitForEvent('window')
  await launched.app.evaluate(({ BrowserWindow }, address) => {
    // The storage and the closed network of the app are not those of whoever opens the page.
    const webPreferences = { partition: 'year', sandbox: true }
    void new BrowserWindow({ width: 1100, height: 900, webPreferences }).loadURL(address)
  }, pathToFileURL(file).href)
  const shown = await opened
  await shown.waitForLoadState('load')
  return shown
}

async function closeResult(): Promise<void> {
  await output('Cerrar').click()
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quorum-year-'))
  launched = await openApp()
  await answerDialogs()
  await openExample(page())
  await writeFile(
    join(folder, 'urna.png'),
    makePng(640, 480, (x, y) => [x * 255, y * 255, 0], 'hecha por Fulano'),
  )
  await goTo(page(), '/calendario')
  await page()
    .getByRole('button', { name: /fechas sugeridas/ })
    .first()
    .click()
  await page()
    .getByRole('button', { name: /^Nueva publicación/ })
    .first()
    .click()
  await page().getByLabel('Título').fill('Día de la urna')
  await page()
    .locator('input[type="file"][aria-label="Imágenes para agregar"]')
    .setInputFiles(join(folder, 'urna.png'))
  const images = page().getByRole('group', { name: 'Imágenes' })
  await images.getByText('640 × 480 px').waitFor()
  await images.getByLabel('Texto alternativo: qué se ve').first().fill('Una urna transparente')
  await page().getByRole('textbox', { name: 'Nota', exact: true }).fill('La urna electrónica')
  await page()
    .getByRole('button', { name: /^(Guardar|Agregar)/ })
    .last()
    .click()
  await page().getByRole('region', { name: 'Estado' }).waitFor()
  await goTo(page(), '/calendario/archivo')
})

afterAll(async () => {
  await launched?.close()
  await rm(folder, { recursive: true, force: true })
})

describe('a year that goes out', () => {
  it('says when nothing of it was published, and what to do', async () => {
    await output('Exportar el año como ZIP…').click()
    await page()
      .getByText(/no hay nada publicado ni retirado.*«Incluir borradores»/)
      .waitFor()
    await expectAccessible(launched)
    await closeResult()
  })

  it('is a ZIP with an index page, the notes, and the images without what they tell besides', async () => {
    await page().getByRole('checkbox', { name: 'Incluir borradores' }).check()
    await output('Exportar el año como ZIP…').click()
    await page()
      .getByText(/^Publicaciones \d+\.zip está listo$/)
      .waitFor()
    const files = unzipSync(new Uint8Array(await savedFile(/^Publicaciones \d+\.zip$/)))
    const names = Object.keys(files)
    const images = names.filter((name) => name.startsWith('imagenes/'))
    expect(images).toHaveLength(1)
    const index = Buffer.from(files['index.html'] ?? []).toString('utf8')
    expect(index).toContain(`src="${images[0]}"`)
    expect(index).toContain('Una urna transparente')
    expect(index).toContain('se quitaron sus datos ocultos (tEXt)')
    const bytes = Buffer.concat(images.map((name) => files[name] ?? new Uint8Array()))
    expect(bytes.includes('Fulano')).toBe(false)
    expect(names.some((name) => /^notas\/.*dia-de-la-urna\.txt$/.test(name))).toBe(true)
    await expectAccessible(launched)
    await closeResult()
  })

  it('is a folder too, whose page works from the disk; a second one gets another name', async () => {
    await output('Exportar el año como carpeta…').click()
    await page()
      .getByText(/^Publicaciones \d{4} está listo$/)
      .waitFor()
    const [made = ''] = (await readdir(folder)).filter((name) => /^Publicaciones \d{4}$/.test(name))
    const shown = await showPage(join(folder, made, 'index.html'))
    const image = shown.getByRole('img', { name: 'Una urna transparente' })
    await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBe(640)
    for (const colorScheme of ['light', 'dark'] as const) {
      await shown.emulateMedia({ colorScheme })
      expect(await axeFindings(launched.app, shown)).toEqual([])
    }
    await shown.close()
    await closeResult()
    await output('Exportar el año como carpeta…').click()
    await page()
      .getByText(/Ya había una carpeta «Publicaciones \d{4}», que no se tocó/)
      .waitFor()
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([])
    await closeResult()
  })

  it('goes without an image whose file is gone, and says so in the app and in the page', async () => {
    const store = join(launched.userData, 'attachments')
    const names = await readdir(store, { recursive: true })
    const [stored = ''] = names.filter((name) => /[0-9a-f]{64}$/.test(name))
    await rename(join(store, stored), join(folder, 'apartada'))
    await output('Exportar el año como carpeta…').click()
    await page()
      .getByText(/está listo, pero incompleto$/)
      .waitFor()
    await page().getByText('urna.png, de «Día de la urna»: falta su archivo.').waitFor()
    await expectAccessible(launched)
    const made = (await readdir(folder)).filter((name) => /^Publicaciones \d{4} \(3\)$/.test(name))
    const index = await readFile(join(folder, made[0] ?? '', 'index.html'), 'utf8')
    expect(index).toContain('Falta la imagen urna.png: falta su archivo')
    await rename(join(folder, 'apartada'), join(store, stored))
    await closeResult()
  })

  it('says what the folder does not allow, and leaves nothing', async () => {
    await launched.app.evaluate(({ dialog }) => {
      const open = async () => ({ canceled: false, filePaths: ['/proc/quorum-no-hay'] })
      Object.defineProperty(dialog, 'showOpenDialog', { value: open, configurable: true })
    })
    await output('Exportar el año como carpeta…').click()
    await page()
      .getByText(/No se exportó el año y no quedó nada a medias/)
      .waitFor()
    await closeResult()
  })

  it('is a poster and a calendar, with drafts only when asked', async () => {
    await page().getByRole('checkbox', { name: 'Incluir borradores' }).uncheck()
    await output('Calendario .ics…').click()
    const plain = (await savedFile(/^Fechas conmemorativas \d+\.ics$/)).toString('utf8')
    expect(plain).not.toContain('BEGIN:VEVENT')
    await page().getByRole('checkbox', { name: 'Incluir borradores' }).check()
    await output('Cartel en PDF, tabloide…').click()
    const poster = (await savedFile(/^Cartel de fechas conmemorativas \d+\.pdf$/)).toString('latin1')
    expect({
      isTagged: /\/Marked true/.test(poster) && /\/StructTreeRoot/.test(poster),
      isSpanish: /\/Lang \(es-MX\)/.test(poster),
      isTabloid: /\/MediaBox\s*\[0 0 1224 792\]/.test(poster),
      sheets: poster.match(/\/Type\s*\/Page\b/g)?.length,
    }).toEqual({ isTagged: true, isSpanish: true, isTabloid: true, sheets: 1 })
  })

  it.each([
    ['tabloid', 0, 1],
    ['letter', 46, 1],
    ['tabloid', 300, 2],
    ['letter', 300, 3],
  ] as const)(
    'is a poster of %s that goes on in other sheets only when it must (%d dates)',
    async (paper, count, sheets) => {
      const dates = Array.from({ length: count }, (_, index) => {
        const on = `2026-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`
        return makePublication(index, {
          title: `Día Internacional de la Alfabetización ${index}`,
          on,
          state: 'approved',
        })
      })
      const body = { name: 'Comité', institution: 'Instituto' }
      const madeOn = isoDate('2026-01-05')
      const poster = yearPoster({
        year: 2026,
        body,
        publications: dates,
        closedDays: [],
        content: 'approved',
        paper,
        madeOn,
      })
      const name = `cartel-${paper}-${count}`
      const saved = await page().evaluate(
        ([suggestedName, tree]) => quorum.documents.savePdf({ suggestedName, tree: JSON.parse(tree) }),
        [name, JSON.stringify(poster)] as const,
      )
      expect(saved.ok).toBe(true)
      const pdf = await readFile(join(folder, `${name}.pdf`), 'latin1')
      expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(sheets)
      expect(pdf.match(paper === 'letter' ? /\[0 0 792 612\]/g : /\[0 0 1224 792\]/g)).toHaveLength(sheets)
    },
  )
})
