import type { BallotOption, PointOutcome, PresenceStatus, ReviewOutcome, SpeechAct } from './fact'

/** How a ballot option is called on screen and in messages. */
export const BALLOT_WORDS: Readonly<Record<BallotOption | 'absent', string>> = {
  yes: 'a favor',
  no: 'en contra',
  abstain: 'abstención',
  recused: 'excusa',
  'not-voting': 'no emitió voto',
  absent: 'ausente',
}

/** How a state of presence is called, by grammatical gender where it has one. */
export const PRESENCE_WORDS: Readonly<Record<PresenceStatus | 'not-called', string>> = {
  present: 'presente',
  absent: 'ausente',
  excused: 'con excusa',
  away: 'fuera',
  'not-called': 'sin pasar lista',
}

/** How the end of a point without a vote is called. */
export const OUTCOME_WORDS: Readonly<Record<PointOutcome, string>> = {
  received: 'se dio por recibido',
  withdrawn: 'retirado',
  deferred: 'diferido',
  unrecorded: 'sin resultado asentado',
}

/** How a declared result is called. */
export const DECLARED_WORDS: Readonly<Record<'approved' | 'rejected', string>> = {
  approved: 'aprobado',
  rejected: 'no aprobado',
}

/** How the outcome of a review is called on screen and in messages. */
export const REVIEW_WORDS: Readonly<Record<ReviewOutcome, string>> = {
  fulfilled: 'cumplido',
  delivered: 'entregado',
  'in-progress': 'en proceso',
  pending: 'sigue pendiente',
  cancelled: 'cancelado',
  moot: 'sin materia',
}

/** Verbs of the speech acts in the present, as the room lists them. */
export const ACT_WORDS: Readonly<Record<SpeechAct, string>> = {
  informs: 'informa',
  presents: 'presenta',
  suggests: 'sugiere',
  instructs: 'instruye',
  urges: 'insta',
  proposes: 'propone',
  requests: 'solicita',
  'points-out': 'señala',
  specifies: 'precisa',
  'gives-floor': 'cede la palabra',
  asks: 'consulta',
  reiterates: 'reitera',
  narrates: 'texto libre',
}

/** Speech acts that can be promoted to a commitment in one key: somebody was asked for something. */
export const COMMITTING_ACTS: readonly SpeechAct[] = [
  'instructs',
  'suggests',
  'urges',
  'proposes',
  'requests',
]
