import { describe, expect, it } from 'vitest'
import {
  articleFor,
  asClause,
  atTime,
  dateWords,
  endSentence,
  joinClauses,
  longDate,
  numberWords,
  ordinalBefore,
  timeWords,
  withPreposition,
} from '../../../../../shared/documents/spanish'
import { clockTimeSchema, isoDate } from '../../../../../shared/lib/iso-date'

const clock = (text: string) => clockTimeSchema.parse(text)

describe('numbers in words', () => {
  it.each([
    [0, 'cero'],
    [16, 'dieciséis'],
    [21, 'veintiuno'],
    [22, 'veintidós'],
    [31, 'treinta y uno'],
    [100, 'cien'],
    [101, 'ciento uno'],
    [500, 'quinientos'],
    [1000, 'mil'],
    [2017, 'dos mil diecisiete'],
    [2021, 'dos mil veintiuno'],
    [21_000, 'veintiún mil'],
    [45_535, 'cuarenta y cinco mil quinientos treinta y cinco'],
  ])('%i is %s', (n, words) => {
    expect(numberWords(n)).toBe(words)
  })

  it('agrees with what it counts', () => {
    expect(numberWords(1, 'un')).toBe('un')
    expect(numberWords(21, 'un')).toBe('veintiún')
    expect(numberWords(31, 'una')).toBe('treinta y una')
    expect(numberWords(201, 'una')).toBe('doscientas una')
  })

  it('refuses what has no words here', () => {
    expect(() => numberWords(-1)).toThrow(RangeError)
    expect(() => numberWords(1.5)).toThrow(RangeError)
  })
})

describe('dates and times', () => {
  it('writes dates as minutas do and in words', () => {
    expect(longDate(isoDate('2017-11-15'))).toBe('15 de noviembre de 2017')
    expect(dateWords(isoDate('2017-11-15'))).toBe('quince de noviembre de dos mil diecisiete')
    expect(dateWords(isoDate('2021-03-01'))).toBe('primero de marzo de dos mil veintiuno')
  })

  it.each([
    ['11:20', 'once horas con veinte minutos'],
    ['12:00', 'doce horas'],
    ['01:01', 'una hora con un minuto'],
    ['21:21', 'veintiuna horas con veintiún minutos'],
    ['00:30', 'cero horas con treinta minutos'],
  ])('%s is %s', (time, words) => {
    expect(timeWords(clock(time))).toBe(words)
  })

  it('chooses the article of the hour', () => {
    expect(atTime(clock('01:05'))).toBe('a la una hora con cinco minutos')
    expect(atTime(clock('11:00'))).toBe('a las once horas')
  })
})

describe('grammar', () => {
  it('contracts only the masculine singular article', () => {
    expect(withPreposition('de', 'el Comité')).toBe('del Comité')
    expect(withPreposition('a', 'el licenciado Jacobo Molina')).toBe('al licenciado Jacobo Molina')
    expect(withPreposition('de', 'la Comisión')).toBe('de la Comisión')
    expect(withPreposition('de', 'Diana Díaz')).toBe('de Diana Díaz')
  })

  it.each([
    ['Unidad Técnica de Servicios de Informática', 'la'],
    ['Dirección del Secretariado', 'la'],
    ['Presidencia del Consejo General', 'la'],
    ['Secretaría Ejecutiva', 'la'],
    ['Instituto Nacional Electoral', 'el'],
    ['Órgano Interno de Control', 'el'],
    ['Área de Diseño', 'el'],
    ['Programa de Trabajo', 'el'],
    ['Lineamientos internos', 'los'],
    ['Juntas Locales', 'las'],
    ['Direcciones Ejecutivas', 'las'],
    ['UNICOM', ''],
    ['La Dirección', ''],
  ])('%s takes «%s»', (name, article) => {
    expect(articleFor(name)).toBe(article)
  })

  it('shortens the ordinals that shorten before a noun', () => {
    expect([1, 3, 5, 11, 13, 21].map(ordinalBefore)).toEqual([
      'primer',
      'tercer',
      'quinto',
      'décimo primer',
      'décimo tercer',
      'vigésimo primer',
    ])
  })

  it('lower-cases only words that cannot be names', () => {
    expect(asClause('El informe')).toBe('el informe')
    expect(asClause('Se revisó')).toBe('se revisó')
    expect(asClause('México participa')).toBe('México participa')
    expect(asClause('INE informa')).toBe('INE informa')
  })

  it('ends sentences once', () => {
    expect(endSentence('Así fue')).toBe('Así fue.')
    expect(endSentence('¿Así fue?')).toBe('¿Así fue?')
    expect(endSentence('dijo «así fue.»')).toBe('dijo «así fue.»')
    expect(endSentence('a saber:')).toBe('a saber:')
    expect(endSentence('uno, dos,')).toBe('uno, dos.')
  })

  it('joins counts without ambiguity', () => {
    expect(joinClauses(['seis a favor', 'uno en contra, de la X'])).toBe(
      'seis a favor y uno en contra, de la X',
    )
    expect(joinClauses(['a', 'b, de x', 'c'])).toBe('a, b, de x, y c')
  })
})
