import type { PosterEntry, PosterMonth, PosterPaper, YearPoster } from './poster'
import { linesOf } from './text-width'

/** A lying sheet; lengths in points. Sizes of the names from the largest to the smallest that is read well. */
interface Sheet {
  readonly css: string
  readonly width: number
  readonly height: number
  readonly marginSide: number
  readonly marginTop: number
  readonly marginBottom: number
  readonly columnGap: number
  readonly titleSize: number
  readonly smallSize: number
  readonly headingSize: number
  readonly cellLeast: number
  readonly cellMost: number
  readonly nameSizes: readonly number[]
  /** Columns of the sheets on which names go on. */
  readonly restColumns: number
}

/** The sheets that a poster can have. */
export const SHEETS: Readonly<Record<PosterPaper, Sheet>> = {
  tabloid: {
    css: '17in 11in',
    width: 1224,
    height: 792,
    marginSide: 34,
    marginTop: 28,
    marginBottom: 38,
    columnGap: 16,
    titleSize: 26,
    smallSize: 10,
    headingSize: 14,
    cellLeast: 15,
    cellMost: 44,
    nameSizes: [12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5],
    restColumns: 5,
  },
  letter: {
    css: '11in 8.5in',
    width: 792,
    height: 612,
    marginSide: 26,
    marginTop: 22,
    marginBottom: 34,
    columnGap: 11,
    titleSize: 18,
    smallSize: 8,
    headingSize: 11,
    cellLeast: 11.5,
    cellMost: 33,
    nameSizes: [9, 8.75, 8.5, 8.25, 8, 7.75, 7.5],
    restColumns: 4,
  },
}

/** Months beside each other. */
export const MONTHS_ACROSS = 6
/** Height of a line of names over their size. */
export const NAME_LEADING = 1.22
/** Points between two names. */
export const NAME_GAP = 1.6
/** Points between the two rows of months. */
export const ROW_GAP = 10
/** Points between the weeks of a month and its names. */
export const WEEKS_GAP = 4
/** Part of a line's width that is left free: fonts and kerning differ a little from the table. */
const CAUTION = 0.97

/** How a poster fits on its sheet; lengths in points. */
export interface PosterFit {
  readonly nameSize: number
  /** Height of a week. */
  readonly cell: number
  /** How many names of each month stand on the first sheet. */
  readonly shown: readonly number[]
  readonly hasMore: boolean
}

/** Width of a column of months. */
export function monthWidth(paper: PosterPaper): number {
  const { width, marginSide, columnGap } = SHEETS[paper]
  return (width - 2 * marginSide - (MONTHS_ACROSS - 1) * columnGap) / MONTHS_ACROSS
}

/** Width of the day before a name, at a size. */
export function dayWidth(size: number): number {
  return size * 1.75
}

/** A name as it reads: its title, the days it is shown on, and whether it may still change. */
export function entryText({ title, window, draft }: PosterEntry): string {
  return [title, ...(window === '' ? [] : [`(${window})`]), ...(draft ? ['(borrador)'] : [])].join(' ')
}

function entryHeight(entry: PosterEntry, paper: PosterPaper, size: number): number {
  const width = (monthWidth(paper) - dayWidth(size)) * CAUTION
  return linesOf(entryText(entry), size, width) * size * NAME_LEADING + NAME_GAP
}

function namesHeight(month: PosterMonth, paper: PosterPaper, size: number): number {
  const heights = month.entries.map((entry) => entryHeight(entry, paper, size))
  return heights.reduce((sum, height) => sum + height, month.entries.length === 0 ? size * NAME_LEADING : 0)
}

/** Points that title, notice, legend and the headings of months take, whatever the months have. */
function fixedHeight({ paper, body, institution, notice, legend }: YearPoster): number {
  const { width, marginSide, titleSize, smallSize, headingSize } = SHEETS[paper]
  const inner = width - 2 * marginSide
  const owner = [body, institution].filter((text) => text !== '')
  const ownerLines = owner.reduce((sum, text) => sum + linesOf(text, smallSize, inner * 0.45), 0)
  const head = Math.max(titleSize * 1.2, ownerLines * smallSize * 1.25) + 6
  const noticeHeight = notice === null ? 0 : linesOf(notice, smallSize, inner * 0.9) * smallSize * 1.25 + 12
  const legendText = legend.map(({ text }) => `mmmm ${text} mm`).join(' ')
  const legendHeight = linesOf(legendText, smallSize, inner * 0.9) * (smallSize * 1.25 + 4) + 10
  const months = 2 * (headingSize * 1.3 + smallSize * 1.3 + 3 + WEEKS_GAP)
  return head + noticeHeight + legendHeight + months + ROW_GAP
}

function rowsOf<T>(values: readonly T[]): readonly (readonly T[])[] {
  return [values.slice(0, MONTHS_ACROSS), values.slice(MONTHS_ACROSS)]
}

/** Weeks of the longest month of each row, both rows together. */
function weeksHigh(months: readonly PosterMonth[]): number {
  return rowsOf(months).reduce((sum, row) => sum + Math.max(...row.map(({ weeks }) => weeks.length)), 0)
}

/** Names that stand in a height, in their order, when the last line is kept to say that there are more. */
function namesIn(month: PosterMonth, paper: PosterPaper, size: number, height: number): number {
  if (namesHeight(month, paper, size) <= height) return month.entries.length
  let used = size * NAME_LEADING
  const next = month.entries.findIndex((entry) => {
    used += entryHeight(entry, paper, size)
    return used > height
  })
  return next
}

/** The heights of two rows that together are `total`: what each needs, or half when both need more. */
function shared(total: number, first: number, second: number): readonly [number, number] {
  if (first <= total / 2) return [first, total - first]
  if (second <= total / 2) return [total - second, second]
  return [total / 2, total / 2]
}

/**
 * Finds the largest size of names at which every one of them stands on the first sheet, and gives the weeks
 * what height is left; when even the smallest is too large, says how many names of each month stand there.
 */
export function fitPoster(poster: YearPoster): PosterFit {
  const { paper, months } = poster
  const { height, marginTop, marginBottom, cellLeast, cellMost, nameSizes } = SHEETS[paper]
  const weeks = weeksHigh(months)
  // One line stays free, so that a font a little taller than expected moves nothing to another sheet.
  const room = height - marginTop - marginBottom - fixedHeight(poster) - SHEETS[paper].smallSize * 1.5
  const least = nameSizes.at(-1) ?? 0
  for (const nameSize of nameSizes) {
    const [first = 0, second = 0] = rowsOf(months).map((row) =>
      Math.max(...row.map((month) => namesHeight(month, paper, nameSize))),
    )
    const cell = Math.min(cellMost, (room - first - second) / weeks)
    if (cell >= cellLeast) {
      return { nameSize, cell, shown: months.map(({ entries }) => entries.length), hasMore: false }
    }
    if (nameSize > least) continue
    const heights = shared(room - weeks * cellLeast, first, second)
    const shown = months.map((month, index) =>
      namesIn(month, paper, nameSize, heights[index < MONTHS_ACROSS ? 0 : 1]),
    )
    return { nameSize, cell: cellLeast, shown, hasMore: true }
  }
  throw new Error('A sheet has sizes of names')
}
