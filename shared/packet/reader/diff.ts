/** A line of two versions of a text: only in the old one, only in the new one, or changed from one to the other. */
export interface LineChange {
  readonly before: string | null
  readonly after: string | null
}

/** Lines to compare at most; a longer text is compared as one. */
const MOST_LINES = 200

function commonLengths(a: readonly string[], b: readonly string[]): readonly Uint16Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const [row, next] = [table[i], table[i + 1]]
      if (row === undefined || next === undefined) continue
      row[j] = a[i] === b[j] ? (next[j + 1] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0)
    }
  }
  return table
}

function paired(before: readonly string[], after: readonly string[]): readonly LineChange[] {
  return Array.from({ length: Math.max(before.length, after.length) }, (_, n) => ({
    before: before[n] ?? null,
    after: after[n] ?? null,
  }))
}

/** Lines that two texts do not share, in order; lines that stand at the same gap are told as a change. */
export function changedLines(before: string, after: string): readonly LineChange[] {
  const [a, b] = [before.split('\n'), after.split('\n')]
  if (a.length > MOST_LINES || b.length > MOST_LINES) return before === after ? [] : [{ before, after }]
  const table = commonLengths(a, b)
  const changes: LineChange[] = []
  let [gone, come]: [string[], string[]] = [[], []]
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      changes.push(...paired(gone, come))
      ;[gone, come] = [[], []]
      i += 1
      j += 1
    } else if (j >= b.length || (i < a.length && (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0))) {
      gone.push(a[i] ?? '')
      i += 1
    } else {
      come.push(b[j] ?? '')
      j += 1
    }
  }
  return [...changes, ...paired(gone, come)]
}

/** What two lines share at both ends, in whole words, and what lies between in each. */
export interface Between {
  readonly start: string
  readonly before: string
  readonly after: string
  readonly end: string
}

/** The words in which two lines differ, with what is the same around them. */
export function differingWords(before: string, after: string): Between {
  const [a, b] = [before.split(/(?<=\s)/), after.split(/(?<=\s)/)]
  const most = Math.min(a.length, b.length)
  let start = 0
  while (start < most && a[start] === b[start]) start += 1
  let end = 0
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  return {
    start: a.slice(0, start).join(''),
    before: a.slice(start, a.length - end).join(''),
    after: b.slice(start, b.length - end).join(''),
    end: a.slice(a.length - end).join(''),
  }
}
