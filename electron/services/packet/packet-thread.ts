import type { PacketFailure } from '../../../shared/ipc'
import type { Result } from '../../../shared/lib/result'
import { JobThread } from '../job-thread'
import type { PacketWriting, Seal, SignatureFiles, WriterOptions } from './packet-writing'
import type { ThreadCalls } from './thread-calls'

/** A packet that is written by a thread of its own. */
export class PacketThread implements PacketWriting {
  readonly #thread: JobThread<ThreadCalls>

  private constructor(workerFile: string, { temporary, onProgress }: WriterOptions) {
    this.#thread = new JobThread({ workerFile, name: 'packet', temporary, onProgress })
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
    const packet = new PacketThread(workerFile, options)
    hold(packet)
    const { onProgress: _stays, ...args } = options
    return packet.#thread.end(await packet.#thread.ask('open', args))
  }

  async add(path: string, bytes: Uint8Array, last: boolean): Promise<Result<null, PacketFailure>> {
    return this.#thread.end(await this.#thread.ask('add', { path, bytes, last }))
  }

  async attach(path: string, file: string, sha256: string): Promise<Result<null, PacketFailure>> {
    return this.#thread.end(await this.#thread.ask('attach', { path, file, sha256 }))
  }

  async seal(info: readonly (readonly [string, string])[]): Promise<Result<Seal, PacketFailure>> {
    return this.#thread.end(await this.#thread.ask('seal', { info }))
  }

  async finish(target: string, signature: SignatureFiles | null) {
    const answer = await this.#thread.ask('finish', { target, signature })
    await this.#thread.stop()
    return answer
  }

  abort(): Promise<void> {
    return this.#thread.abort()
  }
}
