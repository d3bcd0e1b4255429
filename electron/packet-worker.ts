import { parentPort } from 'node:worker_threads'
import { err, ok } from '../shared/lib/result'
import { errorCode, nodeFileSystem } from './services/file-system'
import { PacketWriter } from './services/packet/packet-writer'
import type { CallName, ThreadCall, ThreadCalls, ThreadMessage } from './services/packet/thread-calls'

/** Milliseconds between two messages about progress. */
const TELL_EVERY_MS = 200

/**
 * The thread that writes a packet: packing, hashing and encrypting hold up a thread for seconds, and the
 * main one acknowledges votes meanwhile. One thread writes one packet.
 */
let writer: PacketWriter | null = null
let told = 0

function tell(message: ThreadMessage): void {
  parentPort?.postMessage(message)
}

function onProgress(bytes: number): void {
  if (performance.now() - told < TELL_EVERY_MS) return
  told = performance.now()
  tell({ kind: 'progress', bytes })
}

async function open(options: ThreadCalls['open']['args']): Promise<ThreadCalls['open']['reply']> {
  const opened = await PacketWriter.open(nodeFileSystem, { ...options, onProgress })
  if (!opened.ok) return opened
  writer = opened.value
  return ok(null)
}

function carryOut(request: ThreadCall): Promise<ThreadCalls[CallName]['reply']> {
  if (request.call === 'open') return open(request.args)
  if (writer === null) return Promise.resolve(err({ code: 'no-such-job', detail: 'not-open' }))
  switch (request.call) {
    case 'add':
      return writer.add(request.args.path, request.args.bytes, request.args.last)
    case 'attach':
      return writer.attach(request.args.path, request.args.file, request.args.sha256)
    case 'seal':
      return writer.seal(request.args.info)
    case 'finish':
      return writer.finish(request.args.target, request.args.signature)
    case 'abort':
      return writer.abort().then(() => null)
  }
}

parentPort?.on('message', (request: ThreadCall) => {
  carryOut(request).then(
    (answer) => tell({ kind: 'answer', id: request.id, answer }),
    (error: unknown) => tell({ kind: 'bug', id: request.id, code: errorCode(error) }),
  )
})
