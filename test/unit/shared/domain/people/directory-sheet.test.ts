import { describe, expect, it } from 'vitest'
import { DIRECTORY_COLUMNS, DIRECTORY_READER } from '../../../../../shared/domain/people'
import { planOf, problemsOf, sheetOf } from '../../../../helpers/make-sheet'

/** Patience for tests with many rows, on a machine that does other things too. */
const SLOW_MS = 60_000

describe('unusable sheets and odd cells', () => {
  it.each([
    ['', 'Fila 1: la hoja está vacía.'],
    [
      'Nombre | Género\nAna | F',
      'Fila 1, columna Área: la hoja no tiene columna Área ni Sigla; sin ella no se sabe el lugar de cada persona.',
    ],
    [
      'Área | Nombre | Cargo | Puesto\nX | Ana Luna | a | b',
      'Fila 1, columna Cargo: hay dos columnas para Cargo: «Cargo» y «Puesto»; elija cuál se usa.',
    ],
  ])('%o', (text, message) => {
    expect(problemsOf(planOf(sheetOf(text)))).toEqual([message])
  })

  it('refuses more rows than a directory can have', () => {
    const rows = Array.from({ length: 10_001 }, () => ['x'])
    expect(problemsOf(planOf({ rows, marks: [] }))).toEqual([
      'Fila 10001: la hoja tiene 10001 filas y el máximo es 10000; ¿es el archivo correcto?',
    ])
  })

  it('names merged cells and broken formulas instead of reading them as blank', () => {
    const sheet = sheetOf('Área | Nombre | Desde\nDirección | Ana Luna |\n | Luis Paz |', [
      { kind: 'formula-error', row: 2, column: 2, range: 'C2' },
      { kind: 'merged', row: 3, column: 0, range: 'A2:A3' },
    ])
    expect(problemsOf(planOf(sheet))).toEqual([
      'Fila 2, columna Desde: la fórmula de C2 da un error; escriba el valor.',
      'Fila 3, columna Área: las celdas A2:A3 están combinadas y solo la primera tiene el dato; sepárelas y repita el dato en cada fila.',
    ])
  })

  it('says which columns are not used and which form of address has no long form', () => {
    const plan = planOf(
      sheetOf('Área | Nombre | Tratamiento | Teléfono\nDirección | Ana Luna | M.V.Z. | 555'),
    )
    expect(plan.problems).toEqual([])
    expect(plan.notes).toEqual([
      'La columna «Teléfono» no se usa.',
      'Fila 2: no se conoce la forma larga de «M.V.Z.»; en el texto no llevará tratamiento.',
    ])
  })

  it('knows every heading of its own template', () => {
    expect(DIRECTORY_COLUMNS.map(({ title }) => DIRECTORY_READER.columnOf(title))).toEqual(
      DIRECTORY_COLUMNS.map(({ id }) => id),
    )
    expect(DIRECTORY_READER.columnOf('  NOMBRE  COMPLETO: ')).toBe('fullName')
    expect(DIRECTORY_READER.columnOf('Vigente desde')).toBe('from')
  })

  it(
    'plans ten thousand rows',
    () => {
      const rows = Array.from({ length: 9_999 }, (_, n) => [
        `Área ${n}`,
        `Persona${n} Apellido${n} Otro`,
        'F',
      ])
      const plan = planOf({ rows: [['Área', 'Nombre', 'Género'], ...rows], marks: [] })
      expect(plan.memberships.insert).toHaveLength(9_999)
    },
    SLOW_MS,
  )
})
