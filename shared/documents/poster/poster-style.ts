import { DOCUMENT_FONTS } from '../page'
import {
  dayWidth,
  MONTHS_ACROSS,
  monthWidth,
  NAME_GAP,
  NAME_LEADING,
  type PosterFit,
  ROW_GAP,
  SHEETS,
  WEEKS_GAP,
} from './fit-poster'
import type { PosterPaper } from './poster'

const FONTS = DOCUMENT_FONTS.map((name) => (name.includes(' ') ? `"${name}"` : name)).join(', ')

const pt = (points: number) => `${Math.round(points * 100) / 100}pt`

/** Marks differ by shape and not by colour alone: a photocopy of the poster says the same. */
const MARKS = `
.mark { position: relative; display: inline-block; min-width: 1.55em; padding: 0.12em 0.1em; border: 0.8pt solid transparent; border-radius: 0.3em; line-height: 1.1; text-align: center; box-sizing: border-box; }
.date > .mark { background: #17324d; border-color: #17324d; color: #fff; font-weight: 700; }
.draft > .mark { background: #fff; border: 1pt dashed #17324d; font-weight: 700; }
.hatch { position: absolute; inset: 0; width: 100%; height: 100%; overflow: hidden; }
.hatch path { stroke: #9a9a9a; stroke-width: 1; fill: none; }
.process { border-bottom: 2pt solid #7a4a00; }
.campaign { border-top: 2pt dotted #7a4a00; }
`

/** Style sheet of a poster that fits so. */
export function posterCss(paper: PosterPaper, { nameSize, cell }: PosterFit): string {
  const sheet = SHEETS[paper]
  const { marginSide, marginTop, marginBottom, columnGap, titleSize, smallSize, headingSize } = sheet
  // A marked day is as wide as one and a half of its digits, and its neighbours must not touch it.
  const digits = Math.min(Math.max(cell * 0.55, 7.5), monthWidth(paper) / 7 / 1.8)
  return `
@page { size: ${sheet.css}; margin: ${pt(marginTop)} ${pt(marginSide)} ${pt(marginBottom)}; }
html { font: ${pt(smallSize)}/1.25 ${FONTS}; color: #000; background: #fff; print-color-adjust: exact; }
body, h1, h2, h3, p, ul, ol, table { margin: 0; padding: 0; }
ul, ol { list-style: none; }
.head { display: flex; justify-content: space-between; align-items: flex-end; gap: 20pt; padding-bottom: 4pt; border-bottom: 1.2pt solid #17324d; }
.head h1 { font-size: ${pt(titleSize)}; line-height: 1.15; white-space: nowrap; }
.owner { max-width: 48%; text-align: end; overflow-wrap: anywhere; }
.owner strong { display: block; }
.notice { display: inline-block; margin-top: 6pt; padding: 1.5pt 6pt; border: 1pt dashed #17324d; font-weight: 700; }
.legend { display: flex; flex-wrap: wrap; gap: 3pt 16pt; padding: 6pt 0 0; align-items: center; }
.legend li { display: flex; align-items: center; gap: 5pt; }
.sample { position: relative; display: inline-block; min-width: 2.2em; min-height: 1.6em; padding: 1pt; text-align: center; box-sizing: border-box; }
.months { display: grid; grid-template-columns: repeat(${MONTHS_ACROSS}, ${pt(monthWidth(paper))}); gap: ${pt(ROW_GAP)} ${pt(columnGap)}; padding-top: 4pt; align-items: start; }
.month { break-inside: avoid; min-width: 0; }
.month h2 { font-size: ${pt(headingSize)}; line-height: 1.3; }
.weeks { width: 100%; border-collapse: separate; border-spacing: 0; table-layout: fixed; }
.weeks th { font-size: ${pt(Math.max(smallSize, 7.5))}; font-weight: 400; line-height: 1.3; color: #444; border-bottom: 0.6pt solid #777; padding: 0 0 1pt; }
.weeks td { position: relative; height: ${pt(cell)}; padding: 0; text-align: center; vertical-align: middle; font-size: ${pt(digits)}; font-variant-numeric: tabular-nums; box-sizing: border-box; }
.weeks td:nth-child(n + 6) { color: #4a4a4a; }
.weeks.short-1 { margin-bottom: ${pt(cell)}; }
.weeks.short-2 { margin-bottom: ${pt(cell * 2)}; }
.names, .month .quiet { padding-top: ${pt(WEEKS_GAP)}; }
.names li { display: grid; grid-template-columns: ${pt(dayWidth(nameSize))} minmax(0, 1fr); font-size: ${pt(nameSize)}; line-height: ${NAME_LEADING}; margin-bottom: ${pt(NAME_GAP)}; break-inside: avoid; overflow-wrap: anywhere; }
.names .day { font-weight: 700; font-variant-numeric: tabular-nums; }
.quiet { color: #4a4a4a; font-size: ${pt(nameSize)}; line-height: ${NAME_LEADING}; }
.month .names + .quiet { padding-top: 0; font-weight: 700; }
.rest { break-before: page; }
.rest h2 { font-size: ${pt(headingSize * 1.15)}; padding-bottom: 4pt; border-bottom: 1.2pt solid #17324d; margin-bottom: 8pt; }
.rest-months { columns: ${sheet.restColumns}; column-gap: ${pt(columnGap * 1.25)}; column-rule: 0.5pt solid #999; }
.rest h3 { font-size: ${pt(headingSize * 0.9)}; line-height: 1.3; break-after: avoid; margin-top: 6pt; }
.rest-months > section:first-child h3 { margin-top: 0; }
.outside li { grid-template-columns: 1fr; }
${MARKS}`.trim()
}
