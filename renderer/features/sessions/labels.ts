import type { Closing, Modality, Phase, PointKind, SessionType } from '../../../shared/domain/sessions'

export const TYPE_LABELS: Readonly<Record<SessionType, string>> = {
  ordinaria: 'Ordinaria',
  extraordinaria: 'Extraordinaria',
}

export const MODALITY_LABELS: Readonly<Record<Modality, string>> = {
  presencial: 'Presencial',
  virtual: 'Virtual',
  semipresencial: 'Semipresencial',
}

export const KIND_LABELS: Readonly<Record<PointKind, string>> = {
  'agenda-approval': 'Orden del día',
  'prior-minutes': 'Minutas anteriores',
  'follow-up': 'Seguimiento de acuerdos',
  report: 'Informe',
  'agreement-draft': 'Proyecto de acuerdo',
  'general-matters': 'Asuntos generales',
  other: 'Otro asunto',
}

export const CLOSING_LABELS: Readonly<Record<Closing, string>> = {
  vote: 'Se vota',
  receive: 'Se da por recibido',
  none: 'Sin fórmula',
}

/** Options of a native select, in the order of the labels. */
export function optionsOf<T extends string>(labels: Readonly<Record<T, string>>) {
  return Object.entries<string>(labels).map(([value, label]) => ({ value, label }))
}

/** How a session stands, in a word; the shape beside it says the same. */
export const PHASE_MARKS: Readonly<Record<Phase, { readonly shape: string; readonly word: string }>> = {
  before: { shape: '○', word: 'en preparación' },
  'in-session': { shape: '▶', word: 'en curso' },
  recess: { shape: '❚❚', word: 'en receso' },
  closed: { shape: '✓', word: 'concluida' },
}
