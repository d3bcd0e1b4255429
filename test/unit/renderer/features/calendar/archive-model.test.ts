import { describe, expect, it } from 'vitest'
import {
  dateLines,
  searchable,
  searchNotes,
  totalReach,
} from '../../../../../renderer/features/calendar/archive/archive-model'
import {
  makeChannel,
  makeCommemoration,
  makeImage,
  makePlacement,
  makePublication,
} from '../../../../helpers/make-publication'

describe('searching the archive', () => {
  const searched = searchable([
    makePublication(1, { on: '2024-03-08', note: 'Día Internacional de las Mujeres', hashtags: ['#Niñez'] }),
    makePublication(2, {
      on: '2025-03-08',
      note: 'Igualdad',
      images: [makeImage('a', 'Una URNA electrónica')],
    }),
    makePublication(3, { on: '2023-11-20', note: '' }),
  ])
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
