import { describe, expect, it } from 'vitest'
import {
  findHonorific,
  guessGender,
  longHonorific,
  ofArea,
  ofBody,
  proposeCaptions,
  proposeShortName,
  splitHonorific,
} from '../../../../../shared/domain/people'

describe('forms of address', () => {
  it.each([
    ['Lic.', 'f', 'licenciada'],
    ['lic', 'm', 'licenciado'],
    ['Mtra.', 'f', 'maestra'],
    ['Mtro', 'm', 'maestro'],
    ['Ing.', 'f', 'ingeniera'],
    ['Dr.', 'm', 'doctor'],
    ['C.P.', 'f', 'contadora pública'],
    ['Arq.', 'm', 'arquitecto'],
    ['M.V.Z.', 'm', ''],
  ] as const)('%s (%s) is written "%s" in prose', (short, gender, long) => {
    expect(longHonorific(short, gender)).toBe(long)
  })

  it('tells the gender only when the form does', () => {
    expect(findHonorific('maestra')?.gender).toBe('f')
    expect(findHonorific('Lic.')?.gender).toBeNull()
    expect(findHonorific('')).toBeNull()
  })

  it('is taken out of the name when typed there', () => {
    expect(splitHonorific('Lic. Cecilia Azuara Arai')).toEqual({
      honorific: 'Lic.',
      name: 'Cecilia Azuara Arai',
    })
    expect(splitHonorific('M. en C. Ana Ruiz')).toEqual({ honorific: 'M. en C.', name: 'Ana Ruiz' })
    expect(splitHonorific('Ma. Elena Ríos')).toEqual({ honorific: '', name: 'Ma. Elena Ríos' })
  })
})

describe('proposals from a name', () => {
  it.each([
    ['Cecilia Azuara Arai', 'f'],
    ['Rubén Álvarez Mendiola', 'm'],
    ['Fanny Aimee Garduño Néstor', 'f'],
    ['Jorge Humberto Torres Antuñano', 'm'],
    ['Jacqueline González García', 'f'],
    ['José María Luna Vega', 'm'],
    ['María José Luna Vega', 'f'],
    ['Guadalupe Díaz Soto', null],
    ['Guadalupe Andrés Díaz Soto', 'm'],
  ])('gender of %s: %s', (name, gender) => {
    expect(guessGender(name)).toBe(gender)
  })

  it.each([
    ['Cecilia Azuara Arai', 'Azuara'],
    ['Juan Carlos Enrique Cuervo Escalona', 'Cuervo'],
    ['Ana María de la Cruz López', 'de la Cruz'],
    ['Edmundo Jacobo Molina', 'Jacobo'],
    ['Juan Sosa', 'Sosa'],
    ['Cher', 'Cher'],
  ])('short name of %s: %s', (name, short) => {
    expect(proposeShortName(name, new Set())).toBe(short)
  })

  it('adds the given name when the surname is taken', () => {
    expect(proposeShortName('Rubén Álvarez Mendiola', new Set(['alvarez']))).toBe('Rubén Álvarez')
  })
})

describe('captions', () => {
  it('agrees with the área and the body', () => {
    expect(ofArea('Dirección del Secretariado')).toBe('de la Dirección del Secretariado')
    expect(ofArea('Órgano Interno de Control')).toBe('del Órgano Interno de Control')
    expect(ofArea('Unidad Técnica de Servicios de Informática')).toMatch(/^de la Unidad/)
    expect(ofBody('el Comité')).toBe('del Comité')
    expect(ofBody('la Comisión')).toBe('de la Comisión')
  })

  it('proposes the wording of 000 for each role', () => {
    const body = { shortName: 'el Comité' }
    const area = 'Unidad Técnica de Transparencia y Protección de Datos Personales'
    expect(proposeCaptions(area, 'technical-secretariat', 'f', body)).toEqual({
      charge:
        'Representante de la Unidad Técnica de Transparencia y Protección de Datos Personales y Secretaria Técnica del Comité',
      signatureCaption: null,
    })
    expect(proposeCaptions('Secretaría Ejecutiva', 'presidency', 'm', body)).toEqual({
      charge: 'Representante de la Secretaría Ejecutiva y Presidente del Comité',
      signatureCaption: 'Presidente del Comité',
    })
    expect(proposeCaptions('Gestoría de Contenidos', 'content-manager', 'f', body).charge).toBe(
      'Gestora de Contenidos',
    )
  })
})
