import { useEffect, useState } from 'react'
import { useDeps } from '../../commands/deps'
import { useBodyFollowUp } from '../../commands/follow-up/use-body-follow-up'
import { useBody } from '../../data/current-body'
import type { FollowUp } from '../../data/follow-up-book'
import { type Publishing, usePublishing } from '../../data/publishing-book'
import { inSlices, rest } from '../../data/turns'
import { type Plan, planSteps, searchTextSteps } from './plan-steps'

export type { Plan } from './plan-steps'

/** Plans that were worked out, while what is published stays as it was. */
const plans = new WeakMap<Publishing, Map<number, Plan>>()

/** The plan as it was worked out before; null when something that it is made of is another. */
function knownPlan(year: number, publishing: Publishing, followUp: FollowUp): Plan | null {
  const known = plans.get(publishing)?.get(year)
  if (!known || known.periods !== followUp.closedDays || known.today !== followUp.context.today) return null
  return known.followUp === followUp ? known : { ...known, followUp }
}

function remember(publishing: Publishing, plan: Plan): Plan {
  const ofYears = plans.get(publishing) ?? new Map<number, Plan>()
  plans.set(publishing, ofYears.set(plan.year, plan))
  return plan
}

/**
 * The plan of a year, kept up to date; undefined while it is worked out for the first time. Until a change is in,
 * and while another year is worked out, it is the one before.
 */
export function usePlan(year: number): Plan | undefined {
  const { store } = useDeps()
  const { id } = useBody()
  const followUp = useBodyFollowUp()
  const publishing = usePublishing(store, id)
  const known = publishing && followUp ? knownPlan(year, publishing, followUp) : null
  const [made, setMade] = useState<Plan | undefined>(known ?? undefined)
  useEffect(() => {
    if (!publishing || !followUp) return
    const kept = knownPlan(year, publishing, followUp)
    if (kept) return setMade(remember(publishing, kept))
    const left = new AbortController()
    const { signal } = left
    const work = async () => {
      const plan = await inSlices(planSteps(year, publishing, followUp), { signal })
      setMade(remember(publishing, plan))
      await inSlices(searchTextSteps(plan), { signal, pause: rest })
    }
    work().catch((failure: unknown) => {
      if (signal.aborted) return
      setMade(() => {
        throw failure
      })
    })
    return () => left.abort()
  }, [year, publishing, followUp])
  return known ?? made
}
