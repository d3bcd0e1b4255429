import { z } from 'zod'

/**
 * A rule of the body as data: its value, the legal basis shown beside it, and why the default was
 * changed (null while it is the default).
 */
function ruleOf<T extends z.ZodType>(value: T) {
  return z.strictObject({ value, basis: z.string(), overrideReason: z.string().min(1).nullable() }).readonly()
}

const quorumValue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('majority') }),
  z.strictObject({ kind: z.literal('fixed'), seats: z.int().min(1).max(500) }),
])

const noticeValue = z.strictObject({
  amount: z.int().min(0).max(720),
  unit: z.enum(['hours', 'business-days']),
})

/** Majority needed for a motion to pass; what each means is coded in `vote-result.ts`. */
export const majoritySchema = z.enum(['simple', 'absolute', 'two-thirds'])
/** Majority needed for a motion to pass. */
export type Majority = z.infer<typeof majoritySchema>

/** Rulebook of a body: quorum, majority, casting vote, notice of sessions. */
export const bodyRulesSchema = z
  .strictObject({
    quorum: ruleOf(quorumValue),
    majority: ruleOf(majoritySchema),
    castingVote: ruleOf(z.boolean()),
    noticeOrdinary: ruleOf(noticeValue),
    noticeExtraordinary: ruleOf(noticeValue),
  })
  .readonly()
/** Rulebook of a body: quorum, majority, casting vote, notice of sessions. */
export type BodyRules = z.infer<typeof bodyRulesSchema>

/**
 * Rules proposed for a new body. The governing text of the CGyPE (RTAIP art. 25, JGE104/2011) fixes
 * them; its wording was not at hand, so every one is an editable default that says so.
 */
export const DEFAULT_RULES: BodyRules = {
  quorum: {
    value: { kind: 'majority' },
    basis:
      'Mayoría de quienes integran el órgano con derecho a voto (valor propuesto; confirmar con la norma del órgano).',
    overrideReason: null,
  },
  majority: {
    value: 'simple',
    basis: 'Mayoría de los votos emitidos por quienes están presentes (valor propuesto).',
    overrideReason: null,
  },
  castingVote: {
    value: true,
    basis: 'En caso de empate, voto de calidad de la Presidencia (valor propuesto).',
    overrideReason: null,
  },
  noticeOrdinary: {
    value: { amount: 72, unit: 'hours' },
    basis: 'Convocatoria con 72 horas de anticipación (valor propuesto).',
    overrideReason: null,
  },
  noticeExtraordinary: {
    value: { amount: 24, unit: 'hours' },
    basis: 'Convocatoria con 24 horas de anticipación (valor propuesto).',
    overrideReason: null,
  },
}
