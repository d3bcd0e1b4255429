import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../../shared/lib/iso-date'
import { areaBatches, areaLetter } from '../../../../shared/outputs'
import { makeItem, makeItemEvent, makeParty } from '../../../helpers/make-item'
import { makeBody, testId } from '../../../helpers/make-session'
import { makeRecord } from '../../../helpers/outputs'

const unicom = { name: 'UNICOM', seatId: testId(20), personId: null }
const seats = [{ id: unicom.seatId as never, name: 'Unidad Técnica de Servicios de Informática' }]

const datos = makeItem(1, {
  title: 'Liberación de la sección Datos Abiertos',
  text: 'Liberar la sección Datos Abiertos en la página del Instituto.',
  responsible: [makeParty('UTTyPDP'), unicom],
  deadline: {
    term: { kind: 'end-of-month', year: 2017, month: 10 },
    start: { event: 'approval', date: '2017-08-30', time: null },
    wording: 'a finales del mes de octubre',
  },
})
const closed = makeItem(2, { responsible: [unicom] })
const orphan = makeItem(3, { responsible: [] })
const records = [
  makeRecord(datos),
  makeRecord(closed, [makeItemEvent(closed, 1, '2017-10-01', { kind: 'state', to: 'fulfilled' })]),
  makeRecord(orphan),
]

describe('what goes to each área', () => {
  it('is what she still has to do, under each one who answers for it', () => {
    const batches = areaBatches(records, seats)
    expect(
      batches.map(({ name, fullName, records: own }) => [name, fullName, own.map(({ item }) => item.code)]),
    ).toEqual([
      ['UNICOM', 'Unidad Técnica de Servicios de Informática', ['SEG-2017-001']],
      ['UTTyPDP', 'UTTyPDP', ['SEG-2017-001']],
    ])
  })

  it('is told in a letter with what was agreed, when it was due and how late it is', () => {
    const [batch] = areaBatches(records, seats)
    if (!batch) throw new Error('no batch')
    const letter = areaLetter(makeBody(), batch, isoDate('2017-11-15'))
    expect(letter.subject).toBe(
      'Seguimiento de acuerdos del Comité de Gestión y Publicación Electrónica: 1 asunto de UNICOM',
    )
    expect(letter.text).toContain('consta 1 asunto a cargo de esa área, vencido:')
    expect(letter.text).toContain('1. SEG-2017-001: Liberación de la sección Datos Abiertos')
    expect(letter.text).toContain('Vence: 31 de octubre de 2017; venció hace 11 días hábiles.')
    expect(letter.text).toContain('«a finales del mes de octubre»')
  })
})
