/** How long the window may wait for us: well below a frame, so that typing and painting go on. */
const TURN_MS = 8

/** Lets the window paint and hear its keys. */
export function breathe(): Promise<void> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}

/** What a function makes of every value, in their order, between the frames of the window. */
export async function mapInTurns<T, U>(values: Iterable<T>, make: (value: T) => U): Promise<U[]> {
  const made: U[] = []
  let end = performance.now() + TURN_MS
  for (const value of values) {
    made.push(make(value))
    if (performance.now() < end) continue
    await breathe()
    end = performance.now() + TURN_MS
  }
  return made
}
