import type { PacketFailure } from '../../../shared/ipc'
import type { Result } from '../../../shared/lib/result'
import type { WrittenFile } from '../durable-file'
import type { CallOf } from '../job-thread'
import type { Seal, SignatureFiles, WriterOptions } from './packet-writing'

/** What the main thread asks of the one that writes, and what it gets back. */
export interface ThreadCalls {
  readonly open: { args: Omit<WriterOptions, 'onProgress'>; reply: Result<null, PacketFailure> }
  readonly add: {
    args: { readonly path: string; readonly bytes: Uint8Array; readonly last: boolean }
    reply: Result<null, PacketFailure>
  }
  readonly attach: {
    args: { readonly path: string; readonly file: string; readonly sha256: string }
    reply: Result<null, PacketFailure>
  }
  readonly seal: {
    args: { readonly info: readonly (readonly [string, string])[] }
    reply: Result<Seal, PacketFailure>
  }
  readonly finish: {
    args: { readonly target: string; readonly signature: SignatureFiles | null }
    reply: Result<WrittenFile, PacketFailure>
  }
  readonly abort: { args: null; reply: null }
}

/** A call on its way. */
export type ThreadCall = CallOf<ThreadCalls>
