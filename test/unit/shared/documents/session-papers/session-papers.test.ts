import { describe, expect, it } from 'vitest'
import {
  buildAttendanceList,
  buildConvocatoria,
  buildSignaturePaper,
  docTreeSchema,
  documentText,
} from '../../../../../shared/documents'
import { foldSession } from '../../../../../shared/domain/sessions'
import { isoDate } from '../../../../../shared/lib/iso-date'
import { makeBody, withFacts } from '../../../../helpers/make-session'
import { committee, everybody, prepared, presence } from '../../../../helpers/minuta-committee'

const body = makeBody()
const record = prepared()
const rollCall = everybody
  .filter((attendee) => attendee !== committee.press && attendee !== committee.training)
  .map((attendee) => presence(attendee, 'present'))
const held = withFacts(record, [
  ...rollCall,
  presence(committee.training, 'excused'),
  { kind: 'session-opened' },
  { kind: 'quorum-verified' },
  presence(committee.press, 'present', true),
  presence(committee.computing, 'away'),
  { kind: 'session-closed' },
])
const state = foldSession(held.plan, held.facts)

describe('the convocatoria', () => {
  const tree = buildConvocatoria({ body, plan: record.plan, issuedOn: isoDate('2017-11-10') })
  const text = documentText(tree)

  it('says what is called, when, where and for what, and who calls', () => {
    expect(docTreeSchema.parse(tree)).toEqual(tree)
    expect(text).toMatch(/por instrucciones del Presidente del Comité, se convoca a quienes integran/i)
    for (const point of record.plan.points) expect(text).toContain(point.title)
    expect(text).toContain('Fecha de la convocatoria: 10 de noviembre de 2017.')
    expect(tree.blocks.at(-1)).toEqual({
      kind: 'signatures',
      signatories: [{ name: expect.stringContaining('Cecilia Azuara Arai'), caption: 'Secretaria Técnica' }],
    })
  })

  it('tells those with a vote from those with a voice only', () => {
    const captions = tree.blocks.flatMap((block) =>
      block.kind === 'table' ? [[block.caption, block.rows.length]] : [],
    )
    expect(captions.slice(1)).toEqual([
      ['Con voz y voto', 7],
      ['Con voz', 1],
    ])
  })

  it('stands without agenda, people, presidency or place', () => {
    const plan = { ...record.plan, points: [], attendees: [], session: { ...record.plan.session, place: '' } }
    const bare = documentText(buildConvocatoria({ body, plan, issuedOn: isoDate('2017-11-10') }))
    expect(bare).toContain('Se convoca a quienes integran')
    expect(bare).toContain('El orden del día no tiene puntos todavía.')
    expect(bare).not.toContain('Personas convocadas')
  })
})

describe('the attendance list', () => {
  it('is a sheet to sign before the session', () => {
    const tree = buildAttendanceList(body, foldSession(record.plan, []))
    const table = tree.blocks.find((block) => block.kind === 'table')
    expect(table?.columns.at(-1)?.title).toBe('Firma')
    expect(table?.rows.every((row) => row.at(-1) === '')).toBe(true)
    expect(documentText(tree)).toContain('Quórum requerido: 4 de 7 con derecho a voto.')
  })

  it('tells from the facts who came, how, and when each one moved', () => {
    const tree = buildAttendanceList(body, state)
    const table = tree.blocks.find((block) => block.kind === 'table')
    const attendanceOf = (name: string) => table?.rows.find(([cell]) => cell?.includes(name))?.at(-1)
    expect(attendanceOf('Jacobo Molina')).toBe('Presente')
    expect(attendanceOf('Álvarez Mendiola')).toMatch(/^Presente a distancia \(llega \d\d:\d\d\)$/)
    expect(attendanceOf('Torres Antuñano')).toMatch(/^Presente \(sale \d\d:\d\d\)$/)
    expect(attendanceOf('González García')).toBe('No asistió, con excusa')
    expect(documentText(tree)).toContain(
      'Quórum verificado: 5 de 7 con derecho a voto presentes; se requerían 4.',
    )
  })
})

describe('the signature sheet by itself', () => {
  it('has the people who attended and sign, in the order chosen, with the head of the record', () => {
    const order = [committee.secretary.id, committee.president.id]
    const plan = { ...held.plan, session: { ...held.plan.session, signatureOrder: order } }
    const headHash = 'ab'.repeat(32)
    const tree = buildSignaturePaper({
      body,
      state: foldSession(plan, held.facts),
      headHash,
      generatedOn: isoDate('2017-11-16'),
    })
    const text = documentText(tree)
    expect(text.indexOf('Azuara')).toBeLessThan(text.indexOf('Jacobo Molina'))
    expect(text).not.toContain('González García')
    expect(text).not.toContain('Garduño')
    expect(text).toContain(headHash)
  })

  it('says so when nobody signs', () => {
    const empty = foldSession({ ...record.plan, attendees: [] }, [])
    const tree = buildSignaturePaper({
      body,
      state: empty,
      headHash: null,
      generatedOn: isoDate('2017-11-16'),
    })
    expect(documentText(tree)).toContain('Nadie de la lista de asistencia firma la minuta.')
  })
})
