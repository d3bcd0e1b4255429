import type { Refusal } from '../domain/sessions'
import { assertNever } from '../lib/assert'
import { joinSpanish } from '../lib/spanish'

/** Why a step of the script could not have happened, in Spanish, for whoever wrote the file. */
export function refusalInWords(refusal: Refusal): string {
  switch (refusal.code) {
    case 'session-not-open':
      return 'la sesión todavía no se abre («open»)'
    case 'session-already-open':
      return 'la sesión ya estaba abierta'
    case 'session-closed':
      return 'la sesión ya estaba cerrada'
    case 'session-in-recess':
      return 'la sesión está en receso; falta reanudarla («resume»)'
    case 'session-not-in-recess':
      return 'la sesión no está en receso'
    case 'nobody-present':
      return 'no se puede abrir la sesión porque nadie está presente'
    case 'agenda-empty':
      return 'no se puede abrir la sesión porque la agenda no tiene ningún punto'
    case 'presence-unchanged':
      return `${refusal.name} ya estaba así`
    case 'away-before-arrival':
      return `${refusal.name} no puede salir porque no está presente`
    case 'vote-open':
      return `hay una votación sin cerrar en «${refusal.title}»`
    case 'vote-closed':
      return 'la votación ya estaba cerrada'
    case 'votes-missing':
      return `falta el voto de ${joinSpanish(refusal.names)}; escríbalo o use «rest» para los demás`
    case 'nobody-can-vote':
      return 'no hay ningún área con voto presente'
    case 'absent-cannot-vote':
      return `${refusal.name} no puede votar porque no está presente`
    case 'no-voting-right':
      return `${refusal.name} no tiene voto`
    case 'not-tied':
      return 'hay voto de calidad («castingVote») y la votación no está empatada'
    case 'casting-vote-off':
      return 'hay voto de calidad («castingVote») y las reglas del órgano no lo admiten'
    case 'point-not-current':
      return `«${refusal.title}» no es el punto en discusión`
    case 'point-already-voted':
      return `«${refusal.title}» ya se votó`
    case 'text-empty':
      return 'el texto está en blanco'
    case 'number-taken':
      return `el número de acuerdo ${refusal.number} está repetido`
    case 'unknown-attendee':
    case 'unknown-point':
    case 'unknown-vote':
    case 'unknown-fact':
    case 'already-corrected-away':
    case 'nothing-to-undo':
    case 'breaks-later-fact':
      // A script is resolved against its own lists and never corrects itself.
      throw new Error(`A script cannot be refused with ${refusal.code}`)
    default:
      return assertNever(refusal)
  }
}
