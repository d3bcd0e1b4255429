import { Worker } from 'node:worker_threads'
import type { SaveFailure } from '../../shared/ipc'
import { err, type Result } from '../../shared/lib/result'
import { removeTemporary } from './durable-file'
import { errorCode, nodeFileSystem } from './file-system'

/** How long a thread may take to clean up by itself before it is stopped. */
const ABORT_WITHIN_MS = 3_000

/** What is asked of a thread: the arguments and the answer of each call. All threads can give up. */
export type CallTable<C> = {
  readonly [K in keyof C]: { readonly args: unknown; readonly reply: unknown }
} & {
  readonly abort: { readonly args: null; readonly reply: null }
}

/** A call on its way to a thread. */
export type CallOf<C extends CallTable<C>> = {
  [K in keyof C]: { readonly id: number; readonly call: K; readonly args: C[K]['args'] }
}[keyof C]

/** What comes back: the answer to a call, a bug in one, or how many bytes were read so far. */
export type ThreadMessage =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly kind: 'bug'; readonly id: number; readonly code: string }
  | { readonly kind: 'progress'; readonly bytes: number }

interface Waiting {
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: Error) => void
}

/** How a thread is started. */
export interface ThreadOptions {
  readonly workerFile: string
  readonly name: string
  /** What it writes, under a temporary name; removed when the thread is lost. */
  readonly temporary: string
  readonly onProgress: (bytes: number) => void
}

/** A thread that writes one thing, answers calls, and leaves nothing when it fails or is lost. */
export class JobThread<C extends CallTable<C>> {
  readonly #worker: Worker
  readonly #options: ThreadOptions
  readonly #waiting = new Map<number, Waiting>()
  #calls = 0
  #over = false

  constructor(options: ThreadOptions) {
    this.#options = options
    this.#worker = new Worker(options.workerFile, { name: options.name })
    this.#worker.on('message', (message: ThreadMessage) => this.#hear(message))
    this.#worker.on('error', (error) => this.#lose(errorCode(error)))
    this.#worker.on('exit', () => this.#lose('EXIT'))
  }

  /** Asks, and waits for the answer. Rejects when there is a bug in the thread, or it has ended. */
  ask<K extends keyof C>(call: K, args: C[K]['args']): Promise<C[K]['reply']> {
    return new Promise((resolve, reject) => {
      if (this.#over) return reject(new Error('The thread has ended'))
      this.#calls += 1
      const answered = (answer: unknown) => resolve(answer as C[K]['reply'])
      this.#waiting.set(this.#calls, { resolve: answered, reject })
      this.#worker.postMessage({ id: this.#calls, call, args })
    })
  }

  /** A failure is the end of what is written, and of its thread. */
  async end<T, F>(answer: Result<T, F>): Promise<Result<T, F>> {
    if (!answer.ok) await this.stop()
    return answer
  }

  async stop(): Promise<void> {
    if (this.#over) return
    this.#over = true
    await this.#worker.terminate()
  }

  async abort(): Promise<void> {
    if (this.#over) return
    const ended = this.ask('abort', null).catch(() => null)
    const late = new Promise((resolve) => setTimeout(resolve, ABORT_WITHIN_MS).unref())
    await Promise.race([ended, late])
    await this.stop()
    // A thread that had to be stopped in the middle of something leaves its file to be removed here.
    await removeTemporary(nodeFileSystem, this.#options.temporary)
  }

  #hear(message: ThreadMessage): void {
    if (message.kind === 'progress') {
      this.#options.onProgress(message.bytes)
      return
    }
    const waiting = this.#waiting.get(message.id)
    this.#waiting.delete(message.id)
    if (message.kind === 'answer') waiting?.resolve(message.answer)
    else waiting?.reject(Object.assign(new Error('A bug in a writing thread'), { code: message.code }))
  }

  /** The thread is gone: memory ran out in it, or it was stopped. Whoever waits for it hears so. */
  #lose(code: string): void {
    this.#over = true
    const lost: SaveFailure = { code: 'io-error', detail: code }
    for (const { resolve } of this.#waiting.values()) resolve(err(lost))
    this.#waiting.clear()
    void removeTemporary(nodeFileSystem, this.#options.temporary)
  }
}
