import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LaunchedApp } from '../../build/scripts/lib/launch-app.mjs'
import { expectAccessible, goTo, openApp, openExample, press, rewindTo } from './app'

let launched: LaunchedApp
let session: string

const results = () => launched.page.getByTestId('vote-result')

/** Types in the form that has the keyboard and records it. */
async function typeAndRecord(text: string): Promise<void> {
  const { page } = launched
  await page.keyboard.type(text)
  await expectAccessible(launched)
  await page.keyboard.press('Enter')
  await page.waitForSelector('form', { state: 'detached' })
}

beforeAll(async () => {
  launched = await openApp()
  session = await openExample(launched.page)
  await goTo(launched.page, `${session}/sala`)
  await launched.page.waitForSelector('[data-busy="false"]')
  await rewindTo(launched.page, 7)
})

afterAll(() => launched.close())

describe('what a vote has besides ballots', () => {
  it('is on something else than the point, and each seat gives its reason, all from the keyboard', async () => {
    const { page } = launched
    await press(page, 'Alt+q')
    await typeAndRecord('la reserva al numeral 4')
    await press(page, 'j', 't', 'c', 'Alt+m')
    await typeAndRecord('falta el dictamen técnico')
    await press(page, 'Space', 'Enter')
    const record = page.locator('[role="log"]')
    expect(await record.innerText()).toMatch(
      /Se votó: la reserva al numeral 4[\s\S]*Mayoría[\s\S]*6 a favor · 1 en contra[\s\S]*UNICOM, en contra: falta el dictamen técnico/,
    )
  })

  it('ends in a declared result only with a reason, and the point has that result', async () => {
    const { page } = launched
    await press(page, 'v', 'j', 't', 'c', 'Space', 'Alt+d')
    await page.getByRole('button', { name: 'Cerrar y declarar' }).click()
    await page.waitForSelector('text=Falta la razón: va en la minuta.')
    await page.getByLabel('Razón').fill('la norma pide el voto de UNICOM')
    await page.keyboard.press('Enter')
    await page.waitForSelector('form', { state: 'detached' })
    expect(await results().last().innerText()).toContain('No aprobado, declarado')
  })

  it('is in the minuta as it is in the record, and Ctrl+Z takes back one thing at a time', async () => {
    const { page } = launched
    await goTo(page, `${session}/minuta`)
    await page.waitForSelector('text=Se sometió a votación lo siguiente: la reserva al numeral 4.')
    await page.waitForSelector('text=expuso lo siguiente: falta el dictamen técnico.')
    await page.waitForSelector('text=Acto seguido, la votación arrojó seis votos a favor y uno en contra')
    await page.waitForSelector('text=por la siguiente razón: la norma pide el voto de UNICOM.')
    await goTo(page, `${session}/sala`)
    await page.waitForSelector('[data-busy="false"]')
    await press(page, 'Control+z', 'Enter')
    expect(await results().last().innerText()).toContain('Mayoría')
  })
})

describe('a correction', () => {
  it('puts an opening right to another point with what was recorded under it', async () => {
    const { page } = launched
    const step = page.locator('section[aria-label="Orden del día"] li[aria-current="step"]')
    await press(page, 'h')
    await page
      .getByRole('button', { name: /se abre el punto 7/ })
      .last()
      .click()
    await page.waitForSelector('text=pasa con él al otro punto')
    await expectAccessible(launched)
    await page.getByLabel('Qué fue').selectOption({ index: 7 })
    await page.getByRole('button', { name: 'Corregir' }).click()
    await page.waitForSelector('form', { state: 'detached' })
    expect(await step.innerText()).toMatch(/^8[\s\S]*mayoría/)
    await press(page, 'Escape', 'Control+z')
    expect(await step.innerText()).toMatch(/^7[\s\S]*mayoría/)
  })

  it('says of a presence that it was remote', async () => {
    const { page } = launched
    await press(page, 'p', 'r', 'a', 's', 'r', 'a', 'Enter', 'Escape', 'h')
    await page
      .getByRole('button', { name: /CNCS: en la sala/ })
      .last()
      .click()
    await page.getByLabel('Qué fue').selectOption({ label: 'presente a distancia' })
    await page.getByRole('button', { name: 'Corregir' }).click()
    await page.waitForSelector('form', { state: 'detached' })
    await press(page, 'Escape')
    const people = page.locator('section[aria-label="Asistencia y votos"]')
    expect(await people.innerText()).toMatch(/CNCS\s+a distancia/)
  })
})

describe('what was left unreviewed', () => {
  it('is said without stopping anything, B goes back to it, and the minuta counts it', async () => {
    const { page } = launched
    await rewindTo(page, 3)
    await press(page, 'b', 'c', 'Escape', 'Enter')
    await page.waitForSelector('text=Quedan 2 pendientes sin revisar; B vuelve al punto 3 y los revisa.')
    await expectAccessible(launched)
    await goTo(page, `${session}/minuta`)
    await page.waitForSelector(
      'text=Quedaban pendientes 3 puntos, de los cuales 1 ya fue cumplido y 2 no se revisaron.',
    )
    await goTo(page, `${session}/sala`)
    await page.waitForSelector('[data-busy="false"]')
    await press(page, 'b', 'e', 'p')
    expect(await page.getByTestId('review-progress').innerText()).toBe('3 de 3 revisados')
    await press(page, 'Escape', 'Enter')
    expect(await page.locator('header[class*="header"]').last().innerText()).not.toContain('sin revisar')
  })
})
