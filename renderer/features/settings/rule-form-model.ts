import {
  type Body,
  type BodyRules,
  bodyRulesSchema,
  DEFAULT_RULES,
  type Majority,
} from '../../../shared/domain/bodies'
import { err, ok, type Result } from '../../../shared/lib/result'
import type { RuleChange } from '../../commands/bodies/change-body'

export type RuleKey = keyof BodyRules

/** What each rule decides, in the order they are shown. */
export const RULE_TITLES: Readonly<Record<RuleKey, string>> = {
  quorum: 'Quórum',
  majority: 'Mayoría para aprobar',
  castingVote: 'Voto de calidad',
  noticeOrdinary: 'Convocatoria a sesión ordinaria',
  noticeExtraordinary: 'Convocatoria a sesión extraordinaria',
}

export const RULE_KEYS: readonly RuleKey[] = [
  'quorum',
  'majority',
  'castingVote',
  'noticeOrdinary',
  'noticeExtraordinary',
]

export const MAJORITY_LABELS: Readonly<Record<Majority, string>> = {
  simple: 'Simple: más votos a favor que en contra',
  absolute: 'Absoluta: más de la mitad de quienes integran el órgano con voto',
  'two-thirds': 'Calificada: dos terceras partes',
}

function noticeText({ amount, unit }: BodyRules['noticeOrdinary']['value']): string {
  if (unit === 'hours') return amount === 1 ? '1 hora antes' : `${amount} horas antes`
  return amount === 1 ? '1 día hábil antes' : `${amount} días hábiles antes`
}

/** The value of a rule in words. */
export function ruleValueText(rules: BodyRules, key: RuleKey): string {
  switch (key) {
    case 'quorum': {
      const { value } = rules.quorum
      if (value.kind === 'majority') return 'La mayoría de los lugares con voto'
      return value.seats === 1 ? '1 lugar con voto' : `${value.seats} lugares con voto`
    }
    case 'majority':
      return MAJORITY_LABELS[rules.majority.value]
    case 'castingVote':
      return rules.castingVote.value ? 'La Presidencia decide los empates' : 'Un empate no aprueba'
    case 'noticeOrdinary':
    case 'noticeExtraordinary':
      return noticeText(rules[key].value)
  }
}

/** What the form of any rule holds; only the fields of its kind are shown. */
export interface RuleDraft {
  readonly choice: string
  readonly amount: string
  readonly basis: string
  readonly reason: string
}

/** The form of a stored rule. */
export function draftOfRule(rules: BodyRules, key: RuleKey): RuleDraft {
  const texts = { basis: rules[key].basis, reason: rules[key].overrideReason ?? '' }
  switch (key) {
    case 'quorum': {
      const { value } = rules.quorum
      return { ...texts, choice: value.kind, amount: value.kind === 'fixed' ? String(value.seats) : '' }
    }
    case 'majority':
      return { ...texts, choice: rules.majority.value, amount: '' }
    case 'castingVote':
      return { ...texts, choice: rules.castingVote.value ? 'yes' : 'no', amount: '' }
    case 'noticeOrdinary':
    case 'noticeExtraordinary':
      return { ...texts, choice: rules[key].value.unit, amount: String(rules[key].value.amount) }
  }
}

/** What is wrong with a field of a rule. */
export interface RuleProblem {
  readonly field: keyof RuleDraft
  readonly message: string
}

function readValue(key: RuleKey, draft: RuleDraft): unknown {
  const amount = /^\d{1,4}$/.test(draft.amount.trim()) ? Number(draft.amount) : Number.NaN
  switch (key) {
    case 'quorum':
      return draft.choice === 'fixed' ? { kind: 'fixed', seats: amount } : { kind: 'majority' }
    case 'majority':
      return draft.choice
    case 'castingVote':
      return draft.choice === 'yes'
    case 'noticeOrdinary':
    case 'noticeExtraordinary':
      return { amount, unit: draft.choice }
  }
}

function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

const AMOUNT_PROBLEMS: Readonly<Partial<Record<RuleKey, string>>> = {
  quorum: 'Escriba cuántos lugares, de 1 a 500.',
  noticeOrdinary: 'Escriba una cantidad de 0 a 720.',
  noticeExtraordinary: 'Escriba una cantidad de 0 a 720.',
}

/**
 * The rule as written. A value other than the proposed one needs a reason; going back to the proposed
 * one forgets it.
 */
export function readRule(
  rules: Body['rules'],
  key: RuleKey,
  draft: RuleDraft,
): Result<RuleChange, RuleProblem> {
  const value = readValue(key, draft)
  const isDefault = sameValue(value, DEFAULT_RULES[key].value)
  const basis = draft.basis.trim()
  const reason = draft.reason.trim()
  const rule = { value, basis, overrideReason: isDefault || reason === '' ? null : reason }
  const parsed = bodyRulesSchema.safeParse({ ...rules, [key]: rule })
  if (!parsed.success) return err({ field: 'amount', message: AMOUNT_PROBLEMS[key] ?? 'Elija un valor.' })
  if (basis === '') return err({ field: 'basis', message: 'Escriba en qué norma se apoya la regla.' })
  if (!isDefault && reason === '') {
    return err({ field: 'reason', message: 'Explique por qué se aparta del valor propuesto.' })
  }
  return ok({ key, rule: parsed.data[key] } as RuleChange)
}
