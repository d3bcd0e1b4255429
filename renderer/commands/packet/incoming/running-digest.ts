import { sha256, sha512 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { z } from 'zod'
import { SUMS_URL } from '../../../../shared/ipc/packet'

/** Both digests of a file, in lower-case hexadecimal. */
export interface Digests {
  readonly sha256: string
  readonly sha512: string
}

/** Digests of a content that comes in pieces. */
export interface RunningDigest {
  readonly update: (bytes: Uint8Array) => Promise<void>
  readonly end: () => Promise<Digests>
}

/** Begins to digest a content. */
export type StartDigest = () => RunningDigest

/** In this thread and in plain JavaScript: anywhere, and several times slower than the platform. */
export function digestHere(): RunningDigest {
  const short = sha256.create()
  const long = sha512.create()
  return {
    update: async (bytes) => {
      short.update(bytes)
      long.update(bytes)
    },
    end: async () => ({ sha256: bytesToHex(short.digest()), sha512: bytesToHex(long.digest()) }),
  }
}

/** Bytes that are handed over at a time: enough to pay the way, and some milliseconds of work over there. */
const PIECE_BYTES = 1024 * 1024

const sumsSchema = z.strictObject({ size: z.int(), sha256: z.string(), sha512: z.string() })

async function ask(url: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(url, init)
  if (!response.ok) throw new Error(`The sums answered ${response.status}`)
  return response
}

/**
 * By the main process, which has the platform's own digests for contents of any length: the page has them
 * only for what it holds whole. While a piece is on its way the next one is read. Throws when the main
 * process does not answer.
 */
export function digestByMain(): RunningDigest {
  const url = `${SUMS_URL}${crypto.randomUUID()}`
  let held = new Uint8Array(PIECE_BYTES)
  let filled = 0
  let total = 0
  let onItsWay: Promise<unknown> = Promise.resolve()
  const send = async () => {
    const body = held.subarray(0, filled)
    held = new Uint8Array(PIECE_BYTES)
    filled = 0
    await onItsWay
    onItsWay = ask(url, { method: 'POST', body })
    // Whoever waits for it next is told; until then nobody else need be.
    onItsWay.catch(() => undefined)
  }
  return {
    update: async (bytes) => {
      total += bytes.length
      for (let from = 0; from < bytes.length; ) {
        const part = bytes.subarray(from, from + held.length - filled)
        held.set(part, filled)
        filled += part.length
        from += part.length
        if (filled === held.length) await send()
      }
    },
    end: async () => {
      // An empty content is begun as well.
      if (filled > 0 || total === 0) await send()
      await onItsWay
      const { size, ...digests } = sumsSchema.parse(await (await ask(url)).json())
      if (size !== total) throw new Error(`The sums are of ${size} bytes instead of ${total}`)
      return digests
    },
  }
}
