import type { KeyboardEvent } from 'react'

interface Rows {
  readonly count: number
  readonly scrollToIndex: (index: number) => void
}

/** Puts the focus on what a row opens, after it was drawn. */
function focusRow(list: HTMLElement | null, index: number, scrollToIndex: Rows['scrollToIndex']): void {
  scrollToIndex(index)
  // One frame to scroll, one for the rows that came into sight.
  requestAnimationFrame(() =>
    requestAnimationFrame(() =>
      list
        ?.querySelector<HTMLElement>(`[aria-posinset="${index + 1}"] button`)
        ?.focus({ preventScroll: true }),
    ),
  )
}

/** Goes from row to row of a list of which only the rows in sight are drawn. */
export function stepRow(event: KeyboardEvent<HTMLElement>, { count, scrollToIndex }: Rows): void {
  const { currentTarget, target, key } = event
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return
  const row = target instanceof HTMLElement ? target.closest<HTMLElement>('[aria-posinset]') : null
  const at = row === null ? -1 : Number(row.ariaPosInSet) - 1
  const next = key === 'ArrowDown' ? at + 1 : at - 1
  if (next < 0 || next >= count) return
  event.preventDefault()
  focusRow(currentTarget, next, scrollToIndex)
}
