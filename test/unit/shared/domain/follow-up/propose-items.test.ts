import { describe, expect, it } from 'vitest'
import {
  findDeadlineWording,
  itemsFromSession,
  readItem,
  titleFromText,
} from '../../../../../shared/domain/follow-up'
import { foldSession, type PlainFactBody, pointIdSchema } from '../../../../../shared/domain/sessions'
import { exampleSession } from '../../../../../shared/examples'
import { NOTHING_STORED, planSessionFile } from '../../../../../shared/session-file'
import {
  countingEffects,
  makeRecord,
  makeSession,
  opened,
  testId,
  withFacts,
} from '../../../../helpers/make-session'

const session = makeSession(1)
const point = makeRecord(session).plan.points[0]?.id ?? pointIdSchema.parse(testId(1))

function proposalsOf(bodies: readonly PlainFactBody[], promoted = new Map()) {
  const start = withFacts(opened(makeRecord(session)), [{ kind: 'point-opened', pointId: point }])
  const record = withFacts(start, bodies)
  const seats = record.plan.attendees.flatMap(({ seatId, areaName, areaAcronym }) =>
    seatId ? [{ id: seatId, name: areaName, acronym: areaAcronym }] : [],
  )
  return itemsFromSession(foldSession(record.plan, record.facts), { seats, persons: [] }, promoted)
}

const speech = (act: 'instructs' | 'suggests' | 'informs', text: string): PlainFactBody => ({
  kind: 'speech',
  pointId: point,
  speaker: null,
  act,
  text,
})

describe('what a session leaves to be done', () => {
  it('takes a commitment with its owner, its words and its deadline', () => {
    const [proposal, ...rest] = proposalsOf([
      {
        kind: 'commitment',
        pointId: point,
        sourceFactId: null,
        text: 'informar el estado del sistema',
        responsible: ['A2', 'INAI'],
        due: 'para la próxima sesión',
      },
    ])
    expect(rest).toEqual([])
    expect(proposal).toMatchObject({
      source: 'commitment',
      suggested: true,
      promotedTo: null,
      draft: {
        title: 'Informar el estado del sistema',
        text: 'informar el estado del sistema',
        responsible: [
          { name: 'A2', seatId: testId(302) },
          { name: 'INAI', seatId: null },
        ],
        deadline: {
          term: { kind: 'next-session' },
          start: { event: 'approval', date: '2017-11-15' },
          wording: 'para la próxima sesión',
        },
        openedOn: '2017-11-15',
        origin: {
          kind: 'session',
          sessionId: session.id,
          factId: proposal?.factId,
          pointId: point,
          pointNumber: 1,
        },
      },
    })
    expect(proposal && readItem(proposal.draft, () => false)).toMatchObject({ ok: true })
  })

  it('offers instructions and suggestions once: not those that became a commitment', () => {
    const start = withFacts(opened(makeRecord(session)), [{ kind: 'point-opened', pointId: point }])
    const record = withFacts(start, [
      speech('instructs', 'informar a las áreas'),
      speech('suggests', 'crear un histórico'),
      speech('informs', 'nada que hacer'),
    ])
    const suggested = record.facts.find(({ body }) => body.kind === 'speech' && body.act === 'suggests')
    const both = withFacts(record, [
      {
        kind: 'commitment',
        pointId: point,
        sourceFactId: suggested?.id ?? null,
        text: 'crear un histórico',
        responsible: [],
        due: null,
      },
    ])
    const proposals = itemsFromSession(
      foldSession(both.plan, both.facts),
      { seats: [], persons: [] },
      new Map(),
    )
    expect(proposals.map(({ source, suggested: marked, draft }) => [source, marked, draft.title])).toEqual([
      ['speech', true, 'Informar a las áreas'],
      ['commitment', true, 'Crear un histórico'],
    ])
  })

  it('marks an agreement that lays a duty on somebody, and reads its term', () => {
    const text =
      'Se instruye a la Secretaría Técnica, para que, dentro de los tres días hábiles siguientes a la aprobación del presente Acuerdo, lo haga del conocimiento de las áreas.'
    const [duty, plain] = proposalsOf([
      { kind: 'agreement', pointId: point, number: null, text },
      {
        kind: 'agreement',
        pointId: point,
        number: 'INE/CGyPE/003/2021',
        text: 'Se aprueban los Lineamientos.',
      },
    ])
    expect(duty).toMatchObject({
      source: 'agreement',
      suggested: true,
      draft: { deadline: { term: { kind: 'business-days', amount: 3 } } },
    })
    expect(plain).toMatchObject({
      suggested: false,
      draft: {
        title: 'INE/CGyPE/003/2021: Se aprueban los Lineamientos',
        deadline: { term: { kind: 'none' } },
      },
    })
  })

  it('says which facts are items already', () => {
    const bodies: PlainFactBody[] = [
      { kind: 'commitment', pointId: point, sourceFactId: null, text: 'x', responsible: [], due: null },
    ]
    const factId = proposalsOf(bodies)[0]?.factId
    expect(proposalsOf(bodies, new Map([[factId, testId(77)]]))[0]?.promotedTo).toBe(testId(77))
  })

  it('finds in the example every commitment that the minuta of 15-nov-2017 leaves', () => {
    const planned = planSessionFile(exampleSession(), NOTHING_STORED, countingEffects())
    if (!planned.ok) throw new Error('example refused')
    const { state, seats, persons } = planned.value
    const proposals = itemsFromSession(state, { seats, persons }, new Map())
    const commitments = state.facts.filter(({ body }) => body.kind === 'commitment')
    expect(proposals.filter(({ source }) => source === 'commitment')).toHaveLength(commitments.length)
    expect(
      proposals.filter(({ draft }) => draft.responsible.some(({ name }) => name === 'CNCS')),
    ).not.toEqual([])
    const unknown = proposals.flatMap(({ draft }) =>
      draft.responsible.filter(({ seatId }) => seatId === null),
    )
    expect(unknown).toEqual([])
    const brief = proposals.find(({ draft }) => draft.deadline.wording === 'a la brevedad')
    expect(brief?.draft.deadline.term).toEqual({ kind: 'none' })
  })
})

describe('titles and terms from words', () => {
  it('cuts a long text between words', () => {
    const title = titleFromText(`que ${'palabra '.repeat(40)}`)
    expect(title.length).toBeLessThanOrEqual(141)
    expect(title).toMatch(/^Palabra .* palabra…$/)
    expect(titleFromText('crear  un histórico.')).toBe('Crear un histórico')
    expect(titleFromText('x'.repeat(300)).length).toBeLessThanOrEqual(141)
  })

  it.each([
    [
      'Deberán cambiarlas a más tardar 60 días hábiles, una vez aprobados estos Lineamientos.',
      'a más tardar 60 días hábiles, una vez aprobados estos Lineamientos',
    ],
    ['Liberar la sección a la brevedad; después, los tableros', 'a la brevedad'],
    ['Sin plazo alguno', ''],
  ])('«%s»', (text, wording) => {
    expect(findDeadlineWording(text)).toBe(wording)
  })
})
