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

/** Elements sorted in one step. */
const RUN = 64

function* mergeSteps<T>(a: readonly T[], b: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
  // What comes nearly in order is merged without comparing every element.
  const [first] = b
  if (first === undefined || compare(a[a.length - 1] as T, first) <= 0) return a.concat(b)
  const merged: T[] = []
  let at = 0
  for (const each of b) {
    for (; at < a.length && compare(a[at] as T, each) <= 0; at += 1) merged.push(a[at] as T)
    merged.push(each)
    if (merged.length % RUN === 0) yield 1 / 2
  }
  for (; at < a.length; at += 1) merged.push(a[at] as T)
  return merged
}

/** Sorts in small steps, as `toSorted` does: equal elements keep their order, and the values stay as they were. */
export function* sortSteps<T>(values: readonly T[], compare: (a: T, b: T) => number): Steps<readonly T[]> {
  const runs: T[][] = []
  for (let from = 0; from < values.length; from += RUN) {
    runs.push(values.slice(from, from + RUN).sort(compare))
    yield (from / values.length) * (1 / 2)
  }
  let sorted: readonly (readonly T[])[] = runs
  while (sorted.length > 1) {
    const merged: T[][] = []
    for (let pair = 0; pair < sorted.length; pair += 2) {
      merged.push(yield* mergeSteps(sorted[pair] ?? [], sorted[pair + 1] ?? [], compare))
    }
    sorted = merged
  }
  return sorted[0] ?? []
}
