import { type Body, bodySchema, DEFAULT_RULES } from '../../shared/domain/bodies'
import {
  type Membership,
  membershipSchema,
  type Person,
  personSchema,
  type Seat,
  seatSchema,
} from '../../shared/domain/people'
import {
  type Attendee,
  attendeeSchema,
  type PlainFactBody,
  type Point,
  pointSchema,
  recordGesture,
  type Session,
  type SessionRecord,
  sessionSchema,
} from '../../shared/domain/sessions'
import type { Effects } from '../../shared/lib/effects'
import { clockTimeSchema } from '../../shared/lib/iso-date'

/** A UUID made of a small number, so that a failing test can be read. */
export function testId(n: number): string {
  return `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
}

/** Effects that count up from a number and always give the same instant. */
export function countingEffects(start = 900_000): Effects {
  let next = start
  return {
    now: () => '2017-11-15T17:00:00.000Z',
    newId: () => {
      next += 1
      return testId(next)
    },
  }
}

export function makeBody(changes: Partial<Record<keyof Body, unknown>> = {}): Body {
  return bodySchema.parse({
    id: testId(1),
    name: 'Comité de Gestión y Publicación Electrónica',
    shortName: 'el Comité',
    acronym: 'CGyPE',
    institution: 'Instituto Nacional Electoral',
    gender: 'm',
    timeZone: 'America/Mexico_City',
    agreementPattern: 'INE/CGyPE/{NNN}/{AAAA}',
    rules: DEFAULT_RULES,
    ...changes,
  })
}

export function makeSession(n: number, changes: Partial<Record<keyof Session, unknown>> = {}): Session {
  return sessionSchema.parse({
    id: testId(100 + n),
    bodyId: testId(1),
    type: 'ordinaria',
    ordinal: n,
    date: '2017-11-15',
    time: '11:00',
    place: 'Sala de Usos Múltiples',
    modality: 'presencial',
    signatureOrder: [],
    ...changes,
  })
}

export function makePoint(
  session: Session,
  n: number,
  changes: Partial<Record<keyof Point, unknown>> = {},
): Point {
  return pointSchema.parse({
    id: testId(Number(session.id.slice(-3)) * 1000 + n),
    sessionId: session.id,
    order: n - 1,
    number: n,
    title: `Presentación del informe ${n}`,
    presenter: 'Secretaría Técnica',
    kind: 'report',
    closing: 'receive',
    approvesSessions: [],
    links: [],
    attachments: [],
    ...changes,
  })
}

export function makePerson(n: number, changes: Partial<Record<keyof Person, unknown>> = {}): Person {
  return personSchema.parse({
    id: testId(200 + n),
    bodyId: testId(1),
    fullName: `Persona Número ${n}`,
    shortName: `Número ${n}`,
    initials: `P${String.fromCharCode(64 + n)}`,
    honorificShort: 'Lic.',
    honorificLong: 'licenciada',
    gender: 'f',
    ...changes,
  })
}

/** Seat n (id 300+n), with a vote; 1 is the presidency and 2 the Secretaría Técnica. */
export function makeSeat(n: number, changes: Partial<Record<keyof Seat, unknown>> = {}): Seat {
  return seatSchema.parse({
    id: testId(300 + n),
    bodyId: testId(1),
    order: n - 1,
    name: `Área ${n}`,
    acronym: `A${n}`,
    role: n === 1 ? 'presidency' : n === 2 ? 'technical-secretariat' : 'member',
    hasVote: true,
    signs: true,
    validFrom: null,
    validUntil: null,
    ...changes,
  })
}

/** Membership of person n in seat n (ids 200+n and 300+n). */
export function makeMembership(
  n: number,
  changes: Partial<Record<keyof Membership, unknown>> = {},
): Membership {
  return membershipSchema.parse({
    id: testId(400 + n),
    bodyId: testId(1),
    seatId: testId(300 + n),
    personId: testId(200 + n),
    standing: 'titular',
    charge: `Representante del Área ${n}`,
    signatureCaption: null,
    validFrom: null,
    validUntil: null,
    ...changes,
  })
}

/** Attendee n of a session: person 200+n in seat 300+n, with a vote. */
export function makeAttendee(
  session: Session,
  n: number,
  changes: Partial<Record<keyof Attendee, unknown>> = {},
): Attendee {
  return attendeeSchema.parse({
    id: testId(Number(session.id.slice(-3)) * 1000 + 500 + n),
    sessionId: session.id,
    seatId: testId(300 + n),
    personId: testId(200 + n),
    order: n - 1,
    fullName: `Persona Número ${n}`,
    shortName: `Número ${n}`,
    initials: `P${String.fromCharCode(64 + n)}`,
    honorificShort: 'Lic.',
    honorificLong: 'licenciada',
    gender: 'f',
    charge: `Representante del Área ${n}`,
    signatureCaption: null,
    areaName: `Área ${n}`,
    areaAcronym: `A${n}`,
    role: n === 1 ? 'presidency' : n === 2 ? 'technical-secretariat' : 'member',
    standing: 'titular',
    hasVote: true,
    signs: true,
    ...changes,
  })
}

/** A session with its agenda, three voting attendees and nothing recorded. */
export function makeRecord(
  session: Session,
  points: readonly Point[] = [makePoint(session, 1)],
  attendees: readonly Attendee[] = [1, 2, 3].map((n) => makeAttendee(session, n)),
): SessionRecord {
  return { plan: { session, rules: DEFAULT_RULES, attendees, points }, facts: [] }
}

/** The record with more facts, each recorded by the real rules; throws when one is refused. */
export function withFacts(
  record: SessionRecord,
  bodies: readonly PlainFactBody[],
  effects: Effects = countingEffects(
    Number(record.plan.session.id.slice(-3)) * 1_000_000 + record.facts.length * 10,
  ),
): SessionRecord {
  const recorded = recordGesture(record, bodies, clockTimeSchema.parse('11:05'), effects)
  if (!recorded.ok) throw new Error(`Refused: ${recorded.error.code}`)
  return { ...record, facts: [...record.facts, ...recorded.value.facts] }
}

/** Everybody on the list called as present, and the session opened. */
export function opened(record: SessionRecord): SessionRecord {
  const calls = record.plan.attendees.map(
    (attendee): PlainFactBody => ({
      kind: 'presence',
      attendeeId: attendee.id,
      status: 'present',
      remote: false,
    }),
  )
  return withFacts(record, [...calls, { kind: 'session-opened' }])
}
