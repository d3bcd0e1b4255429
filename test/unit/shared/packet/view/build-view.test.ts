import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldSession, overlaySchema } from '../../../../../shared/domain/sessions'
import { required } from '../../../../../shared/lib/assert'
import { buildView, defaultViewOptions, type PacketView } from '../../../../../shared/packet'
import { makeSession, testId } from '../../../../helpers/make-session'
import { committee, prepared } from '../../../../helpers/minuta-committee'
import { HEADING, viewOf, viewSource } from '../../../../helpers/packet-view'
import { movesArbitrary, randomSession } from '../../../../helpers/random-session'

function point(view: PacketView, number: number) {
  return required(
    view.session?.points.find((candidate) => candidate.number === number),
    'point',
  )
}

function textOf(view: PacketView): string {
  return JSON.stringify(view)
}

const AREA = committee.press.areaName

describe('view for the members', () => {
  const view = viewOf('members')

  it('tells what became of each point', () => {
    const outcomes = view.session?.points.map(({ outcome }) => outcome)
    expect(outcomes).toEqual([
      'Aprobado por unanimidad',
      'No se desahogó',
      'No se desahogó',
      'Se dio por recibido',
      'Aprobado por mayoría',
      'Aprobado con voto de calidad',
      'No se desahogó',
    ])
  })

  it('marks each point with its result', () => {
    const results = view.session?.points.map(({ result }) => result)
    expect(results).toEqual(['approved', 'pending', 'pending', 'received', 'approved', 'approved', 'pending'])
  })

  it('tells what each seat did, with its reason and the sentence of the minuta', () => {
    const vote = required(point(view, 5).votes[0], 'vote')
    expect(vote.counts).toEqual({ yes: 5, no: 1, abstain: 0, recused: 0, notVoting: 0, absent: 1 })
    expect(vote.ballots?.find(({ attendeeId }) => attendeeId === committee.press.id)).toEqual({
      attendeeId: committee.press.id,
      option: 'no',
      reason: 'El costo es secreto',
    })
    expect(vote.sentence).toContain(AREA)
    expect(vote.openedAt).toBe('11:16')
  })

  it('says who broke the tie', () => {
    const vote = required(point(view, 6).votes[0], 'vote')
    expect(vote).toMatchObject({ outcome: 'approved', by: 'casting-vote' })
    expect(vote.castingVote).toEqual({ option: 'yes', attendeeId: committee.president.id })
  })

  it('holds annexes in the order of the agenda, under names that every system can hold', () => {
    expect(view.session?.points.flatMap(({ annexes }) => annexes.map(({ path }) => path))).toEqual([
      'data/anexos/punto-04/01-Informe.pdf',
      'data/anexos/punto-04/02-informe.pdf',
      'data/anexos/punto-05/01-Proyecto-de-acuerdo-version-2.docx',
    ])
  })

  it('holds the minuta by points and without the mark of the register', () => {
    const minuta = required(view.session, 'session').minuta
    const ofPoint5 = minuta.filter(({ pointId }) => pointId === point(view, 5).id)
    expect(ofPoint5.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'paragraph', 'paragraph'])
    expect(ofPoint5.at(-1)?.text).toBe('Acuerdo INE/CGyPE/001/2017: Se emiten los Criterios.')
    expect(new Set(minuta.map(({ id }) => id)).size).toBe(minuta.length)
    expect(JSON.stringify(minuta)).not.toContain(HEADING.headHash)
  })

  it('tells attendance and the follow-up with its notes', () => {
    const status = view.session?.attendees.map((attendee) => attendee.status)
    expect(status).toEqual([
      'present',
      'present',
      'excused',
      'present',
      'present',
      'present',
      'away',
      'present',
    ])
    expect(view.items).toMatchObject([
      {
        state: 'in-progress',
        due: '2018-01-31',
        pointId: point(view, 5).id,
        term: 'a más tardar el 31 de enero',
      },
    ])
    expect(view.items[0]?.lastUpdate).toContain('Nota reservada')
  })

  it('is the same for the same rows', () => {
    expect(viewOf('members')).toEqual(view)
  })
})

describe('view for the public', () => {
  it('tells only totals, and neither names nor reasons in the sentences of the minuta', () => {
    const view = viewOf('public')
    const vote = required(point(view, 5).votes[0], 'vote')
    expect(vote.ballots).toBeNull()
    expect(vote.counts).toMatchObject({ yes: 5, no: 1, absent: 1 })
    expect(vote.sentence).toContain('cinco votos a favor y uno en contra')
    const minuta = view.session?.minuta.filter(({ pointId }) => pointId === point(view, 5).id)
    expect(JSON.stringify(minuta)).not.toContain(AREA)
    expect(textOf(view)).not.toContain('secreto')
    expect(point(view, 6).votes[0]?.castingVote).toEqual({ option: 'yes', attendeeId: null })
  })

  it('tells what each seat did when asked to, but never why', () => {
    const view = viewOf('public', { votes: 'names' })
    expect(point(view, 5).votes[0]?.ballots).toContainEqual({
      attendeeId: committee.press.id,
      option: 'no',
      reason: null,
    })
    expect(point(view, 5).votes[0]?.sentence).toContain(AREA)
    expect(textOf(view)).not.toContain('secreto')
  })

  it('holds no note, author or source of the follow-up', () => {
    const [item] = viewOf('public').items
    expect(item?.lastUpdate).toBe('16 de noviembre de 2017: en proceso.')
  })

  it('prints the generated account of a vote instead of one that was typed', () => {
    const source = viewSource()
    const vote = required(point(viewOf('members'), 5).votes[0], 'vote')
    const anchor = `vote:${vote.id}`
    const sessionId = required(source.record, 'record').plan.session.id
    const overlay = overlaySchema.parse({
      id: `${sessionId}:${anchor}`,
      sessionId,
      anchor,
      text: 'Rubén votó en contra por secreto.',
      basis: vote.sentence,
    })
    const rewritten = { ...source, overlays: [overlay] }
    expect(point(viewOf('members', {}, rewritten), 5).votes[0]?.sentence).toBe(overlay.text)
    expect(textOf(viewOf('public', {}, rewritten))).not.toContain('Rubén votó')
  })

  it('is refused while the session is a draft', () => {
    const draft = viewSource({ record: prepared() })
    expect(buildView(draft, defaultViewOptions('public'), HEADING)).toEqual({
      ok: false,
      error: { code: 'draft-not-public' },
    })
    expect(buildView(draft, defaultViewOptions('members'), HEADING).ok).toBe(true)
  })
})

describe('view of a session as prepared, and of a whole body', () => {
  it('has agenda and annexes, and no minuta yet', () => {
    const view = viewOf('members', {}, viewSource({ record: prepared() }))
    expect(view.session).toMatchObject({ phase: 'before', minuta: [], quorum: null })
    expect(view.session?.attendees.every(({ status }) => status === null)).toBe(true)
    expect(point(view, 1).outcome).toBe('Pendiente')
  })

  it('lists the sessions of the body by date, without those kept only to be named', () => {
    const sessions = [
      makeSession(3, { date: '2017-12-01' }),
      makeSession(2),
      makeSession(1, { date: '2017-03-01', antecedent: true }),
    ]
    const view = viewOf('backup', {}, viewSource({ record: null, sessions }))
    expect(view.session).toBeNull()
    expect(view.sessions.map(({ id }) => id)).toEqual([testId(102), testId(103)])
  })
})

describe('any session', () => {
  it('has votes whose totals agree with the ballots, and public text without its reasons', () => {
    fc.assert(
      fc.property(movesArbitrary, (moves) => {
        const record = randomSession(moves)
        const view = viewOf('members', {}, viewSource({ record }))
        const votes = view.session?.points.flatMap((shown) => shown.votes) ?? []
        for (const { counts, ballots } of votes) {
          const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
          expect(ballots).toHaveLength(total)
          expect(ballots?.filter(({ option }) => option === 'yes')).toHaveLength(counts.yes)
        }
        if (foldSession(record.plan, record.facts).phase !== 'closed') return
        const totals = viewOf('public', {}, viewSource({ record }))
        for (const shown of totals.session?.points ?? []) {
          for (const vote of shown.votes) {
            expect(vote.ballots).toBeNull()
            expect(vote.sentence).not.toContain('falta el dictamen')
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})
