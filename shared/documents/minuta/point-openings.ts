import {
  type Attendee,
  allowsGeneralMatters,
  type Point,
  type Session,
  type Speaker,
} from '../../domain/sessions'
import { assertNever } from '../../lib/assert'
import { ordinalBefore, sentence, withPreposition } from '../spanish'
import type { Chair } from './chair'
import { bodyNames, type Naming } from './names'
import { minutesToApprove, type SessionsById } from './prior-minutes'
import { aboutPoint } from './titles'

/** What the opening of a point depends on besides the point. */
export interface OpeningContext {
  readonly chair: Chair
  readonly session: Session
  readonly previousSessions: SessionsById
  /** Who spoke first on the point, when it was neither the presidency nor the secretariat; else null. */
  readonly firstSpeaker: Speaker | null
}

/** "del quinto punto del orden del día". */
function nthPoint(point: Point): string {
  return `${ordinalBefore(point.number)} punto del orden del día`
}

function instructed(chair: Chair, naming: Naming, verb: string, impersonal: string): string {
  if (!chair.secretary) return impersonal
  const lead = chair.president ? `por instrucciones ${naming.role(chair.president, 'de')}, ` : ''
  return `${lead}${naming.role(chair.secretary)} ${verb}`
}

/** Accounts for a point, and gives the floor to whoever spoke first on it. */
function accountFor(point: Point, context: OpeningContext, naming: Naming): string {
  const lead = instructed(context.chair, naming, 'dio cuenta', 'se dio cuenta')
  const account = `${lead} del ${nthPoint(point)}, ${aboutPoint(point.title)}`
  if (context.firstSpeaker === null) return sentence(account)
  const floor = naming.speaker(context.firstSpeaker, 'a')
  return sentence(
    context.chair.secretary
      ? `${account}, cediendo la palabra ${floor}`
      : `${account}, y se cedió la palabra ${floor}`,
  )
}

function requestMinutes(point: Point, context: OpeningContext, naming: Naming): string {
  const { president, secretary } = context.chair
  const minutes = minutesToApprove(point, context.previousSessions)
  const members = `los miembros ${withPreposition('de', bodyNames(naming.body).short)}`
  const matter = `a la consideración y aprobación de ${members} ${minutes}`
  if (president && secretary) {
    const asked = naming.role(secretary, 'a')
    return sentence(`${naming.person(president)} solicitó ${asked} someter ${matter}`)
  }
  return sentence(`se puso ${matter}`)
}

function requestFollowUp(context: OpeningContext, naming: Naming): string {
  const { president, secretary } = context.chair
  const members = `los miembros ${withPreposition('de', bodyNames(naming.body).short)}`
  const matter = `los puntos que conforman el seguimiento de acuerdos convenidos por ${members}`
  if (president && secretary) {
    return sentence(
      `${naming.person(president)} instruyó ${naming.person(secretary, 'a')} informar sobre ${matter}`,
    )
  }
  return sentence(`se continuó con ${matter}`)
}

function consultMatters(president: Attendee | null, session: Session, naming: Naming): string {
  const because = allowsGeneralMatters(session.type) ? ' por tratarse de una sesión ordinaria' : ''
  const subject = president ? `${naming.role(president)} consultó` : 'se consultó'
  return sentence(`${subject} a los integrantes si tenían algún asunto que agregar${because}`)
}

function submitAgenda(context: OpeningContext, naming: Naming): string {
  const members = `los miembros ${withPreposition('de', bodyNames(naming.body).short)}`
  const lead = instructed(context.chair, naming, 'puso', 'se puso')
  return sentence(`${lead} a consideración de ${members} el orden del día`)
}

/** How a point is introduced the first time it comes under discussion, by what it is about (§2.11). */
export function pointOpeningProse(point: Point, context: OpeningContext, naming: Naming): string {
  switch (point.kind) {
    case 'agenda-approval':
      return submitAgenda(context, naming)
    case 'prior-minutes':
      return requestMinutes(point, context, naming)
    case 'follow-up':
      return requestFollowUp(context, naming)
    case 'general-matters':
      return consultMatters(context.chair.president, context.session, naming)
    case 'report':
    case 'agreement-draft':
    case 'other':
      return accountFor(point, context, naming)
    default:
      return assertNever(point.kind)
  }
}

/** How a point is introduced when it is taken up again. */
export function pointResumedProse(point: Point): string {
  return sentence(`se retomó el ${nthPoint(point)}`)
}
