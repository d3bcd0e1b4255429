import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LaunchedApp } from '../../build/scripts/lib/launch-app.mjs'
import { expectAccessible, goTo, openApp } from './app'

const FIXTURES = join(import.meta.dirname, '../fixtures')

let launched: LaunchedApp

/** Pastes as Ctrl+V does, without the clipboard of the machine. */
async function paste(text: string): Promise<void> {
  await launched.page.evaluate((cells) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', cells)
    const target = document.activeElement ?? document.body
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

function cells(rows: readonly string[]): string {
  return rows.map((row) => row.split('|').join('\t')).join('\n')
}

/** Number of the last change that the header shows as saved. */
async function savedSeq(): Promise<number> {
  return Number(await launched.page.locator('[data-save-seq]').getAttribute('data-save-seq'))
}

async function waitSaved(after: number): Promise<void> {
  await launched.page.waitForFunction((seq) => {
    const shown = document.querySelector('[data-save-seq]')?.getAttribute('data-save-seq')
    return Number(shown) > seq
  }, after)
}

/** The seats as the list shows them, one line each. */
async function seats(): Promise<readonly string[]> {
  const rows = await launched.page.locator('tbody tr').allInnerTexts()
  return rows.map((row) => row.replace(/\s+/g, ' ').trim())
}

async function seatLine(acronym: string): Promise<string> {
  return (await seats()).find((line) => line.includes(` ${acronym} `)) ?? ''
}

/** Opens a seat from the whole list, whatever the test before left typed. */
async function openSeat(acronym: string): Promise<void> {
  await launched.page.getByLabel('Filtrar el directorio').fill('')
  await launched.page.locator('button[data-seat]').filter({ hasText: acronym }).first().click()
  await launched.page.getByRole('complementary').waitFor()
}

beforeAll(async () => {
  launched = await openApp()
})

afterAll(() => launched.close())

describe('first start', () => {
  it('offers three ways in, and names what a body of one’s own lacks', async () => {
    const { page } = launched
    await page.getByRole('heading', { name: '¿Con qué órgano va a trabajar?' }).waitFor()
    await expectAccessible(launched)
    await page.keyboard.press('2')
    await page.getByLabel('Sigla').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByText('Escriba el nombre completo del órgano.').waitFor()
    await page.getByLabel('Numeración de acuerdos').fill('INE/{AAAA}')
    await page.getByText('Falta el consecutivo: escriba {NNN} donde va el número.').waitFor()
    await expectAccessible(launched)
    await page.keyboard.press('Escape')
  })

  it('takes the preset of the CGyPE: twelve seats, seven with a vote, nobody in them', async () => {
    const { page } = launched
    await page.keyboard.press('1')
    await page.waitForFunction(() => location.hash.includes('/directorio'))
    await page.getByText('12 áreas, 7 con voto · 12 vacantes').waitFor()
    expect(await seatLine('CNCS')).toBe(
      '4 CNCS Coordinación Nacional de Comunicación Social Integrante ● con voto ✓ firma Vacante',
    )
    expect(await seatLine('GC')).toMatch(/– solo voz – no firma/)
    await expectAccessible(launched)
  })
})

describe('pasting a sheet', () => {
  const SHEET = cells([
    'Área|Siglas|Tratamiento|Nombre completo|Nombre corto|Carácter|Vigente desde|Hasta',
    'Secretaría Ejecutiva||Lic.|Edmundo Jacobo Molina|Jacobo Molina|||',
    '|UTTyPDP|Lic.|Cecilia Azuara Arai||||',
    '|CNCS|Lic.|Karla Gabriela Garduño Morán||||30/09/2017',
    '|CNCS|Lic.|Rubén Álvarez Mendiola|||01/10/2017|',
    '|DS|Lic.|||||',
    '|DECEyEC|Lic.|Jacqueline González García|||31/02/2017|',
    'Dirección del Secretariado|XX|Lic.|Juan Cuervo Escalona||||',
    'Dirección del Secretariado|YY|Lic.|Ana Luna Vega||Suplente||',
  ])

  it('names every bad row and changes nothing', async () => {
    const { page } = launched
    const before = await savedSeq()
    await paste(SHEET)
    await page.getByText('5 nuevas · 3 con problemas. Nada se guarda hasta que usted importe.').waitFor()
    const problems = await page.locator('tbody li').allInnerTexts()
    expect(problems.map((problem) => problem.replace(/\s+/g, ' ').trim())).toEqual([
      '✕ Fila 6, columna Nombre: falta el nombre; si nadie ocupa el lugar, escriba Vacante.',
      '✕ Fila 7, columna Desde: 31/02/2017 no existe: febrero de 2017 tiene 28 días.',
      '✕ Fila 9, columna Sigla: «Dirección del Secretariado» dice XX en la fila 8 y YY aquí.',
    ])
    expect(await page.getByRole('button', { name: /^Importar\b(?! solo)/ }).isDisabled()).toBe(true)
    await page.keyboard.press('Control+Enter')
    await expectAccessible(launched)
    expect(await savedSeq()).toBe(before)
  })

  it('lets a cell be corrected in place by keyboard, and a row be left out', async () => {
    const { page } = launched
    await page.getByLabel('Corregir Desde de la fila 7').fill('01/02/2017')
    await page.keyboard.press('Enter')
    await page.getByText('6 nuevas · 2 con problemas').waitFor()
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    expect(focused).toBe('Corregir Nombre de la fila 6')
    await page.getByLabel('Importar la fila 8').uncheck()
    await page.getByText('6 nuevas · 1 con problemas · 1 desmarcada').waitFor()
    await page.getByLabel('Importar la fila 8').check()
  })

  it('imports only the good rows when asked, and one Ctrl+Z takes all of it back', async () => {
    const { page } = launched
    const before = await savedSeq()
    await page.getByRole('button', { name: 'Importar solo las 6 filas correctas' }).click()
    await page.getByText('Se importaron 6 filas al directorio.').waitFor()
    expect(await savedSeq()).toBe(before + 1)
    expect(await seatLine('CNCS')).toContain('Lic. Rubén Álvarez Mendiola Titular')
    expect(await seatLine('XX')).toContain('Lic. Juan Cuervo Escalona')
    await page.keyboard.press('Control+z')
    await page.getByText('12 áreas, 7 con voto · 12 vacantes').waitFor()
    expect(await seatLine('DS')).toContain('Vacante')
  })

  it('changes nothing the second time', async () => {
    const { page } = launched
    const good = cells([
      'Área|Siglas|Tratamiento|Nombre|Nombre corto|Carácter|Desde|Hasta',
      'Secretaría Ejecutiva||Lic.|Edmundo Jacobo Molina|Jacobo Molina|||',
      '|CNCS|Lic.|Karla Gabriela Garduño Morán||||30/09/2017',
      '|CNCS|Lic.|Rubén Álvarez Mendiola|||01/10/2017|',
      '|CNCS|Mtra.|Ana Luna Vega||Suplente||',
    ])
    await paste(good)
    await page.getByRole('button', { name: 'Importar 4 filas' }).click()
    await page.getByText('Se importaron 4 filas al directorio.').waitFor()
    await paste(good)
    await page.getByText('4 ya están igual').waitFor()
    await page.getByText('Todo lo que dice la hoja ya está en el directorio.').waitFor()
    await page.keyboard.press('Escape')
    expect(await seatLine('CNCS')).toContain('Lic. Rubén Álvarez Mendiola Titular y 1 suplente')
  })

  it('leaves text pasted into a field alone', async () => {
    const { page } = launched
    await page.getByLabel('Filtrar el directorio').focus()
    await paste('Secretaría, Ejecutiva\notra línea')
    expect(await page.getByText('Nada se guarda').count()).toBe(0)
  })
})

describe('opening a file', () => {
  async function open(name: string, buffer: Buffer): Promise<void> {
    const { page } = launched
    await page.getByRole('button', { name: /Pegar o abrir/ }).click()
    await page.getByLabel('Archivo de hoja de cálculo').setInputFiles({ name, mimeType: '', buffer })
  }

  it('reads an .xlsx in a worker under the policy of the app, and names its odd cells', async () => {
    const { page } = launched
    await open('directorio.xlsx', await readFile(join(FIXTURES, 'directory-odd-cells.xlsx')))
    await page.getByText('Fila 5, columna Área: las celdas A4:A5 están combinadas').waitFor()
    await page.getByText('Fila 5, columna Iniciales: la fórmula de E5 da un error').waitFor()
    await page.getByText('De 1 fórmula se tomó su valor guardado.').waitFor()
    await page.getByRole('button', { name: /^Repetir el dato en/ }).click()
    await page.getByText(/están combinadas/).waitFor({ state: 'detached' })
    await page.getByText('Fila 5, columna Iniciales: la fórmula de E5 da un error').waitFor()
    await expectAccessible(launched)
    await page.keyboard.press('Escape')
  })

  it('says of a damaged file that nothing changed and what to do, and waits for another', async () => {
    const { page } = launched
    const whole = await readFile(join(FIXTURES, 'directory-odd-cells.xlsx'))
    const before = await savedSeq()
    await open('roto.xlsx', whole.subarray(0, 3000))
    await page.getByText('«roto.xlsx» está dañado o incompleto. El directorio no cambió.').waitFor()
    await expectAccessible(launched)
    await page
      .getByLabel('Archivo de hoja de cálculo')
      .setInputFiles({ name: 'enorme.csv', mimeType: 'text/csv', buffer: Buffer.alloc(10_000_001, 'a') })
    await page.getByText('«enorme.csv» mide 11 MB y el máximo es 10 MB.').waitFor()
    expect(await savedSeq()).toBe(before)
    await page.keyboard.press('Escape')
  })

  it('reads a .csv of Excel in Spanish: semicolons and the code page of Windows', async () => {
    const { page } = launched
    const text = 'Área;Sigla;Nombre;Género\r\nDirección Jurídica;DJ;Íñigo Núñez Peña;M\r\n'
    await open('directorio.csv', Buffer.from(text, 'latin1'))
    await page.getByText('1 nueva.').waitFor()
    await page.getByRole('cell', { name: 'Íñigo Núñez Peña' }).waitFor()
    await page.keyboard.press('Escape')
  })
})

describe('the list', () => {
  it('moves by keyboard, reorders with Alt, and keeps the order after a reload', async () => {
    const { page } = launched
    await goTo(page, '/directorio')
    await openSeat('PCG')
    await page.keyboard.press('ArrowDown')
    await page.getByRole('complementary', { name: 'Detalle de CNCS' }).waitFor()
    const before = await savedSeq()
    await page.keyboard.press('Alt+ArrowUp')
    await waitSaved(before)
    await page.reload()
    await page.getByText('12 áreas, 7 con voto').waitFor()
    expect((await seats()).slice(2, 4).map((line) => line.split(' ')[1])).toEqual(['CNCS', 'PCG'])
  })

  it('filters by typing over it and shows seats out of force only when asked', async () => {
    const { page } = launched
    await openSeat('DESPEN')
    await page.keyboard.press('Enter')
    await page.getByLabel('Hasta').first().fill('2016-12-31')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Área DESPEN guardada.').waitFor()
    await page.getByText('11 áreas, 7 con voto').waitFor()
    expect(await seatLine('DESPEN')).toBe('')
    await page.locator('button[data-seat]').first().focus()
    await page.keyboard.type('despen')
    expect(await page.getByLabel('Filtrar el directorio').inputValue()).toBe('despen')
    await page.getByText('Ningún área coincide').waitFor()
    await page.getByRole('switch', { name: 'Incluir los no vigentes' }).check()
    expect(await seatLine('DESPEN')).toContain('No vigente')
    await expectAccessible(launched)
    await page.getByLabel('Filtrar el directorio').fill('')
  })

  it('removes a seat and brings it back', async () => {
    const { page } = launched
    await openSeat('DEPPP')
    await page.keyboard.press('Delete')
    await page.getByText('Se eliminó DEPPP.').waitFor()
    expect(await seatLine('DEPPP')).toBe('')
    await page
      .getByRole('status')
      .filter({ hasText: 'Se eliminó DEPPP.' })
      .getByRole('button', { name: 'Deshacer' })
      .click()
    await page.getByText('Se deshizo: Eliminar DEPPP.').waitFor()
    expect(await seatLine('DEPPP')).toContain('Vacante')
  })
})

describe('the detail of a seat', () => {
  it('keeps what is wrong on screen, in place, and does not move on', async () => {
    const { page } = launched
    await openSeat('UNICOM')
    const area = page.getByRole('form', { name: 'Área' })
    await area.getByLabel('Sigla').fill('SE')
    await page.keyboard.press('Control+Enter')
    await area.getByText('Esa sigla ya es de «Secretaría Ejecutiva» en las mismas fechas.').waitFor()
    await expectAccessible(launched)
    await page.locator('button[data-seat]').filter({ hasText: 'PCG' }).click()
    await page.getByText('Corrija lo señalado en el detalle').waitFor()
    await page.getByRole('complementary', { name: 'Detalle de UNICOM' }).waitFor()
    await area.getByRole('button', { name: 'Descartar' }).click()
    expect(await area.getByLabel('Sigla').inputValue()).toBe('UNICOM')
  })

  it('proposes what follows from a name, and saves with the keyboard', async () => {
    const { page } = launched
    await openSeat('UNICOM')
    await page.keyboard.press('p')
    const person = page.getByRole('form', { name: 'Persona nueva' })
    await person.getByLabel('Nombre completo').fill('Jorge Humberto Torres Antuñano')
    await person.getByLabel('Tratamiento', { exact: true }).fill('Ing.')
    expect(await person.getByLabel('Nombre corto').inputValue()).toBe('Torres')
    expect(await person.getByLabel('Iniciales').inputValue()).toBe('JT')
    expect(await person.getByLabel('Tratamiento largo').inputValue()).toBe('ingeniero')
    expect(await person.getByLabel('Cargo en la lista de asistencia').inputValue()).toBe(
      'Representante de la Unidad Técnica de Servicios de Informática',
    )
    await page.keyboard.press('Control+Enter')
    await page.getByText('Se agregó a Jorge Humberto Torres Antuñano.').waitFor()
    expect(await seatLine('UNICOM')).toContain('Ing. Jorge Humberto Torres Antuñano Titular')
  })

  it('ends the titular the day before whoever follows', async () => {
    const { page } = launched
    await openSeat('UNICOM')
    await page.getByRole('button', { name: /Agregar persona/ }).click()
    await page.getByLabel('Releva a Jorge Humberto Torres Antuñano').waitFor()
    const person = page.getByRole('form', { name: 'Persona nueva' })
    await person.getByLabel('Nombre completo').fill('Luisa Peña Soto')
    await person.getByLabel('Desde').fill('2020-03-01')
    await expectAccessible(launched)
    await person.getByRole('button', { name: /Guardar/ }).click()
    await page.getByText('Se agregó a Luisa Peña Soto.').waitFor()
    await page
      .getByRole('button', { name: /Jorge Humberto/ })
      .getByText('Titular hasta sáb 29 feb 2020')
      .waitFor()
    expect(await seatLine('UNICOM')).toContain('Luisa Peña Soto')
  })

  it('saves a correction when the focus leaves the form', async () => {
    const { page } = launched
    await openSeat('UNICOM')
    await page.getByRole('button', { name: /Luisa Peña Soto/ }).click()
    const person = page.getByRole('form', { name: 'Luisa Peña Soto' })
    await person.getByLabel('Nombre corto').fill('Luisa Peña')
    await openSeat('PCG')
    await page.getByText('Datos de Luisa Peña Soto guardados.').waitFor()
  })
})

describe('settings', () => {
  it('asks why a rule is changed, and shows basis and reason', async () => {
    const { page } = launched
    await goTo(page, '/ajustes')
    await page.getByRole('button', { name: 'Cambiar Mayoría para aprobar' }).click()
    await page.getByLabel('Valor').selectOption('absolute')
    await page.getByRole('button', { name: 'Guardar regla' }).click()
    await page.getByText('Explique por qué se aparta del valor propuesto.').waitFor()
    await expectAccessible(launched)
    await page.getByLabel('Por qué se cambia').fill('Así lo fija el reglamento')
    await page.keyboard.press('Enter')
    await page.getByText('Cambiada: Así lo fija el reglamento').waitFor()
  })

  it('renames the body everywhere, and takes it back', async () => {
    const { page } = launched
    await page.getByLabel('Numeración de acuerdos').fill('CG/{NN}/{AAAA}')
    await page.getByText(/El primer acuerdo de \d{4} sería CG\/01\/\d{4}/).waitFor()
    await page.getByRole('button', { name: 'Guardar datos' }).click()
    await page.getByText('Datos del órgano guardados.').waitFor()
    await page
      .getByRole('status')
      .filter({ hasText: 'Datos del órgano guardados.' })
      .getByRole('button', { name: 'Deshacer' })
      .click()
    await page.waitForFunction(
      () =>
        document.querySelector<HTMLInputElement>('input[name="agreementPattern"]')?.value ===
        'INE/CGyPE/{NNN}/{AAAA}',
    )
  })

  it('changes the theme at once, keeps it, and stays accessible in the dark', async () => {
    const { page } = launched
    await page.getByText('Oscuro').click()
    await page.waitForSelector('html[data-mantine-color-scheme="dark"]')
    await page.reload()
    await page.waitForSelector('html[data-mantine-color-scheme="dark"]')
    await page.getByText('Carpeta del registro').waitFor()
    await expectAccessible(launched)
    await goTo(page, '/directorio')
    await openSeat('CNCS')
    await expectAccessible(launched)
  })
})
