import writeExcelFile, { type SheetData } from 'write-excel-file/universal'
import type { ExportSheet, SheetCell } from '../../../shared/documents'

/** Midnight in UTC, which is what the library writes as a day without hour. */
function dayOf(date: string): Date {
  return new Date(`${date}T00:00:00Z`)
}

function cellOf(cell: SheetCell): SheetData[number][number] {
  if (cell === null) return null
  switch (cell.kind) {
    case 'text':
      // The type is said, so that nothing of what was written is ever taken for a number or a formula.
      return { type: String, value: cell.text, wrap: true, alignVertical: 'top' }
    case 'number':
      return { type: Number, value: cell.value, alignVertical: 'top' }
    case 'date':
      return { type: Date, value: dayOf(cell.date), format: 'yyyy-mm-dd', alignVertical: 'top' }
  }
}

async function xlsxBytes({ name, columns, rows }: ExportSheet): Promise<Uint8Array> {
  const headings = columns.map(({ title }) => ({ type: String, value: title, fontWeight: 'bold' as const }))
  const data: SheetData = [headings, ...rows.map((row) => row.map(cellOf))]
  const blob = await writeExcelFile(data, {
    sheet: name,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  }).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

/** Makes the workbook away from the window, so that 20,000 rows never hold it up. */
self.onmessage = (event: MessageEvent<ExportSheet>) => {
  void xlsxBytes(event.data).then((bytes) => self.postMessage(bytes))
}

// A promise that fails becomes an error of the worker, which the page hears.
self.onunhandledrejection = (event: PromiseRejectionEvent) => {
  throw event.reason
}
