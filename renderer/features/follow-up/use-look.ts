import { useMemo, useState } from 'react'
import {
  filterItems,
  type ItemFilter,
  type ItemRecord,
  NO_FILTER,
  sortItems,
} from '../../../shared/domain/follow-up'
import type { FollowUp } from '../../data/follow-up-book'
import { choicesOf, sessionNamer } from './choices'
import { type Look, linesOf } from './lines'

/** What the secretary opens with: everything that somebody still has to do, the next due first. */
export const OPEN_LOOK: Look = {
  filter: { ...NO_FILTER, states: ['pending', 'in-progress'] },
  grouping: 'none',
  sort: { by: 'due', descending: false },
}

/** The filter, grouping and order of the list, and the records and lines they give. */
export function useLook({ records, sessions }: FollowUp) {
  const [look, setLook] = useState<Look>(OPEN_LOOK)
  const nameOf = useMemo(() => sessionNamer(sessions), [sessions])
  // Sorted once for all the letters that are typed; what is filtered keeps the order.
  const sorted = useMemo(() => sortItems(records, look.sort), [records, look.sort])
  const shown = useMemo(() => filterItems(sorted, look.filter), [sorted, look.filter])
  const lines = useMemo(
    () => linesOf(shown, look.grouping, { sessionName: nameOf }),
    [shown, look.grouping, nameOf],
  )
  const choices = useMemo(() => choicesOf(records, sessions), [records, sessions])
  return {
    look,
    setLook,
    setFilter: (filter: ItemFilter) => setLook({ ...look, filter }),
    shown: shown as readonly ItemRecord[],
    lines,
    choices,
    nameOf,
  }
}

export type LookControl = ReturnType<typeof useLook>
