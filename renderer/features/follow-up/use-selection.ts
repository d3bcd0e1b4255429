import { useMemo, useState } from 'react'
import type { ItemId } from '../../../shared/domain/follow-up'
import { type Line, lineOf, stepLine } from './lines'

/** The line under the keys: its place in the list, and its item. */
export interface Current {
  readonly key: string
  readonly id: ItemId
}

/** Which item is looked at, and which ones are ticked for a change of many. */
export function useSelection(lines: readonly Line[], initial: ItemId | null) {
  const [chosen, setCurrent] = useState<Current | null>(initial && { key: initial, id: initial })
  // Another grouping gives the same item another line.
  const current = useMemo(
    () => chosen && { id: chosen.id, key: lineOf(lines, chosen.key, chosen.id)?.key ?? chosen.key },
    [lines, chosen],
  )
  const [ticked, setTicked] = useState<ReadonlySet<ItemId>>(new Set())
  const toggle = (id: ItemId) => {
    const next = new Set(ticked)
    if (!next.delete(id)) next.add(id)
    setTicked(next)
  }
  return {
    current,
    ticked,
    toggle,
    choose: (key: string, id: ItemId) => setCurrent({ key, id }),
    close: () => setCurrent(null),
    clearTicks: () => setTicked(new Set()),
    tickAll: () => {
      setTicked(new Set(lines.flatMap((line) => (line.kind === 'item' ? [line.record.item.id] : []))))
    },
    /** Moves the keys some lines; with `tick`, the lines left and reached are ticked. */
    step: (steps: number, tick = false) => {
      const line = stepLine(lines, current?.key ?? null, steps)
      if (!line) return
      const { id } = line.record.item
      setCurrent({ key: line.key, id })
      if (tick) setTicked(new Set([...ticked, ...(current ? [current.id] : []), id]))
    },
  }
}

export type Selection = ReturnType<typeof useSelection>
