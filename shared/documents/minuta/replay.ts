import { applyFact, type EffectiveFact, initialState, type SessionState } from '../../domain/sessions'

/** One fact with the session as it stood just before and just after it. */
export interface Step {
  readonly fact: EffectiveFact
  readonly before: SessionState
  readonly after: SessionState
}

/**
 * The session fact by fact, so that every sentence is written from what was true at its moment. Facts
 * that could not be applied are not part of a state and so never reach the minuta.
 */
export function replay(state: SessionState): readonly Step[] {
  const steps: Step[] = []
  let before = initialState(state.plan)
  for (const fact of state.facts) {
    const next = applyFact(before, fact)
    if (!next.ok) continue
    steps.push({ fact, before, after: next.value })
    before = next.value
  }
  return steps
}
