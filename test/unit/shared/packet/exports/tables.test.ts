import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { required } from '../../../../../shared/lib/assert'
import {
  calendarFile,
  jsonText,
  type MadeTable,
  type PacketView,
  popoloFile,
  tableCsv,
  tableMetadata,
  tablesOf,
} from '../../../../../shared/packet'
import { hostileView } from '../../../../helpers/hostile-view'
import { viewOf, viewSource } from '../../../../helpers/packet-view'

function read(table: MadeTable): readonly (readonly string[])[] {
  const text = tableCsv(table)
  expect(text.startsWith('\ufeff')).toBe(true)
  const parsed = Papa.parse<string[]>(text.slice(1), { newline: '\r\n', skipEmptyLines: true })
  expect(parsed.errors).toEqual([])
  return parsed.data
}

function tableNamed(view: PacketView, name: string): MadeTable {
  return required(
    tablesOf(view).find((table) => table.name === name),
    name,
  )
}

/** The cells of one column of a table, by its name for programs. */
function cells(view: PacketView, name: string, column: string): readonly string[] {
  const table = tableNamed(view, name)
  const index = table.columns.findIndex((each) => each.name === column)
  expect(index).toBeGreaterThanOrEqual(0)
  return read(table)
    .slice(1)
    .map((row) => row[index] ?? '')
}

const SHAPES: Readonly<Record<string, RegExp>> = {
  string: /^.*$/s,
  integer: /^-?\d+$/,
  boolean: /^(?:sí|no)$/,
  date: /^\d{4}-\d\d-\d\d$/,
  time: /^\d\d:\d\d$/,
}

/** Whether tables are as their metadata says: types, required cells, keys and references. */
function expectDescribed(view: PacketView): void {
  const tables = tablesOf(view)
  const values = new Map<string, readonly string[]>()
  for (const table of tables) {
    const [header = [], ...rows] = read(table)
    expect(header).toEqual(table.columns.map(({ title }) => title))
    for (const row of rows) {
      table.columns.forEach(({ type, required: isRequired }, index) => {
        const cell = row[index] ?? ''
        if (cell === '') expect(isRequired && type !== 'string').toBe(false)
        else expect(cell).toMatch(SHAPES[type] ?? /^$/)
      })
    }
    table.columns.forEach(({ name }, index) => {
      values.set(
        `${table.name}.${name}`,
        rows.map((row) => row[index] ?? ''),
      )
    })
    const keys = rows.map((row) =>
      table.key.map((name) => row[table.columns.findIndex((each) => each.name === name)]).join('\t'),
    )
    expect(new Set(keys).size).toBe(rows.length)
  }
  for (const table of tables) {
    for (const { column, table: other, references } of table.foreignKeys) {
      const known = required(values.get(`${other}.${references}`), 'referenced column')
      for (const cell of values.get(`${table.name}.${column}`) ?? []) {
        if (cell !== '') expect(known).toContain(cell)
      }
    }
  }
}

describe('tables of a packet', () => {
  const view = viewOf('members')

  it('say what the session did', () => {
    expect(tablesOf(view).map(({ name }) => name)).toEqual([
      'asistencia',
      'orden-del-dia',
      'votaciones',
      'votos',
      'acuerdos',
      'seguimiento',
    ])
    expect(cells(view, 'votaciones', 'a_favor')).toEqual(['6', '5', '3'])
    expect(cells(view, 'votaciones', 'forma')).toEqual(['unanimidad', 'mayoría', 'voto de calidad'])
    expect(cells(view, 'votos', 'voto').filter((voto) => voto === 'en contra')).toHaveLength(4)
    expect(cells(view, 'asistencia', 'asistencia')[2]).toBe('con excusa')
    expect(cells(view, 'acuerdos', 'numero')).toEqual(['INE/CGyPE/001/2017'])
    expect(cells(view, 'seguimiento', 'vence')).toEqual(['2018-01-31'])
  })

  it.each(['members', 'public', 'backup'] as const)('are as their metadata says, for %s', (audience) => {
    expectDescribed(viewOf(audience))
  })

  it('are so in the backup of a whole body', () => {
    expectDescribed(viewOf('backup', {}, viewSource({ record: null })))
  })

  it('hold no ballots where only totals are told', () => {
    const names = tablesOf(viewOf('public')).map(({ name }) => name)
    expect(names).not.toContain('votos')
    expect(names).toContain('votaciones')
    expect(tablesOf(viewOf('public', { votes: 'names' })).map(({ name }) => name)).toContain('votos')
  })

  it('are described for programs as W3C CSVW asks', () => {
    const metadata = tableMetadata(tablesOf(view))
    expect(metadata).toMatchObject({
      '@context': ['http://www.w3.org/ns/csvw', { '@language': 'es' }],
      tables: expect.arrayContaining([
        expect.objectContaining({
          url: 'votos.csv',
          tableSchema: expect.objectContaining({
            primaryKey: ['votacion_id', 'asistente_id'],
            foreignKeys: [
              {
                columnReference: 'votacion_id',
                reference: { resource: 'votaciones.csv', columnReference: 'id' },
              },
              {
                columnReference: 'asistente_id',
                reference: { resource: 'asistencia.csv', columnReference: 'id' },
              },
            ],
          }),
        }),
      ]),
    })
  })
})

const STARTS = ['=', '+', '-', '@', '\t', '\r', '\0', '＝', '＋', '－', '＠', ' =', '\u200b=', '\ufeff=']

describe('texts made to act', () => {
  const view = viewOf('members')

  it.each(STARTS.map((start) => [JSON.stringify(start), start]))(
    'a cell that starts with %s starts no formula',
    (_, start) => {
      const payload = `${start}HYPERLINK("http://x.example";"a,b")`
      const hostile = hostileView(view, () => payload)
      let seen = 0
      for (const table of tablesOf(hostile)) {
        const [, ...rows] = read(table)
        for (const row of rows) {
          row.forEach((cell, index) => {
            expect(cell).not.toMatch(/^[\s\u200b\ufeff\0]*[=+\-@＝＋－＠]/u)
            expect(cell).not.toMatch(/^[\t\r\n\0]/)
            if (cell.includes('HYPERLINK')) seen += 1
            else expect(table.columns[index]?.title).not.toBe('Título')
          })
        }
      }
      expect(seen).toBeGreaterThan(60)
    },
  )

  it('reach every column that holds text', () => {
    const touched = new Map<string, boolean>()
    const full = { ...view, items: view.items.map((item) => ({ ...item, text: 'x' })) }
    for (const table of tablesOf(hostileView(full, () => '=1'))) {
      table.columns.forEach(({ name, type }, index) => {
        if (type !== 'string') return
        const key = `${table.name}.${name}`
        touched.set(
          key,
          table.rows.some((row) => String(row[index]).includes('=1')),
        )
      })
    }
    const fixed = [...touched].filter(([, hit]) => !hit).map(([key]) => key)
    expect(fixed).toEqual([
      'asistencia.asistencia',
      'votaciones.resultado',
      'votaciones.forma',
      'votaciones.voto_de_calidad',
      'votos.voto',
      'seguimiento.estado',
    ])
  })

  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '</script><svg/onload=alert(1)>',
    "javascript:alert('x')",
    '\u2028\u2029<!--',
  ])('%s stays text in every format', (payload) => {
    const hostile = hostileView(view, () => payload)
    const popolo: unknown = JSON.parse(jsonText(popoloFile(hostile)))
    expect(JSON.stringify(popolo)).toContain(JSON.stringify(payload).slice(1, -1))
    expect(cells(hostile, 'orden-del-dia', 'titulo')[0]).toBe(payload)
    expect(calendarFile(hostile)).toContain('BEGIN:VEVENT')
  })
})
