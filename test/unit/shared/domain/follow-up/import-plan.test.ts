import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodyIdSchema } from '../../../../../shared/domain/bodies'
import {
  ITEM_READER,
  type ItemImportRequest,
  planItemsImport,
  planItemsSteps,
  readStateWord,
} from '../../../../../shared/domain/follow-up'
import { seatIdSchema } from '../../../../../shared/domain/people'
import { isoDate } from '../../../../../shared/lib/iso-date'
import { rememberColumns, type Sheet, sheetProblemText } from '../../../../../shared/lib/sheet'
import { makeItem } from '../../../../helpers/make-item'
import { countingEffects, testId } from '../../../../helpers/make-session'
import { sheetOf } from '../../../../helpers/make-sheet'

const HEAD = 'Clave | Asunto | Responsable | Estado | Desde | Fecha límite | Plazo | Observaciones | Fecha'

function request(sheet: Sheet, changes: Partial<ItemImportRequest> = {}): ItemImportRequest {
  return {
    sheet,
    columns: null,
    memory: {},
    skip: new Set(),
    bodyId: bodyIdSchema.parse(testId(1)),
    stored: [],
    directory: {
      seats: [{ id: seatIdSchema.parse(testId(301)), name: 'Informática', acronym: 'UNICOM' }],
      persons: [],
    },
    today: isoDate('2017-11-15'),
    author: 'Secretaría Técnica',
    fileName: 'pendientes.xlsx',
    effects: countingEffects(),
    ...changes,
  }
}

const plan = (text: string, changes: Partial<ItemImportRequest> = {}) =>
  planItemsImport(request(sheetOf(text), changes))
const rows = (...lines: readonly string[]) => [HEAD, ...lines].join('\n')

describe('importing the spreadsheet of today', () => {
  it('reads items with their state, deadline and last news', () => {
    const {
      rows: items,
      problems,
      repeated,
    } = plan(
      rows(
        'A-1 | Abrir Datos Abiertos | UTTyPDP, UNICOM | En trámite | 01/10/2017 | 31/10/2017 | a finales del mes de octubre | Casi listo | 30/08/2017',
        ' | Crear un histórico | unicom | | | | dentro de 5 días hábiles | | 13/11/2017',
      ),
    )
    expect([problems, repeated]).toEqual([[], []])
    expect(items.map(({ item }) => item)).toMatchObject([
      {
        code: 'A-1',
        responsible: [
          { name: 'UTTyPDP', seatId: null },
          { name: 'UNICOM', seatId: testId(301) },
        ],
        deadline: {
          term: { kind: 'fixed-date', date: '2017-10-31' },
          wording: 'a finales del mes de octubre',
        },
        openedOn: '2017-08-30',
      },
      {
        code: 'SEG-2017-001',
        deadline: { term: { kind: 'business-days', amount: 5 }, start: { date: '2017-11-13' } },
        origin: { kind: 'manual', note: 'Importado de «pendientes.xlsx», fila 3' },
      },
    ])
    expect(items[0]?.events).toMatchObject([
      { seq: 1, on: '2017-10-01', body: { kind: 'progress' }, note: 'Casi listo' },
      { seq: 2, on: '2017-10-01', body: { kind: 'state', to: 'in-progress' } },
    ])
    expect(items[1]?.events).toEqual([])
    expect(items[1]?.proposed).toEqual(['state'])
  })

  it.each([
    ['no owner', 'A | Título | | | | | | |', 'Fila 2, columna Responsable: falta el responsable.'],
    ['no title', 'A | | UNICOM | | | | | |', 'Fila 2, columna Asunto: falta el asunto.'],
    [
      'a date that does not exist',
      'A | T | UNICOM | | | 31/02/2018 | | |',
      'Fila 2, columna Vence: 31/02/2018 no existe: febrero de 2018 tiene 28 días.',
    ],
    [
      'an unknown state',
      'A | T | UNICOM | quién sabe | | | | |',
      'Fila 2, columna Estado: no se conoce el estado «quién sabe»; use pendiente, en proceso, cumplido, cancelado o sin materia.',
    ],
    [
      'a deadline before it was agreed',
      'A | T | UNICOM | | | 01/08/2017 | | | 30/08/2017',
      'Fila 2, columna Vence: vence antes de la fecha en que quedó pendiente.',
    ],
    [
      'a date to come',
      'A | T | UNICOM | cumplido | 01/01/2018 | | | | 30/08/2017',
      'Fila 2, columna Desde: la fecha es posterior a hoy.',
    ],
    [
      'a state before it was agreed',
      'A | T | UNICOM | cumplido | 01/08/2017 | | | | 30/08/2017',
      'Fila 2, columna Desde: es anterior a la fecha en que quedó pendiente.',
    ],
    [
      'an impossible wording',
      'A | T | UNICOM | | | | el 30 de febrero de 2018 | |',
      'Fila 2, columna Redacción del plazo: El 30 de febrero de 2018 no existe: ese mes tiene 28 días.',
    ],
  ])('names the row and the cell with %s', (_, line, text) => {
    const { rows: items, problems } = plan(rows(line))
    expect(items).toEqual([])
    expect(problems.map(sheetProblemText)).toEqual([text])
  })

  it('names every bad row and keeps the good ones apart', () => {
    const { rows: items, problems } = plan(
      rows('A | T | | | | | | |', 'B | U | UNICOM | | | | | |', '| | | | | | | |', 'C | | | | | | | |'),
    )
    expect(items.map(({ row }) => row)).toEqual([3])
    expect(problems.map(({ row, columnId }) => [row, columnId])).toEqual([
      [2, 'responsible'],
      [5, 'title'],
      [5, 'responsible'],
    ])
  })

  it('notices repeated rows, against what is stored and within the sheet', () => {
    const stored = [
      makeItem(1, { code: 'A-1', title: 'Abrir Datos Abiertos' }),
      makeItem(2, { title: 'Crear un histórico' }),
    ]
    const made = plan(
      rows(
        'a-1 | ABRIR DATOS ABIERTOS | UNICOM | | | | | | 30/08/2017',
        ' | crear un historico | UNICOM | | | | | | 30/08/2017',
        ' | Otro | UNICOM | | | | | | 30/08/2017',
        ' | otro | UNICOM | | | | | | 30/08/2017',
        'A-1 | Una cosa distinta | UNICOM | | | | | | 30/08/2017',
      ),
      { stored },
    )
    expect(made.repeated).toEqual([
      { row: 2, says: '«ABRIR DATOS ABIERTOS» repite A-1, que ya está en seguimiento.' },
      { row: 3, says: '«crear un historico» repite SEG-2017-002, que ya está en seguimiento.' },
      { row: 5, says: '«otro» repite la fila 4.' },
    ])
    expect(made.rows.map(({ item }) => [item.title, item.code])).toEqual([['Otro', 'SEG-2017-003']])
    expect(made.problems.map(({ message }) => message)).toEqual([
      'la clave A-1 ya es de un asunto que ya está en seguimiento, con otro asunto.',
    ])
  })

  it('speaks once of merged cells and of formulas without a value', () => {
    const sheet = sheetOf(rows('A | T | | | | | | |'))
    const marks = [
      { kind: 'merged', row: 2, column: 2, range: 'C2:C4' },
      { kind: 'formula-error', row: 2, column: 5, range: 'F2' },
    ] as const
    const { problems } = planItemsImport(request({ ...sheet, marks }))
    expect(problems.map(sheetProblemText)).toEqual([
      'Fila 2, columna Responsable: las celdas C2:C4 están combinadas y solo la primera tiene el dato; sepárelas y repita el dato en cada fila.',
      'Fila 2, columna Vence: la fórmula de F2 da un error; escriba el valor.',
    ])
  })

  it('says what makes a whole sheet unusable', () => {
    const only = (text: string) => plan(text).problems.map(sheetProblemText)
    expect(only('')).toEqual(['Fila 1: la hoja está vacía.'])
    expect(only('x | y\nz | w')).toEqual([
      'Fila 1: no se reconocen los títulos de las columnas; diga qué es cada una.',
    ])
    expect(only('Asunto | Estado\nT | pendiente')).toEqual([
      'Fila 1, columna Responsable: la hoja no tiene columna Responsable.',
    ])
    expect(only('Asunto | Asunto | Responsable\nT | U | V')[0]).toContain('hay dos columnas para Asunto')
    const long: Sheet = {
      rows: [['Asunto', 'Responsable'], ...Array.from({ length: 20_000 }, () => ['T', 'U'])],
      marks: [],
    }
    expect(planItemsImport(request(long)).problems.map(sheetProblemText)).toEqual([
      'Fila 20001: la hoja tiene 20001 filas y el máximo es 20000; divídala en varios archivos.',
    ])
  })

  it('reads 10,000 rows, each with its own code', () => {
    const lines = Array.from({ length: 10_000 }, (_, n) => ['', `Asunto ${n}`, 'UNICOM'])
    const sheet: Sheet = { rows: [['Clave', 'Asunto', 'Responsable'], ...lines], marks: [] }
    const { rows: items, problems } = planItemsImport(request(sheet))
    expect([items.length, problems.length]).toEqual([10_000, 0])
    expect(new Set(items.map(({ item }) => item.code)).size).toBe(10_000)
    // Cut in more steps than rows, none of which the window would feel.
    expect([...planItemsSteps(request(sheet))].length).toBeGreaterThanOrEqual(20_000)
  })

  it('remembers the mapping that the user gave to a heading it did not know', () => {
    const sheet = sheetOf('Cosa | Quién la hace | Asunto\nT | UNICOM | x')
    const layout = {
      ...ITEM_READER.read(sheet),
      headerIndex: 0,
      columns: ['title', 'responsible', null] as const,
    }
    const memory = rememberColumns(sheet, layout, {})
    expect(ITEM_READER.read(sheet, memory)).toEqual(layout)
    expect(planItemsImport(request(sheet, { memory })).rows[0]?.item).toMatchObject({ title: 'T' })
  })

  it.each([
    ['no cumplido', 'pending'],
    ['Vencido', 'pending'],
    ['en proceso de cumplimiento', 'in-progress'],
    ['ATENDIDO', 'fulfilled'],
    ['cancelada', 'cancelled'],
    ['quedó sin materia', 'moot'],
  ])('understands the state «%s»', (text, state) => {
    expect(readStateWord(text)).toEqual({ ok: true, value: state })
  })

  it('never throws and never imports a bad row, whatever the cells say', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom(
        'UNICOM',
        'cumplido',
        '31/02/2018',
        '15/11/2017',
        '=1+1',
        "'=1",
        'a finales de octubre',
        '🗓️',
        '',
      ),
    )
    const heads = HEAD.split(' | ')
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 9, maxLength: 9 }), { maxLength: 6 }), (lines) => {
        const made = planItemsImport(request({ rows: [heads, ...lines], marks: [] }))
        const bad = new Set(made.problems.map(({ row }) => row))
        expect(made.rows.some(({ row }) => bad.has(row))).toBe(false)
        for (const { item } of made.rows) expect(item.responsible.length).toBeGreaterThan(0)
      }),
      { numRuns: 150 },
    )
  })
})
