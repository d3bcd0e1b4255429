import { describe, expect, it } from 'vitest'
import {
  assignColumn,
  cellOf,
  columnsOf,
  editCell,
  type ImportDraft,
  startDraft,
  toggleRow,
} from '../../../../../renderer/features/directory/import/import-draft'
import {
  countRows,
  countsText,
  previewRows,
} from '../../../../../renderer/features/directory/import/preview-rows'
import { planOf, problemsOf, sheetOf } from '../../../../helpers/make-sheet'

const DRAFT = startDraft(
  sheetOf(
    'Título\nÁrea | Nombre | Desde\nDirección | Guadalupe Díaz Soto | 31/02/2017\nContraloría | Luis Paz',
    [{ kind: 'formula-error', row: 4, column: 1, range: 'B4' }],
  ),
)

function plan(draft: ImportDraft) {
  return planOf(draft.sheet, {
    skip: [...draft.skip],
    ...(draft.columns ? { columns: draft.columns } : {}),
  })
}

describe('a sheet corrected before it is imported', () => {
  it('takes a cell corrected in place, and what the spreadsheet said of it no longer counts', () => {
    expect(problemsOf(plan(DRAFT))).toHaveLength(2)
    const mended = editCell(editCell(DRAFT, 3, 'from', '01/02/2017'), 4, 'fullName', 'Luis Paz Ríos')
    expect(cellOf(mended, 3, 'from')).toBe('01/02/2017')
    expect(problemsOf(plan(mended))).toEqual([
      'Fila 3, columna Género: no se puede deducir del nombre «Guadalupe Díaz Soto»; escriba F o M.',
    ])
    expect(DRAFT.sheet.rows[2]?.[2]).toBe('31/02/2017')
  })

  it('gets a column that the sheet lacks, under its heading', () => {
    const mended = editCell(editCell(DRAFT, 3, 'from', ''), 3, 'gender', 'F')
    expect(columnsOf(mended)).toEqual(['area', 'fullName', 'from', 'gender'])
    expect(mended.sheet.rows[1]?.[3]).toBe('Género')
    expect(plan(mended).rows.map(({ person }) => person?.gender)).toEqual(['f'])
  })

  it('pads a row that is shorter than the corrected column', () => {
    expect(cellOf(editCell(DRAFT, 4, 'from', '01/01/2017'), 4, 'from')).toBe('01/01/2017')
  })

  it('gives a meaning to one column only', () => {
    const moved = assignColumn(DRAFT, 0, 'fullName')
    expect(columnsOf(moved)).toEqual(['fullName', null, 'from'])
    expect(columnsOf(assignColumn(moved, 0, null))).toEqual([null, null, 'from'])
  })
})

describe('the preview', () => {
  it('shows rows in order: good, bad and left out, and counts them', () => {
    const draft = toggleRow(editCell(DRAFT, 4, 'fullName', 'Luis Paz'), 3)
    const rows = previewRows(draft, plan(draft))
    expect(rows.map(({ row, kind }) => [row, kind])).toEqual([
      [3, 'skipped'],
      [4, 'good'],
    ])
    expect(countsText(countRows(rows))).toBe('1 nueva · 1 desmarcada')
    const back = toggleRow(draft, 3)
    expect(countsText(countRows(previewRows(back, plan(back))))).toBe('1 nueva · 1 con problemas')
    expect(countsText({ new: 9500, changed: 0, same: 0, bad: 0, skipped: 0 })).toBe('9,500 nuevas')
  })
})
