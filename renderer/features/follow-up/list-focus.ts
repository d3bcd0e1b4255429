/** Puts the focus on the line of the list that the keys are at, or on its first one. */
export function focusList(): void {
  const line =
    document.querySelector<HTMLElement>('[data-line][tabindex="0"]') ??
    document.querySelector<HTMLElement>('[data-line]')
  line?.focus()
}

/** Whether the focus is on a line of the list. */
export function isOnLine(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.dataset.line !== undefined
}
