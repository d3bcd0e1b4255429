import { describe, expect, it } from 'vitest'
import { DIRECTORY_EDITOR } from '../../../../../shared/domain/people'
import {
  countRows,
  countsText,
  leaveOut,
  mergedCells,
  previewRows,
  rowsText,
  rowsToStore,
  splitMerged,
  startDraft,
  toggleRow,
} from '../../../../../shared/lib/sheet'
import { planOf, problemsOf, sheetOf } from '../../../../helpers/make-sheet'

type Draft = Parameters<typeof DIRECTORY_EDITOR.columnsOf>[0]

const EDITOR = DIRECTORY_EDITOR

const DRAFT: Draft = startDraft(
  sheetOf(
    'Título\nÁrea | Nombre | Desde\nDirección | Guadalupe Díaz Soto | 31/02/2017\nContraloría | Luis Paz',
    [{ kind: 'formula-error', row: 4, column: 1, range: 'B4' }],
  ),
)

function plan(draft: Draft) {
  return planOf(draft.sheet, {
    skip: [...draft.skip],
    ...(draft.columns ? { columns: draft.columns } : {}),
  })
}

const counts = (draft: Draft) => countsText(countRows(previewRows(plan(draft), draft.skip)))

describe('a sheet corrected before it is imported', () => {
  it('takes a cell corrected in place, and what the spreadsheet said of it no longer counts', () => {
    expect(problemsOf(plan(DRAFT))).toHaveLength(2)
    const mended = EDITOR.editCell(
      EDITOR.editCell(DRAFT, 3, 'from', '01/02/2017'),
      4,
      'fullName',
      'Luis Paz Ríos',
    )
    expect(EDITOR.cellOf(mended, 3, 'from')).toBe('01/02/2017')
    expect(problemsOf(plan(mended))).toEqual([
      'Fila 3, columna Género: no se puede deducir del nombre «Guadalupe Díaz Soto»; escriba F o M.',
    ])
    expect(DRAFT.sheet.rows[2]?.[2]).toBe('31/02/2017')
  })

  it('gets a column that the sheet lacks, under its heading', () => {
    const mended = EDITOR.editCell(EDITOR.editCell(DRAFT, 3, 'from', ''), 3, 'gender', 'F')
    expect(EDITOR.columnsOf(mended)).toEqual(['area', 'fullName', 'from', 'gender'])
    expect(mended.sheet.rows[1]?.[3]).toBe('Género')
    expect(plan(mended).rows.map(({ person }) => person?.gender)).toEqual(['f'])
  })

  it('pads a row that is shorter than the corrected column', () => {
    expect(EDITOR.cellOf(EDITOR.editCell(DRAFT, 4, 'from', '01/01/2017'), 4, 'from')).toBe('01/01/2017')
  })

  it('gives a meaning to one column only', () => {
    const moved = EDITOR.assignColumn(DRAFT, 0, 'fullName')
    expect(EDITOR.columnsOf(moved)).toEqual(['fullName', null, 'from'])
    expect(EDITOR.columnsOf(EDITOR.assignColumn(moved, 0, null))).toEqual([null, null, 'from'])
  })

  it('takes merged cells apart with what the first one says, and leaves those of unused columns', () => {
    const merged = startDraft(
      sheetOf('Área | Nombre | Otra\nDirección | Ana Luna | x\n | Eva Sol |\n | Ada Paz', [
        { kind: 'merged', row: 3, column: 0, range: 'A2:A4' },
        { kind: 'merged', row: 4, column: 0, range: 'A2:A4' },
        { kind: 'merged', row: 3, column: 2, range: 'C2:C3' },
        { kind: 'merged', row: 1, column: 1, range: 'A1:B1' },
      ]),
    ) as Draft
    const { layout } = plan(merged)
    const found = mergedCells(merged, layout)
    expect(found.map(({ row, column }) => [row, column])).toEqual([
      [3, 0],
      [4, 0],
    ])
    const apart = splitMerged(merged, found)
    expect(apart.sheet.rows.map(([area]) => area)).toEqual(['Área', 'Dirección', 'Dirección', 'Dirección'])
    expect(mergedCells(apart, layout)).toEqual([])
    expect(problemsOf(plan(merged))).toHaveLength(2)
    expect(problemsOf(plan(apart)).some((problem) => problem.includes('combinadas'))).toBe(false)
  })
})

describe('the preview', () => {
  it('shows rows in order: good, bad and left out, and counts them', () => {
    const draft = toggleRow(EDITOR.editCell(DRAFT, 4, 'fullName', 'Luis Paz'), 3)
    const rows = previewRows(plan(draft), draft.skip)
    expect(rows.map(({ row, kind }) => [row, kind])).toEqual([
      [3, 'skipped'],
      [4, 'good'],
    ])
    expect(counts(draft)).toBe('1 nueva · 1 desmarcada')
    expect(counts(toggleRow(draft, 3))).toBe('1 nueva · 1 con problemas')
    expect(counts(leaveOut(DRAFT, [3, 4]))).toBe('2 desmarcadas')
    expect(rowsToStore(plan(draft))).toBe(1)
  })

  it('counts repeated rows apart, and long figures as they are read', () => {
    const repeated = { ...plan(DRAFT), repeated: [{ row: 9, says: 'repite la fila 3' }] }
    const rows = previewRows(repeated, new Set())
    expect(rows.at(-1)).toEqual({ kind: 'repeated', row: 9, says: 'repite la fila 3' })
    expect(countsText(countRows(rows))).toBe('1 repetida · 2 con problemas')
    expect(rowsText(9_500)).toBe('9,500 filas')
  })
})
