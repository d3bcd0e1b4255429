import { describe, expect, it } from 'vitest'
import { type PlainFactBody, voteIdSchema } from '../../../../../shared/domain/sessions'
import { makeSession, opened, testId, withFacts } from '../../../../helpers/make-session'
import { minutaOf, told } from '../../../../helpers/minuta'
import {
  committee,
  everybody,
  openPoint,
  pointNumber,
  prepared,
  presence,
  speech,
  voteOn,
} from '../../../../helpers/minuta-committee'

const { president, press, computing, office, training, secretary } = committee

/** What the minuta says of the facts recorded on point n, after its opening. */
function votedOn(n: number, facts: readonly PlainFactBody[], before: readonly PlainFactBody[] = []): string {
  const record = withFacts(opened(prepared()), [...before, openPoint(n), ...facts])
  return told(record).at(-1) ?? ''
}

describe('what the minuta says of a vote', () => {
  it('uses the formulas of the real minutas for unanimity', () => {
    expect(votedOn(1, voteOn(1))).toBe(
      'Acto seguido, el orden del día fue aprobado por unanimidad por los miembros del Comité.',
    )
    expect(votedOn(2, voteOn(2))).toBe('Se aprobó por unanimidad.')
    expect(votedOn(5, voteOn(5))).toBe('Sin comentarios al respecto, se aprobó por unanimidad.')
    expect(votedOn(5, [speech(5, secretary, 'presents', 'el proyecto'), ...voteOn(5)])).toBe(
      'Se aprobó por unanimidad.',
    )
  })

  it('counts in words and names the seats that did not vote in favour', () => {
    expect(
      votedOn(
        5,
        voteOn(5, [
          [computing, 'no'],
          [office, 'abstain'],
          [press, 'recused'],
        ]),
      ),
    ).toBe(
      'Sin comentarios al respecto, se aprobó por mayoría, con cuatro votos a favor, uno en contra, de la ' +
        'Unidad Técnica de Servicios de Informática, una abstención, de la Dirección del Secretariado, y una ' +
        'excusa, de la Coordinación Nacional de Comunicación Social.',
    )
    expect(votedOn(5, voteOn(5, [[computing, 'no']]))).toBe(
      'Sin comentarios al respecto, se aprobó por mayoría, con seis votos a favor y uno en contra, de la ' +
        'Unidad Técnica de Servicios de Informática.',
    )
  })

  it('says which seats were absent when the vote was divided, and that unanimity was of those present', () => {
    const away = [presence(training, 'away')]
    expect(votedOn(5, voteOn(5), away)).toBe(
      'Sin comentarios al respecto, se aprobó por unanimidad de los integrantes presentes.',
    )
    expect(votedOn(5, voteOn(5, [[computing, 'no']]), away)).toBe(
      'Sin comentarios al respecto, se aprobó por mayoría, con cinco votos a favor y uno en contra, de la ' +
        'Unidad Técnica de Servicios de Informática, con una ausencia, de la Dirección Ejecutiva de ' +
        'Capacitación Electoral y Educación Cívica.',
    )
  })

  it('does not call unanimity of everybody what a recused seat left', () => {
    expect(votedOn(5, voteOn(5, [[press, 'recused']]))).toBe(
      'Sin comentarios al respecto, se aprobó por unanimidad, con seis votos a favor y una excusa, de la ' +
        'Coordinación Nacional de Comunicación Social.',
    )
  })

  it('tells a rejection with its count', () => {
    const ballots = everybody
      .filter((attendee) => attendee.hasVote)
      .slice(0, 5)
      .map((attendee) => [attendee, 'no'] as const)
    expect(votedOn(5, voteOn(5, ballots))).toMatch(
      /^Sin comentarios al respecto, no se aprobó, con dos votos a favor y cinco en contra, de la Secretaría Ejecutiva, /,
    )
  })

  it('tells a tie, and the casting vote that breaks it', () => {
    const three = [president, secretary, press].map((attendee) => [attendee, 'no'] as const)
    const ballots = [...three, [office, 'abstain'] as const]
    expect(votedOn(5, voteOn(5, ballots))).toMatch(
      /la votación resultó empatada, con tres votos a favor, tres en contra,/,
    )
    expect(votedOn(5, voteOn(5, ballots, { casting: 'yes' }))).toMatch(
      /En ejercicio del voto de calidad del Presidente del Comité, se aprobó\.$/,
    )
    expect(votedOn(5, voteOn(5, ballots, { casting: 'no' }))).toMatch(
      /En ejercicio del voto de calidad del Presidente del Comité, no se aprobó\.$/,
    )
  })

  it('tells the rounds and what was voted when it was not the point itself', () => {
    const first = voteOn(5, [], { subject: 'la modificación del artículo 3' })
    const second = voteOn(5, [], { id: 7777 })
    const record = withFacts(opened(prepared()), [openPoint(5), ...first, ...second])
    expect(told(record).slice(-2)).toEqual([
      'Se sometió a votación lo siguiente: la modificación del artículo 3. Se aprobó por unanimidad.',
      'Acto seguido, se aprobó por unanimidad.',
    ])
  })

  it('counts as another round only a vote on the same: the point itself', () => {
    const tie = [press, computing, office].map((attendee) => [attendee, 'no'] as const)
    const odd = [...tie, [training, 'abstain'] as const]
    const record = withFacts(opened(prepared()), [
      openPoint(5),
      ...voteOn(5, [], { subject: 'la reserva' }),
      ...voteOn(5, odd, { id: 7776 }),
      ...voteOn(5, odd, { id: 7777 }),
      ...voteOn(5, [], { id: 7778 }),
    ])
    const said = told(record).slice(-3)
    expect(said[0]).toMatch(/^Acto seguido, la votación resultó empatada, con tres votos a favor/)
    expect(said[1]).toMatch(/^En segunda votación, se obtuvo un empate, con tres votos a favor/)
    expect(said[2]).toBe('En tercera votación, se aprobó por unanimidad.')
  })

  it('says the count once when a later vote on the point ends in a declaration', () => {
    const declared: PlainFactBody = {
      kind: 'vote-closed',
      voteId: voteIdSchema.parse(testId(7777)),
      declared: { result: 'rejected', reason: 'así lo pide la norma' },
    }
    const second = [...voteOn(5, [[computing, 'no']], { id: 7777 }).slice(0, -1), declared]
    expect(votedOn(5, [...voteOn(5), ...second])).toBe(
      'En segunda votación, el cómputo fue de seis votos a favor y uno en contra, de la Unidad Técnica de ' +
        'Servicios de Informática. Se declaró la no aprobación, por la siguiente razón: así lo pide la norma.',
    )
  })

  it('tells a declared result with its reason and the count it departs from', () => {
    const facts = voteOn(5, [[computing, 'no']]).slice(0, -1)
    const declared: PlainFactBody = {
      kind: 'vote-closed',
      voteId: voteIdSchema.parse(testId(7005)),
      declared: { result: 'rejected', reason: 'se requería mayoría calificada' },
    }
    expect(votedOn(5, [...facts, declared])).toBe(
      'Sin comentarios al respecto, la votación arrojó seis votos a favor y uno en contra, de la Unidad ' +
        'Técnica de Servicios de Informática. Se declaró la no aprobación, por la siguiente razón: se requería ' +
        'mayoría calificada.',
    )
  })

  it('warns before signing that a declared result is not the one the votes give', () => {
    const declaring = (result: 'approved' | 'rejected') => {
      const voteId = voteIdSchema.parse(testId(7005))
      const declared = { result, reason: 'así lo pide la norma' }
      const end: PlainFactBody = { kind: 'vote-closed', voteId, declared }
      const record = withFacts(opened(prepared()), [openPoint(5), ...voteOn(5).slice(0, -1), end])
      return minutaOf(record).warnings.filter(({ code }) => code === 'results-declared')
    }
    expect(declaring('rejected')).toEqual([{ code: 'results-declared', points: [pointNumber(5)] }])
    expect(declaring('approved')).toEqual([])
  })

  it('gives the reasons of the seats after the result', () => {
    expect(votedOn(5, voteOn(5, [[office, 'abstain', 'falta el dictamen jurídico']]))).toBe(
      'Sin comentarios al respecto, se aprobó por mayoría, con seis votos a favor y una abstención, de la ' +
        'Dirección del Secretariado. Como motivo de su abstención, la Dirección del Secretariado expuso lo ' +
        'siguiente: falta el dictamen jurídico.',
    )
  })

  it('uses the plural for several minutas approved in one vote', () => {
    const earlier = [
      makeSession(1, { date: '2017-06-21', ordinal: 1 }),
      makeSession(3, { date: '2017-08-30', ordinal: 2, type: 'extraordinaria' }),
    ]
    const point = { ...pointNumber(2), approvesSessions: earlier.map((session) => session.id) }
    const record = withFacts(opened(prepared([point])), [openPoint(2), ...voteOn(2)])
    expect(told(record, { previousSessions: earlier }).slice(-2)).toEqual([
      'El licenciado Jacobo Molina solicitó a la Secretaria Técnica, la licenciada Cecilia Azuara Arai, someter ' +
        'a la consideración y aprobación de los miembros del Comité las minutas de la primera sesión ordinaria ' +
        'del 21 de junio y la segunda sesión extraordinaria del 30 de agosto de 2017.',
      'Se aprobaron por unanimidad.',
    ])
  })

  it('names every fact of the vote as its source', () => {
    const record = withFacts(opened(prepared()), [openPoint(5), ...voteOn(5, [[office, 'no']])])
    const paragraph = minutaOf(record).paragraphs.at(-1)
    const facts = record.facts.filter((fact) => 'voteId' in fact.body)
    expect(paragraph?.sources).toEqual(facts.map((fact) => fact.id))
  })
})
