import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LaunchedApp } from '../../build/scripts/lib/launch-app.mjs'
import { expectAccessible, goTo, openApp, openExample } from './app'

let launched: LaunchedApp
let session: string

/** Codes of the lines drawn, in order. */
async function codes(): Promise<readonly string[]> {
  const texts = await launched.page.locator('tr:has([data-line])').allInnerTexts()
  return texts.map((text) => text.trim().split(/\s/)[0] ?? '')
}

/** Goes to the line of an item by typing its code in the search. */
async function find(text: string): Promise<void> {
  const { page } = launched
  await page.getByLabel('Buscar asuntos').fill(text)
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.hasAttribute('data-line'))
}

async function clearSearch(): Promise<void> {
  await launched.page.getByLabel('Buscar asuntos').fill('')
}

async function chooseAction(name: string): Promise<void> {
  await launched.page.getByRole('button', { name: 'Más acciones' }).click()
  await launched.page.getByRole('menuitem', { name }).click()
}

/** Cells copied from a spreadsheet, pasted over the screen. */
async function pasteCells(rows: readonly (readonly string[])[]): Promise<void> {
  await launched.page.evaluate(
    (text) => {
      const event = new ClipboardEvent('paste', { clipboardData: new DataTransfer(), bubbles: true })
      event.clipboardData?.setData('text/plain', text)
      document.body.dispatchEvent(event)
    },
    rows.map((cells) => cells.join('\t')).join('\n'),
  )
}

beforeAll(async () => {
  launched = await openApp()
  session = await openExample(launched.page)
  await goTo(launched.page, '/seguimiento')
  await launched.page.waitForSelector('[data-line]')
})

afterAll(() => launched.close())

describe('Seguimiento', () => {
  it('opens with what is still to be done, the overdue ones counted beside the menu', async () => {
    const { page } = launched
    expect(await codes()).toHaveLength(3)
    expect(await page.locator('[data-overdue]').innerText()).toContain('2')
    expect(await page.locator('tr:has([data-line])').first().innerText()).toMatch(
      /SEG-2017-001[\s\S]*31 oct 2017[\s\S]*venció hace [\d,]+ días hábiles[\s\S]*pendiente/,
    )
    await expectAccessible(launched)
  })

  it('shows the fulfilled ones when the chips of state are taken off', async () => {
    const { page } = launched
    await page.getByRole('button', { name: 'Quitar filtros' }).click()
    expect(await codes()).toHaveLength(6)
    await page.getByRole('button', { name: /^Vista:/ }).click()
    await page.getByRole('menuitem', { name: 'Vencidos', exact: true }).click()
    expect(await codes()).toHaveLength(2)
    await page.getByRole('button', { name: 'Quitar filtros' }).click()
  })

  it('changes a state in two keys, tells it in the story, and takes it back with one', async () => {
    const { page } = launched
    await find('SEG-2017-002')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('e')
    await page.waitForSelector('text=Nuevo estado:')
    await expectAccessible(launched)
    await page.keyboard.press('r')
    const panel = page.locator('section[aria-label="SEG-2017-002"]')
    await panel.getByText('En proceso').first().waitFor()
    await page.keyboard.press('Control+z')
    await page.waitForSelector('text=Se deshizo')
    expect(await panel.locator('header').innerText()).toContain('pendiente')
    await clearSearch()
  })

  it('refuses an extension that is not later, naming the field, and keeps what was typed', async () => {
    const { page } = launched
    await find('SEG-2017-001')
    await page.keyboard.press('ArrowDown')
    const panel = page.locator('section[aria-label="SEG-2017-001"]')
    await panel.getByRole('button', { name: 'Prórroga' }).click()
    await panel.getByLabel('Nueva fecha').fill('2017-10-02')
    await panel.getByRole('button', { name: 'Registrar', exact: true }).click()
    await panel.getByText(/debe ser posterior al 31 de octubre de 2017/).waitFor()
    await panel.getByText('Escriba quién concede la prórroga.').waitFor()
    await expectAccessible(launched)
    await panel.getByLabel('Nueva fecha').fill('2017-12-15')
    await panel.getByLabel('La concede').fill('Presidencia del Comité')
    await panel.getByRole('button', { name: 'Registrar', exact: true }).click()
    await panel.getByText(/Prórroga al vie 15 dic 2017, concedida por Presidencia del Comité/).waitFor()
    await clearSearch()
  })

  it('counts a typed deadline day by day and says why days were skipped', async () => {
    const { page } = launched
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.keyboard.press('n')
    const form = page.locator('section[aria-label="Nuevo asunto"]')
    await form.getByLabel('Qué se debe hacer').fill('Migrar las cuentas a correos genéricos')
    await form.getByRole('button', { name: /Agregar asunto/ }).click()
    await form.getByText(/Falta el responsable/).waitFor()
    await expectAccessible(launched)
    await form.getByRole('combobox', { name: 'Responsables' }).fill('CNCS')
    await page.keyboard.press('Enter')
    await form.getByLabel('Pendiente desde').fill('2021-03-25')
    await form.getByLabel('Como se acordó').fill('dentro de los 60 días hábiles siguientes a la aprobación')
    await page.keyboard.press('Tab')
    await form.getByText('17 de junio de 2021').waitFor()
    await form.getByRole('button', { name: /Agregar asunto/ }).click()
    const panel = page.locator('section[aria-label="SEG-2021-001"]')
    await panel.getByText(/La cuenta día por día: 60 contados/).click()
    await panel
      .getByText(/descanso obligatorio: Día del Trabajo|sábado/)
      .first()
      .waitFor()
    await expectAccessible(launched)
  })

  it('takes the facts of the session to the follow-up, each once', async () => {
    const { page } = launched
    await goTo(page, `${session}/acuerdos`)
    await page.getByRole('button', { name: 'Pasar a seguimiento…' }).click()
    const accept = page.getByRole('button', { name: 'Pasar a seguimiento', exact: true })
    await accept.first().waitFor()
    const left = await accept.count()
    await accept.first().press('Enter')
    await page.waitForFunction(
      (before) => document.querySelectorAll('[data-accept]').length === before - 1,
      left,
    )
    await page.waitForSelector('text=/en seguimiento: SEG-2017-/')
    await expectAccessible(launched)
  })

  it('imports a sheet after a preview that names the bad row and the repeated one; one undo takes all back', async () => {
    const { page } = launched
    await goTo(page, '/seguimiento')
    await page.waitForSelector('[data-line]')
    await chooseAction('Importar hoja de cálculo…')
    await pasteCells([
      ['Clave', 'Asunto', 'Responsable', 'Vence', 'Estatus', 'Fecha'],
      ['H-1', 'Actualizar el directorio', 'UNICOM', '30/11/2017', 'pendiente', '15/11/2017'],
      ['H-2', 'Depurar las cuentas', 'CNCS', '31/02/2018', 'pendiente', '15/11/2017'],
      ['H-1', 'Actualizar el directorio', 'UNICOM', '30/11/2017', 'pendiente', '15/11/2017'],
    ])
    await page.getByText('1 nueva · 1 repetida · 1 con problemas').waitFor()
    await page.getByText(/Fila 3, columna Vence: 31\/02\/2018 no existe/).waitFor()
    await page.getByText('«Actualizar el directorio» repite la fila 2.').waitFor()
    await expectAccessible(launched)
    // The plan is made again between frames before the box is redrawn.
    await page.getByLabel('Importar la fila 3').click()
    await page.getByText('1 nueva · 1 repetida · 1 desmarcada').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.waitForSelector('text=Se importó 1 asunto.')
    await find('actualizar el directorio')
    expect(await codes()).toEqual(['H-1'])
    await page.keyboard.press('Control+z')
    await page.waitForSelector('text=Nada coincide con')
    await clearSearch()
  })

  it('takes corrections of bad cells in place by keyboard, and remembers what a column means', async () => {
    const { page } = launched
    await chooseAction('Importar hoja de cálculo…')
    await pasteCells([
      ['Clave', 'Cosa por hacer', 'Quién la hace', 'Vence', 'Fecha'],
      ['H-3', 'Publicar el calendario', '', '31/02/2018', '15/11/2017'],
      ['H-4', 'Revisar los micrositios', 'UTVOPL', '01/11/2017', '15/11/2017'],
    ])
    await page.getByText('No se entiende la hoja').waitFor()
    await page.getByLabel('B · Cosa por hacer').selectOption('Asunto')
    await page.getByLabel('C · Quién la hace').selectOption('Responsable')
    await page.getByText('2 con problemas').first().waitFor()
    await page.getByLabel('Corregir Responsable de la fila 2').fill('UNICOM')
    await page.keyboard.press('Enter')
    await page.getByLabel('Corregir Vence de la fila 2').fill('28/02/2018')
    await page.keyboard.press('Enter')
    await page.getByText('1 nueva · 1 con problemas').waitFor()
    await page.getByText('Fila 3, columna Vence: vence antes de la fecha en que quedó pendiente.').waitFor()
    await page.getByLabel('Corregir Vence de la fila 3').fill('01/12/2017')
    await page.keyboard.press('Enter')
    await page.getByText('2 nuevas. Nada se guarda').waitFor()
    await expectAccessible(launched)
    await page.keyboard.press('Control+Enter')
    await page.waitForSelector('text=Se importaron 2 asuntos.')
    await find('H-3')
    expect(await page.locator('tr:has([data-line])').first().innerText()).toContain('28 feb 2018')
    await page.keyboard.press('Control+z')
    await page.waitForSelector('text=Nada coincide con')
    await clearSearch()
    await chooseAction('Importar hoja de cálculo…')
    await pasteCells([
      ['Cosa por hacer', 'Quién la hace'],
      ['Otra', 'UNICOM'],
    ])
    await page.getByText('1 nueva. Nada se guarda').waitFor()
    await page.keyboard.press('Escape')
    await page.waitForSelector('[data-line]')
  })
})

describe('the other views of the follow-up', () => {
  it.each([
    ['Tablero', 'section[aria-label="Tablero por estado"]'],
    ['Calendario', 'table thead'],
    ['Por área', 'section[aria-label="UNICOM"]'],
    ['Qué cambió', 'text=Desde la'],
  ])('%s is accessible', async (name, selector) => {
    await launched.page.locator('main').getByText(name, { exact: true }).first().click()
    await launched.page.waitForSelector(selector)
    await expectAccessible(launched)
  })

  it('moves a card to the next state with Ctrl and the arrow', async () => {
    const { page } = launched
    await page.getByText('Tablero', { exact: true }).click()
    const card = page.locator('[data-column="pending"] [data-card]').first()
    const id = await card.getAttribute('data-card')
    await card.focus()
    await page.keyboard.press('Control+ArrowRight')
    await page.waitForSelector(`[data-column="in-progress"] [data-card="${id}"]`)
  })

  it('is as accessible in the dark', async () => {
    const { page } = launched
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectAccessible(launched)
    await page.getByText('Tabla', { exact: true }).click()
    await page.waitForSelector('[data-line]')
    await expectAccessible(launched)
  })
})

describe('the calendar of closed days', () => {
  it('takes a range with its reason, refuses one that ends before it starts, and shows the days of the law', async () => {
    const { page } = launched
    await goTo(page, '/ajustes')
    await page.getByRole('button', { name: 'Agregar días inhábiles…' }).click()
    const form = page.getByRole('form', { name: 'Agregar el rango' })
    await form.getByLabel('Desde').fill('2021-04-02')
    await form.getByLabel(/Hasta/).fill('2021-04-01')
    await form.getByLabel('Motivo').fill('Jueves y Viernes Santos')
    await page.keyboard.press('Enter')
    await form.getByText('El último día es anterior al primero.').waitFor()
    await expectAccessible(launched)
    await form.getByLabel('Desde').fill('2021-04-01')
    await form.getByLabel(/Hasta/).fill('2021-04-02')
    await page.keyboard.press('Enter')
    await page.waitForSelector('text=/jue 1 abr 2021 – vie 2 abr 2021/')
    await goTo(page, '/seguimiento')
    await page.waitForSelector('[data-line]')
    await find('correos genéricos')
    expect(await page.locator('tr:has([data-line])').first().innerText()).toContain('21 jun 2021')
  })
})
