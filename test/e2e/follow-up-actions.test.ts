import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LaunchedApp } from '../../build/scripts/lib/launch-app.mjs'
import { expectAccessible, goTo, openApp, openExample } from './app'

let launched: LaunchedApp
let folder: string
let session: string

/** Answers the dialogs: files are saved to the test's folder, and the evidence is what is picked. */
async function answerDialogs(): Promise<void> {
  await launched.app.evaluate(({ dialog }, target) => {
    const save = async (_window: unknown, { defaultPath = '' }: { defaultPath?: string }) => ({
      canceled: false,
      filePath: `${target}/${defaultPath.split(/[/\\]/).pop()}`,
    })
    const open = async () => ({ canceled: false, filePaths: [`${target}/oficio.pdf`] })
    Object.defineProperty(dialog, 'showSaveDialog', { value: save, configurable: true })
    Object.defineProperty(dialog, 'showOpenDialog', { value: open, configurable: true })
  }, folder)
}

const main = () => launched.page

async function fileNamed(shape: RegExp): Promise<string> {
  const find = async () => (await readdir(folder)).find((name) => shape.test(name)) ?? ''
  await expect.poll(find, { timeout: 20_000 }).toMatch(shape)
  return join(folder, await find())
}

async function openFollowUp(): Promise<void> {
  await goTo(main(), '/seguimiento')
  await main().waitForSelector('[data-line]')
}

async function chooseAction(name: RegExp): Promise<void> {
  await main().getByRole('button', { name: 'Más acciones' }).click()
  await main().getByRole('menuitem', { name }).click()
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quorum-actions-'))
  await writeFile(join(folder, 'oficio.pdf'), '%PDF-1.7\n% evidencia')
  launched = await openApp()
  await answerDialogs()
  session = await openExample(main())
  await openFollowUp()
})

afterAll(async () => {
  await launched?.close()
  await rm(folder, { recursive: true, force: true })
})

describe('a copy of the table', () => {
  it('has the items that are seen, in their order, as a workbook and as CSV', async () => {
    await main().getByRole('button', { name: 'Quitar filtros' }).click()
    await main().getByLabel('Buscar asuntos').fill('unicom')
    await main()
      .getByRole('button', { name: /^Clave/ })
      .click()
    const seen = await main().locator('tr:has([data-line])').allInnerTexts()
    const codes = seen.map((text) => text.trim().split(/\s/)[0] ?? '')
    expect(codes.length).toBeGreaterThan(1)
    expect(codes.length).toBeLessThan(6)
    await main().getByRole('button', { name: 'Más acciones' }).click()
    await main().getByText(`Guardar la tabla, los ${codes.length} que se ven`).waitFor()
    await expectAccessible(launched)
    await main()
      .getByRole('menuitem', { name: /\.xlsx/ })
      .click()
    const [sheet] = await readExcelFile(await fileNamed(/^Seguimiento CGyPE.*\.xlsx$/))
    expect((sheet?.data ?? []).slice(1).map(([code]) => code)).toEqual(codes)
    await chooseAction(/\.csv/)
    const csv = await readFile(await fileNamed(/^Seguimiento CGyPE.*\.csv$/), 'utf8')
    const starts = codes.map((code) => csv.indexOf(`\n${code},`))
    expect(starts.every((at, index) => at > (starts[index - 1] ?? -1))).toBe(true)
    await main().getByLabel('Buscar asuntos').fill('')
  })
})

describe('where an item comes from', () => {
  it('is the sentence of the minuta, in sight, marked and under the keys', async () => {
    await goTo(main(), `${session}/acuerdos`)
    await main().getByRole('button', { name: 'Pasar a seguimiento…' }).click()
    const accept = main().getByRole('button', { name: 'Pasar a seguimiento', exact: true })
    await accept.first().press('Enter')
    await main().getByRole('button', { name: 'Deshacer' }).first().waitFor()
    await openFollowUp()
    await main().getByLabel('Buscar asuntos').fill('SEG-2017-007')
    await main().keyboard.press('Enter')
    await main().keyboard.press('ArrowDown')
    const agreed = main().locator('section[aria-label="SEG-2017-007"] blockquote')
    const words = (await agreed.innerText()).split(/\s+/).slice(0, 4).join(' ')
    await main().keyboard.press('o')
    const sought = main().locator('[data-sought="true"]')
    await sought.waitFor()
    expect(await sought.innerText()).toContain('de aquí viene el asunto')
    expect((await sought.innerText()).toLowerCase()).toContain(words.toLowerCase())
    expect(await sought.evaluate((passage) => passage.contains(document.activeElement))).toBe(true)
    const box = await sought.boundingBox()
    expect(box && box.y > 0 && box.y < 700).toBe(true)
    await expectAccessible(launched)
  })

  it('is said when the minuta no longer has it', async () => {
    await goTo(main(), `${session}/minuta/015fc000-0000-7000-8000-000000000001`)
    await main().getByText('Ese hecho ya no está en la minuta').waitFor()
    await expectAccessible(launched)
  })
})

describe('the board', () => {
  it('takes a card to another state by dragging it, and one undo takes it back', async () => {
    await openFollowUp()
    await main().getByLabel('Buscar asuntos').fill('')
    await main().getByText('Tablero', { exact: true }).click()
    const card = main().locator('[data-column="pending"] li').first()
    const id = await card.locator('[data-card]').getAttribute('data-card')
    await card.dragTo(main().locator('[data-column="in-progress"]'))
    await main().waitForSelector(`[data-column="in-progress"] [data-card="${id}"]`)
    await expectAccessible(launched)
    await main().keyboard.press('Control+z')
    await main().waitForSelector(`[data-column="pending"] [data-card="${id}"]`)
    await main().getByText('Tabla', { exact: true }).click()
  })
})

describe('the panel', () => {
  it('keeps what is typed on the first Escape, and closes on the second', async () => {
    await main().getByRole('heading', { name: 'Seguimiento', exact: true }).click()
    await main().keyboard.press('n')
    const form = main().locator('section[aria-label="Nuevo asunto"]')
    await form.getByLabel('Qué se debe hacer').fill('A medias')
    await main().keyboard.press('Escape')
    expect(await form.getByLabel('Qué se debe hacer').inputValue()).toBe('A medias')
    await main().keyboard.press('Escape')
    await form.waitFor({ state: 'detached' })
  })
})

describe('evidence', () => {
  it('is attached in the detail, stays in its story, and one undo takes it off', async () => {
    await main().getByLabel('Buscar asuntos').fill('SEG-2017-001')
    await main().keyboard.press('Enter')
    await main().keyboard.press('ArrowDown')
    const panel = main().locator('section[aria-label="SEG-2017-001"]')
    await panel.getByRole('button', { name: 'Adjuntar…' }).click()
    const file = panel.getByRole('button', { name: 'oficio.pdf', exact: true })
    await file.waitFor()
    await panel.getByText('archivos:').waitFor()
    await expectAccessible(launched)
    await main().keyboard.press('Control+z')
    await file.waitFor({ state: 'detached' })
    await main().getByLabel('Buscar asuntos').fill('')
  })
})

describe('notices of the desktop', () => {
  it('are turned off in Ajustes, and stay off', async () => {
    await goTo(main(), '/ajustes')
    const notices = main().getByRole('switch', { name: /Avisar una vez al día/ })
    expect(await notices.isChecked()).toBe(true)
    await notices.focus()
    await main().keyboard.press('Space')
    const asked = () => main().evaluate(() => window.quorum?.settings.get())
    await expect.poll(async () => (await asked())?.dueNotices).toBe(false)
    const told = await main().evaluate(() =>
      window.quorum?.app.notify({ title: 'Aviso', body: '', opens: 'open-follow-up' }),
    )
    expect(told).toBe(false)
    await main().reload()
    await notices.waitFor()
    expect(await notices.isChecked()).toBe(false)
    await expectAccessible(launched)
  })
})

describe('the items of the example', () => {
  it('are offered to whoever has the example without them, and loaded once', async () => {
    await openFollowUp()
    await main().getByRole('button', { name: 'Quitar filtros' }).click()
    await main().keyboard.press('ArrowDown')
    await main().keyboard.press('Control+a')
    await main()
      .getByRole('region', { name: 'Cambiar varios asuntos' })
      .getByRole('button', { name: 'Eliminar' })
      .click()
    const offer = main().getByRole('button', { name: 'Cargar los acuerdos del ejemplo' })
    await offer.waitFor()
    await expectAccessible(launched)
    await offer.click()
    await main().waitForSelector('[data-line]')
    expect(await main().locator('tr:has([data-line])').count()).toBeGreaterThanOrEqual(3)
  })
})
