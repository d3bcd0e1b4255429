import { joinSpanish } from '../../lib/spanish'
import type { Refusal } from './refusal'

type Texts = {
  readonly [K in Refusal['code']]: (refusal: Extract<Refusal, { code: K }>) => string
}

const TEXTS: Texts = {
  'session-not-open': () => 'La sesión todavía no se abre. Pase lista y ábrala.',
  'session-already-open': () => 'La sesión ya está abierta.',
  'session-closed': () => 'La sesión ya concluyó. Para agregar algo, deshaga el cierre.',
  'session-in-recess': () => 'La sesión está en receso. Reanúdela para continuar.',
  'session-not-in-recess': () => 'La sesión no está en receso.',
  'nobody-present': () => 'No hay nadie presente. Pase lista antes de abrir la sesión.',
  'agenda-empty': () => 'El orden del día no tiene puntos. Agréguelos en Preparación.',
  'unknown-attendee': () => 'Esa persona no está en la lista de asistencia de esta sesión.',
  'unknown-point': () => 'Ese punto no está en el orden del día de esta sesión.',
  'unknown-vote': () => 'Esa votación no existe en esta sesión.',
  'unknown-fact': () => 'Ese hecho no existe en esta sesión.',
  'presence-unchanged': ({ name }) => `La asistencia de ${name} ya estaba así.`,
  'away-before-arrival': ({ name }) => `No puede salir de la sala ${name}: no consta su llegada.`,
  'vote-open': ({ title }) => `Hay una votación abierta en el punto ${title}. Ciérrela primero.`,
  'vote-closed': () => 'Esa votación ya se cerró. Abra otra o corrija el hecho.',
  'votes-missing': ({ names }) =>
    names.length === 1
      ? `Falta 1 voto: ${names[0]}. Márquelo o registre que no votó.`
      : `Faltan ${names.length} votos: ${joinSpanish(names)}. Márquelos o registre que no votaron.`,
  'nobody-can-vote': () => 'No hay integrantes con derecho a voto presentes.',
  'absent-cannot-vote': ({ name }) => `No puede votar ${name}: no consta su presencia en la sala.`,
  'no-voting-right': ({ name }) => `No puede votar ${name}: asiste con voz y sin voto.`,
  'not-tied': () => 'No hay empate, por lo que no procede el voto de calidad.',
  'nobody-presides': () =>
    'No consta la presencia de quien preside, por lo que no procede el voto de calidad.',
  'casting-vote-off': () => 'Las reglas de este órgano no prevén voto de calidad.',
  'point-not-current': ({ title }) => `El punto ${title} no está en discusión. Ábralo primero.`,
  'point-already-voted': ({ title }) => `El punto ${title} ya se votó.`,
  'outcome-unchanged': ({ title }) => `El resultado del punto ${title} ya estaba así.`,
  'point-not-opened': ({ title }) => `El punto ${title} todavía no se ha tratado. Ábralo primero.`,
  'text-empty': () => 'Falta el texto.',
  'number-taken': ({ number }) => `Ya hay un acuerdo con el número ${number} en esta sesión.`,
  'already-corrected-away': () => 'Ese hecho ya estaba anulado.',
  'review-of-another-item': () =>
    'La revisión de un asunto sólo se corrige por otra del mismo asunto. Anúlela y revise el que corresponde.',
  'nothing-to-undo': () => 'No hay nada que deshacer.',
  'breaks-later-fact': ({ because }) =>
    `No se cambió: un hecho posterior dejaría de ser posible. ${refusalText(because)} Corrija o deshaga primero lo posterior.`,
}

/** Why something was not recorded, in Spanish: what happened and what to do. Nothing was changed. */
export function refusalText(refusal: Refusal): string {
  const text = TEXTS[refusal.code] as (refusal: Refusal) => string
  return text(refusal)
}
