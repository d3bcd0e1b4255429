import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LaunchedApp } from '../../build/scripts/lib/launch-app.mjs'
import { expectAccessible, goTo, openApp, openExample } from './app'

let launched: LaunchedApp

const heading = () => launched.page.locator('h2[aria-live="polite"]')
const panel = (name: string | RegExp) => launched.page.getByRole('region', { name, exact: true })

/** Puts the focus on the calendar and goes year by year to one. */
async function toYear(year: number): Promise<void> {
  const { page } = launched
  await page.keyboard.press('1')
  await page.waitForSelector('[data-day]')
  for (let tries = 0; tries < 20; tries++) {
    const shown = Number(await heading().innerText())
    if (shown === year) return
    await page.locator('[data-day][tabindex="0"]').first().focus()
    await page.keyboard.press(shown < year ? 'PageDown' : 'PageUp')
    await expect.poll(async () => Number(await heading().innerText())).not.toBe(shown)
  }
  throw new Error(`The year ${year} was not reached`)
}

/** Focuses the line of an entry in the list, found by typing. */
async function find(text: string): Promise<void> {
  const { page } = launched
  await page.keyboard.press('4')
  await page.getByLabel('Buscar en el plan').fill(text)
  await page.locator(`[data-agenda] [data-entry]`, { hasText: text }).first().waitFor()
  await page.getByLabel('Buscar en el plan').press('Enter')
  await page.waitForFunction(() => document.activeElement?.hasAttribute('data-entry'))
}

beforeAll(async () => {
  launched = await openApp()
  await openExample(launched.page)
  await goTo(launched.page, '/calendario')
  await launched.page.getByText('Todavía no hay fechas conmemorativas').waitFor()
})

afterAll(() => launched.close())

describe('Calendario', () => {
  it('starts with the suggested dates and makes the plan of 2026, said before it is done', async () => {
    const { page } = launched
    await expectAccessible(launched)
    await page.getByRole('button', { name: /Agregar \d+ fechas sugeridas/ }).click()
    await page.getByText(/está vacío; el catálogo tiene/).waitFor()
    await toYear(2026)
    await page.keyboard.press('g')
    await page.getByText('El catálogo tiene 45 fechas en 2026; 0 ya están en el plan.').waitFor()
    await expectAccessible(launched)
    await page.keyboard.press('Enter')
    await page.getByText('45 publicaciones en el plan de 2026').waitFor()
    await page.locator('[data-day="2026-09-16"][aria-label*="1 publicación"]').waitFor()
  })

  it('has no fault of accessibility in any view', async () => {
    for (const key of ['1', '2', '3', '4', '5', '6']) {
      await launched.page.keyboard.press(key)
      await launched.page.waitForTimeout(200)
      expect(await launched.page.locator('[data-calendar] > *').count()).toBeGreaterThan(0)
      await expectAccessible(launched)
    }
  })

  it('is edited beside the calendar, and says what is wrong beside its field', async () => {
    const { page } = launched
    await find('Independencia')
    await page.keyboard.press('Enter')
    const entry = panel('Independencia de México')
    await entry
      .getByLabel('Nota', { exact: true })
      .fill('Conmemoramos el inicio de la lucha por la Independencia.')
    await entry.getByLabel('Etiquetas').fill('16de-septiembre')
    await entry.getByRole('button', { name: /^Guardar/ }).click()
    await entry.getByText(/no sirve como etiqueta/).waitFor()
    await entry.getByLabel('Etiquetas').fill('Independencia 16DeSeptiembre')
    await entry.getByLabel('Ortografía revisada').check()
    await entry.getByRole('combobox', { name: 'Responsables' }).fill('CNCS')
    await page.keyboard.press('Enter')
    await entry.getByRole('button', { name: 'Registrar la consulta enviada' }).click()
    await entry.getByText('Quedan 48 h de las 48; el silencio significa que no procede.').waitFor()
    await expectAccessible(launched)
    await page.keyboard.press('Control+Enter')
    await page.getByText('Se guardó «Independencia de México».').waitFor()
    await entry.getByRole('button', { name: 'Sin cambios' }).waitFor()
    expect(await entry.getByLabel('Etiquetas').inputValue()).toBe('#Independencia #16DeSeptiembre')
    await page.keyboard.press('Escape')
    await expect.poll(() => entry.count()).toBe(0)
  })

  it('is moved by keys and by dragging, its window with it, and one key takes it back', async () => {
    const { page } = launched
    await page.keyboard.press('2')
    const on = (day: string) =>
      page.locator('[data-entry]', { hasText: 'Independencia' }).and(page.locator(`[data-on="${day}"]`))
    await on('2026-09-16').focus()
    await page.keyboard.press('Alt+ArrowRight')
    await on('2026-09-17').waitFor()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-on')))
      .toBe('2026-09-17')
    await page.keyboard.press('Alt+ArrowUp')
    await on('2026-09-10').waitFor()
    await page.keyboard.press('Control+z')
    await on('2026-09-17').waitFor()
    await on('2026-09-17').dragTo(page.locator('td:has([data-day="2026-09-16"])'))
    await on('2026-09-16').waitFor()
  })

  it('asks for a reason when something stands against publishing, and keeps it', async () => {
    const { page } = launched
    await page.locator('[data-entry]', { hasText: 'Independencia' }).first().click()
    const entry = panel('Independencia de México')
    await entry.getByLabel('Otro estado').selectOption('published')
    await entry.getByText('Falta: lleva imagen con texto alternativo.').waitFor()
    await entry.getByText('La CNCS no ha respondido y aún está en plazo.').waitFor()
    await expectAccessible(launched)
    await entry.getByLabel('Motivo para continuar así').fill('Instrucción de la Presidencia')
    await entry.getByRole('button', { name: 'Marcar como publicada con este motivo' }).click()
    await page.getByText('«Independencia de México»: publicada.').waitFor()
    await entry.getByText(/Historia \(2\)/).click()
    await entry.getByText('Motivo: Instrucción de la Presidencia').waitFor()
    await page.keyboard.press('Escape')
  })

  it('starts 2027 from 2026: its plan, and with one key what an entry had', async () => {
    const { page } = launched
    await toYear(2027)
    await page.keyboard.press('g')
    await page.getByRole('button', { name: /^Agregar \d+ fechas/ }).press('Enter')
    await page.getByText(/publicaciones en el plan de 2027/).waitFor()
    await find('Independencia')
    await page.keyboard.press('e')
    await page.getByText('«Independencia de México» empieza de lo que tuvo antes.').waitFor()
    await page.keyboard.press('Enter')
    const entry = panel('Independencia de México')
    await expect
      .poll(() => entry.getByLabel('Nota', { exact: true }).inputValue())
      .toBe('Conmemoramos el inicio de la lucha por la Independencia.')
    expect(await entry.getByLabel('Ortografía revisada').isChecked()).toBe(false)
    await entry.getByRole('button', { name: '2026', exact: true }).waitFor()
    await page.keyboard.press('Escape')
  })

  it('names what is known of the plan, each notice leading to its entry', async () => {
    const { page } = launched
    await page.keyboard.press('a')
    const notices = panel(/^Avisos del plan de/)
    await notices.getByText('Se enciman en un canal').waitFor()
    await expectAccessible(launched)
    await notices.getByRole('button').nth(1).click()
    await page.locator('[data-side]').getByLabel('Título').waitFor()
    await page.keyboard.press('Escape')
  })

  it('keeps a catalogue: a rule that never happens is refused, one is previewed, kept and retired', async () => {
    const { page } = launched
    await page.keyboard.press('6')
    await page.keyboard.press('n')
    const form = panel('Nueva fecha del catálogo')
    await form.getByLabel('Nombre').fill('Aniversario del Comité')
    await form.getByLabel('Día', { exact: true }).selectOption('30')
    await form.getByLabel('Mes').selectOption('2')
    await form.getByText('El 30 de febrero no existe en ningún año. Elija otro día.').waitFor()
    await form.getByLabel('Regla').selectOption('nth')
    await form.getByText('Primer lunes de febrero').waitFor()
    expect(await form.locator('section li').count()).toBe(5)
    await expectAccessible(launched)
    await page.keyboard.press('Control+Enter')
    await page.getByText('Se guardó «Aniversario del Comité» en el catálogo.').waitFor()
    await page.getByLabel('Buscar en el catálogo').fill('aniversario del comite')
    await page.getByRole('button', { name: 'Retirar: Aniversario del Comité' }).click()
    await page.getByRole('button', { name: 'Reactivar: Aniversario del Comité' }).waitFor()
    await page.getByRole('button', { name: 'Quitar: Aniversario del Comité' }).click()
    await page.getByText('Ninguna fecha coincide.').waitFor()
  })

  it('reminds of what is for today in the home screen, one click away', async () => {
    const { page } = launched
    await page.getByLabel('Buscar en el catálogo').fill('')
    await goTo(page, '/calendario/mes')
    await page.getByRole('button', { name: /^Hoy/ }).click()
    await page.getByRole('button', { name: /^Nueva publicación/ }).click()
    const form = panel(/^Nueva publicación, /)
    await form.getByLabel('Título').fill('Saludo del Comité')
    await page.keyboard.press('Control+Enter')
    await panel('Saludo del Comité').waitFor()
    await goTo(page, '/')
    const line = page.getByRole('link', { name: /Saludo del Comité/ })
    expect(await line.innerText()).toContain('se publica hoy')
    await expectAccessible(launched)
    await line.click()
    await panel('Saludo del Comité').waitFor()
  })
})
