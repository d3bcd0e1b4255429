import { describe, expect, it } from 'vitest'
import { type GuestDraft, readGuest } from '../../../../../shared/domain/sessions'
import { makeMembership, makePerson } from '../../../../helpers/make-session'

const persons = [makePerson(1, { fullName: 'Lissette Morones Sánchez', gender: 'f' })]
const memberships = [makeMembership(1, { charge: 'Subdirectora de Seguridad' })]

function read(draft: Partial<GuestDraft>) {
  return readGuest({ name: '', charge: '', gender: null, ...draft }, persons, memberships)
}

describe('who is invited', () => {
  it.each<[Partial<GuestDraft>, object]>([
    [
      { name: 'Lic. Diana  Díaz', charge: 'Representante de la DEPPP' },
      {
        fullName: 'Diana Díaz',
        honorificShort: 'Lic.',
        honorificLong: 'licenciada',
        gender: 'f',
        person: null,
      },
    ],
    [
      { name: 'Mtra. Guadalupe Reyes', charge: 'Asesora' },
      { fullName: 'Guadalupe Reyes', honorificShort: 'Mtra.', honorificLong: 'maestra', gender: 'f' },
    ],
    [
      { name: 'Guadalupe Reyes', charge: 'Asesor', gender: 'm' },
      { honorificShort: '', honorificLong: '', gender: 'm' },
    ],
    [
      { name: 'lissette morones sanchez' },
      { person: persons[0], fullName: 'Lissette Morones Sánchez', charge: 'Subdirectora de Seguridad' },
    ],
  ])('%j', (draft, expected) => {
    expect(read(draft)).toMatchObject({ ok: true, value: expected })
  })

  it.each<[Partial<GuestDraft>, string, RegExp]>([
    [{ name: '  ', charge: 'Asesora' }, 'name', /nombre/],
    [{ name: 'Diana Díaz' }, 'charge', /cargo de Diana Díaz/],
    [{ name: 'Guadalupe Reyes', charge: 'Asesoría' }, 'gender', /Guadalupe Reyes/],
  ])('%j is refused beside its field', (draft, field, text) => {
    const result = read(draft)
    expect(result.ok).toBe(false)
    if (!result.ok) {
      expect(result.error.field).toBe(field)
      expect(result.error.text).toMatch(text)
    }
  })
})
