import type { Steps } from '../../shared/lib/steps'

/** How long the window may wait for us: well below a frame, so that typing and painting go on. */
const TURN_MS = 8

/** Lets the window paint and hear its keys. */
export function breathe(): Promise<void> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}

/** Waits until the window has nothing else to do; where that cannot be asked, as {@link breathe}. */
export function rest(): Promise<void> {
  if (typeof requestIdleCallback !== 'function') return breathe()
  return new Promise((resolve) => requestIdleCallback(() => resolve()))
}

/** Who follows long work, and may leave it. */
export interface SliceOptions {
  /** From 0 to 1; also goes back when a part of the work is done again. */
  readonly onProgress?: (progress: number) => void
  readonly signal?: AbortSignal
  /** What is done between two slices; {@link breathe} unless given. */
  readonly pause?: () => Promise<void>
}

/** Carries out long work between the frames of the window. Rejects with the signal's reason when left. */
export async function inSlices<T>(
  steps: Steps<T>,
  { onProgress, signal, pause = breathe }: SliceOptions = {},
): Promise<T> {
  for (;;) {
    const end = performance.now() + TURN_MS
    let step = steps.next()
    while (!step.done && performance.now() < end) step = steps.next()
    if (step.done) return step.value
    onProgress?.(step.value)
    await pause()
    signal?.throwIfAborted()
  }
}

function* each<T, U>(values: Iterable<T>, make: (value: T) => U): Steps<U[]> {
  const made: U[] = []
  for (const value of values) {
    made.push(make(value))
    yield 0
  }
  return made
}

/** What a function makes of every value, in their order, between the frames of the window. */
export function mapInTurns<T, U>(values: Iterable<T>, make: (value: T) => U): Promise<U[]> {
  return inSlices(each(values, make))
}
