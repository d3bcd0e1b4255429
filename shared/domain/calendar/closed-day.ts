import { z } from 'zod'
import { daysBetween } from '../../lib/day'
import { type IsoDate, isIsoDate, isoDate, isoDateSchema } from '../../lib/iso-date'
import { err, ok, type Result } from '../../lib/result'
import { bodyIdSchema } from '../bodies'

/** Identifier of a range of closed days. */
export const closedDayIdSchema = z.uuid().brand<'ClosedDayId'>()
/** Identifier of a range of closed days. */
export type ClosedDayId = z.infer<typeof closedDayIdSchema>

/**
 * What a range of the calendar says: the institution does not work (Semana Santa, vacaciones), there is
 * a local or extraordinary election, or an electoral process is under way. The last one closes nothing:
 * it only proposes the switch "todos los días y horas son hábiles" (domain §2.7: its reach over
 * committee deadlines is not confirmed). A campaign closes nothing either: it asks for care with what is
 * published, because propaganda of the government is suspended then.
 */
export const closedDayKindSchema = z.enum(['closed', 'election', 'electoral-process', 'campaign'])
/** What a range of the calendar says. */
export type ClosedDayKind = z.infer<typeof closedDayKindSchema>

/** Spanish name of each kind of range. */
export const CLOSED_DAY_LABELS: Readonly<Record<ClosedDayKind, string>> = {
  closed: 'Inhábil de la institución',
  election: 'Jornada electoral',
  'electoral-process': 'Proceso electoral',
  campaign: 'Campaña electoral',
}

/** Most days of one range: a closure of months is a mistake of the year, a process may last over one. */
const LONGEST: Readonly<Record<ClosedDayKind, number>> = {
  closed: 120,
  election: 7,
  'electoral-process': 730,
  campaign: 180,
}

/** A range of days of the institution's calendar with its reason; both ends are included. */
export const closedDaySchema = z
  .strictObject({
    id: closedDayIdSchema,
    bodyId: bodyIdSchema,
    kind: closedDayKindSchema,
    from: isoDateSchema,
    until: isoDateSchema,
    reason: z.string().trim().min(1).max(200),
  })
  .readonly()
/** A range of days of the institution's calendar with its reason. */
export type ClosedDay = z.infer<typeof closedDaySchema>

/** A range as it is typed: dates as written, `until` empty for a single day. */
export interface ClosedDayDraft {
  readonly kind: ClosedDayKind
  readonly from: string
  readonly until: string
  readonly reason: string
}

/** Something wrong in the draft of a range, with the sentence for the user. */
export interface ClosedDayProblem {
  readonly field: 'from' | 'until' | 'reason'
  readonly message: string
}

function spanProblem(kind: ClosedDayKind, from: IsoDate, until: IsoDate): ClosedDayProblem | null {
  const days = daysBetween(from, until) + 1
  if (days < 1) return { field: 'until', message: 'El último día es anterior al primero.' }
  if (days <= LONGEST[kind]) return null
  const message = `El rango tiene ${days} días y el máximo es ${LONGEST[kind]}; revise los años.`
  return { field: 'until', message }
}

/** Reads a typed range; every field that is wrong is named. */
export function readClosedDay(
  draft: ClosedDayDraft,
): Result<Pick<ClosedDay, 'kind' | 'from' | 'until' | 'reason'>, readonly ClosedDayProblem[]> {
  const [first, last, reason] = [
    draft.from.trim(),
    draft.until.trim() || draft.from.trim(),
    draft.reason.trim(),
  ]
  const problems: ClosedDayProblem[] = []
  if (!isIsoDate(first)) problems.push({ field: 'from', message: 'La fecha no existe o está incompleta.' })
  if (!isIsoDate(last) && draft.until.trim() !== '') {
    problems.push({ field: 'until', message: 'La fecha no existe o está incompleta.' })
  }
  if (reason === '') problems.push({ field: 'reason', message: 'Escriba el motivo.' })
  if (reason.length > 200) problems.push({ field: 'reason', message: 'El motivo pasa de 200 caracteres.' })
  if (isIsoDate(first) && isIsoDate(last)) {
    const problem = spanProblem(draft.kind, isoDate(first), isoDate(last))
    if (problem) problems.push(problem)
  }
  if (problems.length > 0) return err(problems)
  return ok({ kind: draft.kind, from: isoDate(first), until: isoDate(last), reason })
}

/** The form of a stored range, for editing it. */
export function draftOfClosedDay(day: ClosedDay): ClosedDayDraft {
  return {
    kind: day.kind,
    from: day.from,
    until: day.until === day.from ? '' : day.until,
    reason: day.reason,
  }
}
