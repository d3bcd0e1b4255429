import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import type { LaunchedApp } from '../../build/scripts/lib/launch-app.mjs'
import { calendarText, yearly } from '../helpers/make-ics'
import { expectAccessible, goTo, openApp, openExample } from './app'

let launched: LaunchedApp

/** The dates of the catalogue as its table shows them, one line each. */
async function dates(): Promise<readonly string[]> {
  const rows = await launched.page.locator('[data-calendar] tbody tr').allInnerTexts()
  return rows.map((row) => row.replace(/\s+/g, ' ').trim())
}

async function line(name: string): Promise<string> {
  return (await dates()).find((row) => row.startsWith(name)) ?? ''
}

async function open(name: string, content: Buffer | string): Promise<void> {
  const { page } = launched
  await page.getByRole('button', { name: 'Importar fechas…' }).click()
  await choose(name, content)
}

async function choose(name: string, content: Buffer | string): Promise<void> {
  await launched.page
    .getByLabel('Archivo de hoja de cálculo')
    .setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) })
}

async function correct(label: string, text: string): Promise<void> {
  const field = launched.page.getByLabel(label)
  await field.fill(text)
  await field.press('Enter')
}

/** Drops or pastes on the window, as another program would. */
async function give(kind: 'drop' | 'paste', name: string, text: string): Promise<void> {
  await launched.page.evaluate(
    ([how, file, content]) => {
      const data = new DataTransfer()
      if (how === 'drop') data.items.add(new File([content], file))
      else data.setData('text/plain', content)
      const options = { bubbles: true, cancelable: true }
      document.body.dispatchEvent(
        how === 'drop'
          ? new DragEvent('drop', { ...options, dataTransfer: data })
          : new ClipboardEvent('paste', { ...options, clipboardData: data }),
      )
    },
    [kind, name, text] as const,
  )
}

beforeAll(async () => {
  launched = await openApp()
  await openExample(launched.page)
  await goTo(launched.page, '/calendario/catalogo')
  await launched.page.getByRole('button', { name: 'Importar fechas…' }).waitFor()
})

afterAll(() => launched.close())

describe('importing dates into the catalogue', () => {
  it('says what can be written, with an example', async () => {
    const { page } = launched
    await page.getByRole('button', { name: 'Importar fechas…' }).click()
    await page.getByText('.xlsx, .csv o .ics, hasta 10 MB').waitFor()
    await page.getByRole('rowheader', { name: 'Cuándo cae' }).waitFor()
    await expectAccessible(launched)
    await page.keyboard.press('Escape')
  })

  it('shows what a .csv would do, takes corrections in place, and stores it in one change', async () => {
    const { page } = launched
    const rows = [
      'Conmemoración;Fecha;Año;Ámbito',
      'Día de la Luz;30 de febrero;;Internacional',
      'Víspera de la Luz;un día antes de «Día de la Luz»;;Internacional',
      'Puente de noviembre;tercer lunes de noviembre;;Nacional',
      'Jornada Electoral;1.er domingo de junio;años de elección federal;Lunar',
      'Aniversario;17/05/2014;;Institucional',
    ]
    await open('fechas.csv', rows.join('\r\n'))
    await page.getByText('2 nuevas · 3 con problemas').waitFor()
    await page.getByText('Fila 2, columna Cuándo cae: el 30 de febrero no existe en ningún año.').waitFor()
    await page.getByText('depende de «Día de la Luz» (fila 2), que no se puede importar así.').waitFor()
    await page.getByText('En la fila 6 la fecha trae año: se toma ese día de cada año.').waitFor()
    await expectAccessible(launched)
    await correct('Corregir Cuándo cae de la fila 2', '16 de mayo')
    await page.getByText('4 nuevas · 1 con problemas').waitFor()
    await correct('Corregir Ámbito de la fila 5', 'Institucional')
    await page.getByText('5 nuevas.').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByText('Se importaron 5 fechas al catálogo.').waitFor()
    await expect.poll(() => line('Víspera de la Luz')).toContain('1 día antes de «Día de la Luz»')
    await expect
      .poll(() => line('Jornada Electoral'))
      .toContain('Primer domingo de junio, cada 3 años (2015, 2018…)')
    await expect.poll(() => line('Aniversario')).toContain('17 de mayo')
  })

  it('is taken back whole by one Ctrl+Z', async () => {
    const { page } = launched
    await page.keyboard.press('Control+z')
    await page.getByText('Se deshizo: Importar 5 fechas de «fechas.csv».').waitFor()
    await expect.poll(dates).toEqual([])
  })

  it('reads an .xlsx with real dates, and nothing changes the second time', async () => {
    const { page } = launched
    const heading = (value: string) => ({ type: String, value })
    const bytes = await writeExcelFile([
      [heading('Nombre'), heading('Cuándo cae'), heading('Desde qué año')],
      [
        heading('Día Internacional de los Archivos'),
        { type: Date, value: new Date('2026-06-09T00:00:00Z'), format: 'yyyy-mm-dd' },
        { type: Number, value: 2007 },
      ],
      [heading('Día de la Radio'), heading('13 de febrero'), null],
    ]).toBuffer()
    await open('fechas.xlsx', bytes)
    await page.getByRole('button', { name: 'Importar 2 filas' }).click()
    await page.getByText('Se importaron 2 fechas al catálogo.').waitFor()
    await expect.poll(() => line('Día Internacional de los Archivos')).toContain('9 de junio')
    await open('fechas.xlsx', bytes)
    await page.getByText('2 ya están igual').waitFor()
    await page.getByText('Todo lo que dice la hoja ya está en el catálogo.').waitFor()
    await page.keyboard.press('Escape')
  })

  it('takes a dropped calendar: what no rule says is written in place or left out', async () => {
    const { page } = launched
    const text = calendarText(
      yearly('Día del Amparo', '20250110', 'FREQ=YEARLY'),
      yearly('Reunión del Comité', '20260105', 'FREQ=WEEKLY'),
      [...yearly('Día de la Radio', '20200213'), 'EXDATE;VALUE=DATE:20270213'],
      ['DTSTART;VALUE=DATE:20260315'],
    )
    await give('drop', 'comite.ics', text)
    await page.getByText('Fila 3, columna Cuándo cae: en el calendario se repite cada semana').waitFor()
    await page.getByText('Fila 5, columna Nombre: falta el nombre.').waitFor()
    await page.getByRole('cell', { name: '2027: no se observa' }).waitFor()
    await expectAccessible(launched)
    await page.getByLabel('Importar la fila 5').uncheck()
    await correct('Corregir Cuándo cae de la fila 3', 'primer lunes de marzo')
    await page.getByRole('button', { name: 'Importar 3 filas' }).click()
    await expect.poll(() => line('Reunión del Comité')).toContain('Primer lunes de marzo')
    await page.keyboard.press('Control+z')
    await page.getByText('Se deshizo: Importar 3 fechas de «comite.ics».').waitFor()
    await expect.poll(dates).toHaveLength(2)
  })

  it('takes cells pasted over the catalogue', async () => {
    const { page } = launched
    await give('paste', '', 'Nombre\tCuándo cae\nDía de la Bandera\t24-feb')
    await page.getByText('1 nueva.').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByText('Se importó 1 fecha al catálogo.').waitFor()
    await expect.poll(() => line('Día de la Bandera')).toContain('24 de febrero')
  })

  it('says of files that are no calendar, too large, damaged or empty that nothing changed', async () => {
    const { page } = launched
    await open('nota.ics', 'hola')
    await page.getByText('«nota.ics» no es un calendario .ics. El catálogo no cambió.').waitFor()
    await choose('enorme.ics', `BEGIN:VCALENDAR\r\n${'X'.repeat(5_000_001)}`)
    await page.getByText('«enorme.ics» mide más de 5 MB. El catálogo no cambió.').waitFor()
    await choose('roto.ics', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:x')
    await page.getByText('«roto.ics» está dañado').waitFor()
    await choose('vacio.ics', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n')
    await page.getByText('«vacio.ics» no tiene eventos. El catálogo no cambió.').waitFor()
    await expectAccessible(launched)
    await page.keyboard.press('Escape')
    await expect.poll(dates).toHaveLength(3)
  })

  it('reads a calendar of thousands of events', async () => {
    const { page } = launched
    const events = Array.from({ length: 9_000 }, (_, n) => yearly(`Fecha ${n}`, '20200308'))
    await open('miles.ics', calendarText(...events))
    await page.getByText('9,000 nuevas').waitFor()
    await page.keyboard.press('Escape')
  })
})
