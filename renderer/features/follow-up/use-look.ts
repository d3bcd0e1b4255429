import { useMemo, useState } from 'react'
import { type ItemFilter, NO_FILTER } from '../../../shared/domain/follow-up'
import type { FollowUp } from '../../data/follow-up-book'
import { sessionNamer } from './choices'
import { type Look, linesOf } from './lines'

/** What the secretary opens with: everything that somebody still has to do, the next due first. */
export const OPEN_LOOK: Look = {
  filter: { ...NO_FILTER, states: ['pending', 'in-progress'] },
  grouping: 'none',
  sort: { by: 'due', descending: false },
}

/** The filter, grouping and order of the list, and the records and lines they give. */
export function useLook({ index, sessions }: FollowUp) {
  const [look, setLook] = useState<Look>(OPEN_LOOK)
  const nameOf = useMemo(() => sessionNamer(sessions), [sessions])
  const shown = useMemo(() => index.list(look.filter, look.sort), [index, look.filter, look.sort])
  const lines = useMemo(
    () => linesOf(shown, look.grouping, { sessionName: nameOf }),
    [shown, look.grouping, nameOf],
  )
  return {
    look,
    setLook,
    setFilter: (filter: ItemFilter) => setLook({ ...look, filter }),
    shown,
    lines,
    nameOf,
  }
}

export type LookControl = ReturnType<typeof useLook>
