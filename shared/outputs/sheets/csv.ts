import type { ExportSheet, SheetCell } from '../../documents'
import { safeCell } from '../../lib/safe-cell'

function csvCell(cell: SheetCell | string): string {
  if (cell === null) return ''
  if (typeof cell !== 'string' && cell.kind === 'number') return String(cell.value)
  const text = safeCell(typeof cell === 'string' ? cell : cell.kind === 'date' ? cell.date : cell.text)
  return /[",;\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * A sheet as CSV (RFC 4180) that Excel opens in UTF-8: byte order mark, headings, CRLF, and no cell that
 * starts a formula.
 */
export function sheetCsv({ columns, rows }: ExportSheet): string {
  const lines = [columns.map(({ title }) => title), ...rows]
  return `\ufeff${lines.map((line) => `${line.map(csvCell).join(',')}\r\n`).join('')}`
}
