import { escapeHtml } from '../html/escape'
import { entryText, fitPoster, MONTHS_ACROSS, type PosterFit, SHEETS } from './fit-poster'
import type { PosterEntry, PosterMark, PosterMonth, YearPoster } from './poster'
import { posterCss } from './poster-style'

const WEEKDAYS = [
  ['L', 'lunes'],
  ['M', 'martes'],
  ['M', 'miércoles'],
  ['J', 'jueves'],
  ['V', 'viernes'],
  ['S', 'sábado'],
  ['D', 'domingo'],
] as const

const WEEKDAYS_HTML = WEEKDAYS.map(([letter, name]) => `<th scope="col" abbr="${name}">${letter}</th>`).join(
  '',
)

/** Slanted lines, drawn: a gradient would become a picture in the PDF. */
const HATCH =
  '<svg class="hatch" aria-hidden="true" viewBox="0 0 40 40" preserveAspectRatio="xMidYMid slice">' +
  `<path d="${Array.from({ length: 10 }, (_, index) => `M${index * 8 - 40} 40l40-40`).join('')}"/></svg>`

function hatchOf(marks: readonly PosterMark[]): string {
  return marks.includes('closed') ? HATCH : ''
}

function dayHtml(day: PosterMonth['weeks'][number][number]): string {
  if (day === null) return '<td></td>'
  const marks = day.marks.length === 0 ? '' : ` class="${day.marks.join(' ')}"`
  return `<td${marks}>${hatchOf(day.marks)}<span class="mark">${day.day}</span></td>`
}

function weeksHtml({ weeks }: PosterMonth, high: number): string {
  const rows = weeks.map((week) => `<tr>${week.map(dayHtml).join('')}</tr>`)
  // The names of all months of a row begin at one height.
  return (
    `<table class="weeks short-${high - weeks.length}"><thead><tr>${WEEKDAYS_HTML}</tr></thead>` +
    `<tbody>${rows.join('')}</tbody></table>`
  )
}

function entryHtml(entry: PosterEntry): string {
  return `<li><span class="day">${escapeHtml(entry.day)} </span><span>${escapeHtml(entryText(entry))}</span></li>`
}

function namesHtml(entries: readonly PosterEntry[]): string {
  return entries.length === 0 ? '' : `<ul class="names">${entries.map(entryHtml).join('')}</ul>`
}

function monthHtml(month: PosterMonth, shown: number, high: number): string {
  const { name, entries } = month
  const left = entries.length - shown
  const more = left === 1 ? 'y una más en la hoja siguiente' : `y ${left} más en la hoja siguiente`
  const told = entries.length === 0 ? 'Sin fechas.' : left > 0 ? more : ''
  return (
    `<section class="month"><h2>${escapeHtml(name)}</h2>${weeksHtml(month, high)}` +
    `${namesHtml(entries.slice(0, shown))}${told === '' ? '' : `<p class="quiet">${told}</p>`}</section>`
  )
}

function monthsHtml({ months }: YearPoster, { shown }: PosterFit): string {
  return months
    .map((month, index) => {
      const start = index < MONTHS_ACROSS ? 0 : MONTHS_ACROSS
      const row = months.slice(start, start + MONTHS_ACROSS)
      return monthHtml(month, shown[index] ?? 0, Math.max(...row.map(({ weeks }) => weeks.length)))
    })
    .join('')
}

function sampleText(mark: PosterMark): string {
  return mark === 'date' || mark === 'draft' ? '8' : ''
}

function legendHtml({ legend }: YearPoster): string {
  const items = legend.map(
    ({ mark, text }) =>
      `<li><span class="sample ${mark}" aria-hidden="true">${hatchOf([mark])}<span class="mark">${sampleText(mark)}</span></span>` +
      `<span>${escapeHtml(text)}</span></li>`,
  )
  return items.length === 0 ? '' : `<ul class="legend">${items.join('')}</ul>`
}

function restHtml({ title, months, outside }: YearPoster, { shown }: PosterFit): string {
  const left = months.flatMap(({ name, entries }, index) => {
    const from = shown[index] ?? 0
    if (from >= entries.length) return []
    const heading = from === 0 ? name : `${name} (continuación)`
    return [`<section><h3>${escapeHtml(heading)}</h3>${namesHtml(entries.slice(from))}</section>`]
  })
  const others =
    outside === null
      ? []
      : [
          `<section class="outside"><h3>${escapeHtml(outside.title)}</h3>${namesHtml(outside.entries)}</section>`,
        ]
  if (left.length + others.length === 0) return ''
  return (
    `<section class="rest"><h2>${escapeHtml(`${title}: continuación`)}</h2>` +
    `<div class="rest-months">${[...left, ...others].join('')}</div></section>`
  )
}

/** A poster drawn as HTML for print, under the same strict policy as documents. */
export function renderPoster(poster: YearPoster): { readonly html: string; readonly css: string } {
  const { title, body, institution, notice } = poster
  const fit = fitPoster(poster)
  const head =
    `<header class="head"><h1>${escapeHtml(title)}</h1>` +
    `<p class="owner"><strong>${escapeHtml(body)}</strong>${escapeHtml(institution)}</p></header>`
  const told = notice === null ? '' : `<p class="notice">${escapeHtml(notice)}</p>`
  return {
    html:
      `<main>${head}${told}${legendHtml(poster)}<div class="months">${monthsHtml(poster, fit)}</div>` +
      `${restHtml(poster, fit)}</main>`,
    css: posterCss(poster.paper, fit),
  }
}

/** The foot of its sheets, which are numbered only when there are several. */
export function posterTemplates(poster: YearPoster): { readonly header: string; readonly footer: string } {
  const { marginSide } = SHEETS[poster.paper]
  const isLong = fitPoster(poster).hasMore || poster.outside !== null
  const sheets = isLong
    ? '<span style="white-space:nowrap">Hoja <span class="pageNumber"></span> de <span class="totalPages"></span></span>'
    : ''
  const style = `width:100%;margin:0 ${marginSide}pt;font:11px Arial,"Liberation Sans",Helvetica,sans-serif;color:#333;display:flex;gap:8mm;justify-content:space-between`
  return {
    header: '<span></span>',
    footer: `<div style='${style}'><span>${escapeHtml(poster.footer)}</span>${sheets}</div>`,
  }
}
