import { err, ok, type Result } from '../../../../shared/lib/result'
import type { IncomingRefusal } from './refusal'
import type { VerifyProgress } from './verify-packet'
import type { IncomingSource, OpenedPacket, WorkerAnswer, WorkerRequest } from './worker-messages'

/** Longest silence of the worker; opening a passphrase is the longest single step. */
const PATIENCE_MS = 180_000

type Answered = Exclude<WorkerAnswer, { kind: 'progress' }>

const STOPPED: Answered = { kind: 'refused', refusal: { code: 'stopped' } }

/**
 * A packet being read in its own worker. It lives until it is closed, because the attachments are read from
 * it only when the user has chosen to take it in.
 */
export class IncomingReader {
  readonly #worker = new Worker(new URL('./incoming-worker.ts', import.meta.url), { type: 'module' })
  #settle: ((answer: Answered) => void) | null = null
  #onProgress: (progress: VerifyProgress) => void = () => undefined
  #timer: ReturnType<typeof setTimeout> | null = null
  #isStopped = false

  constructor() {
    this.#worker.onmessage = (event: MessageEvent<WorkerAnswer>) => this.#hear(event.data)
    this.#worker.onerror = (event) => {
      event.preventDefault()
      this.#stop()
    }
  }

  /** Reads and checks the whole packet. Again with a passphrase when it needs one. */
  async open(
    source: IncomingSource,
    passphrase: string | null,
    onProgress: (progress: VerifyProgress) => void,
  ): Promise<Result<OpenedPacket, IncomingRefusal>> {
    this.#onProgress = onProgress
    const answer = await this.#ask({ kind: 'open', source, passphrase })
    if (answer.kind === 'opened') return ok(answer.packet)
    return err(answer.kind === 'refused' ? answer.refusal : { code: 'stopped' })
  }

  /** Reads a file of the packet again, a piece at a time; `take` says false to stop. */
  async send(
    path: string,
    take: (bytes: Uint8Array<ArrayBuffer>) => Promise<boolean>,
  ): Promise<Result<null, IncomingRefusal>> {
    for (let answer = await this.#ask({ kind: 'send', path }); ; answer = await this.#ask({ kind: 'more' })) {
      if (answer.kind === 'sent') return ok(null)
      if (answer.kind !== 'piece')
        return err(answer.kind === 'refused' ? answer.refusal : { code: 'stopped' })
      if (!(await take(answer.bytes))) return err({ code: 'stopped' })
    }
  }

  /** Ends the worker, whatever it is doing; whoever waits is told that it was stopped. */
  close(): void {
    this.#stop()
  }

  #ask(request: WorkerRequest): Promise<Answered> {
    // A worker that is gone answers nothing.
    if (this.#isStopped) return Promise.resolve(STOPPED)
    return new Promise((resolve) => {
      this.#settle = resolve
      this.#wait()
      this.#worker.postMessage(request)
    })
  }

  #hear(answer: WorkerAnswer): void {
    if (answer.kind === 'progress') {
      this.#wait()
      this.#onProgress(answer.progress)
    } else this.#end(answer)
  }

  #wait(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#stop(), PATIENCE_MS)
  }

  #stop(): void {
    this.#isStopped = true
    this.#worker.terminate()
    this.#end(STOPPED)
  }

  #end(answer: Answered): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    const settle = this.#settle
    this.#settle = null
    settle?.(answer)
  }
}
