import { type DesktopApi, desktopApi, type JournalStatus } from '../platform/desktop'
import { type StartUp, startUp } from './start-up'

/** A start under way. It begins when it is made, before there is anything to show it. */
export class Launch {
  readonly result: Promise<StartUp>
  readonly #listeners = new Set<() => void>()
  #progress: number | null = null

  constructor(ask: () => Promise<JournalStatus>, desktop: DesktopApi = desktopApi()) {
    this.result = startUp(ask, desktop, (done) => {
      this.#progress = done
      for (const listener of this.#listeners) listener()
    })
    // Whoever waits for the result hears of the error; until then it must not count as unhandled.
    this.result.catch(() => undefined)
  }

  /** Share of the rebuilding that is done, from 0 to 1; null while nothing is being rebuilt. */
  readonly progress = (): number | null => this.#progress

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
