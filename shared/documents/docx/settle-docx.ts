import { unzipSync, zipSync } from 'fflate'
import type { Instant } from '../../lib/iso-date'

/** Date of every entry: the first that a ZIP can hold, so that no clock is in the file. */
const ENTRY_DATE = '1980-01-01T00:00:00'
const CORE = 'docProps/core.xml'
const DATES = /(<dcterms:(created|modified)[^>]*>)[^<]*(<\/dcterms:\2>)/g

/**
 * The same DOCX without the clock of whoever drew it: its properties say `at`, its entries the first
 * date of a ZIP, in the order of their names. Equal trees drawn at any time then give equal bytes.
 */
export function settleDocx(docx: Uint8Array, at: Instant): Uint8Array {
  const parts = unzipSync(docx)
  const core = parts[CORE]
  if (core) {
    const xml = new TextDecoder().decode(core).replace(DATES, `$1${at}$3`)
    parts[CORE] = new TextEncoder().encode(xml)
  }
  const sorted = Object.fromEntries(Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1)))
  return zipSync(sorted, { mtime: ENTRY_DATE, level: 6 })
}
