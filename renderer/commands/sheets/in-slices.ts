import type { Steps } from '../../../shared/lib/steps'
import { breathe } from '../../data/turns'

export { breathe } from '../../data/turns'

/** How long the window may wait for us; below what a finger notices. */
const SLICE_MS = 12

/** Who follows long work, and may leave it. */
export interface SliceOptions {
  /** From 0 to 1; also goes back when a part of the work is done again. */
  readonly onProgress?: (progress: number) => void
  readonly signal?: AbortSignal
}

/** Carries out long work between the frames of the window. Rejects with the signal's reason when left. */
export async function inSlices<T>(steps: Steps<T>, { onProgress, signal }: SliceOptions = {}): Promise<T> {
  for (;;) {
    const end = performance.now() + SLICE_MS
    let step = steps.next()
    while (!step.done && performance.now() < end) step = steps.next()
    if (step.done) return step.value
    onProgress?.(step.value)
    await breathe()
    signal?.throwIfAborted()
  }
}
