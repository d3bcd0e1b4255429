/** Reads numbers out of bytes; outside them every read is null. */
export class ByteReader {
  readonly #view: DataView

  constructor(readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  get length(): number {
    return this.bytes.byteLength
  }

  u8(at: number): number | null {
    return at >= 0 && at < this.length ? this.#view.getUint8(at) : null
  }

  u16(at: number, littleEndian = false): number | null {
    return at >= 0 && at + 2 <= this.length ? this.#view.getUint16(at, littleEndian) : null
  }

  u32(at: number, littleEndian = false): number | null {
    return at >= 0 && at + 4 <= this.length ? this.#view.getUint32(at, littleEndian) : null
  }

  ascii(at: number, length: number): string {
    return String.fromCharCode(...this.bytes.subarray(at, at + length))
  }
}

/** Whether some bytes hold a word of ASCII letters. */
export function includesWord(bytes: Uint8Array, word: string): boolean {
  const wanted = Uint8Array.from(word, (letter) => letter.charCodeAt(0))
  const [first = 0] = wanted
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true
  }
  return false
}

/** Pieces of bytes one after the other. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.byteLength, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.byteLength
  }
  return whole
}
