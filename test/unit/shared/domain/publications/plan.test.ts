import { describe, expect, it } from 'vitest'
import {
  changeState,
  checksOf,
  consultStatus,
  datesOfYear,
  finderOf,
  gaps,
  hashDistance,
  imageUses,
  isAllCapitals,
  lastBefore,
  missingPublications,
  nearDuplicates,
  newPublication,
  objectionsTo,
  overlaps,
  type PublicationState,
  planNotices,
  publicationSchema,
  remindersOn,
  sameDayInOtherYears,
  sheetOf,
  startFrom,
} from '../../../../../shared/domain/publications'
import { daysBetween } from '../../../../../shared/lib/day'
import { instantSchema, isoDate } from '../../../../../shared/lib/iso-date'
import { makeClosedDay } from '../../../../helpers/make-calendar'
import {
  makeChannel,
  makeCommemoration,
  makeImage,
  makePlacement,
  makePublication,
  planContext,
} from '../../../../helpers/make-publication'
import { countingEffects } from '../../../../helpers/make-session'

const twitter = makeChannel(1, { name: 'Twitter', kind: 'x', validUntil: '2023-07-23' })
const x = makeChannel(2, { name: 'X', kind: 'x', validFrom: '2023-07-24' })
const portal = makeChannel(3, { name: 'Portal', kind: 'portal' })
const closedOne = makeChannel(4, { name: 'Vine', kind: 'other', validUntil: '2017-01-17' })
const channels = [twitter, x, portal, closedOne]
const catalogue = [makeCommemoration(10), makeCommemoration(20), makeCommemoration(12)]

describe('the plan of a year', () => {
  it('has one entry for every date, in order, and a second run adds nothing', () => {
    const context = planContext(channels)
    const plan = missingPublications(catalogue, [], 2026, context)
    for (const entry of plan) expect(publicationSchema.parse(entry)).toEqual(entry)
    expect(plan.map(({ on }) => on)).toEqual(['2026-05-10', '2026-05-12', '2026-05-20'])
    expect(plan[0]?.placements.map(({ channelId }) => channelId)).toEqual([x.id, portal.id])
    expect(missingPublications(catalogue, plan, 2026, context)).toEqual([])
    expect(missingPublications(catalogue, plan, 2027, context)).toHaveLength(3)
    expect(gaps(datesOfYear(catalogue, 2026), plan.slice(1)).map(({ date }) => date.span.from)).toEqual([
      '2026-05-10',
    ])
  })

  it('starts this year from an earlier one: what was made is carried, what was decided is not', () => {
    const [date] = catalogue
    const earlier = makePublication(1, {
      on: '2022-05-10',
      commemorationId: date?.id,
      images: [makeImage('a')],
      note: 'Hoy se conmemora…',
      hashtags: ['#Niñez'],
      placements: [twitter, portal, closedOne].map((c) =>
        makePlacement(c, { publishedOn: '2022-05-10', reach: 900 }),
      ),
      approval: { sessionId: null, factId: null, reference: 'INE/CGyPE/001/2022' },
      confirmed: ['spelling-reviewed'],
      state: 'published',
    })
    const empty = makePublication(2, { on: '2024-05-10', commemorationId: date?.id })
    const context = planContext(channels)
    const target = newPublication(datesOfYear(catalogue, 2026)[0] ?? raise(), 2026, context)
    expect(lastBefore([earlier, empty, target], target)?.id).toBe(earlier.id)
    const { publication, droppedChannels } = startFrom(earlier, target, context)
    expect(publicationSchema.parse(publication)).toEqual(publication)
    expect(publication).toMatchObject({
      startedFrom: earlier.id,
      on: '2026-05-10',
      note: 'Hoy se conmemora…',
      hashtags: ['#Niñez'],
      approval: null,
      confirmed: [],
      state: 'proposed',
    })
    expect(publication.images).toEqual(earlier.images)
    expect(publication.placements).toEqual([makePlacement(x), makePlacement(portal)])
    expect(droppedChannels).toEqual([closedOne])
  })

  it('shows which windows meet on a channel, and which touch a campaign; closed days do not count', () => {
    const on = [makePlacement(portal), makePlacement(x)]
    const a = makePublication(1, { on: '2026-05-10', until: '2026-05-14', placements: on })
    const b = makePublication(2, { on: '2026-05-14', placements: [makePlacement(portal)] })
    const c = makePublication(3, { on: '2026-05-15', placements: on })
    const gone = makePublication(4, { on: '2026-05-14', placements: on, state: 'withdrawn' })
    expect(overlaps([c, b, a, gone])).toEqual([
      {
        kind: 'overlap',
        channelIds: [portal.id],
        publications: [a.id, b.id],
        from: '2026-05-14',
        until: '2026-05-14',
        most: { count: 2, from: '2026-05-14', until: '2026-05-14' },
      },
    ])
    const periods = [
      makeClosedDay(1, { kind: 'electoral-process', from: '2026-05-15', until: '2026-12-31' }),
      makeClosedDay(2, { kind: 'closed', from: '2026-05-10', until: '2026-05-12' }),
    ]
    const told = planNotices([a, c], [], periods, [portal])
    expect(told.map(({ kind }) => kind)).toEqual(['channel-not-in-force', 'period', 'channel-not-in-force'])
  })
})

function raise(): never {
  throw new Error('No date')
}

describe('the criteria', () => {
  const good = { images: [makeImage('a')], confirmed: ['spelling-reviewed', 'public-information'] }

  it('sees capitals, but not acronyms, hashtags or links', () => {
    for (const shouting of ['FELIZ DÍA DE LA NIÑEZ A TODAS', 'Hoy es un día IMPORTANTE']) {
      expect(isAllCapitals(shouting), shouting).toBe(true)
    }
    for (const calm of [
      'El INE y el INAI con UNICOM',
      'INE',
      '#DÍADELANIÑEZ Feliz día',
      'https://INEMEXICO.MX/AVISOS hoy',
      '',
    ]) {
      expect(isAllCapitals(calm), calm).toBe(false)
    }
  })

  it('asks for an image with its words; a person answers for the rest', () => {
    expect(checksOf(makePublication(1))).toEqual({
      'has-image': 'unmet',
      'no-capitals': 'met',
      'spelling-reviewed': 'to-confirm',
      'public-information': 'to-confirm',
    })
    expect(checksOf(makePublication(1, { images: [makeImage('a', ' ')] }))['has-image']).toBe('unmet')
    expect(Object.values(checksOf(makePublication(1, good)))).toEqual(['met', 'met', 'met', 'met'])
  })

  it('stand against approval until met or a reason is given; the history only grows', () => {
    const effects = countingEffects()
    const bare = makePublication(1, { placements: [makePlacement(portal)] })
    const to = (state: PublicationState, note = '') => ({
      to: state,
      on: isoDate('2026-05-09'),
      author: 'Azuara',
      note,
    })
    const refused = changeState(bare, to('approved'), effects)
    expect(refused.ok ? null : refused.error).toMatchObject({ code: 'objections' })
    const forced = changeState(bare, to('approved', 'La imagen llega mañana'), effects)
    if (!forced.ok) throw new Error('refused')
    expect(forced.value.history.map(({ state }) => state)).toEqual(['proposed', 'approved'])
    expect(forced.value.history.at(-1)?.note).toBe('La imagen llega mañana')
    const ready = makePublication(2, { ...good, placements: [makePlacement(portal)] })
    const published = changeState(ready, to('published'), effects)
    if (!published.ok) throw new Error('refused')
    expect(published.value.placements[0]?.publishedOn).toBe('2026-05-09')
    expect(publicationSchema.parse(published.value)).toEqual(published.value)
    expect(changeState(published.value, to('published'), effects)).toEqual({
      ok: false,
      error: { code: 'same-state' },
    })
    const withdrawn = changeState(published.value, { ...to('withdrawn'), on: isoDate('2026-05-12') }, effects)
    expect(withdrawn.ok && withdrawn.value.placements[0]).toMatchObject({
      publishedOn: '2026-05-09',
      withdrawnOn: '2026-05-12',
    })
  })

  it('silence of the CNCS for 48 hours means that it is not allowed; a late answer is an answer', () => {
    const sentAt = instantSchema.parse('2026-05-08T16:00:00.000Z')
    const at = (text: string) => instantSchema.parse(text)
    const silent = { sentAt, answer: null }
    expect(consultStatus(silent, at('2026-05-08T16:30:00.000Z'))).toEqual({ kind: 'waiting', hoursLeft: 48 })
    expect(consultStatus(silent, at('2026-05-10T15:59:59.000Z'))).toEqual({ kind: 'waiting', hoursLeft: 1 })
    expect(consultStatus(silent, at('2026-05-10T16:00:00.000Z'))).toEqual({ kind: 'silent' })
    const answer = { allowed: true, at: at('2026-05-11T00:00:00.000Z'), reference: 'Correo' }
    expect(consultStatus({ sentAt, answer }, at('2026-06-01T00:00:00.000Z'))).toEqual({ kind: 'allowed' })
    const publication = makePublication(1, { ...good, placements: [makePlacement(portal)], consult: silent })
    expect(objectionsTo(publication, 'published', at('2026-05-12T00:00:00.000Z'))).toEqual([
      { kind: 'consult', status: 'silent' },
    ])
  })
})

describe('reminders', () => {
  it('tells what is for today, should be up already, is to withdraw, to come and late, in that order', () => {
    const up = [makePlacement(portal, { publishedOn: '2026-05-01' })]
    const plan = [
      makePublication(1, { on: '2026-05-13' }),
      makePublication(2, { on: '2026-05-08', until: '2026-05-12' }),
      makePublication(3, { on: '2026-05-05' }),
      makePublication(4, { on: '2026-05-01', until: '2026-05-09', placements: up, state: 'published' }),
      makePublication(5, { on: '2026-06-30' }),
      makePublication(6, { on: '2026-05-10', state: 'withdrawn' }),
      makePublication(7, { on: '2025-05-10' }),
      makePublication(8, { on: '2026-05-10', until: '2026-05-12' }),
      makePublication(9, { on: '2026-05-08' }),
    ]
    const reminders = remindersOn(plan, isoDate('2026-05-10'), daysBetween, isoDate('2026-04-10'))
    expect(reminders.map(({ kind, publication }) => [kind, publication.id])).toEqual([
      ['today', plan[7]?.id],
      ['started', plan[1]?.id],
      ['withdraw', plan[3]?.id],
      ['coming', plan[0]?.id],
      ['late', plan[8]?.id],
      ['late', plan[2]?.id],
    ])
  })
})

describe('the archive', () => {
  it('has a line for every year of a date, also those with nothing', () => {
    const [date] = catalogue
    if (!date) throw new Error('No date')
    const of = (n: number, on: string) => makePublication(n, { on, commemorationId: date.id })
    const sheet = sheetOf(
      date,
      [of(1, '2023-05-10'), of(2, '2025-05-10'), makePublication(3)],
      { from: 2024, to: 2026 },
      finderOf(catalogue),
    )
    expect(sheet.map(({ year, publications }) => [year, publications.length])).toEqual([
      [2026, 0],
      [2025, 1],
      [2024, 0],
      [2023, 1],
    ])
    expect(sheet[2]?.on).toBe('2024-05-10')
    const others = sameDayInOtherYears(
      [of(1, '2023-05-10'), of(2, '2025-05-10'), of(4, '2026-05-10')],
      isoDate('2026-05-10'),
    )
    expect(others.map(({ on }) => on)).toEqual(['2025-05-10', '2023-05-10'])
  })

  it('says where each image was used, and which ones look alike', () => {
    const plan = [
      makePublication(1, { on: '2025-05-10', images: [makeImage('b'), makeImage('a')] }),
      makePublication(2, { on: '2024-05-10', images: [makeImage('a')] }),
    ]
    expect(imageUses(plan)).toEqual([
      { sha256: 'a'.repeat(64), publications: [plan[1]?.id, plan[0]?.id] },
      { sha256: 'b'.repeat(64), publications: [plan[0]?.id] },
    ])
    expect(hashDistance('0000000000000000', 'ffffffffffffffff')).toBe(64)
    const images = [
      { sha256: 'a', hash: '00000000000000ff' },
      { sha256: 'a', hash: '00000000000000ff' },
      { sha256: 'b', hash: '00000000000000fe' },
      { sha256: 'c', hash: 'ffffffffffffffff' },
      { sha256: 'd', hash: null },
    ]
    expect(nearDuplicates(images)).toEqual([{ first: 'a', second: 'b', distance: 1 }])
  })
})
