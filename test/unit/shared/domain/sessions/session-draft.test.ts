import { describe, expect, it } from 'vitest'
import {
  draftOfSession,
  proposeSession,
  readSessionDraft,
  type SessionDraft,
  sessionTitle,
} from '../../../../../shared/domain/sessions'
import { isoDate } from '../../../../../shared/lib/iso-date'
import { makeSession } from '../../../../helpers/make-session'

const good: SessionDraft = {
  type: 'ordinaria',
  ordinal: '2',
  date: '2017-11-15',
  time: '11:00',
  place: '  Sala de Usos Múltiples,  Edificio "A" ',
  modality: 'presencial',
}

function problemsOf(changes: Partial<SessionDraft>): readonly string[] {
  const read = readSessionDraft({ ...good, ...changes }, [])
  return read.ok ? [] : read.error.map((problem) => `${problem.field}: ${problem.text}`)
}

describe('a good form', () => {
  it('becomes the data of the session', () => {
    expect(readSessionDraft(good, [])).toEqual({
      ok: true,
      value: {
        type: 'ordinaria',
        ordinal: 2,
        date: '2017-11-15',
        time: '11:00',
        place: 'Sala de Usos Múltiples, Edificio "A"',
        modality: 'presencial',
      },
    })
  })

  it('may leave the ordinal out and reads back as it was', () => {
    const read = readSessionDraft({ ...good, ordinal: '' }, [])
    expect(read.ok && read.value.ordinal).toBeNull()
    expect(read.ok && draftOfSession(read.value).ordinal).toBe('')
  })
})

describe('what is wrong is said beside its field', () => {
  it.each<[Partial<SessionDraft>, readonly string[]]>([
    [
      { date: '2017-02-29' },
      ['date: La fecha no existe: febrero de 2017 tiene 28 días y se escribió el día 29.'],
    ],
    [
      { date: '2016-02-30' },
      ['date: La fecha no existe: febrero de 2016 tiene 29 días y se escribió el día 30.'],
    ],
    [
      { date: '2017-06-31' },
      ['date: La fecha no existe: junio de 2017 tiene 30 días y se escribió el día 31.'],
    ],
    [{ date: '2017-13-01' }, ['date: La fecha no existe: no hay mes 13.']],
    [{ date: '' }, ['date: Falta la fecha de la sesión.']],
    [
      { date: '31 de febrero' },
      ['date: La fecha no está completa o no existe. Escriba día, mes y año, por ejemplo 15/11/2017.'],
    ],
    [{ date: '0217-11-15' }, ['date: Revise el año: 217 está fuera de 1990–2100.']],
    [{ time: '25:00' }, ['time: La hora no existe. Escriba entre 00:00 y 23:59, por ejemplo 11:00.']],
    [{ time: '' }, ['time: Falta la hora de inicio.']],
    [{ ordinal: '0' }, ['ordinal: El número de sesión va de 1 a 999, o vacío si la sesión no lleva número.']],
    [
      { ordinal: 'dos' },
      ['ordinal: El número de sesión va de 1 a 999, o vacío si la sesión no lleva número.'],
    ],
    [{ type: '' }, ['type: Elija si la sesión es ordinaria o extraordinaria.']],
    [{ modality: 'telepática' }, ['modality: Elija la modalidad de la sesión.']],
    [{ place: 'x'.repeat(301) }, ['place: El lugar no puede pasar de 300 caracteres.']],
  ])('%j', (changes, expected) => {
    expect(problemsOf(changes)).toEqual(expected)
  })

  it('tells every problem at once', () => {
    expect(problemsOf({ date: '', time: '', ordinal: 'x' }).map((text) => text.split(':')[0])).toEqual([
      'ordinal',
      'date',
      'time',
    ])
  })

  it('refuses a second session with the same type, ordinal and year, and says which has it', () => {
    const twin = makeSession(2, { date: '2017-06-21' })
    expect(readSessionDraft(good, [twin])).toEqual({
      ok: false,
      error: [
        {
          field: 'ordinal',
          text: 'Ya hay una segunda sesión ordinaria de 2017: la del 21 de junio de 2017.',
        },
      ],
    })
    expect(readSessionDraft({ ...good, type: 'extraordinaria' }, [twin]).ok).toBe(true)
    expect(readSessionDraft({ ...good, date: '2018-01-10' }, [twin]).ok).toBe(true)
    expect(readSessionDraft({ ...good, ordinal: '' }, [twin]).ok).toBe(true)
  })
})

describe('what the form starts with', () => {
  const earlier = [
    makeSession(1, { date: '2017-06-21', place: 'Sala vieja' }),
    makeSession(2, {
      type: 'extraordinaria',
      date: '2017-08-30',
      time: '12:00',
      modality: 'virtual',
      place: 'Sala nueva',
    }),
  ]

  it('proposes the next ordinary session, with place, time and modality of the last one', () => {
    expect(proposeSession(earlier, isoDate('2017-11-15'))).toEqual({
      type: 'ordinaria',
      ordinal: '2',
      date: '2017-11-15',
      time: '12:00',
      place: 'Sala nueva',
      modality: 'virtual',
    })
  })

  it('starts from nothing in a new body', () => {
    expect(proposeSession([], isoDate('2017-11-15'))).toMatchObject({ ordinal: '1', place: '', time: '' })
  })
})

it.each([
  [{ ordinal: 2 }, 'Segunda sesión ordinaria 2017'],
  [{ ordinal: 11, type: 'extraordinaria' }, 'Décima primera sesión extraordinaria 2017'],
  [{ ordinal: null, type: 'extraordinaria', date: '2021-03-25' }, 'Sesión extraordinaria 2021'],
])('%j is called %s', (changes, title) => {
  expect(sessionTitle(makeSession(2, changes))).toBe(title)
})
