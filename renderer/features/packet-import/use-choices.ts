import { useCallback, useMemo, useState } from 'react'
import {
  type Choice,
  type Choices,
  type ImportPlan,
  type ImportUnit,
  settleChoices,
} from '../../../shared/packet'

/** What the user has chosen, and what follows from it. */
export interface ImportChoices {
  readonly chosen: Choices
  readonly of: (id: string) => Choice
  readonly isBrought: (id: string) => boolean
  /** What has to be decided first, by its titles; empty for what is free. */
  readonly heldBy: (id: string) => readonly string[]
  readonly choose: (id: string, choice: Choice) => void
  readonly chooseAll: (units: readonly ImportUnit[], choice: Choice) => void
  /** Units that will change something, and conflicts nobody decided. */
  readonly taken: number
  readonly kept: number
  readonly undecided: number
}

const NOBODY: readonly string[] = []

const NOTHING: Pick<ImportPlan, 'units'> = { units: [] }

/** The choices of a plan; everything new or newer is taken until the user says otherwise. */
export function useChoices(plan: ImportPlan | null): ImportChoices {
  const [chosen, setChosen] = useState<Choices>({})
  const { settled, brought, held } = useMemo(() => settleChoices(plan ?? NOTHING, chosen), [plan, chosen])
  const titles = useMemo(() => new Map((plan ?? NOTHING).units.map(({ id, title }) => [id, title])), [plan])
  const chooseAll = useCallback((units: readonly ImportUnit[], choice: Choice) => {
    setChosen((now) => ({ ...now, ...Object.fromEntries(units.map(({ id }) => [id, choice])) }))
  }, [])
  const choose = useCallback((id: string, choice: Choice) => {
    setChosen((now) => ({ ...now, [id]: choice }))
  }, [])
  const values = [...settled.values()]
  return {
    chosen,
    of: (id) => settled.get(id) ?? 'leave',
    isBrought: (id) => brought.has(id),
    heldBy: (id) => (held.get(id) ?? NOBODY).map((each) => titles.get(each) ?? each),
    choose,
    chooseAll,
    taken: values.filter((choice) => choice === 'take').length,
    kept: values.filter((choice) => choice === 'keep').length,
    undecided: (plan ?? NOTHING).units.filter(
      ({ id, state }) => state === 'conflict' && settled.get(id) === 'leave',
    ).length,
  }
}
