import { describe, expect, it } from 'vitest'
import {
  genderReader,
  readDate,
  readInitials,
  readRole,
  readStanding,
  readYesNo,
} from '../../../../../shared/domain/people'

/** The value read, or the sentence of the refusal. */
function outcome(answer: { ok: true; value: unknown } | { ok: false; error: string }): unknown {
  return answer.ok ? answer.value : answer.error
}

describe('dates in cells', () => {
  it.each([
    ['15/11/2017', '2017-11-15'],
    ['1/2/2017', '2017-02-01'],
    ['01-02-2017', '2017-02-01'],
    ['29.02.2016', '2016-02-29'],
    ['2017-11-15', '2017-11-15'],
    ['2017-11-15T00:00:00.000Z', '2017-11-15'],
    ['15 de noviembre de 2017', '2017-11-15'],
    ['15 nov 2017', '2017-11-15'],
    ['15-Nov.-2017', '2017-11-15'],
    ['1 de septiembre del 2021', '2021-09-01'],
    ['31/02/2017', '31/02/2017 no existe: febrero de 2017 tiene 28 días.'],
    ['29/02/1900', '29/02/1900 no existe: febrero de 1900 tiene 28 días.'],
    ['31/04/2017', '31/04/2017 no existe: abril de 2017 tiene 30 días.'],
    ['2017-02-31', '2017-02-31 no existe: febrero de 2017 tiene 28 días.'],
    ['0/05/2017', '0/05/2017 no existe: mayo de 2017 tiene 31 días.'],
    ['11/15/2017', '11/15/2017 no existe: no hay mes 15 (se lee día/mes/año).'],
    ['15/11/17', 'escriba el año de «15/11/17» con cuatro cifras.'],
    ['15/11/0017', '15/11/0017 está fuera de los años 1900 a 2199.'],
    ['43054', '«43054» no se entiende como fecha; escriba dd/mm/aaaa.'],
    ['ayer', '«ayer» no se entiende como fecha; escriba dd/mm/aaaa.'],
    ['15 de brumario de 2017', '«15 de brumario de 2017» no se entiende como fecha; escriba dd/mm/aaaa.'],
  ])('%s → %s', (text, expected) => {
    expect(outcome(readDate(text))).toBe(expected)
  })
})

describe('other cells', () => {
  it.each([
    ['Sí', true],
    ['SI', true],
    ['x', true],
    ['Voz y voto', true],
    ['no', false],
    ['Voz', false],
    ['quizá', '«quizá» no se entiende; escriba Sí o No.'],
  ])('yes or no: %s → %s', (text, expected) => {
    expect(outcome(readYesNo(text))).toBe(expected)
  })

  it.each([
    ['Presidenta', 'presidency'],
    ['Presidencia del Comité', 'presidency'],
    ['Secretario Técnico', 'technical-secretariat'],
    ['secretaria tecnica', 'technical-secretariat'],
    ['Integrante', 'member'],
    ['Vocal', 'member'],
    ['Gestora de Contenidos', 'content-manager'],
    ['Gestoría de Contenidos', 'content-manager'],
    ['Invitada', 'guest'],
  ])('role: %s → %s', (text, expected) => {
    expect(outcome(readRole(text))).toBe(expected)
  })

  it('names an unknown role and those that there are', () => {
    expect(outcome(readRole('Chambelán'))).toMatch(/^no se conoce el rol «Chambelán»; use Presidencia/)
  })

  it('reads standing and initials', () => {
    expect(outcome(readStanding('Propietaria'))).toBe('titular')
    expect(outcome(readStanding('Suplente'))).toBe('suplente')
    expect(outcome(readStanding('a veces'))).toBe('«a veces» no se entiende; use Titular o Suplente.')
    expect(outcome(readInitials('e. j.'))).toBe('EJ')
    expect(outcome(readInitials('ñé'))).toBe('ÑE')
    expect(outcome(readInitials('ABCDE'))).toBe('«ABCDE» no sirve; use de una a cuatro letras.')
  })

  it('lets the rest of the column decide what M means', () => {
    expect(outcome(genderReader(['F', 'M'])('M'))).toBe('m')
    expect(outcome(genderReader(['H', 'M'])('M'))).toBe('f')
    expect(outcome(genderReader(['H', 'M'])('h'))).toBe('m')
    expect(outcome(genderReader(['H', 'F', 'M'])('M'))).toMatch(/^«M» es ambiguo/)
    expect(outcome(genderReader([])('Femenino'))).toBe('f')
    expect(outcome(genderReader([])('?'))).toBe('«?» no se entiende; use F o M.')
  })
})
