import type { Body } from '../../../../shared/domain/bodies'
import type { CommandDeps } from '../../deps'
import {
  type ExportedYear,
  type ExportYearFailure,
  exportYear,
  type YearChoice,
  type YearProgressState,
} from './export-year'

/** What the exporter is doing, or did last. */
export type YearExporterState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'writing'; readonly choice: YearChoice; readonly progress: YearProgressState }
  | { readonly kind: 'written'; readonly choice: YearChoice; readonly exported: ExportedYear }
  | {
      readonly kind: 'failed'
      readonly choice: YearChoice
      readonly failure: ExportYearFailure | { readonly code: 'unexpected'; readonly detail: string }
    }

/** Exports one year at a time, whatever screen is shown meanwhile. */
export class YearExporter {
  readonly #deps: CommandDeps
  readonly #export: typeof exportYear
  readonly #listeners = new Set<() => void>()
  #state: YearExporterState = { kind: 'idle' }
  #abort: AbortController | null = null

  constructor(deps: CommandDeps, work: typeof exportYear = exportYear) {
    this.#deps = deps
    this.#export = work
  }

  readonly state = (): YearExporterState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Begins, unless a year is being written already; resolves when it ended, however it did. */
  async start(body: Body, choice: YearChoice): Promise<void> {
    if (this.#state.kind === 'writing') return
    const abort = new AbortController()
    this.#abort = abort
    const onProgress = (progress: YearProgressState) => this.#show({ kind: 'writing', choice, progress })
    onProgress({ step: 'asking', done: 0, total: 0 })
    try {
      const result = await this.#export(this.#deps, body, choice, { onProgress, signal: abort.signal })
      if (result.ok) this.#show({ kind: 'written', choice, exported: result.value })
      else if (result.error.code === 'cancelled') this.#show({ kind: 'idle' })
      else this.#show({ kind: 'failed', choice, failure: result.error })
    } catch (error) {
      const detail = error instanceof Error ? error.message : ''
      this.#show({ kind: 'failed', choice, failure: { code: 'unexpected', detail } })
    }
  }

  /** Gives up what is being written; nothing of it stays. */
  cancel(): void {
    this.#abort?.abort()
  }

  /** Leaves a result or a failure that was seen. */
  dismiss(): void {
    if (this.#state.kind !== 'writing') this.#show({ kind: 'idle' })
  }

  #show(state: YearExporterState): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}

const exporters = new WeakMap<CommandDeps, YearExporter>()

/** The one exporter of this run of the app. */
export function yearExporterOf(deps: CommandDeps): YearExporter {
  const made = exporters.get(deps) ?? new YearExporter(deps)
  exporters.set(deps, made)
  return made
}
