const PATIENCE_MS = 60_000

/** One question to a worker that lives for it alone; `late` is the answer when it takes too long. */
export function askWorker<Answer>(
  worker: Worker,
  question: unknown,
  transfer: Transferable[],
  late: Answer,
): Promise<Answer> {
  return new Promise<Answer>((resolve, reject) => {
    const timer = setTimeout(() => resolve(late), PATIENCE_MS)
    const settle = () => clearTimeout(timer)
    worker.onmessage = (event: MessageEvent<Answer>) => {
      settle()
      resolve(event.data)
    }
    worker.onerror = (event) => {
      settle()
      reject(new Error(`Worker: ${event.message}`))
    }
    worker.postMessage(question, transfer)
  }).finally(() => worker.terminate())
}
