/**
 * Long work cut into steps: it stops after each to say how far it is (0 to 1), so that whoever carries it
 * out may let the window breathe, show progress, or leave it.
 */
export type Steps<T> = Generator<number, T, void>

/** Carries out every step at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Turns every element into another, one step each. */
export function* mapSteps<T, U>(items: readonly T[], turn: (item: T) => U): Steps<U[]> {
  const turned: U[] = []
  for (const item of items) {
    turned.push(turn(item))
    yield turned.length / items.length
  }
  return turned
}
