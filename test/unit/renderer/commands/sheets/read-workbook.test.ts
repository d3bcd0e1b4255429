import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { spreadsheetFailureText } from '../../../../../renderer/commands/sheets/failure'
import { readDelimited, readWorkbook } from '../../../../../renderer/commands/sheets/read-workbook'
import { findMarks } from '../../../../../renderer/commands/sheets/sheet-marks'
import { required } from '../../../../../shared/lib/assert'
import type { NamedSheet } from '../../../../../shared/lib/sheet'
import { planOf, problemsOf } from '../../../../helpers/make-sheet'
import { zipDeflated } from '../../../../helpers/make-zip'

const KEPT = 'El directorio no cambió.'
const FIXTURES = join(import.meta.dirname, '../../../../fixtures')

async function fixture(name: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(join(FIXTURES, name)))
}

async function sheetsOf(bytes: Uint8Array<ArrayBuffer>, name = 'hoja.xlsx'): Promise<readonly NamedSheet[]> {
  const result = await readWorkbook(bytes, name)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

async function codeOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const result = await readWorkbook(bytes, 'hoja.xlsx')
  return result.ok ? 'ok' : result.error.code
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}

describe('an .xlsx with odd cells', () => {
  it('gives each sheet its rows at their own numbers, dates as ISO and booleans in Spanish', async () => {
    const sheets = await sheetsOf(await fixture('directory-odd-cells.xlsx'))
    expect(sheets.map(({ name }) => name)).toEqual(['Notas', 'Directorio & áreas'])
    const { sheet, formulas } = required(sheets[1], 'second sheet')
    expect(sheet.rows[2]?.slice(0, 4)).toEqual(['Área', 'Siglas', 'Voto', 'Nombre completo'])
    expect(sheet.rows[3]).toEqual([
      'Dirección del Secretariado',
      'DS',
      'Sí',
      'Juan Carlos Enrique Cuervo Escalona',
      'JC',
      'Titular',
      '2017-10-01',
      '',
    ])
    expect(sheet.rows[6]?.slice(0, 4)).toEqual(['Contraloría', 'OIC', 'Sí', 'Elena Ruiz Ñandú'])
    expect(formulas).toBe(1)
  })

  it('names merged cells, formulas in error or never calculated, and the date that does not exist', async () => {
    const [, named] = await sheetsOf(await fixture('directory-odd-cells.xlsx'))
    expect(problemsOf(planOf(required(named, 'second sheet').sheet))).toEqual([
      'Fila 5, columna Área: las celdas A4:A5 están combinadas y solo la primera tiene el dato; sepárelas y repita el dato en cada fila.',
      'Fila 5, columna Iniciales: la fórmula de E5 da un error; escriba el valor.',
      'Fila 5, columna Desde: 31/02/2017 no existe: febrero de 2017 tiene 28 días.',
      'Fila 6, columna Iniciales: la fórmula de E6 no tiene un valor guardado; ábrala en su hoja de cálculo, guárdela y vuelva a intentar.',
      'Fila 6, columna Hasta: la fórmula de H6 no tiene un valor guardado; ábrala en su hoja de cálculo, guárdela y vuelva a intentar.',
    ])
  })
})

describe('files that cannot be read', () => {
  it('tells a cut workbook, an old one, another archive, a picture and an empty file apart', async () => {
    const whole = await fixture('directory-odd-cells.xlsx')
    expect(await codeOf(whole.slice(0, whole.length / 2))).toBe('damaged')
    expect(await codeOf(Uint8Array.from(whole, (byte, index) => (index === 700 ? byte ^ 0xff : byte)))).toBe(
      'damaged',
    )
    expect(await codeOf(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toBe('old-or-protected')
    expect(await codeOf(zipDeflated({ 'content.xml': '<ods/>' }))).toBe('other-format')
    expect(await codeOf(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1]))).toBe('other-format')
    expect(await codeOf(new Uint8Array())).toBe('empty')
    expect(await codeOf(bytesOf(' \n\n'))).toBe('empty')
    expect(await codeOf(zipDeflated({ 'xl/workbook.xml': '<broken' }))).toBe('damaged')
    expect(await codeOf(zipDeflated({ 'xl/workbook.xml': '<a/>' }, { flags: 1 }))).toBe('old-or-protected')
    expect(await codeOf(zipDeflated({ 'xl/workbook.xml': '<a/>' }, { declaredSize: 101_000_000 }))).toBe(
      'unpacked-too-large',
    )
  })

  it('says in each case what happened, that nothing changed, and what to do', () => {
    const texts = [
      spreadsheetFailureText({ code: 'too-large', bytes: 10_000_001, maxBytes: 10_000_000 }, 'a.xlsx', KEPT),
      spreadsheetFailureText({ code: 'damaged' }, 'a.xlsx', KEPT),
      spreadsheetFailureText({ code: 'bad-quotes', row: 4 }, 'a.csv', KEPT),
    ]
    expect(texts[0]).toMatch(/^«a.xlsx» mide 11 MB y el máximo es 10 MB\. El directorio no cambió\./)
    expect(texts[1]).toMatch(/dañado o incompleto\. El directorio no cambió\. Ábralo/)
    expect(texts[2]).toMatch(/en la fila 4 hay comillas sin cerrar\. El directorio no cambió\. Corríjalas/)
  })
})

describe('delimited text', () => {
  it.each([
    ['tabs of a paste', 'Área\tNombre\nDirección\t"Ana\nLuna"\n'],
    ['semicolons of Excel in Spanish', 'Área;Nombre\r\nDirección;"Ana\r\nLuna"\r\n'],
    ['commas', 'Área,Nombre\nDirección,"Ana\nLuna"'],
  ])('%s', (_, text) => {
    const result = readDelimited(text, 'x')
    const rows = result.ok ? result.value[0]?.sheet.rows : []
    expect(rows?.[0]).toEqual(['Área', 'Nombre'])
    expect(rows?.[1]?.map((cell) => cell.replace(/\s+/g, ' '))).toEqual(['Dirección', 'Ana Luna'])
  })

  it('keeps blank lines, so that row numbers are those of the file', () => {
    const result = readDelimited('Área\tNombre\n\nDirección\t\n', 'x')
    const sheet = result.ok ? result.value[0]?.sheet : undefined
    expect(problemsOf(planOf(required(sheet, 'sheet')))).toEqual([
      'Fila 3, columna Nombre: falta el nombre; si nadie ocupa el lugar, escriba Vacante.',
    ])
  })

  it('names the row of an open quote', () => {
    expect(readDelimited('Área,Nombre\nDirección,"Ana', 'x')).toEqual({
      ok: false,
      error: { code: 'bad-quotes', row: 2 },
    })
  })

  it.each([
    ['UTF-8 with mark', [0xef, 0xbb, 0xbf, ...bytesOf('Área,Ñ')]],
    ['Windows code page', [0xc1, 0x72, 0x65, 0x61, 0x2c, 0xd1]],
    ['UTF-16', [0xff, 0xfe, ...Buffer.from('Área,Ñ', 'utf16le')]],
  ])('reads accents in %s', async (_, bytes) => {
    const [named] = await sheetsOf(Uint8Array.from(bytes), 'hoja.csv')
    expect(named?.sheet.rows[0]).toEqual(['Área', 'Ñ'])
  })
})

describe('marks in the XML of a sheet', () => {
  it('takes prefixes, absolute addresses and cuts what lies outside the data', () => {
    const xml = '<x:c r="A1" t="e"><x:f>1/0</x:f><x:v>#DIV/0!</x:v></x:c><x:mergeCell ref="A1:XFD1048576"/>'
    const { marks } = findMarks(xml, { rows: 2, columns: 2 })
    expect(marks.map(({ kind, row, column }) => [kind, row, column])).toEqual([
      ['merged', 1, 1],
      ['merged', 2, 0],
      ['merged', 2, 1],
      ['formula-error', 1, 0],
    ])
  })
})
