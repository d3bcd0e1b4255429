import { err, type Result } from '../../../shared/lib/result'
import type { NamedSheet } from '../../../shared/lib/sheet'
import { spreadsheetFailureText } from './failure'
import { readSpreadsheet } from './read-spreadsheet'
import { readDelimited } from './read-workbook'

/** Cells that were pasted, or a file that was chosen or dropped. */
export type SheetSource =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly file: File }

/** Reads the sheets of a source; the error is a sentence, with what was kept: "El directorio no cambió." */
export async function readSource(
  source: SheetSource,
  name: string,
  kept: string,
): Promise<Result<readonly NamedSheet[], string>> {
  const sheets =
    source.kind === 'file' ? await readSpreadsheet(source.file) : readDelimited(source.text, name)
  return sheets.ok ? sheets : err(spreadsheetFailureText(sheets.error, name, kept))
}
