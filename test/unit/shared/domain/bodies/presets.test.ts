import { describe, expect, it } from 'vitest'
import {
  applyBodyDraft,
  bodyDraftSchema,
  bodyFromDraft,
  draftOfBody,
} from '../../../../../shared/domain/bodies/preset-blank'
import { presetCgype } from '../../../../../shared/domain/bodies/preset-cgype'
import { countingEffects, makeBody } from '../../../../helpers/make-session'

const DRAFT = {
  name: 'Comisión de Prueba',
  shortName: 'la Comisión',
  acronym: 'CP',
  institution: 'Instituto de Prueba',
  gender: 'f',
  timeZone: 'America/Tijuana',
  agreementPattern: '',
} as const

function messagesOf(changes: Record<string, string>): readonly string[] {
  const parsed = bodyDraftSchema.safeParse({ ...DRAFT, ...changes })
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

describe('preset of the CGyPE', () => {
  const { body, seats } = presetCgype(countingEffects(1))

  it('has the seven seats that sign both minutas with a vote, in the order of 000', () => {
    expect(seats.filter(({ hasVote }) => hasVote).map(({ acronym }) => acronym)).toEqual([
      'SE',
      'UTTyPDP',
      'PCG',
      'CNCS',
      'UNICOM',
      'DS',
      'DECEyEC',
    ])
  })

  it('gives the Gestoría de Contenidos and four other áreas voice only', () => {
    const guests = seats.filter(({ hasVote }) => !hasVote)
    expect(guests.map(({ acronym, signs }) => [acronym, signs])).toEqual([
      ['GC', false],
      ['UTVOPL', false],
      ['DEA', false],
      ['DEPPP', false],
      ['DESPEN', false],
    ])
  })

  it('has one presidency and one technical secretariat, all seats of the body and in order', () => {
    expect(seats.filter(({ role }) => role === 'presidency')).toHaveLength(1)
    expect(seats.filter(({ role }) => role === 'technical-secretariat')).toHaveLength(1)
    expect(seats.every(({ bodyId }) => bodyId === body.id)).toBe(true)
    expect(seats.map(({ order }) => order)).toEqual(seats.map((_, index) => index))
    expect(new Set([body.id, ...seats.map(({ id }) => id)]).size).toBe(13)
  })
})

describe('a body written by the user', () => {
  it('keeps an empty numbering pattern as no numbering', () => {
    expect(bodyFromDraft(bodyDraftSchema.parse(DRAFT), countingEffects()).agreementPattern).toBeNull()
  })

  it.each([
    [{ name: ' ' }, 'name: Escriba el nombre completo del órgano.'],
    [{ shortName: 'Comisión' }, 'shortName: Incluya el artículo, por ejemplo «el Comité» o «la Comisión».'],
    [
      { timeZone: 'America/Chilangolandia' },
      'timeZone: Esa zona horaria no existe. Por ejemplo: America/Mexico_City.',
    ],
    [
      { agreementPattern: 'INE/{AAAA}' },
      'agreementPattern: Falta el consecutivo: escriba {NNN} donde va el número.',
    ],
    [{ agreementPattern: '{NN}/{NNN}' }, 'agreementPattern: Hay más de un consecutivo; deje solo un {NNN}.'],
  ])('says what is wrong with %o', (changes, message) => {
    expect(messagesOf(changes)).toEqual([message])
  })

  it('shows and stores the same body without changing its rules', () => {
    const body = makeBody()
    expect(applyBodyDraft(body, draftOfBody(body))).toEqual(body)
    expect(applyBodyDraft(body, { ...draftOfBody(body), acronym: 'CGE' })).toEqual({
      ...body,
      acronym: 'CGE',
    })
  })
})
