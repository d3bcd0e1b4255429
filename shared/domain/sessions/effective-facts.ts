import type { CorrectionBody, Fact, PlainFactBody } from './fact'
import type { FactId } from './ids'
import type { EffectiveFact } from './state'

/** A stored fact that is a correction. */
export type CorrectionFact = Fact & { readonly body: CorrectionBody }
/** A stored fact that is not a correction. */
export type PlainFact = Fact & { readonly body: PlainFactBody }

/** Whether a stored fact corrects another. */
export function isCorrection(fact: Fact): fact is CorrectionFact {
  return fact.body.kind === 'correction'
}

/** Whether a stored fact is an ordinary one. */
export function isPlain(fact: Fact): fact is PlainFact {
  return fact.body.kind !== 'correction'
}

/**
 * For every corrected fact, the correction that now decides it. Read from the newest backwards: a
 * correction that was itself voided decides nothing, and of several the newest wins.
 */
export function decidingCorrections(facts: readonly Fact[]): ReadonlyMap<FactId, CorrectionFact> {
  const deciding = new Map<FactId, CorrectionFact>()
  const newestFirst = [...facts].sort((a, b) => b.seq - a.seq)
  for (const fact of newestFirst) {
    if (!isCorrection(fact) || deciding.has(fact.id)) continue
    if (!deciding.has(fact.body.targetId)) deciding.set(fact.body.targetId, fact)
  }
  return deciding
}

/** The facts that count, in their original order, each as it now reads. A voided fact is not there. */
export function effectiveFacts(facts: readonly Fact[]): readonly EffectiveFact[] {
  const deciding = decidingCorrections(facts)
  const inOrder = facts.filter(isPlain).sort((a, b) => a.seq - b.seq)
  return inOrder.flatMap((fact): readonly EffectiveFact[] => {
    const correction = deciding.get(fact.id)
    if (!correction)
      return [{ id: fact.id, seq: fact.seq, time: fact.time, body: fact.body, corrected: false }]
    const replacement = correction.body.replacement
    return replacement
      ? [{ id: fact.id, seq: fact.seq, time: replacement.time, body: replacement.body, corrected: true }]
      : []
  })
}
