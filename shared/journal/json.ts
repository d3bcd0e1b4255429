/** A value that survives JSON unchanged. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject

/** A JSON object whose keys are plain names (never `__proto__`, `constructor` or `prototype`). */
export interface JsonObject {
  readonly [key: string]: JsonValue
}

/** Caps that keep one hostile or mistaken value from exhausting memory or the call stack. */
export const JSON_LIMITS = {
  /** Nested arrays and objects, counting the outermost. */
  depth: 32,
  /** UTF-16 units in one text. */
  textLength: 1_000_000,
  /** Values in total, containers included. */
  values: 2_000_000,
} as const

/** Why a value is not acceptable JSON, and where ("$.votes[3]"). */
export interface JsonProblem {
  readonly reason: 'not-json' | 'forbidden-key' | 'too-deep' | 'text-too-long' | 'too-many-values'
  readonly path: string
}

const CODE_OF_0 = 48
const CODE_OF_9 = 57

/** Keys that could reach an object's prototype when a value is merged carelessly. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** First problem found in a value that should be JSON within the limits; null when there is none. */
export function findJsonProblem(value: unknown): JsonProblem | null {
  const problem = inspect(value, 1, { left: JSON_LIMITS.values })
  return problem && { ...problem, path: `$${problem.path}` }
}

/** True for a plain JSON object within the limits. */
export function isJsonObject(value: unknown): value is JsonObject {
  return isPlainObject(value) && findJsonProblem(value) === null
}

/**
 * JSON text that is the same for equal values: keys sorted by UTF-16 units, no white space, numbers and
 * texts as ECMAScript writes them (RFC 8785). Throws on a number that JSON cannot hold.
 */
export function canonicalJson(value: JsonValue): string {
  // The engine writes a whole value much faster than we could piece by piece; an import has megabytes.
  const order = { isKept: true }
  const ordered = inOrder(value, order)
  return order.isKept ? JSON.stringify(ordered) : pieceByPiece(value)
}

/** Whether an object would not keep this key where it was put: indices go first, `__proto__` is no field. */
function isMovedByEngine(key: string): boolean {
  const first = key.charCodeAt(0)
  return (first >= CODE_OF_0 && first <= CODE_OF_9) || key === '__proto__'
}

/** A copy whose keys are in order; `order.isKept` turns false when an object could not keep it. */
function inOrder(value: JsonValue, order: { isKept: boolean }): JsonValue {
  if (isList(value)) return value.map((item) => inOrder(item, order))
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`${value} is not JSON`)
  if (!isPlainObject(value)) return value
  const sorted: Record<string, JsonValue> = {}
  for (const key of Object.keys(value).sort()) {
    const item = value[key]
    if (item === undefined) throw new RangeError(`Key ${key} has no value`)
    const copy = inOrder(item, order)
    if (isMovedByEngine(key)) order.isKept = false
    else sorted[key] = copy
  }
  return sorted
}

function pieceByPiece(value: JsonValue): string {
  if (isList(value)) return `[${value.map(pieceByPiece).join(',')}]`
  if (!isPlainObject(value)) return canonicalJson(value)
  const fields = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${pieceByPiece(value[key] ?? null)}`)
  return `{${fields.join(',')}}`
}

// Paths are put together on the way back, so that a value without problems costs no texts.
function inspect(value: unknown, depth: number, budget: { left: number }): JsonProblem | null {
  budget.left -= 1
  if (budget.left < 0) return { reason: 'too-many-values', path: '' }
  if (value === null || typeof value === 'boolean') return null
  if (typeof value === 'string') {
    return value.length > JSON_LIMITS.textLength ? { reason: 'text-too-long', path: '' } : null
  }
  if (typeof value === 'number') return Number.isFinite(value) ? null : { reason: 'not-json', path: '' }
  if (!Array.isArray(value) && !isPlainObject(value)) return { reason: 'not-json', path: '' }
  if (depth > JSON_LIMITS.depth) return { reason: 'too-deep', path: '' }
  return Array.isArray(value) ? inspectList(value, depth, budget) : inspectObject(value, depth, budget)
}

function inspectList(list: readonly unknown[], depth: number, budget: { left: number }): JsonProblem | null {
  // A plain loop: forEach would skip the holes of a sparse list, which are not JSON.
  for (let index = 0; index < list.length; index += 1) {
    const problem = inspect(list[index], depth + 1, budget)
    if (problem !== null) return { ...problem, path: `[${index}]${problem.path}` }
  }
  return null
}

function inspectObject(object: JsonObject, depth: number, budget: { left: number }): JsonProblem | null {
  for (const key of Object.keys(object)) {
    const problem = inspectField(key, object[key], depth, budget)
    if (problem !== null) return { ...problem, path: `.${key.slice(0, 80)}${problem.path}` }
  }
  return null
}

function inspectField(
  key: string,
  item: unknown,
  depth: number,
  budget: { left: number },
): JsonProblem | null {
  if (FORBIDDEN_KEYS.has(key)) return { reason: 'forbidden-key', path: '' }
  if (key.length > JSON_LIMITS.textLength) return { reason: 'text-too-long', path: '' }
  return inspect(item, depth + 1, budget)
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value)
}

function isPlainObject(value: unknown): value is JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  // Objects that crossed a context bridge or a worker have another realm's Object.prototype.
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
