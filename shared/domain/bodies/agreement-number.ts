import { err, ok, type Result } from '../../lib/result'

/** Why a numbering pattern cannot be used. */
export type PatternProblem = 'no-counter' | 'several-counters'

/**
 * Checks a numbering pattern: exactly one run of N in braces, e.g. `INE/CGyPE/{NNN}/{AAAA}`.
 * Returns how many digits the counter has.
 */
export function readAgreementPattern(pattern: string): Result<{ readonly digits: number }, PatternProblem> {
  const counters = pattern.match(/\{N+\}/g) ?? []
  if (counters.length === 0) return err('no-counter')
  if (counters.length > 1) return err('several-counters')
  return ok({ digits: (counters[0] ?? '').length - 2 })
}

/**
 * Writes an agreement number. The counter restarts each year and is shared by ordinary and
 * extraordinary sessions (inferred from INE/CGyPE/003/2021).
 */
export function formatAgreementNumber(pattern: string, consecutive: number, year: number): string {
  return pattern
    .replace(/\{(N+)\}/, (_, digits: string) => String(consecutive).padStart(digits.length, '0'))
    .replace(/\{AAAA\}/g, String(year))
}

/**
 * The next number of a year: one more than the largest number already used that fits the pattern.
 * Numbers that do not fit (typed by hand) are ignored.
 */
export function nextAgreementNumber(pattern: string, year: number, used: readonly string[]): string {
  const escaped = pattern
    .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
    .replace(/\{N+\}/, '(\\d+)')
    .replace(/\{AAAA\}/g, String(year))
  const shape = new RegExp(`^${escaped}$`)
  const numbers = used.map((text) => Number(shape.exec(text)?.[1] ?? 0))
  return formatAgreementNumber(pattern, Math.max(0, ...numbers) + 1, year)
}
