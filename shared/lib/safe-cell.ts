/** Characters with which a spreadsheet takes a cell for a formula, full-width forms included. */
const FORMULA_START = /^[\s\u200b\ufeff]*[=+\-@\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}]/u
/** A tab or carriage return at the start hides the formula from a careless check. */
const CONTROL_START = /^[\t\r\n]/
const LONGEST_CELL = 32_767

/**
 * Text for a cell of an exported sheet, which never starts a formula: an apostrophe goes before whatever
 * could, and control characters other than line breaks are left out. At most 32,767 characters, the
 * most that a cell holds.
 */
export function safeCell(text: string): string {
  const clean = text.replace(/[^\P{Cc}\n\t\r]/gu, '')
  const guarded = FORMULA_START.test(clean) || CONTROL_START.test(clean) ? `'${clean}` : clean
  return guarded.slice(0, LONGEST_CELL)
}
