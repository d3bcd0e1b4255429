import type { z } from 'zod'
import { clockTimeSchema, type IsoDate, isIsoDate, isoDateSchema, yearOf } from '../../lib/iso-date'
import { err, ok, type Result } from '../../lib/result'
import { daysInMonth, longDay, monthName } from '../../lib/spanish-date'
import { sessionName } from './agenda-rules'
import { modalitySchema, type Session, sessionTypeSchema } from './session'

/** What the session form holds: text as typed, nothing checked yet. */
export interface SessionDraft {
  readonly type: string
  /** Figures, or empty for a session without number (003). */
  readonly ordinal: string
  /** YYYY-MM-DD, what a date control gives; empty when nothing is there. */
  readonly date: string
  /** HH:mm, what a time control gives; empty when nothing is there. */
  readonly time: string
  readonly place: string
  readonly modality: string
}

/** A field of the session form. */
export type SessionField = keyof SessionDraft

/** What is wrong with one field, in Spanish, ready to be shown beside it. */
export interface FieldProblem {
  readonly field: SessionField
  readonly text: string
}

/** The part of a session that the form decides. */
export type SessionData = Pick<Session, 'type' | 'ordinal' | 'date' | 'time' | 'place' | 'modality'>

/** Years that a session may have; outside them a figure is missing or too many. */
export const SESSION_YEARS = { first: 1990, last: 2100 } as const

const MAX_PLACE = 300

type Reading<T> = Result<T, string>

/** Why a date written YYYY-MM-DD does not exist: "Febrero de 2017 tuvo 28 días, no 31". */
function explainDate(text: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  const [year, month, day] = (match?.slice(1) ?? []).map(Number)
  if (year === undefined || month === undefined || day === undefined) {
    return 'La fecha no está completa o no existe. Escriba día, mes y año, por ejemplo 15/11/2017.'
  }
  if (month < 1 || month > 12) return `La fecha no existe: no hay mes ${month}.`
  const days = daysInMonth(year, month)
  return `La fecha no existe: ${monthName(month)} de ${year} tiene ${days} días y se escribió el día ${day}.`
}

function readDate(text: string): Reading<IsoDate> {
  if (text.trim() === '') return err('Falta la fecha de la sesión.')
  if (!isIsoDate(text)) return err(explainDate(text))
  const date = isoDateSchema.parse(text)
  const year = yearOf(date)
  if (year < SESSION_YEARS.first || year > SESSION_YEARS.last) {
    return err(`Revise el año: ${year} está fuera de ${SESSION_YEARS.first}–${SESSION_YEARS.last}.`)
  }
  return ok(date)
}

function readTime(text: string): Reading<Session['time']> {
  if (text.trim() === '') return err('Falta la hora de inicio.')
  const parsed = clockTimeSchema.safeParse(text)
  return parsed.success
    ? ok(parsed.data)
    : err('La hora no existe. Escriba entre 00:00 y 23:59, por ejemplo 11:00.')
}

function readOrdinal(text: string): Reading<number | null> {
  const typed = text.trim()
  if (typed === '') return ok(null)
  const value = /^\d{1,3}$/.test(typed) ? Number(typed) : 0
  return value > 0
    ? ok(value)
    : err('El número de sesión va de 1 a 999, o vacío si la sesión no lleva número.')
}

function readChoice<T extends z.ZodType>(schema: T, value: string, problem: string): Reading<z.infer<T>> {
  const parsed = schema.safeParse(value)
  return parsed.success ? ok(parsed.data) : err(problem)
}

/** Another session that already has the name this one would have, or undefined. */
function sameName(data: SessionData, others: readonly Session[]): Session | undefined {
  if (data.ordinal === null) return undefined
  return others.find(
    (other) =>
      other.type === data.type && other.ordinal === data.ordinal && yearOf(other.date) === yearOf(data.date),
  )
}

/**
 * Reads the session form. Either every field is good, or all the problems come back at once with the
 * field each belongs to, and nothing changes. `others` are the other sessions of the body: ordinals run
 * by type and year and are not repeated (domain O6).
 */
export function readSessionDraft(
  draft: SessionDraft,
  others: readonly Session[],
): Result<SessionData, readonly FieldProblem[]> {
  const type = readChoice(sessionTypeSchema, draft.type, 'Elija si la sesión es ordinaria o extraordinaria.')
  const modality = readChoice(modalitySchema, draft.modality, 'Elija la modalidad de la sesión.')
  const ordinal = readOrdinal(draft.ordinal)
  const date = readDate(draft.date)
  const time = readTime(draft.time)
  const place: Reading<string> =
    draft.place.trim().length > MAX_PLACE
      ? err(`El lugar no puede pasar de ${MAX_PLACE} caracteres.`)
      : ok(draft.place.trim().replace(/\s+/g, ' '))
  if (type.ok && modality.ok && ordinal.ok && date.ok && time.ok && place.ok) {
    const data: SessionData = {
      type: type.value,
      ordinal: ordinal.value,
      date: date.value,
      time: time.value,
      place: place.value,
      modality: modality.value,
    }
    const twin = sameName(data, others)
    if (!twin) return ok(data)
    const text = `Ya hay una ${sessionName(twin)} de ${yearOf(twin.date)}: la del ${longDay(twin.date)}.`
    return err([{ field: 'ordinal', text }])
  }
  const readings = { type, ordinal, date, time, place, modality } satisfies Record<
    SessionField,
    Reading<unknown>
  >
  const problems = Object.entries(readings).flatMap(([field, reading]) =>
    reading.ok ? [] : [{ field: field as SessionField, text: reading.error }],
  )
  return err(problems)
}

/** What the form shows for a session that exists. */
export function draftOfSession(session: SessionData): SessionDraft {
  return {
    type: session.type,
    ordinal: session.ordinal === null ? '' : String(session.ordinal),
    date: session.date,
    time: session.time,
    place: session.place,
    modality: session.modality,
  }
}
