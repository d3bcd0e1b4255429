/** How long work may hold the window before it gives it its turn, in milliseconds. */
const TURN_MS = 16

/** Lets the window draw and answer. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}

/** Carries out work that says how far it is, from 0 to 1, a moment at a time. */
export async function inTurns<T>(
  steps: Generator<number, T>,
  onProgress: (done: number) => void = () => undefined,
): Promise<T> {
  let until = performance.now() + TURN_MS
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() < until) continue
    onProgress(step.value)
    await pause()
    until = performance.now() + TURN_MS
  }
}
