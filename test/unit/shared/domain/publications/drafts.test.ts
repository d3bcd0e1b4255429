import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ChannelDraft,
  type CommemorationDraft,
  channelSchema,
  commemorationSchema,
  draftOfChannel,
  draftOfCommemoration,
  draftOfPublication,
  type PublicationDraft,
  publicationSchema,
  readChannel,
  readCommemoration,
  readPublication,
  withoutHalfDays,
} from '../../../../../shared/domain/publications'
import { isoDate } from '../../../../../shared/lib/iso-date'
import {
  makeChannel,
  makeCommemoration,
  makeImage,
  makePlacement,
  makePublication,
} from '../../../../helpers/make-publication'

const none = () => null
const date = makeCommemoration(1)
const channel = makeChannel(1)
const publication = makePublication(1)

function dateProblems(changes: Partial<CommemorationDraft>): readonly string[] {
  const read = readCommemoration({ ...draftOfCommemoration(date), ...changes }, null, none)
  return read.ok ? [] : read.error.map(({ field, message }) => `${field}: ${message}`)
}

function publicationProblems(changes: Partial<PublicationDraft>): readonly string[] {
  const read = readPublication({ ...draftOfPublication(publication), ...changes })
  return read.ok ? [] : read.error.map(({ field, message }) => `${field}: ${message}`)
}

/** What people type and paste where a text is asked for. */
const typed = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    '',
    ' ',
    '0',
    '0000',
    '1899',
    '9999',
    '10000',
    'incompleta',
    '2026-02-30',
    '2026-05-10',
    '1899-12-31',
    '0001-01-01',
    '9999-12-31',
    'uno\n\tdos',
    'x'.repeat(301),
    'x'.repeat(4_001),
    'https://',
    'https://ine.mx/a',
    '#8M ',
    '𝒙'.repeat(150),
  ),
)

describe('what is wrong in a date of the catalogue is said', () => {
  it.each([
    [{ name: ' \n ' }, ['name: Escriba el nombre de la fecha.']],
    [{ name: 'x'.repeat(301) }, ['name: El nombre tiene 301 caracteres y el máximo es 300.']],
    [{ since: '0' }, ['since: Escriba el año con cifras, por ejemplo 1975.']],
    [{ since: '10000' }, ['since: Escriba el año con cifras, por ejemplo 1975.']],
    [{ since: '1899' }, []],
    [
      { validFrom: '2026-02-30', validUntil: 'incompleta' },
      [
        'validFrom: La fecha no existe o está incompleta.',
        'validUntil: La fecha no existe o está incompleta.',
      ],
    ],
    [
      { validFrom: '2026-05-02', validUntil: '2026-05-01' },
      ['validUntil: La vigencia termina antes de empezar.'],
    ],
    [
      { rule: { kind: 'fixed', month: 2, day: 29, years: { kind: 'list', years: [2026, 2027] } } },
      ['rule: Ninguno de sus años tiene ese día: la fecha no caería nunca. Cambie el día o los años.'],
    ],
    [
      { rule: { kind: 'fixed', month: 2, day: 1, years: { kind: 'list', years: [] } } },
      ['rule: Escriba al menos un año con cuatro cifras, y no más de 200.'],
    ],
  ] satisfies readonly (readonly [Partial<CommemorationDraft>, readonly string[]])[])(
    '%j',
    (changes, problems) => {
      expect(dateProblems(changes)).toEqual(problems)
    },
  )

  it('and what was pasted in several lines is one line', () => {
    const read = readCommemoration(
      { ...draftOfCommemoration(date), name: 'Día de\r\n la   Bandera\n', basis: 'DOF\n2014' },
      null,
      none,
    )
    expect(read.ok && [read.value.name, read.value.basis]).toEqual(['Día de la Bandera', 'DOF 2014'])
  })
})

describe('what is wrong in a publication is said', () => {
  const placement = makePlacement(channel, { link: null })
  it.each([
    [{ title: '' }, ['title: Escriba el título.']],
    [{ title: 'x'.repeat(301) }, ['title: El título tiene 301 caracteres y el máximo es 300.']],
    [{ note: 'x'.repeat(20_001) }, ['note: La nota tiene 20,001 caracteres y el máximo es 20,000.']],
    [
      { on: '1899-05-10', from: '1899-05-10', until: '1899-05-10' },
      ['from: Las fechas del plan empiezan en 1900; revise el año.'],
    ],
    [{ on: '10000-05-10' }, ['on: La fecha no existe o está incompleta.']],
    [{ until: '2026-05-09' }, ['until: La ventana termina antes de empezar.']],
    [{ until: '2027-05-12' }, ['until: La ventana dura más de un año; revise las fechas.']],
    [
      { from: '2026-05-11', until: '2026-05-12' },
      ['on: El día debe quedar dentro de la ventana en que se muestra.'],
    ],
    [
      { placements: [{ ...placement, publishedOn: 'incompleta' }] },
      ['placements: En un canal hay una fecha que no existe o está incompleta.'],
    ],
    [
      { placements: [{ ...placement, publishedOn: '2026-05-10', withdrawnOn: '2026-05-32' }] },
      ['placements: En un canal hay una fecha que no existe o está incompleta.'],
    ],
    [
      { placements: [{ ...placement, link: 'ine.mx' }] },
      ['placements: «ine.mx» no es la dirección de lo publicado; debe empezar con https://.'],
    ],
    [
      { images: [{ ...makeImage('a'), alt: 'x'.repeat(2_001) }] },
      ['images: a.png: El texto alternativo tiene 2,001 caracteres y el máximo es 2,000.'],
    ],
    [
      {
        responsible: Array.from({ length: 21 }, (_, n) => ({ name: `P${n}`, seatId: null, personId: null })),
      },
      ['responsible: Son 21 responsables y el máximo es 20.'],
    ],
    [
      { responsible: [{ name: 'x'.repeat(201), seatId: null, personId: null }] },
      ['responsible: El nombre de un responsable tiene 201 caracteres y el máximo es 200.'],
    ],
  ] as readonly (readonly [Partial<PublicationDraft>, readonly string[]])[])('%#', (changes, problems) => {
    expect(publicationProblems(changes)).toEqual(problems)
  })
})

describe('a day of a channel left half typed', () => {
  const stored = makePlacement(channel, { publishedOn: isoDate('2026-05-10') })
  const half = { ...stored, publishedOn: 'incompleta', withdrawnOn: 'incompleta', reach: 7 }

  it('goes back to the stored one, and the rest stays', () => {
    const mended = withoutHalfDays({ ...draftOfPublication(publication), placements: [half] }, [stored])
    expect(mended?.placements).toEqual([{ ...stored, reach: 7 }])
  })

  it('is none when nothing was stored', () => {
    const mended = withoutHalfDays({ ...draftOfPublication(publication), placements: [half] }, [])
    expect(mended?.placements).toEqual([{ ...stored, publishedOn: null, reach: 7 }])
  })

  it('is nothing to mend when every day is whole', () => {
    expect(withoutHalfDays({ ...draftOfPublication(publication), placements: [stored] }, [])).toBeNull()
  })
})

describe('what was read can always be stored', () => {
  it('of a date', () => {
    const text = { name: typed, basis: typed, since: typed, note: typed, validFrom: typed, validUntil: typed }
    const exception = fc.record({
      year: typed,
      observed: fc.boolean(),
      from: typed,
      until: typed,
      reason: typed,
    })
    const day = fc.oneof(fc.integer({ min: -400, max: 400 }), fc.constantFrom(Number.NaN, 1.5, 1899, 10_000))
    const rule = fc.oneof(
      fc.record({ kind: fc.constant('easter'), days: day, years: fc.constant({ kind: 'every' }) }),
      fc.record({
        kind: fc.constant('fixed'),
        month: fc.integer({ min: 1, max: 12 }),
        day: fc.integer({ min: 1, max: 31 }),
        years: fc.record({ kind: fc.constant('cycle'), every: day, from: day, offset: day }),
      }),
    )
    const draft = fc.record({ ...text, rule, exceptions: fc.array(exception, { maxLength: 3 }) })
    fc.assert(
      fc.property(draft, (changes) => {
        const whole = { ...draftOfCommemoration(date), ...changes } as unknown as CommemorationDraft
        const read = readCommemoration(whole, null, none)
        if (read.ok) commemorationSchema.parse({ ...read.value, id: date.id, bodyId: date.bodyId })
        else for (const { message } of read.error) expect(message).not.toBe('')
      }),
      { numRuns: 1_500 },
    )
  })

  it('of a channel', () => {
    const draft = fc.record({ name: typed, width: typed, height: typed, validFrom: typed, validUntil: typed })
    fc.assert(
      fc.property(draft, (changes) => {
        const read = readChannel({ ...draftOfChannel(channel), ...changes } as ChannelDraft)
        if (read.ok) channelSchema.parse({ ...channel, ...read.value })
      }),
      { numRuns: 1_000 },
    )
  })

  it('of a publication', () => {
    const image = fc
      .record({ alt: typed, rights: typed, source: typed })
      .map((texts) => ({ ...makeImage('a'), ...texts }))
    const party = fc.record({ name: typed, seatId: fc.constant(null), personId: fc.constant(null) })
    const placed = fc
      .record({ link: fc.option(typed), publishedOn: fc.option(typed), withdrawnOn: fc.option(typed) })
      .map((each) => ({ ...makePlacement(channel), ...each }))
    const draft = fc.record({
      title: typed,
      on: typed,
      from: typed,
      until: typed,
      note: typed,
      hashtags: typed,
      links: typed,
      images: fc.array(image, { maxLength: 2 }),
      placements: fc.array(placed, { maxLength: 1 }),
      responsible: fc.array(party, { maxLength: 2 }),
    })
    fc.assert(
      fc.property(draft, fc.boolean(), (changes, hasDays) => {
        const { on, from, until } = publication
        const days = hasDays ? { on, from, until } : {}
        const whole = { ...draftOfPublication(publication), ...changes, ...days }
        const read = readPublication(whole as PublicationDraft)
        if (read.ok) publicationSchema.parse({ ...publication, ...read.value })
      }),
      { numRuns: 2_000 },
    )
  })
})
