import { parentPort } from 'node:worker_threads'
import { errorCode } from './file-system'
import type { CallOf, CallTable, ThreadMessage } from './job-thread'

/** Milliseconds between two messages about progress. */
const TELL_EVERY_MS = 200

let told = 0

function tell(message: ThreadMessage): void {
  parentPort?.postMessage(message)
}

/** Tells the main thread how many bytes were read, several times a second at most. */
export function tellProgress(bytes: number): void {
  if (performance.now() - told < TELL_EVERY_MS) return
  told = performance.now()
  tell({ kind: 'progress', bytes })
}

/** Answers the calls of the main thread; whatever is thrown is a bug, of which only the fact goes back. */
export function answerCalls<C extends CallTable<C>>(
  carryOut: (request: CallOf<C>) => Promise<C[keyof C]['reply']>,
): void {
  parentPort?.on('message', (request: CallOf<C>) => {
    carryOut(request).then(
      (answer) => tell({ kind: 'answer', id: request.id, answer }),
      (error: unknown) => tell({ kind: 'bug', id: request.id, code: errorCode(error) }),
    )
  })
}
