import { describe, expect, it } from 'vitest'
import {
  drawPrintable,
  entryText,
  fitPoster,
  type PosterPaper,
  yearPosterSchema,
} from '../../../../../shared/documents'
import { closedDaySchema } from '../../../../../shared/domain/calendar'
import type { Publication } from '../../../../../shared/domain/publications'
import { isoDate } from '../../../../../shared/lib/iso-date'
import { type YearContent, yearPoster } from '../../../../../shared/publishing'
import { makePublication } from '../../../../helpers/make-publication'
import { makeBody, testId } from '../../../../helpers/make-session'

const body = { name: 'Comité <b>', institution: 'Instituto' }

const plan = [
  makePublication(1, {
    title: 'Día de la Mujer; igualdad, ya',
    on: '2026-03-08',
    from: '2026-03-06',
    until: '2026-03-08',
    state: 'approved',
  }),
  makePublication(2, { title: 'En borrador', on: '2026-05-10' }),
  makePublication(3, { title: 'Retirada', on: '2026-06-01', state: 'withdrawn' }),
  makePublication(4, { title: 'Ñandú', on: '2026-02-01', until: '2026-03-02', state: 'published' }),
  makePublication(5, { title: 'Ya en enero', on: '2027-01-02', year: 2026, state: 'approved' }),
]

const closedDays = [
  { kind: 'closed', from: '2026-04-02', until: '2026-04-03', reason: 'Días de descanso' },
  { kind: 'electoral-process', from: '2026-09-07', until: '2027-06-30', reason: 'Proceso federal' },
  { kind: 'campaign', from: '2025-04-01', until: '2025-05-01', reason: 'De otro año' },
].map((range, index) => closedDaySchema.parse({ id: testId(index + 1), bodyId: makeBody().id, ...range }))

function posterOf(
  publications: readonly Publication[],
  content: YearContent = 'approved',
  paper: PosterPaper = 'tabloid',
) {
  const madeOn = isoDate('2026-11-22')
  return yearPosterSchema.parse(
    yearPoster({ year: 2026, body, publications, closedDays, content, paper, madeOn }),
  )
}

/** As many approved dates as asked, spread over the year, each with its number in its name. */
function many(count: number, title = 'Día Internacional de la Alfabetización'): readonly Publication[] {
  return Array.from({ length: count }, (_, index) => {
    const on = `2026-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`
    return makePublication(index + 1, { title: `${title} ${index + 1}`.slice(-300), on, state: 'approved' })
  })
}

function marksOn(poster: ReturnType<typeof posterOf>, month: number, day: number) {
  const days = poster.months[month - 1]?.weeks.flat() ?? []
  return days.find((each) => each?.day === day)?.marks
}

describe('the poster of a year', () => {
  it('has twelve months of whole weeks from Monday, with their days marked', () => {
    const poster = posterOf(plan)
    expect(poster.months.map(({ name }) => name).join(' ')).toMatch(/^Enero Febrero .* Diciembre$/)
    expect(poster.months[0]?.weeks[0]?.map((day) => day?.day ?? 0)).toEqual([0, 0, 0, 1, 2, 3, 4])
    expect(marksOn(poster, 3, 8)).toEqual(['date'])
    expect(marksOn(poster, 3, 7)).toEqual([])
    expect(marksOn(poster, 4, 2)).toEqual(['closed'])
    expect(marksOn(poster, 1, 1)).toEqual(['closed'])
    expect(marksOn(poster, 9, 16)).toEqual(['closed', 'process'])
    expect(poster.legend.map(({ mark }) => mark)).toEqual(['date', 'closed', 'process'])
    expect(poster.legend[2]?.text).toBe(
      'Proceso electoral: Proceso federal, del 7 de septiembre de 2026 al 30 de junio de 2027',
    )
  })

  it('names each date under its month with the days it is shown on, and those of another year apart', () => {
    const poster = posterOf(plan)
    const march = poster.months[2]?.entries.map(entryText)
    expect(march).toEqual(['Día de la Mujer; igualdad, ya (del\u00a06\u00a0al\u00a08)'])
    expect(poster.months[1]?.entries.map(entryText)).toEqual(['Ñandú (del 1 de febrero al 2 de marzo)'])
    expect(poster.outside?.entries).toMatchObject([{ day: '2 de enero de 2027', title: 'Ya en enero' }])
    expect(JSON.stringify(poster)).not.toMatch(/En borrador|Retirada/)
    expect(poster.footer).toBe(
      'Hecho el 22 de noviembre de 2026 · Solo lo aprobado, lo programado y lo publicado',
    )
  })

  it('takes drafts only when asked, and then marks them, frames it and says it in the foot', () => {
    expect(posterOf(plan).notice).toBeNull()
    const poster = posterOf(plan, 'with-drafts')
    expect(poster.months[4]?.entries.map(entryText)).toEqual(['En borrador (borrador)'])
    expect(marksOn(poster, 5, 10)).toEqual(['draft'])
    expect(poster.notice).toContain('Incluye borradores')
    expect(poster.footer).toContain('Incluye borradores')
  })
})

describe('the drawing of a poster', () => {
  it('escapes what people wrote, and has headings, tables and lists', () => {
    const { html, footer } = drawPrintable(posterOf([...plan, ...many(1, '<script>')]))
    expect(html).toContain('Comité &lt;b&gt;')
    expect(html).not.toMatch(/<script|style=/)
    expect(html.match(/<h1>/g)).toHaveLength(1)
    expect(html.match(/<h2>/g)?.length).toBeGreaterThanOrEqual(12)
    expect(html).toContain('<th scope="col" abbr="lunes">L</th>')
    expect(footer).toContain('Hoja')
  })

  it.each(['tabloid', 'letter'] as const)(
    'puts a usual year on one sheet of %s, without its number',
    (paper) => {
      for (const count of [0, 46]) {
        const poster = posterOf(many(count), 'approved', paper)
        const fit = fitPoster(poster)
        expect(fit.hasMore).toBe(false)
        expect(fit.nameSize).toBeGreaterThanOrEqual(7.5)
        const { html, footer } = drawPrintable(poster)
        expect(footer).not.toContain('Hoja')
        expect(html).not.toContain('class="rest"')
        expect(html.match(/Sin fechas\./g)?.length ?? 0).toBe(count === 0 ? 12 : 0)
      }
    },
  )

  it.each(['tabloid', 'letter'] as const)(
    'goes on in other sheets of %s when it must, and loses no name',
    (paper) => {
      const poster = posterOf(many(300), 'approved', paper)
      const fit = fitPoster(poster)
      expect(fit.hasMore).toBe(true)
      expect(fit.nameSize).toBeGreaterThanOrEqual(7.5)
      const { html, footer } = drawPrintable(poster)
      const [first = '', rest = ''] = html.split('class="rest"')
      for (let n = 1; n <= 300; n++) expect(html).toMatch(new RegExp(`Alfabetización ${n}</span>`))
      expect(first).toMatch(/y \d+ más en la hoja siguiente/)
      expect(rest).toContain('<h3>Enero (continuación)</h3>')
      expect(footer).toContain('class="totalPages"')
    },
  )

  it('keeps long titles whole', () => {
    const long = 'otorrinolaringología'.repeat(14)
    const poster = posterOf(many(24, long), 'approved', 'letter')
    expect(drawPrintable(poster).html).toContain(`${long} 24</span>`)
    expect(fitPoster(poster).shown.reduce((sum, count) => sum + count, 0)).toBeLessThan(24)
  })
})
