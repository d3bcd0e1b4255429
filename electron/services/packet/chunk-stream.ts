/** Chunks as a stream that asks for one when it is read. */
export function chunkStream(
  chunks: AsyncIterable<Uint8Array>,
  onChunk: (chunk: Uint8Array) => void,
): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]()
  return new ReadableStream(
    {
      async pull(controller) {
        const next = await iterator.next()
        if (next.done === true) return controller.close()
        onChunk(next.value)
        // A copy: what is read from a disk is overwritten by the next read, and streams keep chunks a while.
        controller.enqueue(Uint8Array.from(next.value))
      },
      async cancel() {
        await iterator.return?.(undefined)
      },
    },
    { highWaterMark: 0 },
  )
}
