import { describe, expect, it } from 'vitest'
import {
  type HolderProposal,
  proposeNewHolder,
  proposeStoredHolder,
} from '../../../../../renderer/features/directory/holder-proposal'
import { presetCgype } from '../../../../../shared/domain/bodies/preset-cgype'
import { draftOfHolder, type HolderInput } from '../../../../../shared/domain/people'
import { required } from '../../../../../shared/lib/assert'
import { countingEffects, makeMembership, makePerson } from '../../../../helpers/make-session'

const { body, seats } = presetCgype(countingEffects())
const KNOWN = makePerson(1, { fullName: 'Cecilia Azuara Arai', shortName: 'Azuara', initials: 'CA' })
const DIRECTORY = { body, seats, persons: [KNOWN], memberships: [] }
const BLANK: HolderInput = {
  ...draftOfHolder(KNOWN, makeMembership(1)),
  fullName: '',
  honorificShort: '',
  gender: '',
}

function proposed(
  propose: HolderProposal,
  changes: Partial<HolderInput>,
  changed: string,
  written: readonly string[] = [],
) {
  const values = propose({ ...BLANK, ...changes }, { changed, written: new Set([changed, ...written]) })
  return Object.fromEntries(values.map(({ field, value }) => [field, value]))
}

describe('proposals while somebody is being seated', () => {
  const presidency = proposeNewHolder(DIRECTORY, required(seats[0], 'presidency'))

  it('follow the name and the form of address', () => {
    expect(
      proposed(presidency, { fullName: 'Edmundo Jacobo Molina', honorificShort: 'Lic.' }, 'fullName'),
    ).toEqual({
      gender: 'm',
      honorificLong: 'licenciado',
      shortName: 'Jacobo',
      initials: 'EJ',
      charge: 'Representante de la Secretaría Ejecutiva y Presidente del Comité',
      signatureCaption: 'Presidente del Comité',
    })
  })

  it('take the data of a person already known', () => {
    const values = proposed(presidency, { fullName: 'cecilia azuara arai' }, 'fullName')
    expect(values).toMatchObject({ shortName: 'Azuara', initials: 'CA', honorificShort: 'Lic.', gender: 'f' })
    expect(values.signatureCaption).toBe('Presidenta del Comité')
  })

  it('do not guess a gender that the name does not tell, and obey the one chosen', () => {
    const name = { fullName: 'Guadalupe Díaz Soto', honorificShort: 'Lic.' }
    expect(proposed(presidency, name, 'fullName')).toMatchObject({ gender: '', honorificLong: '' })
    expect(proposed(presidency, { ...name, gender: 'f' }, 'gender')).toMatchObject({
      honorificLong: 'licenciada',
    })
  })
})

describe('proposals for a stored person', () => {
  it('only follow her form of address', () => {
    expect(proposed(proposeStoredHolder, { honorificShort: 'Mtra.', gender: 'f' }, 'honorificShort')).toEqual(
      {
        honorificLong: 'maestra',
      },
    )
    expect(proposed(proposeStoredHolder, { fullName: 'Otra Persona' }, 'fullName')).toEqual({})
    expect(proposed(proposeStoredHolder, { honorificShort: 'M.V.Z.', gender: 'f' }, 'gender')).toEqual({})
  })
})
