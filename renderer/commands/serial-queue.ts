/** Runs tasks one after the other, in the order they were handed in, whatever became of the one before. */
export class SerialQueue {
  #tail: Promise<void> = Promise.resolve()
  #unfinished = 0

  /** Starts the task when the ones before it have ended; at once, within this call, when there is none. */
  run<T>(task: () => Promise<T>): Promise<T> {
    const before = this.#tail
    const isIdle = this.#unfinished === 0
    let end: () => void = () => undefined
    // Taken before the task begins: what it hands in itself waits for it, as everything else does.
    this.#unfinished += 1
    this.#tail = new Promise((resolve) => {
      end = resolve
    })
    const result = isIdle ? startNow(task) : before.then(task)
    return result.finally(() => {
      this.#unfinished -= 1
      end()
    })
  }
}

/** A task that throws before it promises anything has failed, as any other. */
async function startNow<T>(task: () => Promise<T>): Promise<T> {
  return task()
}
