import { describe, expect, it } from 'vitest'
import { documentText, inSignatureOrder, placeSignatory } from '../../../../../shared/documents'
import { opened } from '../../../../helpers/make-session'
import { minutaOf } from '../../../../helpers/minuta'
import { everybody, prepared } from '../../../../helpers/minuta-committee'

const [first, second, third] = everybody.map((attendee) => attendee.id)
const ids = everybody.slice(0, 3).map((attendee) => attendee.id)

describe('signature sheet', () => {
  it('follows the chosen order and then the list', () => {
    const record = prepared()
    const order = [everybody[4], everybody[0]].flatMap((attendee) => (attendee ? [attendee.id] : []))
    const session = { ...record.plan.session, signatureOrder: order }
    const { signatories } = minutaOf(opened({ ...record, plan: { ...record.plan, session } }))
    expect(signatories.map((attendee) => attendee.shortName)).toEqual([
      'Jorge Torres',
      'Jacobo Molina',
      'Azuara',
      'Pérez Cortés',
      'Rubén Álvarez',
      'Cuervo Escalona',
      'González',
    ])
  })

  it('uses the caption of the signature when there is one, else the charge', () => {
    const text = documentText(minutaOf(opened(prepared())).tree)
    expect(text).toContain('Lic. Edmundo Jacobo Molina — Presidente del Comité')
    expect(text).toContain(
      'Lic. Juan Carlos Enrique Cuervo Escalona — Representante de la Dirección del Secretariado',
    )
    expect(text).toContain(
      'HOJA DE FIRMAS DE LA MINUTA DE LA SEGUNDA SESIÓN ORDINARIA DEL COMITÉ DE GESTIÓN Y PUBLICACIÓN ' +
        'ELECTRÓNICA, CELEBRADA EL 15 DE NOVIEMBRE DE 2017.',
    )
  })

  it('prints the head hash of the register when it is known', () => {
    const hash = '0123456789abcdef'.repeat(4)
    const line = `Huella del registro: ${hash} · Documento generado el 16 de noviembre de 2017.`
    expect(documentText(minutaOf(opened(prepared()), { headHash: hash }).tree)).toContain(line)
    expect(documentText(minutaOf(opened(prepared())).tree)).not.toContain('Huella')
  })

  it('moves one person to a place and leaves the others in order', () => {
    if (!first || !second || !third) throw new Error('Three people are needed')
    expect(placeSignatory(ids, third, 0)).toEqual([third, first, second])
    expect(placeSignatory(ids, first, 99)).toEqual([second, third, first])
    expect(placeSignatory(ids, second, -5)).toEqual([second, first, third])
    expect(placeSignatory([first], third, 0)).toEqual([first])
  })

  it('ignores ids that are not there', () => {
    const order = everybody.slice(2, 3).map((attendee) => attendee.id)
    expect(inSignatureOrder(everybody.slice(0, 2), order)).toEqual(everybody.slice(0, 2))
  })
})

describe('a draft', () => {
  it('says that it is one on the first page and on every header until the session closes', () => {
    const record = opened(prepared())
    const draft = minutaOf(record).tree
    expect(draft.header).toMatch(/^BORRADOR · /)
    expect(documentText(draft)).toContain('BORRADOR. La sesión no ha concluido.')
    expect(minutaOf(record).warnings.map((warning) => warning.code)).toContain('session-not-closed')
  })
})
