import { type Session, type SessionState, sessionName } from '../../domain/sessions'
import { type ClockTime, yearOf } from '../../lib/iso-date'
import { atTime, numberWords, sentence, withPreposition } from '../spanish'
import type { Chair } from './chair'
import { bodyNames, type Naming } from './names'

/** The opening: who presides "dio inicio a la segunda sesión ordinaria del Comité…" (000, point 1). */
export function openingProse(session: Session, chair: Chair, naming: Naming): string {
  const names = bodyNames(naming.body)
  const which =
    `${sessionName(session)} ${withPreposition('de', names.full)} ${yearOf(session.date)} ` +
    withPreposition('de', names.institution)
  return sentence(
    chair.president ? `${naming.person(chair.president)} dio inicio a la ${which}` : `dio inicio la ${which}`,
  )
}

/** Numbers of the quorum as they stood when it was verified. */
export interface QuorumNumbers {
  readonly present: number
  readonly required: number
  readonly total: number
}

/**
 * The verification of quorum (000, point 1). With quorum the institutional formula is printed; without
 * it the sentence says so with its numbers, never the formula. `again` for every one but the first.
 */
export function quorumProse(quorum: QuorumNumbers, again: boolean, chair: Chair, naming: Naming): string {
  const met = quorum.present >= quorum.required
  const lead =
    chair.president && chair.secretary ? `por instrucciones ${naming.role(chair.president, 'de')}, ` : ''
  const subject = chair.secretary ? `${naming.role(chair.secretary)} ` : 'se '
  const purpose = again ? 'continuar la sesión' : 'realizar la sesión'
  const repeated = again ? ' nuevamente' : ''
  if (met) {
    return sentence(`${lead}${subject}verificó${repeated} la existencia de quórum para ${purpose}`)
  }
  const present = `${numberWords(quorum.present, 'un')} de ${numberWords(quorum.total)}`
  return sentence(
    `${lead}${subject}verificó${repeated} la asistencia, sin que se reuniera el quórum para ${purpose}: ` +
      `presentes con derecho a voto, ${present}; requeridos, ${numberWords(quorum.required)}`,
  )
}

/** A recess begins or ends, with its time in words. */
export function recessProse(time: ClockTime, kind: 'recess-started' | 'recess-ended'): string {
  const what = kind === 'recess-started' ? 'se declaró un receso' : 'se reanudó la sesión'
  return sentence(`${atTime(time)}, ${what}`)
}

/** The closing sentence by type of session (000, 001), with the time at which it was recorded. */
export function closingProse(state: SessionState, time: ClockTime): string {
  const { session, points } = state.plan
  const allDealt = [...state.points.values()].every((status) => status.kind !== 'pending')
  if (!allDealt) return sentence(`concluyó la sesión ${atTime(time)}`)
  if (session.type === 'extraordinaria') {
    return sentence(`sin más asuntos que tratar, se dio por concluida la sesión ${atTime(time)}`)
  }
  const matters = points.some(
    (point) => point.kind === 'general-matters' && state.openingOrder.includes(point.id),
  )
  return sentence(
    `sin haber más asuntos ${matters ? 'generales ' : ''}que tratar, concluyó la sesión ${atTime(time)}`,
  )
}

/** Header line of the minuta: "Minuta de la segunda sesión ordinaria". */
export function minutaTitle(session: Session): string {
  return `Minuta de la ${sessionName(session)}`
}
