import { cellAddress, type SheetMark } from '../../../shared/lib/sheet'

/** What the XML of a sheet says that its values alone do not. */
export interface SheetFindings {
  readonly marks: readonly SheetMark[]
  /** Cells whose formula came with a stored value, which is what was read. */
  readonly formulas: number
}

/** Size of the part of a sheet that has values; marks outside it do not matter. */
export interface SheetExtent {
  readonly rows: number
  readonly columns: number
}

function attribute(tag: string, name: string): string | null {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? null
}

/** Every cell of a merged range but its first, which alone has the value. */
function mergedMarks(range: string, extent: SheetExtent): readonly SheetMark[] {
  const [from, to] = range.split(':').map(cellAddress)
  if (!from || !to) return []
  const marks: SheetMark[] = []
  for (let row = from.row; row <= Math.min(to.row, extent.rows); row++) {
    for (let column = from.column; column <= Math.min(to.column, extent.columns - 1); column++) {
      if (row !== from.row || column !== from.column) marks.push({ kind: 'merged', row, column, range })
    }
  }
  return marks
}

const MERGE_TAG = /<(?:\w+:)?mergeCell\s[^>]*>/g
const CELL = /<(?:\w+:)?c(\s[^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g
const HAS_FORMULA = /<(?:\w+:)?f[\s/>]/
const HAS_VALUE = /<(?:\w+:)?v(?:\s[^>]*)?>[^<]/

/** Finds merged cells, formulas in error and formulas that were never calculated. */
export function findMarks(xml: string, extent: SheetExtent): SheetFindings {
  const marks = [...xml.matchAll(MERGE_TAG)].flatMap(([tag]) =>
    mergedMarks(attribute(tag, 'ref') ?? '', extent),
  )
  let formulas = 0
  if (!HAS_FORMULA.test(xml) && !xml.includes('t="e"')) return { marks, formulas }
  for (const [, tag = '', content = ''] of xml.matchAll(CELL)) {
    const isError = attribute(tag, 't') === 'e'
    const isFormula = HAS_FORMULA.test(content)
    const range = attribute(tag, 'r') ?? ''
    const address = cellAddress(range)
    if (!address || (!isError && !isFormula)) continue
    // A formula whose result is the empty text has an empty value of type "str"; that is a value.
    const hasValue = HAS_VALUE.test(content) || attribute(tag, 't') === 'str'
    if (isError) marks.push({ kind: 'formula-error', ...address, range })
    else if (!hasValue) marks.push({ kind: 'formula-without-value', ...address, range })
    else formulas += 1
  }
  return { marks, formulas }
}
