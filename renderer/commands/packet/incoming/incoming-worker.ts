import { PACKET_PATHS } from '../../../../shared/packet'
import { blobSource, urlSource } from './byte-source'
import { readRecordLines } from './record-lines'
import { refuse } from './refusal'
import { digestByMain } from './running-digest'
import { orRefusal, type VerifiedPacket, type VerifyProgress, verifyPacket } from './verify-packet'
import type { WorkerAnswer, WorkerRequest } from './worker-messages'

/**
 * Reads packets that come from anywhere, away from the window: a page that cannot touch the app or a disk,
 * and that can be stopped at any moment.
 */
const PROGRESS_EVERY_MS = 100
/** Bytes of a file handed to the page at a time. */
const PIECE_BYTES = 4 * 1024 * 1024

let packet: VerifiedPacket | null = null
let continueSending: (() => void) | null = null

function answer(message: WorkerAnswer, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer })
}

/** Tells how far the reading is, not more often than a person can see. */
function progressTeller(): (progress: VerifyProgress) => void {
  let last = Number.NEGATIVE_INFINITY
  let phase: VerifyProgress['phase'] | null = null
  return (progress) => {
    const now = performance.now()
    if (progress.phase === phase && now - last < PROGRESS_EVERY_MS) return
    last = now
    phase = progress.phase
    answer({ kind: 'progress', progress })
  }
}

async function open({ source, passphrase }: Extract<WorkerRequest, { kind: 'open' }>): Promise<void> {
  const onProgress = progressTeller()
  const bytes = source.kind === 'file' ? blobSource(source.file) : urlSource(source.url, source.size)
  const verified = await verifyPacket(bytes, { passphrase, onProgress, startDigest: digestByMain })
  if (!verified.ok) return answer({ kind: 'refused', refusal: verified.error })
  packet = verified.value
  const { signature, isEncrypted, info, files } = packet
  const file = packet.open(PACKET_PATHS.records)
  let done = 0
  const records = await orRefusal(async () =>
    file === null
      ? null
      : readRecordLines(file, (count) => {
          done += count
          onProgress({ phase: 'reading', done, total: file.size })
        }),
  )
  if (!records.ok) return answer({ kind: 'refused', refusal: records.error })
  answer({ kind: 'opened', packet: { signature, isEncrypted, info, files, records: records.value } })
}

/** Hands a piece over and waits until the page has room for the next. */
function sendPiece(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  return new Promise((resolve) => {
    continueSending = resolve
    answer({ kind: 'piece', bytes }, [bytes.buffer])
  })
}

async function send(path: string): Promise<void> {
  const sent = await orRefusal(async () => {
    const file = packet?.open(path) ?? refuse({ code: 'unreadable' })
    let held = new Uint8Array(Math.min(PIECE_BYTES, file.size))
    let filled = 0
    await file.read(async (bytes) => {
      for (let from = 0; from < bytes.length; ) {
        const part = bytes.subarray(from, from + held.length - filled)
        held.set(part, filled)
        filled += part.length
        from += part.length
        if (filled < held.length) continue
        await sendPiece(held)
        held = new Uint8Array(PIECE_BYTES)
        filled = 0
      }
    })
    if (filled > 0) await sendPiece(held.slice(0, filled))
  })
  answer(sent.ok ? { kind: 'sent' } : { kind: 'refused', refusal: sent.error })
}

self.onmessage = (event: MessageEvent<WorkerRequest>) => {
  const request = event.data
  if (request.kind === 'open') void open(request)
  else if (request.kind === 'send') void send(request.path)
  else continueSending?.()
}
