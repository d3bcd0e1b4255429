import { PreviewDatabase } from '../../../data/preview-database'
import type { MadePreview } from './make-preview'

/** How an image is shown: small, whole because it cannot be made small, or not at all. */
export type ShownImage =
  | { readonly kind: 'preview'; readonly blob: Blob }
  | { readonly kind: 'original' }
  | { readonly kind: 'missing' }

/** Where previews are kept; the database, or less when it cannot be had. */
export type PreviewStore = Pick<PreviewDatabase, 'get' | 'put'>

/** An image that waits to be made small, and whoever waits for it. */
interface Job {
  readonly waiting: Set<(shown: ShownImage) => void>
}

const WHOLE: ShownImage = { kind: 'original' }

/**
 * Small copies of stored images: the kept one, or one made now. One is made at a time, in the order in which
 * they were asked for; what nobody waits for any more is not made.
 */
export class Previews {
  readonly #store: PreviewStore
  readonly #make: (sha256: string) => Promise<MadePreview>
  readonly #now: () => number
  readonly #jobs = new Map<string, Job>()
  /** Images that cannot be made small, so that each is tried once in a run. */
  readonly #whole = new Set<string>()
  #isWorking = false

  constructor(store: PreviewStore, make: (sha256: string) => Promise<MadePreview>, now: () => number) {
    this.#store = store
    this.#make = make
    this.#now = now
  }

  /** How to show an image; null when the signal ended the wait. */
  async load(sha256: string, signal: AbortSignal): Promise<ShownImage | null> {
    if (this.#whole.has(sha256)) return WHOLE
    const blob = await this.#store.get(sha256, this.#now()).catch(() => null)
    if (signal.aborted) return null
    return blob ? { kind: 'preview', blob } : this.#ask(sha256, signal)
  }

  /** Keeps a preview that was made on another occasion. */
  async keep(sha256: string, preview: Blob): Promise<void> {
    // Whatever the reason, it can be made again.
    await this.#store.put(sha256, preview, this.#now()).catch(() => undefined)
  }

  #ask(sha256: string, signal: AbortSignal): Promise<ShownImage | null> {
    const job = this.#jobs.get(sha256) ?? { waiting: new Set() }
    this.#jobs.set(sha256, job)
    return new Promise((resolve) => {
      job.waiting.add(resolve)
      signal.addEventListener('abort', () => {
        job.waiting.delete(resolve)
        if (job.waiting.size === 0) this.#jobs.delete(sha256)
        resolve(null)
      })
      void this.#work()
    })
  }

  async #work(): Promise<void> {
    if (this.#isWorking) return
    this.#isWorking = true
    for (let next = this.#first(); next; next = this.#first()) {
      const [sha256, job] = next
      const shown = await this.#madeNow(sha256)
      if (this.#jobs.get(sha256) === job) this.#jobs.delete(sha256)
      for (const tell of job.waiting) tell(shown)
    }
    this.#isWorking = false
  }

  #first(): readonly [string, Job] | null {
    for (const job of this.#jobs) return job
    return null
  }

  async #madeNow(sha256: string): Promise<ShownImage> {
    const made = await this.#make(sha256).catch((): MadePreview => ({ kind: 'original' }))
    if (made.kind === 'missing') return made
    if (made.kind === 'original') {
      this.#whole.add(sha256)
      return WHOLE
    }
    await this.keep(sha256, made.preview)
    return { kind: 'preview', blob: made.preview }
  }
}

/** An image that takes longer is shown whole. */
const PATIENCE_MS = 60_000
/** The worker ends when nothing was asked of it for this long. */
const IDLE_MS = 10_000

/** Makes previews in one worker, which lives while they are asked for. */
function workshop(): (sha256: string) => Promise<MadePreview> {
  let worker: Worker | null = null
  let idle: ReturnType<typeof setTimeout> | undefined
  const end = () => {
    worker?.terminate()
    worker = null
  }
  return async (sha256) => {
    clearTimeout(idle)
    worker ??= new Worker(new URL('./preview-worker.ts', import.meta.url), { type: 'module' })
    const hired = worker
    let patience: ReturnType<typeof setTimeout> | undefined
    const made = await new Promise<MadePreview>((resolve) => {
      const giveUp = () => {
        end()
        resolve({ kind: 'original' })
      }
      patience = setTimeout(giveUp, PATIENCE_MS)
      hired.onerror = giveUp
      hired.onmessage = (event: MessageEvent<MadePreview>) => resolve(event.data)
      hired.postMessage(sha256)
    })
    clearTimeout(patience)
    idle = setTimeout(end, IDLE_MS)
    return made
  }
}

let ofWindow: Previews | null = null

/** The previews of this window. */
export function windowPreviews(): Previews {
  ofWindow ??= new Previews(new PreviewDatabase(), workshop(), () => Date.now())
  return ofWindow
}
