import {
  type Attendee,
  type BallotOption,
  type PlainFactBody,
  type Point,
  type SessionRecord,
  voteIdSchema,
} from '../../shared/domain/sessions'
import { makeAttendee, makePoint, makeRecord, makeSession, testId } from './make-session'

const session = makeSession(2)

function person(n: number, changes: Parameters<typeof makeAttendee>[2]): Attendee {
  return makeAttendee(session, n, changes)
}

const MAN = { gender: 'm', honorificLong: 'licenciado' } as const

/** Seven seats with a vote and one guest without, as in the CGyPE. */
export const committee = {
  president: person(1, {
    ...MAN,
    fullName: 'Edmundo Jacobo Molina',
    shortName: 'Jacobo Molina',
    charge: 'Secretario Ejecutivo del Instituto Nacional Electoral y Presidente del Comité',
    signatureCaption: 'Presidente del Comité',
    areaName: 'Secretaría Ejecutiva',
  }),
  secretary: person(2, {
    fullName: 'Cecilia Azuara Arai',
    shortName: 'Azuara',
    charge: 'Representante de la Unidad Técnica de Transparencia y Secretaria Técnica del Comité',
    areaName: 'Unidad Técnica de Transparencia',
  }),
  presidency: person(3, {
    ...MAN,
    fullName: 'Adrián Gerardo Pérez Cortés',
    shortName: 'Pérez Cortés',
    charge: 'Representante de la Presidencia del Consejo General',
    areaName: 'Presidencia del Consejo General',
  }),
  press: person(4, {
    ...MAN,
    fullName: 'Rubén Álvarez Mendiola',
    shortName: 'Rubén Álvarez',
    charge: 'Representante de la Coordinación Nacional de Comunicación Social',
    areaName: 'Coordinación Nacional de Comunicación Social',
  }),
  computing: person(5, {
    gender: 'm',
    honorificShort: 'Ing.',
    honorificLong: 'ingeniero',
    fullName: 'Jorge Humberto Torres Antuñano',
    shortName: 'Jorge Torres',
    charge: 'Representante de la Unidad Técnica de Servicios de Informática',
    areaName: 'Unidad Técnica de Servicios de Informática',
  }),
  office: person(6, {
    ...MAN,
    fullName: 'Juan Carlos Enrique Cuervo Escalona',
    shortName: 'Cuervo Escalona',
    charge: 'Representante de la Dirección del Secretariado',
    areaName: 'Dirección del Secretariado',
  }),
  training: person(7, {
    fullName: 'Jacqueline González García',
    shortName: 'González',
    charge: 'Representante de la Dirección Ejecutiva de Capacitación Electoral y Educación Cívica',
    areaName: 'Dirección Ejecutiva de Capacitación Electoral y Educación Cívica',
  }),
  manager: person(8, {
    role: 'content-manager',
    hasVote: false,
    signs: false,
    honorificShort: 'Mtra.',
    honorificLong: 'maestra',
    fullName: 'Fanny Aimee Garduño Néstor',
    shortName: 'Fanny Garduño',
    charge: 'Gestora de Contenidos del Portal de Internet e Intranet del Instituto',
    areaName: 'Gestoría de Contenidos',
  }),
} as const

/** The attendance list of the committee, in order. */
export const everybody: readonly Attendee[] = Object.values(committee)

/** One point of every kind, in the order of a real agenda. */
export const agenda: readonly Point[] = [
  makePoint(session, 1, {
    kind: 'agenda-approval',
    closing: 'vote',
    title: 'Presentación y, en su caso, aprobación del Orden del Día',
  }),
  makePoint(session, 2, {
    kind: 'prior-minutes',
    closing: 'vote',
    title: 'Presentación y, en su caso, aprobación de la minuta de la Primera Sesión Ordinaria',
  }),
  makePoint(session, 3, {
    kind: 'follow-up',
    title: 'Presentación del informe sobre el Seguimiento de Acuerdos del Comité',
  }),
  makePoint(session, 4, { kind: 'report', title: 'Presentación del Informe del Gestor de Contenidos' }),
  makePoint(session, 5, {
    kind: 'agreement-draft',
    closing: 'vote',
    title:
      'Presentación y, en su caso, aprobación del Proyecto de acuerdo por el que se emiten los Criterios',
  }),
  makePoint(session, 6, { kind: 'other', closing: 'none', title: 'Estrategia digital 2018' }),
  makePoint(session, 7, {
    kind: 'general-matters',
    closing: 'none',
    title: 'Asuntos generales',
    presenter: '',
  }),
]

/** Point n of the agenda, from 1. */
export function pointNumber(n: number): Point {
  const point = agenda[n - 1]
  if (!point) throw new Error(`No point ${n}`)
  return point
}

/** The session prepared, with nothing recorded. */
export function prepared(points: readonly Point[] = agenda): SessionRecord {
  return makeRecord(session, points, everybody)
}

/** An attendee's presence as a fact. */
export function presence(
  attendee: Attendee,
  status: 'present' | 'absent' | 'excused' | 'away',
  remote = false,
): PlainFactBody {
  return { kind: 'presence', attendeeId: attendee.id, status, remote }
}

/** A point opened, as a fact. */
export function openPoint(n: number): PlainFactBody {
  return { kind: 'point-opened', pointId: pointNumber(n).id }
}

/** A whole vote on point n: the ballots named, and everybody else in favour. */
export function voteOn(
  n: number,
  ballots: readonly (readonly [Attendee, BallotOption, string?])[] = [],
  options: { readonly subject?: string; readonly id?: number; readonly casting?: 'yes' | 'no' } = {},
): readonly PlainFactBody[] {
  const voteId = voteIdSchema.parse(testId(options.id ?? 7000 + n))
  return [
    { kind: 'vote-opened', voteId, pointId: pointNumber(n).id, subject: options.subject ?? null },
    ...ballots.map(
      ([attendee, option, reason]): PlainFactBody => ({
        kind: 'ballot',
        voteId,
        attendeeId: attendee.id,
        option,
        reason: reason ?? null,
      }),
    ),
    { kind: 'ballots-rest', voteId, option: 'yes' },
    ...(options.casting ? [{ kind: 'casting-vote', voteId, option: options.casting } as const] : []),
    { kind: 'vote-closed', voteId, declared: null },
  ]
}

/** What an attendee says on point n. */
export function speech(
  n: number,
  attendee: Attendee,
  act: Extract<PlainFactBody, { kind: 'speech' }>['act'],
  text: string,
): PlainFactBody {
  return {
    kind: 'speech',
    pointId: pointNumber(n).id,
    speaker: { kind: 'attendee', attendeeId: attendee.id },
    act,
    text,
  }
}
