import path from 'node:path'
import type { ElectronApplication, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { LaunchedApp } from '../../build/scripts/lib/launch-app.mjs'
import { dataFolder, expectAgreement, journalRecords, openOn, rowsLeftBy } from '../helpers/e2e-profile'
import { expectAccessible, goTo, openExample } from './app'

const SEAT = 'UNICOM'
const NAMES = { here: 'Unidad de Informática de aquí', there: 'Unidad de Informática de allá' }

let [there, here]: LaunchedApp[] = []
let [thereFolder, hereFolder, packets] = ['', '', '']

function open(): { readonly there: LaunchedApp; readonly here: LaunchedApp } {
  if (!there || !here) throw new Error('Both apps are open')
  return { there, here }
}

/** Answers the dialogs with a file of a folder of ours. */
async function answerDialogs(app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    Reflect.set(dialog, 'showOpenDialog', async () => ({ canceled: false, filePaths: [filePath] }))
  }, file)
}

async function backUp({ app, page }: LaunchedApp, name: string): Promise<string> {
  const file = path.join(packets, name)
  await answerDialogs(app, file)
  await goTo(page, '/ajustes')
  await page.getByRole('button', { name: 'Hacer respaldo completo' }).click()
  await page.getByText(/Versión \d+ lista/).waitFor({ timeout: 120_000 })
  return file
}

async function choosePacket({ app, page }: LaunchedApp, file: string): Promise<void> {
  await answerDialogs(app, file)
  await goTo(page, '/importar')
  await page.getByRole('heading', { name: 'Importar expediente' }).waitFor()
  await page.keyboard.press('Control+o')
  await page.getByRole('group', { name: 'Qué trae el expediente' }).waitFor()
}

async function importTaken(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter')
  await page.getByText('Se importó el expediente').first().waitFor()
}

async function renameSeat({ page }: LaunchedApp, name: string): Promise<void> {
  await goTo(page, '/directorio')
  await page.locator('button[data-seat]').filter({ hasText: SEAT }).first().click()
  await page.getByRole('complementary').waitFor()
  await page.keyboard.press('Enter')
  await page.getByLabel('Nombre del área').fill(name)
  await page.keyboard.press('Control+Enter')
  await page.getByText(`Área ${SEAT} guardada.`).waitFor()
}

/** Names of the seat in the journal of a computer. */
async function seatName(folder: string): Promise<unknown> {
  const seats = Object.values(rowsLeftBy(await journalRecords(folder)).seats ?? {})
  return seats.map((seat) => Object(seat)).find(({ acronym }) => acronym === SEAT)?.name
}

function conflict(page: Page) {
  return page.getByRole('region', { name: 'En conflicto' })
}

/** The same body on two computers, the same seat renamed on both, and the packet of one on the way. */
beforeAll(async () => {
  ;[thereFolder, hereFolder, packets] = [await dataFolder(), await dataFolder(), await dataFolder()]
  there = await openOn(thereFolder)
  await openExample(there.page)
  const first = await backUp(there, 'primero.quorum.zip')
  await there.close()
  here = await openOn(hereFolder)
  await here.page.getByRole('button', { name: 'Traer un respaldo o expediente' }).waitFor()
  await choosePacket(here, first)
  await importTaken(here.page)
  await renameSeat(here, NAMES.here)
  await here.close()
})

describe('the same seat changed on two computers', () => {
  it('is a conflict that shows both sides, stays until it is decided, and is undone', async () => {
    there = await openOn(thereFolder)
    await renameSeat(there, NAMES.there)
    const packet = await backUp(there, 'segundo.quorum.zip')
    await there.close()
    here = await openOn(hereFolder)
    const { page, app } = open().here
    await choosePacket(here, packet)
    const told = await conflict(page).innerText()
    expect(told).toContain(NAMES.here)
    expect(told).toContain(NAMES.there)
    expect(await page.getByText('1 conflicto sin decidir').count()).toBe(1)
    await expectAccessible({ app, page })

    await conflict(page).getByText('Lo del expediente', { exact: true }).click()
    await importTaken(page)
    expect(await seatName(hereFolder)).toBe(NAMES.there)
    await expectAgreement(page, hereFolder)
    await page.keyboard.press('Control+z')
    await page.getByText('Todo quedó como estaba').waitFor()
    expect(await seatName(hereFolder)).toBe(NAMES.here)

    await choosePacket(here, packet)
    const before = await journalRecords(hereFolder)
    await page.getByRole('radio', { name: 'Decidir después' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.getByText('se queda lo suyo en 1 conflicto').waitFor()
    await importTaken(page)
    expect(await seatName(hereFolder)).toBe(NAMES.here)
    expect(await journalRecords(hereFolder)).toHaveLength(before.length + 1)
    await choosePacket(here, packet)
    expect(await conflict(page).count()).toBe(0)
    expect(await page.getByText('Ya está todo aquí').count()).toBe(1)
    await expectAgreement(page, hereFolder)
  })
})
