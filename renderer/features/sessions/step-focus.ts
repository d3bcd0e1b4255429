/**
 * Moves the focus one element up or down among those of a list; from outside it enters at the first or
 * the last. Returns whether there was anywhere to go.
 */
export function stepFocus(list: ParentNode | null, selector: string, step: 1 | -1): boolean {
  const items = [...(list?.querySelectorAll<HTMLElement>(selector) ?? [])]
  const { activeElement } = document
  const at = activeElement instanceof HTMLElement ? items.indexOf(activeElement) : -1
  const next = at === -1 ? (step === 1 ? 0 : items.length - 1) : at + step
  const target = items[Math.max(0, Math.min(next, items.length - 1))]
  target?.focus()
  return target !== undefined
}
