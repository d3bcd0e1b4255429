import { describe, expect, it } from 'vitest'
import {
  dateLines,
  excerptOf,
  filterDates,
  isTold,
  searchableSteps,
  searchNotes,
  totalReach,
  untoldText,
  withoutDate,
} from '../../../../../renderer/features/calendar/archive/archive-model'
import { isoDate } from '../../../../../shared/lib/iso-date'
import { finish } from '../../../../../shared/lib/steps'
import {
  makeChannel,
  makeCommemoration,
  makeImage,
  makePlacement,
  makePublication,
} from '../../../../helpers/make-publication'

describe('searching the archive', () => {
  const searched = finish(
    searchableSteps([
      makePublication(1, {
        on: '2024-03-08',
        note: 'Día Internacional de las Mujeres',
        hashtags: ['#Niñez'],
      }),
      makePublication(2, {
        on: '2025-03-08',
        note: 'Igualdad',
        images: [makeImage('a', 'Una URNA electrónica')],
      }),
      makePublication(3, { on: '2023-11-20', note: '' }),
    ]),
  )
  const found = (query: string) => searchNotes(searched, query).map(({ title }) => title)

  it('finds without accents or capitals, in note, hashtags, title and alternative text', () => {
    expect(found('dia INTERNACIONAL')).toEqual(['Publicación 1'])
    expect(found('ninez')).toEqual(['Publicación 1'])
    expect(found('urna electronica')).toEqual(['Publicación 2'])
    expect(found('publicacion 3')).toEqual(['Publicación 3'])
  })

  it('wants every word, and gives everything, newest first, for none', () => {
    expect(found('mujeres igualdad')).toEqual([])
    expect(found('  ')).toEqual(['Publicación 2', 'Publicación 1', 'Publicación 3'])
  })
})

describe('the dates of the archive', () => {
  it('tell the years with publications, and that there is none', () => {
    const [mothers, children] = [
      makeCommemoration(10, { name: 'Madres' }),
      makeCommemoration(30, { name: 'Niñez' }),
    ]
    const of = (n: number, year: number) =>
      makePublication(n, { commemorationId: mothers.id, on: `${year}-05-10` })
    const lines = dateLines([children, mothers], [of(1, 2024), of(2, 2026), of(3, 2024), makePublication(4)])
    expect(lines.map(({ commemoration, years }) => [commemoration.name, years])).toEqual([
      ['Madres', [2026, 2024]],
      ['Niñez', []],
    ])
  })

  it('add up the reach of the channels that tell one', () => {
    const placements = [
      makePlacement(makeChannel(1), { reach: 1200 }),
      makePlacement(makeChannel(2)),
      makePlacement(makeChannel(3), { reach: 0 }),
    ]
    expect(totalReach(makePublication(1, { placements }))).toBe(1200)
    expect(totalReach(makePublication(2, { placements: placements.slice(1, 2) }))).toBeNull()
  })
})

describe('the part of a note that is shown', () => {
  const shown = (note: string, query: string) =>
    excerptOf(note, query)
      .map(({ text, isMatch }) => (isMatch ? `[${text}]` : text))
      .join('')

  it('is around the first word found, marked with its own accents', () => {
    expect(shown('La urna electrónica y la participación', 'ELECTRONICA participacion')).toBe(
      'La urna [electrónica] y la [participación]',
    )
    const long = `${'Antes de eso nada. '.repeat(20)}Aquí está la urna. ${'Después tampoco. '.repeat(30)}`
    expect(shown(long, 'urna')).toMatch(/^…\S.{40,60}\[urna\]\. Después/)
    expect(shown(long, 'urna').length).toBeLessThan(240)
  })

  it('is the beginning when nothing was searched, on one line, and nothing of nothing', () => {
    expect(shown('Uno\n\ndos', '')).toBe('Uno dos')
    expect(shown('', 'urna')).toBe('')
    expect(shown('¿Œuvre? 👩🏽 ß urna', 'urna')).toBe('¿Œuvre? 👩🏽 ß [urna]')
  })
})

describe('what the archive holds besides', () => {
  const date = makeCommemoration(1, { name: 'Día de la Niñez' })
  const channel = makeChannel(1)

  it('finds dates by their name, without accents', () => {
    const lines = dateLines([date, makeCommemoration(2, { name: 'Día del Trabajo' })], [])
    expect(filterDates(lines, 'ninez').map(({ commemoration }) => commemoration.name)).toEqual([
      'Día de la Niñez',
    ])
    expect(filterDates(lines, '')).toHaveLength(2)
  })

  it('keeps publications that no date asked for, newest first', () => {
    const plan = [
      makePublication(1, { commemorationId: date.id }),
      makePublication(2, { on: '2024-01-01' }),
      makePublication(3, { on: '2025-01-01', commemorationId: makeCommemoration(9).id }),
    ]
    expect(withoutDate([date], plan)).toEqual([plan[2], plan[1]])
  })

  it('says of a publication that no channel tells of whether its day has come', () => {
    expect(isTold(makePlacement(channel))).toBe(false)
    expect(isTold(makePlacement(channel, { reach: 0 }))).toBe(true)
    const text = (today: string) =>
      untoldText(makePublication(1, { on: '2026-05-10', until: '2026-05-12' }), isoDate(today))
    expect(text('2026-05-09')).toBe('todavía no llega su día')
    expect(text('2026-05-11')).toBe('aún no consta que se publicara')
    expect(text('2026-05-13')).toBe('no consta que se publicara')
  })
})
