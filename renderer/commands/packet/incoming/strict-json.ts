/** Deeper than any row; what parses or walks a value may recurse. */
const MAX_DEPTH = 40
/** Names that reach beyond the object they are written in. */
const REACHING: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN = new Set([0x5b, 0x7b])
const CLOSE = new Set([0x5d, 0x7d])

/** Whether brackets nest too deep; read letter by letter, because the parser itself would go down first. */
function isTooDeep(text: string): boolean {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (inString) {
      if (code === BACKSLASH) at += 1
      else if (code === QUOTE) inString = false
    } else if (code === QUOTE) inString = true
    else if (OPEN.has(code)) depth += 1
    else if (CLOSE.has(code)) depth -= 1
    if (depth > MAX_DEPTH) return true
  }
  return false
}

function valueProblem(value: unknown): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : 'number'
  if (typeof value !== 'object' || value === null) return null
  for (const [key, inner] of Object.entries(value)) {
    if (REACHING.has(key)) return 'name'
    const problem = valueProblem(inner)
    if (problem !== null) return problem
  }
  return null
}

/**
 * Why a text is not JSON that may be taken from a stranger; null when it is. Besides being JSON it must
 * nest little, name nothing that reaches into prototypes, hold only numbers that can be kept, and be written
 * the one way that `JSON.stringify` writes it: no name twice, no second spelling. Texts are kept as they
 * are, control characters and all: a backup must come back, whatever was once pasted into it.
 */
export function jsonProblem(text: string): string | null {
  if (isTooDeep(text)) return 'depth'
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return 'syntax'
  }
  return valueProblem(value) ?? (JSON.stringify(value) === text ? null : 'spelling')
}
