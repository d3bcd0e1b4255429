import { Worker } from 'node:worker_threads'
import type { PacketFailure } from '../../../shared/ipc'
import { err, type Result } from '../../../shared/lib/result'
import { removeQuietly } from '../durable-file'
import { errorCode, nodeFileSystem } from '../file-system'
import type { PacketWriting, Seal, SignatureFiles, WriterOptions } from './packet-writing'
import type { CallName, ThreadCall, ThreadCalls, ThreadMessage } from './thread-calls'

/** How long a thread may take to clean up by itself before it is stopped. */
const ABORT_WITHIN_MS = 3_000

interface Waiting {
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: Error) => void
}

/** A packet that is written by a thread of its own. */
export class PacketThread implements PacketWriting {
  readonly #worker: Worker
  readonly #temporary: string
  readonly #waiting = new Map<number, Waiting>()
  #calls = 0
  #over = false

  private constructor(workerFile: string, options: WriterOptions) {
    this.#temporary = options.temporary
    this.#worker = new Worker(workerFile, { name: 'packet' })
    this.#worker.on('message', (message: ThreadMessage) => this.#hear(message, options.onProgress))
    this.#worker.on('error', (error) => this.#lose(errorCode(error)))
    this.#worker.on('exit', () => this.#lose('EXIT'))
  }

  /**
   * Starts the thread and creates the temporary file. `hold` gets the thread before that: making a key
   * out of a passphrase takes a while, and may be given up meanwhile.
   */
  static async open(
    workerFile: string,
    options: WriterOptions,
    hold: (writing: PacketWriting) => void,
  ): Promise<Result<null, PacketFailure>> {
    const thread = new PacketThread(workerFile, options)
    hold(thread)
    const { onProgress: _stays, ...args } = options
    return thread.#end(await thread.#ask('open', args))
  }

  async add(path: string, bytes: Uint8Array, last: boolean): Promise<Result<null, PacketFailure>> {
    return this.#end(await this.#ask('add', { path, bytes, last }))
  }

  async attach(path: string, file: string, sha256: string): Promise<Result<null, PacketFailure>> {
    return this.#end(await this.#ask('attach', { path, file, sha256 }))
  }

  async seal(info: readonly (readonly [string, string])[]): Promise<Result<Seal, PacketFailure>> {
    return this.#end(await this.#ask('seal', { info }))
  }

  async finish(target: string, signature: SignatureFiles | null) {
    const answer = await this.#ask('finish', { target, signature })
    await this.#stop()
    return answer
  }

  async abort(): Promise<void> {
    if (this.#over) return
    const ended = this.#ask('abort', null).catch(() => null)
    const late = new Promise((resolve) => setTimeout(resolve, ABORT_WITHIN_MS).unref())
    await Promise.race([ended, late])
    await this.#stop()
    // A thread that had to be stopped in the middle of something leaves its file to be removed here.
    await removeQuietly(nodeFileSystem, this.#temporary)
  }

  /** A failure is the end of the packet, and of its thread. */
  async #end<T>(answer: Result<T, PacketFailure>): Promise<Result<T, PacketFailure>> {
    if (!answer.ok) await this.#stop()
    return answer
  }

  async #stop(): Promise<void> {
    if (this.#over) return
    this.#over = true
    await this.#worker.terminate()
  }

  #ask<C extends CallName>(call: C, args: ThreadCalls[C]['args']): Promise<ThreadCalls[C]['reply']> {
    return new Promise((resolve, reject) => {
      if (this.#over) return reject(new Error('The thread has ended'))
      this.#calls += 1
      const answered = (answer: unknown) => resolve(answer as ThreadCalls[C]['reply'])
      this.#waiting.set(this.#calls, { resolve: answered, reject })
      const request = { id: this.#calls, call, args } as ThreadCall
      this.#worker.postMessage(request)
    })
  }

  #hear(message: ThreadMessage, onProgress: (bytes: number) => void): void {
    if (message.kind === 'progress') {
      onProgress(message.bytes)
      return
    }
    const waiting = this.#waiting.get(message.id)
    this.#waiting.delete(message.id)
    if (message.kind === 'answer') waiting?.resolve(message.answer)
    else waiting?.reject(Object.assign(new Error('A bug in the packet thread'), { code: message.code }))
  }

  /** The thread is gone: memory ran out in it, or it was stopped. Whoever waits for it hears so. */
  #lose(code: string): void {
    this.#over = true
    for (const { resolve } of this.#waiting.values()) resolve(err({ code: 'io-error', detail: code }))
    this.#waiting.clear()
    void removeQuietly(nodeFileSystem, this.#temporary)
  }
}
