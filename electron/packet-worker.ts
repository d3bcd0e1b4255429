import { err, ok } from '../shared/lib/result'
import { nodeFileSystem } from './services/file-system'
import { PacketWriter } from './services/packet/packet-writer'
import type { ThreadCall, ThreadCalls } from './services/packet/thread-calls'
import { answerCalls, tellProgress } from './services/thread-answers'

/**
 * The thread that writes a packet: packing, hashing and encrypting hold up a thread for seconds, and the
 * main one acknowledges votes meanwhile. One thread writes one packet.
 */
let writer: PacketWriter | null = null

async function open(options: ThreadCalls['open']['args']): Promise<ThreadCalls['open']['reply']> {
  const opened = await PacketWriter.open(nodeFileSystem, { ...options, onProgress: tellProgress })
  if (!opened.ok) return opened
  writer = opened.value
  return ok(null)
}

function carryOut(request: ThreadCall): Promise<ThreadCalls[keyof ThreadCalls]['reply']> {
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

answerCalls<ThreadCalls>(carryOut)
