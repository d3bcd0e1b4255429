import { useEffect, useState } from 'react'
import type { SheetDraft, SheetPlan } from '../../../shared/lib/sheet'
import type { SheetJob } from './sheet-job'

interface Made<Id extends string, P> {
  readonly draft: SheetDraft<Id>
  readonly plan: P
}

/**
 * Plans the draft, again for each correction; the plan before stays on screen meanwhile. A long sheet is
 * planned bit by bit: `progress` (0 to 1) says how far it is, and null that the plan is of this draft.
 */
export function useSheetPlan<Id extends string, P extends SheetPlan<Id>>(
  draft: SheetDraft<Id>,
  name: string,
  planSheet: SheetJob<Id, P>['plan'],
): { readonly plan: P | null; readonly progress: number | null } {
  const [made, setMade] = useState<Made<Id, P> | null>(null)
  const [progress, setProgress] = useState(0)
  useEffect(() => {
    const left = new AbortController()
    setProgress(0)
    planSheet(draft, name, { signal: left.signal, onProgress: setProgress }).then(
      (plan) => {
        if (!left.signal.aborted) setMade({ draft, plan })
      },
      (bug: unknown) => {
        // Leaving a plan for the next one is no fault; anything else is a bug for the error screen.
        if (left.signal.aborted) return
        setMade(() => {
          throw bug
        })
      },
    )
    return () => left.abort()
  }, [draft, name, planSheet])
  return { plan: made?.plan ?? null, progress: made?.draft === draft ? null : progress }
}
