import type { Result } from '../../../../shared/lib/result'
import type { CommandDeps } from '../../deps'
import { makePacket } from './make-packet'
import type {
  MadePacket,
  MakePacketFailure,
  MakingProgress,
  PacketChoice,
  PacketScope,
} from './packet-choice'

/** What the maker is doing, and of which session or body. */
export type MakerState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'making'; readonly scope: PacketScope; readonly progress: MakingProgress }
  | { readonly kind: 'made'; readonly scope: PacketScope; readonly made: MadePacket }
  | { readonly kind: 'failed'; readonly scope: PacketScope; readonly failure: MakePacketFailure }

type Make = (
  deps: CommandDeps,
  choice: PacketChoice,
  hooks: Parameters<typeof makePacket>[2],
) => Promise<Result<MadePacket, MakePacketFailure>>

/** Makes one packet at a time, whatever screen is shown meanwhile. */
export class PacketMaker {
  readonly #deps: CommandDeps
  readonly #make: Make
  readonly #listeners = new Set<() => void>()
  #state: MakerState = { kind: 'idle' }
  #abort: AbortController | null = null

  constructor(deps: CommandDeps, make: Make = makePacket) {
    this.#deps = deps
    this.#make = make
  }

  readonly state = (): MakerState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Begins, unless one is being made already; false then. */
  start(choice: PacketChoice): boolean {
    if (this.#state.kind === 'making') return false
    const { scope } = choice
    const abort = new AbortController()
    this.#abort = abort
    const onProgress = (progress: MakingProgress) => this.#show({ kind: 'making', scope, progress })
    onProgress({ step: 'reading', done: 0, total: 0 })
    void this.#make(this.#deps, choice, { onProgress, signal: abort.signal }).then(
      (result) => {
        if (result.ok) this.#show({ kind: 'made', scope, made: result.value })
        else if (result.error.code === 'cancelled') this.#show({ kind: 'idle' })
        else this.#show({ kind: 'failed', scope, failure: result.error })
      },
      (error: unknown) => {
        const detail = error instanceof Error ? error.message : ''
        this.#show({ kind: 'failed', scope, failure: { code: 'unexpected', detail } })
      },
    )
    return true
  }

  /** Gives up what is being made; what was written goes away. */
  cancel(): void {
    this.#abort?.abort()
  }

  /** Leaves a result or a failure that was seen. */
  dismiss(): void {
    if (this.#state.kind !== 'making') this.#show({ kind: 'idle' })
  }

  #show(state: MakerState): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}

const makers = new WeakMap<CommandDeps, PacketMaker>()

/** The one maker of this run of the app. */
export function packetMakerOf(deps: CommandDeps): PacketMaker {
  const made = makers.get(deps) ?? new PacketMaker(deps)
  makers.set(deps, made)
  return made
}
