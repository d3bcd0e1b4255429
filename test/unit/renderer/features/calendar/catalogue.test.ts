import { describe, expect, it } from 'vitest'
import {
  nextSpan,
  previewOf,
  readYears,
  ruleOfKind,
  yearsOfKind,
} from '../../../../../renderer/features/calendar/catalogue/rule-model'
import {
  entryNoticeText,
  noticeGroups,
  noticeLine,
  noticesByEntry,
} from '../../../../../renderer/features/calendar/notice-lines'
import {
  type DateRule,
  datesOfYear,
  finderOf,
  planNotices,
  ruleTrouble,
} from '../../../../../shared/domain/publications'
import { isoDate } from '../../../../../shared/lib/iso-date'
import {
  makeChannel,
  makeCommemoration,
  makePlacement,
  makePublication,
} from '../../../../helpers/make-publication'

const EVERY = { kind: 'every' } as const
const first = makeCommemoration(1)
const find = finderOf([first])

describe('the form of a rule', () => {
  const leap: DateRule = { kind: 'fixed', month: 2, day: 29, years: EVERY }

  it('shows the next five years, those without a day too', () => {
    const exceptions = makeCommemoration(2, {
      exceptions: [
        { year: 2026, on: { from: '2026-02-28', until: '2026-02-28' }, reason: '' },
        { year: 2029, on: null, reason: 'Acuerdo 4' },
      ],
    }).exceptions
    const preview = previewOf({ rule: leap, exceptions }, null, find, 2026)
    expect(preview.map(({ year, span, isException }) => [year, span?.from ?? null, isException])).toEqual([
      [2026, '2026-02-28', true],
      [2027, null, false],
      [2028, '2028-02-29', false],
      [2029, null, true],
      [2030, null, false],
    ])
  })

  it('says what keeps a rule from being stored', () => {
    expect(ruleTrouble({ ...leap, day: 30 }, null, find)).toMatch(/30 de febrero no existe/)
    expect(ruleTrouble({ ...leap, years: { kind: 'list', years: [] } }, null, find)).toMatch(/un año/)
    const cycle = (changes: object): DateRule => ({
      ...leap,
      years: { ...yearsOfKind('cycle', 2028), ...changes } as never,
    })
    expect(ruleTrouble(cycle({ every: 1 }), null, find)).toBe('«Cada cuántos» va de 2 a 100 años.')
    expect(ruleTrouble(cycle({ every: Number.NaN }), null, find)).toBe('«Cada cuántos» va de 2 a 100 años.')
    expect(ruleTrouble(cycle({ from: 1899 }), null, find)).toMatch(/un año de 1900 a 9999/)
    expect(ruleTrouble(cycle({ from: 10_000 }), null, find)).toMatch(/un año de 1900 a 9999/)
    expect(ruleTrouble(cycle({ offset: 4 }), null, find)).toMatch(/va de −3 a 3/)
    expect(ruleTrouble(cycle({}), null, find)).toBeNull()
    expect(ruleTrouble(cycle({ every: 4, from: 2026 }), null, find)).toMatch(/no caería nunca/)
    expect(ruleTrouble({ kind: 'easter', days: 91, years: EVERY }, null, find)).toMatch(/90 días/)
    expect(ruleTrouble({ kind: 'relative', to: first.id, days: 400, years: EVERY }, null, find)).toMatch(
      /366 días/,
    )
    expect(ruleTrouble({ kind: 'relative', to: first.id, days: 1, years: EVERY }, first.id, find)).toMatch(
      /sí misma/,
    )
    expect(ruleTrouble(leap, null, find)).toBeNull()
  })

  it('keeps month and years when the kind changes', () => {
    expect(ruleOfKind('nth', leap, [first])).toMatchObject({ kind: 'nth', month: 2, years: EVERY })
    expect(ruleOfKind('relative', leap, [first])).toMatchObject({ to: first.id })
    expect(ruleOfKind('relative', leap, [])).toBe(leap)
  })

  it('reads years however they are written apart', () => {
    expect(readYears('2030, 2027;2027 mil 12 1899 10000')).toEqual({
      years: [2027, 2030],
      wrong: ['mil', '12', '1899', '10000'],
    })
    expect(readYears(' ')).toEqual({ years: [], wrong: [] })
  })

  it('finds the next day of a date, and none of a retired one', () => {
    expect(nextSpan(first, isoDate('2026-05-01'), find)?.from).toBe('2026-05-01')
    expect(nextSpan(first, isoDate('2026-05-02'), find)?.from).toBe('2027-05-01')
    const retired = makeCommemoration(1, { validUntil: '2025-12-31' })
    expect(nextSpan(retired, isoDate('2026-05-02'), finderOf([retired]))).toBeNull()
  })
})

describe('the notices of a plan', () => {
  const channels = [makeChannel(1), makeChannel(2), makeChannel(3, { validUntil: '2025-12-31' })]
  const [portal, network, old] = channels as [
    (typeof channels)[0],
    (typeof channels)[0],
    (typeof channels)[0],
  ]
  const both = [makePlacement(portal), makePlacement(network)]
  const plan = [
    makePublication(1, { placements: both, title: 'Uno' }),
    makePublication(2, { placements: both, title: 'Dos' }),
    makePublication(3, { on: '2026-06-01', placements: [makePlacement(old)] }),
  ]
  const notices = planNotices(plan, datesOfYear([first], 2026), [], channels)
  const byId = new Map(plan.map((publication) => [publication.id, publication]))

  it('tells a pair that meets on two channels once, with both, and each leads to its entry', () => {
    const groups = noticeGroups(notices)
    expect(groups.map((group) => [group.heading, group.notices.length])).toEqual([
      ['Se enciman en un canal', 1],
      ['En canales que no están vigentes', 1],
      ['Fechas sin publicación', 1],
    ])
    const line = (group: number) => {
      const [notice] = groups[group]?.notices ?? []
      return notice && noticeLine(notice, { byId, channels })
    }
    expect(line(0)).toMatchObject({
      title: 'Uno / Dos, dom 10 may 2026',
      detail: 'Canal 1 y Canal 2',
      to: { kind: 'entry', id: plan[1]?.id },
    })
    expect(line(2)?.to).toMatchObject({ kind: 'day', day: '2026-05-01' })
    expect(notices).toHaveLength(3)
  })

  it('marks the entries that are named, and tells each of them what it meets', () => {
    const told = noticesByEntry(notices)
    expect(new Set(told.keys())).toEqual(new Set(plan.map(({ id }) => id)))
    const texts = plan.map((entry) =>
      told.get(entry.id)?.map((notice) => entryNoticeText(entry, notice, { byId, channels })),
    )
    expect(texts).toEqual([
      ['Se encima con «Dos» en Canal 1 y Canal 2.'],
      ['Se encima con «Uno» en Canal 1 y Canal 2.'],
      ['Canal 3 no está vigente ese día.'],
    ])
  })

  it('tells many that meet in one line, with the days of the most, and counts them to each', () => {
    const windows = [1, 2, 3, 4, 5].map((n) =>
      makePublication(n, {
        on: `2026-05-0${n}`,
        until: n === 5 ? '2026-05-05' : '2026-05-06',
        placements: [makePlacement(portal)],
      }),
    )
    const crowd = planNotices(windows, [], [], channels)
    const source = { byId: new Map(windows.map((publication) => [publication.id, publication])), channels }
    expect(crowd.map((notice) => noticeLine(notice, source))).toMatchObject([
      {
        title: '5 publicaciones, sáb 2 may 2026 a mié 6 may 2026',
        detail: 'Canal 1. Cuando más, 5 a la vez: mar 5 may 2026.',
        to: { kind: 'day', day: '2026-05-05' },
        entries: windows.map(({ id }) => id),
      },
    ])
    const [first] = windows
    const [notice] = crowd
    if (!first || !notice) throw new Error('Nothing meets')
    expect(entryNoticeText(first, notice, source)).toBe('Se encima con 4 publicaciones en Canal 1.')
  })
})
