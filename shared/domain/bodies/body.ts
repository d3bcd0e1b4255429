import { z } from 'zod'
import { bodyRulesSchema } from './rules'

/** Identifier of a body. */
export const bodyIdSchema = z.uuid().brand<'BodyId'>()
/** Identifier of a body. */
export type BodyId = z.infer<typeof bodyIdSchema>

/** Grammatical gender, for agreement in generated Spanish. */
export const genderSchema = z.enum(['f', 'm'])
/** Grammatical gender, for agreement in generated Spanish. */
export type Gender = z.infer<typeof genderSchema>

/** Whether the runtime knows an IANA time zone, e.g. America/Mexico_City. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('es-MX', { timeZone: name }).format(0) !== ''
  } catch {
    return false
  }
}

/**
 * A collegiate body (órgano colegiado), Popolo Organization. `gender` is that of its name ("el Comité",
 * "la Comisión"). `agreementPattern` numbers its agreements, with {NNN} for the consecutive number and
 * {AAAA} for the year; null when its agreements carry no number (domain: INE/CGyPE/003/2021).
 */
export const bodySchema = z
  .strictObject({
    id: bodyIdSchema,
    name: z.string().trim().min(1),
    shortName: z.string().trim().min(1),
    acronym: z.string().trim().min(1),
    institution: z.string().trim().min(1),
    gender: genderSchema,
    // Every clock of the body would fail without one, and with them every screen.
    timeZone: z.string().refine(isTimeZone, 'no such time zone'),
    agreementPattern: z.string().nullable(),
    rules: bodyRulesSchema,
  })
  .readonly()
/** A collegiate body (órgano colegiado); `shortName` is how prose names it: "el Comité". */
export type Body = z.infer<typeof bodySchema>
