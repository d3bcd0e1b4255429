import { type Refusal, refusalText } from '../domain/sessions'
import { joinSpanish } from '../lib/spanish'

type Texts = {
  readonly [K in Refusal['code']]?: (refusal: Extract<Refusal, { code: K }>) => string
}

/** Refusals whose words in the room speak of its keys; whoever writes a file needs the keys of the file. */
const TEXTS: Texts = {
  'session-not-open': () => 'la sesión todavía no se abre («open»)',
  'session-already-open': () => 'la sesión ya estaba abierta',
  'session-closed': () => 'la sesión ya estaba cerrada («close»)',
  'session-in-recess': () => 'la sesión está en receso; falta reanudarla («resume»)',
  'session-not-in-recess': () => 'la sesión no está en receso («recess»)',
  'nobody-present': () => 'no se puede abrir la sesión porque nadie está presente',
  'presence-unchanged': ({ name }) => `${name} ya estaba así`,
  'away-before-arrival': ({ name }) => `${name} no puede salir porque no está presente`,
  'votes-missing': ({ names }) =>
    `falta el voto de ${joinSpanish(names)}; escríbalo o use «rest» para los demás`,
  'nobody-can-vote': () => 'no hay ningún área con voto presente',
  'absent-cannot-vote': ({ name }) => `${name} no puede votar porque no está presente`,
  'no-voting-right': ({ name }) => `${name} no tiene voto`,
  'not-tied': () => 'hay voto de calidad («castingVote») y la votación no está empatada',
  'casting-vote-off': () =>
    'hay voto de calidad («castingVote») y las reglas del órgano no lo admiten («rules»)',
  'point-not-current': ({ title }) => `«${title}» no es el punto en discusión («point»)`,
  'point-already-voted': ({ title }) => `«${title}» ya se votó`,
  'number-taken': ({ number }) => `el número de acuerdo ${number} está repetido`,
}

/** Why a step of the script could not have happened, in Spanish, for whoever wrote the file. */
export function refusalInWords(refusal: Refusal): string {
  const text = TEXTS[refusal.code] as ((refusal: Refusal) => string) | undefined
  return text ? text(refusal) : refusalText(refusal).replace(/\.$/, '')
}
