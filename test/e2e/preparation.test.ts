import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LaunchedApp } from '../../build/scripts/lib/launch-app.mjs'
import { expectAccessible, goTo, openApp, openExample } from './app'

let launched: LaunchedApp
let example: string

const AGENDA = `Orden del día
1. Presentación y, en su caso, aprobación del Proyecto de acuerdo por el que se aprueban
los Criterios de prueba [Secretaría Técnica]
2. Presentación del Informe del Gestor de Contenidos [Gestor de Contenidos]
<https://www.ine.mx/transparencia>`

/** The agenda as it shows, "number title" of each point without kind and presenter. */
async function agenda(): Promise<readonly string[]> {
  const rows = await launched.page.locator('button[data-point]').allInnerTexts()
  return rows.map((row) => row.split('\n').slice(0, 2).join(' '))
}

async function expectAgenda(...titles: readonly RegExp[]): Promise<void> {
  const matches = async () => {
    const shown = await agenda()
    const fits = shown.length === titles.length && titles.every((title, i) => title.test(shown[i] ?? ''))
    return fits ? 'as expected' : shown
  }
  await expect.poll(matches, { timeout: 5000 }).toBe('as expected')
}

/** Pastes text into whatever has the focus, as the clipboard would. */
async function paste(text: string): Promise<void> {
  await launched.page.evaluate((pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
  }, text)
}

/** How many change sets the header says are on disk. */
async function savedSeq(): Promise<number> {
  const badge = launched.page.locator('[data-save-state="saved"]')
  return Number(await badge.getAttribute('data-save-seq'))
}

/** Drops a new file on a point, as the system's file manager would. */
async function dropFile(n: number, path: string, content = 'segundo'): Promise<void> {
  await writeFile(path, content)
  const { app, page } = launched
  const box = await row(n).boundingBox()
  const devtools = await app.context().newCDPSession(page)
  const at = { x: (box?.x ?? 0) + 30, y: (box?.y ?? 0) + 10 }
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, ...at, data })
  }
}

const row = (n: number) => launched.page.locator('button[data-point]').nth(n - 1)

beforeAll(async () => {
  launched = await openApp()
  example = await openExample(launched.page)
  await goTo(launched.page, '/sesiones')
  await launched.page.getByRole('table').waitFor()
})

afterAll(() => launched.close())

describe('the list of sessions', () => {
  it('is found by typing and opened with Enter, newest first under its year', async () => {
    const { page } = launched
    await page.waitForFunction(() => document.activeElement?.matches('a[data-session-line]'))
    expect(await page.locator('a[data-session-line]').first().innerText()).toBe('Segunda sesión ordinaria')
    await expectAccessible(launched)
    await page.keyboard.type('extraordinaria')
    expect(await page.locator('a[data-session-line]').count()).toBe(1)
    await page.keyboard.press('Escape')
    await page.keyboard.type('no existe')
    await page.getByText('Nada coincide con «no existe»').waitFor()
    await page.keyboard.press('Escape')
  })
})

describe('a new session', () => {
  it('is named in words, with its points, as type and date change', async () => {
    const { page } = launched
    await page.locator('a[data-session-line]').first().focus()
    await page.keyboard.press('n')
    const dialog = page.getByRole('dialog', { name: 'Nueva sesión' })
    await dialog.getByLabel('Fecha').fill('2017-12-13')
    await dialog.getByText('Tercera sesión ordinaria 2017').waitFor()
    expect(await dialog.getByRole('checkbox').count()).toBe(4)
    await dialog
      .getByText(/aprobación de la minuta de la Segunda Sesión Ordinaria del 15 de noviembre de 2017/)
      .waitFor()
    await dialog.getByRole('radio', { name: 'Extraordinaria' }).check()
    await dialog.getByText('Tercera sesión extraordinaria 2017').waitFor()
    expect(await dialog.getByRole('checkbox').count()).toBe(1)
    await dialog.getByRole('radio', { name: 'Ordinaria', exact: true }).check()
    await expectAccessible(launched)
  })

  it('is refused with a date that does not exist, beside the date, and nothing is written', async () => {
    const { page } = launched
    const before = await savedSeq()
    await page.getByLabel('Fecha').focus()
    await page.keyboard.type('31022017')
    await page.keyboard.press('Control+Enter')
    await page.getByText(/La fecha no está completa o no existe/).waitFor()
    await expectAccessible(launched)
    await page.getByLabel('Fecha').fill('2017-12-13')
    expect(await savedSeq()).toBe(before)
  })

  it('is refused with an agenda without points, and nothing is written', async () => {
    const { page } = launched
    const before = await savedSeq()
    for (const box of await page.getByRole('checkbox').all()) await box.uncheck()
    await page.keyboard.press('Control+Enter')
    await page.getByText('El orden del día no tiene puntos: deje marcado al menos uno.').waitFor()
    expect(await savedSeq()).toBe(before)
    for (const box of await page.getByRole('checkbox').all()) await box.check()
  })

  it('is created in one change with its agenda and everybody called, and opens in Preparación', async () => {
    const { page } = launched
    const before = await savedSeq()
    await page.keyboard.press('Control+Enter')
    await expectAgenda(
      /aprobación del Orden del Día/,
      /minuta de la Segunda/,
      /Seguimiento de Acuerdos del Comité/,
      /Asuntos generales/,
    )
    expect(await savedSeq()).toBe(before + 1)
    expect(await page.locator('button[data-attendee]').count()).toBe(12)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Tercera sesión ordinaria 2017')
    await expectAccessible(launched)
  })
})

describe('the agenda', () => {
  it('takes several pasted lines as points before general matters, with presenter, closing and link', async () => {
    const { page } = launched
    await page.getByRole('textbox', { name: 'Punto nuevo' }).focus()
    await paste(AGENDA)
    await expectAgenda(
      /^1\./,
      /^2\./,
      /^3\./,
      /^4\. .*Criterios de prueba$/,
      /^5\. .*Gestor de Contenidos$/,
      /^6\. Asuntos generales/,
    )
    expect(await page.getByLabel('Cómo cierra el punto 4').inputValue()).toBe('vote')
    expect(await page.getByLabel('Cómo cierra el punto 5').inputValue()).toBe('receive')
    expect(await row(5).innerText()).toContain('Informe · Gestor de Contenidos')
  })

  it('moves with Alt and arrows however quickly, keeps the focus and says where the point is', async () => {
    const { page } = launched
    await row(5).focus()
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Alt+ArrowUp')
    await expectAgenda(/^1\./, /^2\. .*Gestor/, /^3\./, /^4\./, /^5\./, /^6\./)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Gestor de Contenidos')
    await page.getByText('Lugar 2 de 6: Presentación del Informe del Gestor de Contenidos').waitFor()
  })

  it('moves by dragging', async () => {
    const { page } = launched
    await page
      .locator('span[draggable]')
      .nth(1)
      .dragTo(row(6), { targetPosition: { x: 40, y: 3 } })
    await expectAgenda(/^1\./, /^2\. .*minuta/, /^3\./, /^4\. .*Criterios/, /^5\. .*Gestor/, /^6\. Asuntos/)
  })

  it('removes with Supr and takes it back', async () => {
    const { page } = launched
    await row(4).focus()
    await page.keyboard.press('Delete')
    await expectAgenda(/^1\./, /^2\./, /^3\./, /^4\. .*Gestor/, /^5\. Asuntos/)
    await page.getByRole('button', { name: 'Deshacer' }).last().click()
    await expectAgenda(/^1\./, /^2\./, /^3\./, /^4\. .*Criterios/, /^5\./, /^6\./)
  })

  it('adds the next point in place with Ctrl+Enter, one after another', async () => {
    const { page } = launched
    await row(2).click()
    await page.getByText('Minutas que aprueba').waitFor()
    await expectAccessible(launched)
    await page.keyboard.press('Escape')
    await row(1).focus()
    await page.keyboard.press('Control+Enter')
    await page.keyboard.type('Presentación del informe de redes sociales [CNCS]')
    await page.keyboard.press('Enter')
    await expectAgenda(/^1\./, /^2\. .*redes/, /^3\./, /^4\./, /^5\./, /^6\./, /^7\./)
    await page.keyboard.type('Otro asunto')
    await page.keyboard.press('Enter')
    await expectAgenda(/^1\./, /^2\. .*redes/, /^3\. Otro/, /^4\./, /^5\./, /^6\./, /^7\./, /^8\./)
    await page.keyboard.press('Escape')
  })

  it('edits a title, whose formula proposes the closing again', async () => {
    const { page } = launched
    await row(3).focus()
    await page.keyboard.press('Enter')
    const title = page.getByLabel('Título', { exact: true })
    await title.fill('Presentación y, en su caso, aprobación del Proyecto de acuerdo sobre otro asunto')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByLabel('Cómo cierra el punto 3').inputValue()).toBe('vote')
    await row(3).click()
    await title.fill('  ')
    await page.keyboard.press('Enter')
    await page.getByText('El título del punto no puede quedar vacío. Se conserva el anterior.').waitFor()
    expect(await row(3).innerText()).toContain('sobre otro asunto')
  })

  it('attaches files and links to a point, and refuses an address that is not one', async () => {
    const { app, page, userData } = launched
    const file = join(userData, 'anexo de prueba.txt')
    await writeFile(file, 'contenido')
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
    }, file)
    await row(2).click()
    await page.getByRole('button', { name: 'Adjuntar archivos…' }).click()
    await page.getByRole('button', { name: 'anexo de prueba.txt', exact: true }).waitFor()
    await page.getByText('9 B').waitFor()
    await dropFile(3, join(userData, 'segundo anexo.txt'))
    await page.getByText('Se adjuntó «segundo anexo.txt» al punto 3.').waitFor()
    await dropFile(3, join(userData, 'vacio.txt'), '')
    await page.getByText('No se adjuntó: «vacio.txt» está vacío.').waitFor()
    await page.getByLabel('Enlace nuevo').fill('ine.mx')
    await page.keyboard.press('Enter')
    await page.getByText(/dirección completa que empiece con http/).waitFor()
    await page.getByLabel('Enlace nuevo').fill('https://www.ine.mx/redes')
    await page.keyboard.press('Enter')
    await page.getByText('https://www.ine.mx/redes').waitFor()
    await expectAccessible(launched)
    await page.keyboard.press('Escape')
  })
})

describe('who is called', () => {
  it('lets somebody else come for a seat, and takes an invited person with voice', async () => {
    const { page } = launched
    const people = page.locator('button[data-attendee]')
    await page.getByRole('button', { name: 'Agregar persona invitada' }).click()
    await page.keyboard.type('Lic. Lucía Prueba Mora')
    await page.keyboard.press('Enter')
    await page.getByText(/Escriba el cargo de Lucía Prueba Mora/).waitFor()
    await page.getByLabel('Cargo', { exact: true }).fill('Subdirectora de Enlace')
    await page.keyboard.press('Enter')
    await expect.poll(() => people.count()).toBe(13)
    expect(await people.last().innerText()).toMatch(/Lic\. Lucía Prueba Mora\s+invitada\s+voz/)
    const removed = await people.nth(11).locator('span').nth(1).innerText()
    const name = (removed.split('\n')[0] ?? '').replace(/^\S+\.\s/, '')
    await people.nth(11).focus()
    await page.keyboard.press('Delete')
    await expect.poll(() => people.count()).toBe(12)
    await people.nth(3).click()
    await page.getByLabel('Quién asiste').selectOption({ label: name })
    await expect.poll(() => people.nth(3).innerText()).toContain(name)
    expect(await people.nth(3).innerText()).toMatch(/CNCS · suplente\s+voto$/)
    await page.getByLabel('Tiene voto').click()
    await expect.poll(() => people.nth(3).innerText()).toMatch(/voz$/)
    await expectAccessible(launched)
  })
})

describe('what should be looked at', () => {
  it('refuses initials that would mean somebody else in the room, beside them', async () => {
    const { page } = launched
    const name = page.locator('button[data-attendee]').nth(1)
    await name.click()
    const initials = page.getByLabel('Iniciales')
    const before = await initials.inputValue()
    const other = (await page.locator('button[data-attendee]').first().innerText()).split('\n')[0] ?? ''
    await initials.fill(other)
    await page.keyboard.press('Enter')
    await page.getByText(new RegExp(`Se confunde con ${other}, de .* Se conserva el anterior`)).waitFor()
    await expectAccessible(launched)
    await page.keyboard.press('Escape')
    expect(await initials.inputValue()).toBe(before)
    await name.click()
  })

  it('says what is wrong with an extraordinary session that has general matters', async () => {
    const { page } = launched
    await page.getByRole('radio', { name: 'Extraordinaria' }).check()
    await page.getByText('Punto 8: los asuntos generales solo se tratan en sesiones ordinarias.').waitFor()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(
      'Tercera sesión extraordinaria 2017',
    )
    await expectAccessible(launched)
    await page.getByRole('radio', { name: 'Ordinaria', exact: true }).check()
    await expect.poll(() => page.getByText(/solo se tratan en sesiones ordinarias/).count()).toBe(0)
  })

  it('goes to the room with F5, but not with an empty agenda', async () => {
    const { page } = launched
    const count = (await agenda()).length
    await row(1).focus()
    for (let left = count; left > 0; left -= 1) {
      await page.keyboard.press('Delete')
      await expect.poll(async () => (await agenda()).length).toBe(left - 1)
    }
    await page.keyboard.press('F5')
    await page
      .getByRole('alert')
      .getByText(/El orden del día no tiene puntos/)
      .waitFor()
    expect(await page.evaluate(() => location.hash)).toMatch(/preparacion$/)
    await page
      .getByRole('textbox', { name: 'Punto nuevo' })
      .fill('Presentación y, en su caso, aprobación del Orden del Día')
    await page.keyboard.press('Enter')
    await expectAgenda(/^1\. Presentación/)
    await page.keyboard.press('F5')
    await page.waitForFunction(() => location.hash.endsWith('/sala'))
    await page.keyboard.press('Control+1')
    await page.waitForFunction(() => location.hash.endsWith('/preparacion'))
  })
})

describe('what was recorded', () => {
  it('keeps the agenda of a session that ended, and says why', async () => {
    const { page } = launched
    const before = await savedSeq()
    await goTo(page, `${example}/preparacion`)
    await expect.poll(async () => (await agenda()).length).toBe(9)
    await row(5).focus()
    await page.keyboard.press('Delete')
    await page.getByText(/La sesión ya concluyó: la minuta dice qué pasó con cada punto/).waitFor()
    expect(await page.getByRole('textbox', { name: 'Punto nuevo' }).count()).toBe(0)
    expect(await agenda()).toHaveLength(9)
    expect(await savedSeq()).toBe(before)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectAccessible(launched)
  })

  it('shows an earlier session, known only by name, with its data alone', async () => {
    const { page } = launched
    await goTo(page, '/sesiones')
    await page.getByRole('link', { name: 'Segunda sesión extraordinaria' }).click()
    await page.getByText(/se celebró antes de usar Quórum/).waitFor()
    expect(await page.getByRole('navigation', { name: 'Partes de la sesión' }).count()).toBe(0)
    await expectAccessible(launched)
  })
})
