import { err, ok } from '../shared/lib/result'
import { nodeFileSystem } from './services/file-system'
import type { CallOf } from './services/job-thread'
import { answerCalls, tellProgress } from './services/thread-answers'
import { YearWriter } from './services/year-export/year-writer'
import type { YearCalls } from './services/year-export/year-writing'

/** The thread that writes a year of publications: reading and hashing its images takes seconds. */
let writer: YearWriter | null = null

async function open(options: YearCalls['open']['args']): Promise<YearCalls['open']['reply']> {
  const opened = await YearWriter.open(nodeFileSystem, { ...options, onProgress: tellProgress })
  if (!opened.ok) return opened
  writer = opened.value
  return ok(null)
}

function carryOut(request: CallOf<YearCalls>): Promise<YearCalls[keyof YearCalls]['reply']> {
  if (request.call === 'open') return open(request.args)
  if (writer === null) return Promise.resolve(err({ code: 'no-such-job', detail: 'not-open' }))
  switch (request.call) {
    case 'add':
      return writer.add(request.args.path, request.args.bytes, request.args.last)
    case 'attach':
      return writer.attach(request.args.path, request.args.file, request.args.sha256, request.args.role)
    case 'finish':
      return writer.finish(request.args.target)
    case 'abort':
      return writer.abort().then(() => null)
  }
}

answerCalls<YearCalls>(carryOut)
