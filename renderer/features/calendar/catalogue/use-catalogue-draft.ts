import { useCallback, useMemo, useRef, useState } from 'react'

interface FieldProblem<D> {
  readonly field: keyof D
  readonly message: string
}

/** What is typed over a date or a channel, and what is wrong with it. */
export interface CatalogueDraft<D> {
  readonly draft: D
  readonly set: (change: Partial<D>) => void
  /** As of this moment, and not of the last drawing. */
  readonly isDirty: () => boolean
  /** Gives up what was typed, or says that it was kept. */
  readonly settle: () => void
  readonly setProblems: (problems: readonly FieldProblem<D>[]) => void
  readonly errorOf: (field: keyof D) => string | undefined
}

/** The form of something of the catalogue, as it stood when it was opened. */
export function useCatalogueDraft<D extends object>(initial: () => D): CatalogueDraft<D> {
  const [draft, setDraft] = useState(initial)
  const [problems, setProblems] = useState<readonly FieldProblem<D>[]>([])
  const dirty = useRef(false)
  const doors = useMemo(
    () => ({
      isDirty: () => dirty.current,
      settle: () => {
        dirty.current = false
      },
    }),
    [],
  )
  const set = useCallback((change: Partial<D>) => {
    dirty.current = true
    setDraft((now) => ({ ...now, ...change }))
    // What is being mended is not said to be wrong any longer.
    setProblems((now) => now.filter(({ field }) => !(field in change)))
  }, [])
  return {
    ...doors,
    draft,
    set,
    setProblems,
    errorOf: (field) => {
      const told = problems.filter((problem) => problem.field === field).map(({ message }) => message)
      return told.length === 0 ? undefined : told.join(' ')
    },
  }
}
