import type { BallotOption, Modality, PresenceStatus } from '../../domain/sessions'
import type { ViewSession } from './packet-view'

/** Where people were, as a word. */
export const VIEW_MODALITY: Readonly<Record<Modality, string>> = {
  presencial: 'presencial',
  virtual: 'virtual',
  semipresencial: 'semipresencial',
}

/** How far the session is, as a word. */
export const VIEW_PHASE: Readonly<Record<ViewSession['phase'], string>> = {
  before: 'en preparación',
  'in-session': 'en curso',
  recess: 'en receso',
  closed: 'concluida',
}

/** Presence, as a word. */
export const VIEW_PRESENCE: Readonly<Record<PresenceStatus, string>> = {
  present: 'presente',
  absent: 'ausente',
  excused: 'con excusa',
  away: 'salió',
}

/** What a seat did in a vote, as a word. */
export const VIEW_OPTION: Readonly<Record<BallotOption | 'absent', string>> = {
  yes: 'a favor',
  no: 'en contra',
  abstain: 'abstención',
  recused: 'excusa',
  'not-voting': 'no votó',
  absent: 'ausente',
}
