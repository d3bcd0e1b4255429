import { describe, expect, it } from 'vitest'
import { readDelimited } from '../../../../../renderer/commands/sheets/read-workbook'
import { MAX_ITEM_ROWS } from '../../../../../shared/domain/follow-up'

function sheetOf(rows: number): string {
  const lines = Array.from({ length: rows }, (_, index) => `H-${index};Asunto ${index};UNICOM`)
  return lines.join('\n')
}

function rowsRead(text: string): number {
  const read = readDelimited(text, 'hoja.csv')
  return read.ok ? (read.value[0]?.sheet.rows.length ?? 0) : -1
}

describe('a long sheet', () => {
  it('is read whole up to the most rows of an import: nothing is cut in silence', () => {
    expect(rowsRead(sheetOf(10_500))).toBe(10_500)
    expect(rowsRead(sheetOf(MAX_ITEM_ROWS))).toBe(MAX_ITEM_ROWS)
  })

  it('beyond them keeps one more row, so that the import says that there are too many', () => {
    expect(rowsRead(sheetOf(MAX_ITEM_ROWS + 500))).toBe(MAX_ITEM_ROWS + 1)
  })
})
