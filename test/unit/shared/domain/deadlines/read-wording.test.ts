import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  deadlineFromWording,
  deadlineSchema,
  draftOfDeadline,
  EMPTY_DEADLINE_DRAFT,
  readDeadline,
  readDeadlineWording,
} from '../../../../../shared/domain/deadlines'
import { isoDate } from '../../../../../shared/lib/iso-date'
import { readNumber } from '../../../../../shared/lib/spanish-number'

const AGREED = isoDate('2017-08-30')

function read(wording: string, on = AGREED) {
  const reading = readDeadlineWording(wording, on)
  if (reading.kind !== 'proposed') return reading
  const { term, start } = reading.deadline
  return { term, from: start.event, date: start.date, notes: reading.notes.length }
}

const days = (amount: number) => ({ kind: 'business-days', amount, everyDayCounts: false })

describe('the exact wordings of the documents (domain §2.6)', () => {
  it.each([
    ['dentro de los cinco días hábiles siguientes a la aprobación', days(5), 'approval'],
    ['dentro de los cinco días hábiles siguientes a su entrada en vigor', days(5), 'entry-into-force'],
    ['dentro de los tres días hábiles siguientes a la aprobación del presente Acuerdo', days(3), 'approval'],
    ['a más tardar 60 días hábiles, una vez aprobados estos Lineamientos', days(60), 'approval'],
    [
      'contará con hasta 48 horas para emitir una respuesta',
      { kind: 'hours', amount: 48, workingDaysOnly: false },
      'approval',
    ],
    [
      'por lo menos una vez cada dos meses',
      { kind: 'recurring', every: 'two-months', by: 'start' },
      'approval',
    ],
    ['al menos semestralmente', { kind: 'recurring', every: 'half-year', by: 'calendar' }, 'approval'],
    ['informe semestral', { kind: 'recurring', every: 'half-year', by: 'calendar' }, 'approval'],
    [
      'organizará anualmente una reunión de capacitación',
      { kind: 'recurring', every: 'year', by: 'calendar' },
      'approval',
    ],
    ['cada trimestre', { kind: 'recurring', every: 'quarter', by: 'calendar' }, 'approval'],
    ['para la próxima sesión del Comité', { kind: 'next-session' }, 'approval'],
    ['a finales del mes de octubre', { kind: 'end-of-month', year: 2017, month: 10 }, 'approval'],
    ['a la brevedad', { kind: 'none' }, 'approval'],
    ['tan pronto como', { kind: 'none' }, 'approval'],
  ])('«%s»', (wording, term, from) => {
    expect(read(wording)).toMatchObject({ term, from })
  })

  it('says what it had to suppose', () => {
    expect(read('el INAI contempla 20 días para subsanar posibles errores')).toEqual({
      term: days(20),
      from: 'approval',
      date: AGREED,
      notes: 2,
    })
    expect(read('a finales del mes de octubre')).toMatchObject({ notes: 1 })
    expect(read('dentro de los cinco días hábiles siguientes a la aprobación')).toMatchObject({ notes: 0 })
  })
})

describe('other ways of saying it', () => {
  it.each([
    [
      'en un plazo de diez (10) días naturales a partir de la notificación',
      { kind: 'natural-days', amount: 10 },
    ],
    ['5 (cinco) días hábiles contados a partir de que reciba el oficio', days(5)],
    ['treinta y dos días hábiles', days(32)],
    ['ciento veinte días hábiles', days(120)],
    [
      '15 dias habiles; todos los días y horas son hábiles',
      { kind: 'business-days', amount: 15, everyDayCounts: true },
    ],
    ['dos semanas', { kind: 'natural-days', amount: 14 }],
    ['un mes después de la aprobación', { kind: 'months', amount: 1 }],
    ['un año', { kind: 'months', amount: 12 }],
    ['24 horas hábiles', { kind: 'hours', amount: 24, workingDaysOnly: true }],
    ['a más tardar el 31 de octubre de 2017', { kind: 'fixed-date', date: '2017-10-31' }],
    ['el 15 de enero', { kind: 'fixed-date', date: '2018-01-15' }],
    ['el primero de septiembre', { kind: 'fixed-date', date: '2017-09-01' }],
    ['31/10/2017', { kind: 'fixed-date', date: '2017-10-31' }],
    ['2017-10-31', { kind: 'fixed-date', date: '2017-10-31' }],
    ['en el mes de marzo', { kind: 'end-of-month', year: 2018, month: 3 }],
    ['a fines de agosto', { kind: 'end-of-month', year: 2017, month: 8 }],
    ['a finales de febrero de 2020', { kind: 'end-of-month', year: 2020, month: 2 }],
    ['a fin de mes', { kind: 'end-of-month', year: 2017, month: 8 }],
    ['antes de fin de año', { kind: 'fixed-date', date: '2017-12-31' }],
    ['cada seis meses', { kind: 'recurring', every: 'half-year', by: 'start' }],
    ['mensualmente', { kind: 'recurring', every: 'month', by: 'calendar' }],
    ['el programa anual, a más tardar el 30 de noviembre', { kind: 'fixed-date', date: '2017-11-30' }],
    ['Cuanto antes', { kind: 'none' }],
  ])('«%s»', (wording, term) => {
    expect(read(wording)).toMatchObject({ term })
  })

  it('takes the event that sets it running from the words', () => {
    expect(read('10 días naturales a partir de la notificación')).toMatchObject({
      from: 'notice',
      date: null,
    })
    expect(read('5 días hábiles contados a partir de que reciba el oficio')).toMatchObject({ from: 'notice' })
    expect(read('30 días hábiles siguientes a su aprobación')).toMatchObject({
      from: 'approval',
      date: AGREED,
    })
  })

  it.each([
    '31 de febrero de 2018',
    '31/02/2018',
    '2018-02-31',
    'el 30 de febrero',
    '12/13/2018',
    '1 de enero de 9999',
  ])('refuses a date that does not exist: «%s»', (wording) => {
    expect(read(wording)).toMatchObject({ kind: 'impossible' })
  })

  it.each([
    '',
    '   ',
    'cuando se pueda',
    'según se acuerde',
    '0 días',
    'cada cinco meses',
    '9999 días hábiles',
  ])('proposes nothing for «%s», and keeps the words', (wording) => {
    expect(read(wording)).toEqual({ kind: 'unknown' })
    expect(deadlineFromWording(wording, AGREED)).toMatchObject({
      term: { kind: 'none' },
      wording: wording.trim(),
    })
  })

  it('reads numbers in words', () => {
    expect(
      ['veintiún', 'noventa y nueve', 'cien', 'ciento uno', 'trescientos', 'nada'].map(readNumber),
    ).toEqual([21, 99, 100, 101, 300, null])
  })

  it('answers any text with a deadline that can be stored, its words whole', () => {
    const words = fc.constantFrom(
      'dentro de',
      'los',
      'cinco',
      '60',
      'días',
      'hábiles',
      'meses',
      'a finales de',
      'octubre',
      'de',
      '2017',
      '31',
      'próxima sesión',
      'cada',
      'horas',
      'notificación',
      '/',
      'ñ',
      '9999',
    )
    const text = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.array(words, { maxLength: 9 }).map((parts) => parts.join(' ')),
    )
    fc.assert(
      fc.property(text, (wording) => {
        const deadline = deadlineFromWording(wording, AGREED)
        expect(deadlineSchema.parse(deadline)).toEqual(deadline)
        expect(deadline.wording).toBe(wording.trim())
      }),
      { numRuns: 500 },
    )
  })
})

describe('typed deadlines', () => {
  const draft = (changes: object) => readDeadline({ ...EMPTY_DEADLINE_DRAFT, ...changes })

  it('come back as they were from the form', () => {
    for (const wording of [
      'dentro de los cinco días hábiles siguientes a la aprobación',
      'a finales del mes de octubre',
      '48 horas',
      '24 horas hábiles',
      'cada dos meses',
      'próxima sesión',
      'dos meses',
      '31/10/2017',
      'nada',
    ]) {
      const deadline = deadlineFromWording(wording, AGREED)
      expect(readDeadline(draftOfDeadline(deadline))).toEqual({ ok: true, value: deadline })
    }
  })

  it.each([
    [{ kind: 'business-days', amount: '0' }, 'amount'],
    [{ kind: 'business-days', amount: 'cinco' }, 'amount'],
    [{ kind: 'months', amount: '121' }, 'amount'],
    [{ kind: 'hours', amount: '1.5' }, 'amount'],
    [{ kind: 'fixed-date', date: '2017-02-29' }, 'date'],
    [{ kind: 'end-of-month', month: '2017-13' }, 'month'],
    [{ kind: 'business-days', amount: '5', startDate: '31/12/2017' }, 'startDate'],
    [{ kind: 'business-days', amount: '5', event: 'date' }, 'startDate'],
    [{ kind: 'hours', amount: '5', startDate: '2017-08-30', startTime: '24:00' }, 'startTime'],
    [{ kind: 'fixed-date', date: '2017-08-29', startDate: '2017-08-30' }, 'date'],
    [{ kind: 'end-of-month', month: '2017-07', startDate: '2017-08-30' }, 'month'],
    [{ wording: 'x'.repeat(501) }, 'wording'],
  ])('%j is refused at %s', (changes, field) => {
    const result = draft(changes)
    expect(!result.ok && result.error.map((problem) => problem.field)).toEqual([field])
  })
})
