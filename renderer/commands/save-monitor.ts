import type { AppendFailure } from '../platform/desktop'

/** What the header says about saving. */
export type SaveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  /** `shown` is false when the change is on disk but the screens could not take it yet. */
  | {
      readonly kind: 'saved'
      readonly at: string
      readonly seq: number
      readonly hash: string
      readonly shown: boolean
    }
  | { readonly kind: 'failed'; readonly failure: AppendFailure }

/** Keeps the save state and tells whoever shows it. */
export class SaveMonitor {
  #state: SaveState = { kind: 'idle' }
  readonly #listeners = new Set<() => void>()

  readonly state = (): SaveState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  set(state: SaveState): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}
