import { describe, expect, it } from 'vitest'
import { docTreeSchema } from '../../../../shared/documents'
import { membershipSchema, personSchema, seatSchema } from '../../../../shared/domain/people'
import { isoDate } from '../../../../shared/lib/iso-date'
import { areaBatches, areaOficio, oficioAddressee, oficioSigner } from '../../../../shared/outputs'
import { makeItem, makeParty } from '../../../helpers/make-item'
import { makeBody, testId } from '../../../helpers/make-session'
import { makeRecord } from '../../../helpers/outputs'

const TODAY = isoDate('2017-11-15')
const bodyId = makeBody().id

function seat(n: number, role: string) {
  const acronym = `A${n}`
  return seatSchema.parse({
    id: testId(n),
    bodyId,
    name: `Área ${n}`,
    acronym,
    role,
    hasVote: true,
    signs: true,
    order: n,
    validFrom: null,
    validUntil: null,
  })
}

function person(n: number, fullName: string) {
  return personSchema.parse({
    id: testId(n),
    bodyId,
    fullName,
    shortName: fullName,
    initials: 'AB',
    honorificShort: 'Lic.',
    honorificLong: 'licenciada',
    gender: 'f',
  })
}

function place(n: number, seatN: number, personN: number, changes = {}) {
  return membershipSchema.parse({
    id: testId(n),
    bodyId,
    seatId: testId(seatN),
    personId: testId(personN),
    standing: 'titular',
    charge: `Representante del Área ${seatN}`,
    signatureCaption: null,
    validFrom: null,
    validUntil: null,
    ...changes,
  })
}

const directory = {
  seats: [seat(20, 'member'), seat(21, 'technical-secretariat')],
  persons: [person(30, 'Ana Luna'), person(31, 'Eva Sol'), person(32, 'Cecilia Azuara Arai')],
  memberships: [
    place(40, 20, 30, { validUntil: '2017-10-31' }),
    place(41, 20, 31, { validFrom: '2017-11-01' }),
    place(42, 21, 32, { signatureCaption: 'Secretaria Técnica del Comité' }),
  ],
}

const item = makeItem(1, {
  title: 'Abrir Datos Abiertos',
  text: 'Abrir la sección Datos Abiertos en la página del Instituto.',
  responsible: [{ name: 'A20', seatId: testId(20), personId: null }, makeParty('Externa')],
})
const batches = areaBatches([makeRecord(item)], directory.seats)

function batchOf(name: string) {
  const batch = batches.find((one) => one.name === name)
  if (!batch) throw new Error(`no batch of ${name}`)
  return batch
}

function oficio(name: string, changes: Partial<Parameters<typeof areaOficio>[0]> = {}) {
  const batch = batchOf(name)
  return areaOficio({
    body: makeBody(),
    batch,
    addressee: oficioAddressee(directory, batch, TODAY),
    signer: oficioSigner(directory, TODAY),
    number: '',
    replyBy: null,
    today: TODAY,
    ...changes,
  })
}

const textOf = (tree: ReturnType<typeof areaOficio>) => JSON.stringify(tree.blocks)

describe('the oficio of an área', () => {
  it('is a document for whoever holds the seat today, signed by the Secretaría Técnica', () => {
    const tree = oficio('A20', { number: 'INE/ST/045/2017', replyBy: isoDate('2017-11-30') })
    expect(docTreeSchema.parse(tree)).toEqual(tree)
    const text = textOf(tree)
    expect(text).toContain('Lic. Eva Sol')
    expect(text).not.toContain('Ana Luna')
    expect(text).toContain('INE/ST/045/2017')
    expect(text).toContain('a más tardar el 30 de noviembre de 2017')
    expect(text).toContain('consta 1 asunto a cargo de esa área')
    expect(text).toContain('Abrir Datos Abiertos. Acordado: «Abrir la sección')
    expect(text).toContain('{"name":"Lic. Cecilia Azuara Arai","caption":"Secretaria Técnica del Comité"}')
  })

  it('leaves a line for its number, and names the área when nobody is known', () => {
    const tree = oficio('Externa', { signer: null })
    const text = textOf(tree)
    expect(text).toContain('{"label":"Oficio núm.","value":"____________________"}')
    expect(text).toContain('{"text":"Externa","bold":true')
    expect(text).toContain('"name":"Secretaría Técnica"')
    expect(text).not.toContain('a más tardar')
  })

  it('agrees with a body of feminine name', () => {
    const body = makeBody({ name: 'Comisión de Ética', gender: 'f' })
    expect(textOf(oficio('A20', { body }))).toContain('los acuerdos de la Comisión de Ética')
  })
})
