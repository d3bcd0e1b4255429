import { useMemo, useState } from 'react'
import type { ItemId } from '../../../shared/domain/follow-up'
import { type Line, placeOf, stepLine } from './lines'

/** The line under the keys: its place in the list, and its item. */
export interface Current {
  readonly key: string
  readonly id: ItemId
  /** Place of its line in the list, -1 while it is not shown. */
  readonly place: number
}

/** Which item is looked at, and which ones are ticked for a change of many. */
export function useSelection(lines: readonly Line[], initial: ItemId | null) {
  const [chosen, setChosen] = useState<Pick<Current, 'key' | 'id'> | null>(
    initial && { key: initial, id: initial },
  )
  // Chosen again it stays the same: a click in a field of the line must not take the focus away from it.
  const choose = (key: string, id: ItemId) =>
    setChosen((before) => (before?.key === key && before.id === id ? before : { key, id }))
  // Another grouping gives the same item another line.
  const current: Current | null = useMemo(() => {
    if (!chosen) return null
    const place = placeOf(lines, chosen.key, chosen.id)
    return { id: chosen.id, key: lines[place]?.key ?? chosen.key, place }
  }, [lines, chosen])
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
    choose,
    close: () => setChosen(null),
    clearTicks: () => setTicked(new Set()),
    tickAll: () => {
      setTicked(new Set(lines.flatMap((line) => (line.kind === 'item' ? [line.record.item.id] : []))))
    },
    /** Moves the keys some lines; with `tick`, the lines left and reached are ticked. */
    step: (steps: number, tick = false) => {
      const line = stepLine(lines, current?.key ?? null, steps)
      if (!line) return
      const { id } = line.record.item
      choose(line.key, id)
      if (tick) setTicked(new Set([...ticked, ...(current ? [current.id] : []), id]))
    },
  }
}

export type Selection = ReturnType<typeof useSelection>
