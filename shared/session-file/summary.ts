import {
  decidingVote,
  itemReviews,
  OUTCOME_WORDS,
  type Point,
  type SessionState,
  sessionTitle,
  votesOf,
} from '../domain/sessions'
import type { VoteCounts, VoteResult } from '../domain/sessions/vote-result'
import type { IsoDate } from '../lib/iso-date'
import type { PlannedSession } from './plan'
import type { SessionFile } from './schema'

/** A point of the session of a file, and how it ended. */
export interface SummaryPoint {
  readonly number: number
  readonly title: string
  /** "aprobado por unanimidad", "se dio por recibido"; "sin resultado" when it has none. */
  readonly outcome: string
  /** "6 a favor, 1 en contra" of the vote that decided it; null when no vote did. */
  readonly counts: string | null
  readonly votes: number
  /** Numbers of its agreements, in order; null for one without number. */
  readonly agreements: readonly (string | null)[]
}

/** What taking in a session file would do, before anything is written. */
export interface SessionFileSummary {
  readonly body: { readonly name: string; readonly acronym: string; readonly isNew: boolean }
  readonly session: { readonly title: string; readonly date: IsoDate; readonly place: string }
  /** How far the session of the file went. */
  readonly phase: SessionState['phase']
  readonly attendance: {
    readonly called: number
    readonly present: number
    readonly absent: number
    readonly voting: number
  }
  readonly points: readonly SummaryPoint[]
  readonly totals: {
    readonly votes: number
    readonly agreements: number
    readonly commitments: number
    readonly speeches: number
    readonly reviews: number
    readonly facts: number
  }
  /** Rows of the directory and earlier sessions that are not stored yet. */
  readonly added: {
    readonly seats: number
    readonly persons: number
    readonly memberships: number
    readonly earlier: readonly string[]
  }
  /** What of the file is not brought, in Spanish. */
  readonly left: readonly string[]
}

const RESULT_WORDS = {
  unanimity: 'por unanimidad',
  majority: 'por mayoría',
  'casting-vote': 'por voto de calidad',
  declaration: 'según se declaró',
} as const

function resultText(result: VoteResult): string {
  if (result.kind === 'tied') return 'empate'
  const word = result.kind === 'approved' ? 'aprobado' : 'no aprobado'
  return result.by === 'majority' && result.kind === 'rejected' ? word : `${word} ${RESULT_WORDS[result.by]}`
}

function countsText({ yes, no, abstain, recused, notVoting, absent }: VoteCounts): string {
  const others: readonly (readonly [number, string, string])[] = [
    [no, 'en contra', 'en contra'],
    [abstain, 'abstención', 'abstenciones'],
    [recused, 'excusa', 'excusas'],
    [notVoting, 'sin voto emitido', 'sin voto emitido'],
    [absent, 'ausente', 'ausentes'],
  ]
  const told = others.flatMap(([n, one, several]) => (n === 0 ? [] : [`${n} ${n === 1 ? one : several}`]))
  return [`${yes} a favor`, ...told].join(', ')
}

function pointOf(state: SessionState, point: Point): SummaryPoint {
  const deciding = decidingVote(state, point.id)
  const status = state.points.get(point.id)
  const ended = status?.kind === 'ended' ? OUTCOME_WORDS[status.outcome] : null
  const reached = state.openingOrder.includes(point.id)
  return {
    number: point.number,
    title: point.title,
    outcome: deciding
      ? resultText(deciding.result)
      : (ended ?? (reached ? 'sin resultado' : state.phase === 'closed' ? 'no se trató' : 'pendiente')),
    counts: deciding ? countsText(deciding.counts) : null,
    votes: votesOf(state, point.id).length,
    agreements: state.facts.flatMap(({ body }) =>
      body.kind === 'agreement' && body.pointId === point.id ? [body.number] : [],
    ),
  }
}

function leftOut(file: SessionFile, state: SessionState): readonly string[] {
  const annexes = file.agenda.reduce((sum, point) => sum + (point.annexes?.length ?? 0), 0)
  const unknown = itemReviews(state.facts).filter(({ item }) => item.id === null).length
  return [
    ...(annexes === 0
      ? []
      : [
          annexes === 1
            ? 'El archivo nombra un anexo: no viene dentro, adjúntelo en Preparación.'
            : `El archivo nombra ${annexes} anexos: no vienen dentro, adjúntelos en Preparación.`,
        ]),
    ...(unknown === 0
      ? []
      : [
          unknown === 1
            ? 'Un asunto revisado no está en el seguimiento de este órgano: queda en la minuta y no cambia ningún asunto.'
            : `${unknown} asuntos revisados no están en el seguimiento de este órgano: quedan en la minuta y no cambian ningún asunto.`,
        ]),
  ]
}

/** What taking in a session file would do: what its plan adds, and how the session went. */
export function summarizeSessionFile(file: SessionFile, planned: PlannedSession): SessionFileSummary {
  const { state, session, body } = planned
  const count = (kind: string) => state.facts.filter((fact) => fact.body.kind === kind).length
  const came = new Set(
    state.facts.flatMap(({ body: fact }) =>
      fact.kind === 'presence' && fact.status === 'present' ? [fact.attendeeId] : [],
    ),
  )
  const { attendees } = planned
  return {
    body: { name: body.name, acronym: body.acronym, isNew: planned.bodies.length > 0 },
    session: { title: sessionTitle(session), date: session.date, place: session.place },
    phase: state.phase,
    attendance: {
      called: attendees.length,
      present: came.size,
      absent: attendees.length - came.size,
      voting: attendees.filter(({ hasVote }) => hasVote).length,
    },
    points: planned.points.map((point) => pointOf(state, point)),
    totals: {
      votes: state.votes.size,
      agreements: count('agreement'),
      commitments: count('commitment'),
      speeches: count('speech'),
      reviews: itemReviews(state.facts).length,
      facts: state.facts.length,
    },
    added: {
      seats: planned.seats.length,
      persons: planned.persons.length,
      memberships: planned.memberships.length,
      earlier: planned.sessions.filter(({ id }) => id !== session.id).map(sessionTitle),
    },
    left: leftOut(file, state),
  }
}
