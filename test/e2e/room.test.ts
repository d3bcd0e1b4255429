import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LaunchedApp } from '../../build/scripts/lib/launch-app.mjs'
import { expectAccessible, goTo, openApp, openExample, press, rewindTo } from './app'

let launched: LaunchedApp
let session: string

async function peopleText(): Promise<string> {
  return launched.page.locator('section[aria-label="Asistencia y votos"]').innerText()
}

beforeAll(async () => {
  launched = await openApp()
  session = await openExample(launched.page)
  await goTo(launched.page, `${session}/sala`)
  await launched.page.waitForSelector('[data-busy="false"]')
  await rewindTo(launched.page, 7)
})

afterAll(() => launched.close())

describe('the Sala', () => {
  it('takes the whole session back gesture by gesture, and each undo is a stored fact', async () => {
    const seq = await launched.page.locator('[data-save-seq]').getAttribute('data-save-seq')
    expect(Number(seq)).toBeGreaterThan(2)
    expect(await launched.page.getByTestId('quorum').innerText()).toBe('7 de 7')
  })

  it('records a divided vote from the keyboard and says who is missing', async () => {
    const { page } = launched
    await press(page, 'v', 'j', 't', 'c')
    expect(await page.getByTestId('running-vote').innerText()).toContain('faltan 6')
    await press(page, 'Enter')
    expect(await page.getByTestId('room-message').innerText()).toContain('Faltan 6 votos')
    await expectAccessible(launched)
    await press(page, 'c', 'a', 'a', 'Space', 'Enter')
    expect(await page.getByTestId('vote-result').last().innerText()).toMatch(
      /Mayoría[\s\S]*5 a favor · 1 en contra · 1 abstención/,
    )
  })

  it('lets a seat leave, and counts unanimity of those present with one key', async () => {
    const { page } = launched
    await press(page, 'p', 'r', 'a', 's', 'Escape', 'Enter', 'u')
    expect(await page.getByTestId('quorum').innerText()).toBe('6 de 7')
    expect(await page.getByTestId('vote-result').last().innerText()).toMatch(
      /Unanimidad[\s\S]*6 a favor[\s\S]*1 ausente/,
    )
    expect(await peopleText()).toMatch(/CNCS\s+salió/)
  })

  it('records an intervention of somebody outside the list, previewed as the minuta will say it', async () => {
    const { page } = launched
    await press(page, 'i')
    await page.keyboard.type('Lucía Prueba Mora')
    await page.keyboard.press('Tab')
    await page.keyboard.type('sug')
    await page.getByLabel('Tratamiento').fill('licenciada')
    await page.getByLabel('Cargo', { exact: true }).fill('Subdirectora de Enlace')
    await page.getByLabel('Qué dice').fill('revisar el tablero')
    expect(await page.getByText(/^Así quedará:/).innerText()).toContain('sugirió revisar el tablero.')
    await expectAccessible(launched)
    await page.keyboard.press('Enter')
    await page.waitForSelector('text=Lucía Prueba Mora (no está en la lista)')
    await page.waitForSelector('form', { state: 'detached' })
  })

  it('refuses an empty intervention with a message, and keeps what was typed when the form is left', async () => {
    const { page } = launched
    await press(page, 'i')
    await page.getByLabel('Qué dice').focus()
    await page.keyboard.press('Enter')
    await page.waitForSelector('text=Falta escribir qué dice')
    await page.keyboard.type('media frase')
    await page.keyboard.press('Escape')
    await press(page, 'i')
    expect(await page.getByLabel('Qué dice').inputValue()).toBe('media frase')
    await page.waitForSelector('text=todavía no está guardado')
    await page.getByLabel('Qué dice').fill('')
    await page.keyboard.press('Escape')
  })

  it('promotes the last suggestion to a commitment in two keys', async () => {
    const { page } = launched
    await press(page, 's')
    expect(await page.getByLabel(/Qué se pidió/).inputValue()).toBe('revisar el tablero')
    await page.keyboard.press('Enter')
    await page.waitForSelector('form', { state: 'detached' })
    expect(await page.locator('[role="log"]').innerText()).toContain('seguimiento')
  })

  it('corrects an earlier fact in its place, and refuses what a later fact needs', async () => {
    const { page } = launched
    await press(page, 'h')
    await expectAccessible(launched)
    const leaving = page.getByRole('button', { name: /CNCS: se retira/ }).last()
    await leaving.click()
    await page.getByLabel('Hora', { exact: true }).fill('99:99')
    await page.keyboard.press('Enter')
    await page.waitForSelector('text=Escriba la hora como 11:35.')
    await page.getByLabel('Hora', { exact: true }).fill('11:52')
    await page.keyboard.press('Enter')
    await page.waitForSelector('form', { state: 'detached' })
    await page.waitForSelector('text=(corregido)')
    await press(page, 'Escape')
    expect(await peopleText()).toContain('salió 11:52')
  })

  it('shows every shortcut, stops for a recess and ends; nothing else is recorded after', async () => {
    const { page } = launched
    await press(page, '?')
    await page.waitForSelector('section[aria-label="Atajos de teclado de la Sala"]')
    await expectAccessible(launched)
    await press(page, 'Escape', 'F8')
    await page.waitForSelector('text=en receso')
    await press(page, 'u')
    expect(await page.getByTestId('room-message').innerText()).toContain('receso')
    await press(page, 'F8', 'Control+Enter')
    await page.waitForSelector('text=La sesión concluyó')
    await press(page, 'o')
    expect(await page.getByTestId('room-message').innerText()).toContain('ya concluyó')
    await expectAccessible(launched)
  })

  it('is as accessible in the dark', async () => {
    await launched.page.emulateMedia({ colorScheme: 'dark' })
    await press(launched.page, 'Control+z')
    await expectAccessible(launched)
  })
})

describe('the review of what is pending', () => {
  it('goes item by item from the keyboard, and the follow-up and the minuta say the same', async () => {
    const { page } = launched
    await page.emulateMedia({ colorScheme: 'light' })
    await rewindTo(launched.page, 3)
    expect(await page.getByTestId('review-progress').innerText()).toBe('3 asuntos pendientes')
    await expectAccessible(launched)
    await press(page, 'b')
    const chosen = page.locator('ol[aria-label="Asuntos pendientes"] li[aria-current="true"]')
    expect(await chosen.innerText()).toMatch(
      /SEG-2017-001[\s\S]*pendiente, sin revisar[\s\S]*31 oct 2017 · ▲ venció hace 11 días hábiles[\s\S]*Último informe/,
    )
    await press(page, 'c')
    expect(await chosen.innerText()).toContain('SEG-2017-002')
    await press(page, 'n')
    await page.keyboard.type('se discutirá con la UTVOPL')
    await expectAccessible(launched)
    await page.keyboard.press('Enter')
    await page.waitForSelector('form', { state: 'detached' })
    await press(page, 'ArrowDown', 'e')
    expect(await page.getByTestId('review-progress').innerText()).toBe('3 de 3 revisados')
    expect(await page.locator('section[aria-label="Hechos registrados"]').innerText()).toContain(
      'revisa SEG-2017-003: en proceso',
    )
    await expectAccessible(launched)
    await press(page, 'Escape')
    await goTo(page, `${session}/minuta`)
    await page.waitForSelector('text=Se revisaron 3 puntos pendientes, de los cuales 1 ya fue cumplido')
    await page.waitForSelector('text=(SEG-2017-002): se discutirá con la UTVOPL.')
  })

  it('is in the item’s story with the session named, and goes away from it with Ctrl+Z', async () => {
    const { page } = launched
    const codes = () => page.locator('tr:has([data-line])').allInnerTexts()
    await goTo(page, '/seguimiento')
    await page.waitForSelector('[data-line]')
    expect((await codes()).map((text) => text.trim().split(/\s/)[0])).toEqual([
      'SEG-2017-003',
      'SEG-2017-002',
    ])
    await page.locator('tr:has-text("SEG-2017-002") [data-line]').focus()
    await page.keyboard.press('Enter')
    const story = page.getByRole('region', { name: 'Historia' })
    await story.waitFor()
    expect(await story.innerText()).toMatch(
      /Pendiente\s+se discutirá con la UTVOPL\s+Secretaría Técnica · Segunda sesión ordinaria 2017\s+Se corrige en la Sala/,
    )
    await expectAccessible(launched)
    await goTo(page, `${session}/sala`)
    await page.waitForSelector('[data-testid="review"]')
    await press(page, 'Control+z', 'Control+z', 'Control+z')
    expect(await page.getByTestId('review-progress').innerText()).toBe('3 asuntos pendientes')
    await goTo(page, '/seguimiento')
    await page.waitForSelector('tr:has-text("SEG-2017-001") [data-line]')
    expect(await codes()).toHaveLength(3)
  })
})
