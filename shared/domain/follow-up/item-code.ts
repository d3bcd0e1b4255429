import { foldText } from '../../lib/spanish'

/** Prefix of the codes that the app gives. */
export const ITEM_CODE_PREFIX = 'SEG'

/** A code of the app: SEG-2017-003. */
export function formatItemCode(year: number, n: number): string {
  return `${ITEM_CODE_PREFIX}-${year}-${String(n).padStart(3, '0')}`
}

const OWN_CODE = new RegExp(`^${ITEM_CODE_PREFIX}-(\\d{4})-(\\d+)$`, 'i')

/** Hands out the codes that follow those in use, one year after another, each once. */
export class CodeCounter {
  readonly #used = new Set<string>()
  readonly #last = new Map<number, number>()

  constructor(used: Iterable<string>) {
    for (const code of used) this.learn(code)
  }

  /** Takes a code that is in use: those of its year are handed out after it. */
  learn(code: string): void {
    this.#used.add(foldText(code))
    const match = OWN_CODE.exec(code.trim())
    if (!match) return
    const year = Number(match[1])
    this.#last.set(year, Math.max(this.#last.get(year) ?? 0, Number(match[2])))
  }

  /** Whether a code is taken, however it is written. */
  has(code: string): boolean {
    return this.#used.has(foldText(code))
  }

  /** Takes a code that somebody chose. */
  take(code: string): void {
    this.#used.add(foldText(code))
  }

  /** The next free code of a year, taken from now on. */
  next(year: number): string {
    let n = (this.#last.get(year) ?? 0) + 1
    while (this.has(formatItemCode(year, n))) n += 1
    this.#last.set(year, n)
    const code = formatItemCode(year, n)
    this.take(code)
    return code
  }
}
