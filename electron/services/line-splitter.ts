/** One line of a file: its text without the newline, and where its bytes lie. */
export interface Line {
  readonly text: string
  /** Offset of its first byte. */
  readonly start: number
  /** Offset after its last byte, newline included. */
  readonly end: number
}

const NEWLINE = 0x0a

/** Cuts chunks of a file into lines, keeping what a chunk leaves unfinished for the next one. */
export class LineSplitter {
  #unfinished: Buffer[] = []
  #unfinishedBytes = 0
  #offset: number

  constructor(startOffset: number) {
    this.#offset = startOffset
  }

  /** Bytes since the last newline. */
  get unfinishedBytes(): number {
    return this.#unfinishedBytes
  }

  /** The lines that this chunk completes. The chunk is copied where it must outlive the call. */
  push(chunk: Uint8Array): Line[] {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    const lines: Line[] = []
    let from = 0
    for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, from)) {
      lines.push(this.#take(bytes.subarray(from, at), 1))
      from = at + 1
    }
    if (from < bytes.length) {
      this.#unfinished.push(Buffer.from(bytes.subarray(from)))
      this.#unfinishedBytes += bytes.length - from
    }
    return lines
  }

  /** What follows the last newline; null when the file ends with one. */
  rest(): Line | null {
    return this.#unfinishedBytes === 0 ? null : this.#take(Buffer.alloc(0), 0)
  }

  #take(ending: Buffer, newlineBytes: number): Line {
    const bytes = this.#unfinished.length === 0 ? ending : Buffer.concat([...this.#unfinished, ending])
    const start = this.#offset
    this.#offset += bytes.length + newlineBytes
    this.#unfinished = []
    this.#unfinishedBytes = 0
    return { text: bytes.toString('utf8'), start, end: this.#offset }
  }
}
