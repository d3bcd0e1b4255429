import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, findJsonProblem, isJsonObject, JSON_LIMITS } from '../../../../shared/journal'

function nested(depth: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < depth; level += 1) value = [value]
  return value
}

describe('canonicalJson', () => {
  it('sorts keys at every level and writes no white space', () => {
    expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'ñ' })).toBe('{"a":"ñ","b":[{"c":null,"d":1}]}')
  })

  it('does not depend on the order in which keys were added', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), (object) => {
        const entries = Object.entries(object)
        expect(canonicalJson(Object.fromEntries(entries.reverse()))).toBe(
          canonicalJson(Object.fromEntries(entries)),
        )
      }),
    )
  })

  it('gives text that means the same value and is a fixed point', () => {
    const json = fc.jsonValue({ stringUnit: 'binary' })
    fc.assert(
      fc.property(json, (value) => {
        fc.pre(findJsonProblem(value) === null)
        const text = canonicalJson(value as never)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('is written as if piece by piece, also with keys that the engine would put elsewhere', () => {
    const spelt = (value: unknown): string => {
      if (Array.isArray(value)) return `[${value.map(spelt).join(',')}]`
      if (typeof value !== 'object' || value === null) return JSON.stringify(value)
      const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
      return `{${fields.map(([key, item]) => `${JSON.stringify(key)}:${spelt(item)}`).join(',')}}`
    }
    const key = fc.oneof(fc.constantFrom('10', '9', '-1', '01', 'a', 'B', 'ñ', 'length'), fc.string())
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.jsonValue(),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 5 }),
      ),
    }))
    fc.assert(
      fc.property(tree, (value) => {
        fc.pre(findJsonProblem(value) === null)
        expect(canonicalJson(value as never)).toBe(spelt(value))
      }),
      { numRuns: 500 },
    )
    expect(canonicalJson({ b: 1, 10: 2, 9: [{ 2: 'x', 1: null }] })).toBe(
      '{"10":2,"9":[{"1":null,"2":"x"}],"b":1}',
    )
    expect(() => canonicalJson({ 1: { a: Number.NaN } })).toThrow(RangeError)
    expect(() => canonicalJson({ 1: { a: undefined } } as never)).toThrow(RangeError)
  })

  it('throws on numbers that JSON cannot hold', () => {
    expect(() => canonicalJson(Number.NaN)).toThrow(RangeError)
    expect(() => canonicalJson([Number.POSITIVE_INFINITY])).toThrow(RangeError)
  })
})

describe('findJsonProblem', () => {
  const cases: readonly [string, unknown, string | null, string | null][] = [
    ['plain values', { a: [1, 'x', null, true, { b: {} }] }, null, null],
    ['own __proto__ key', JSON.parse('{"a":{"__proto__":{"x":1}}}'), 'forbidden-key', '$.a.__proto__'],
    ['constructor key', { constructor: 1 }, 'forbidden-key', '$.constructor'],
    ['prototype key', [{ prototype: 1 }], 'forbidden-key', '$[0].prototype'],
    ['undefined inside', { a: undefined }, 'not-json', '$.a'],
    ['a hole in a list', new Array(2), 'not-json', '$[0]'],
    ['a date', { at: new Date(0) }, 'not-json', '$.at'],
    ['a map', new Map(), 'not-json', '$'],
    ['a function', { f: () => 1 }, 'not-json', '$.f'],
    ['a bigint', 1n, 'not-json', '$'],
    ['not a number', { n: Number.NaN }, 'not-json', '$.n'],
    ['a long text', { t: 'x'.repeat(JSON_LIMITS.textLength + 1) }, 'text-too-long', '$.t'],
  ]
  it.each(cases)('judges %s', (_name, value, reason, path) => {
    const problem = findJsonProblem(value)
    expect(problem?.reason ?? null).toBe(reason)
    expect(problem?.path ?? null).toBe(path)
  })

  it('accepts the deepest allowed nesting and refuses one more', () => {
    expect(findJsonProblem(nested(JSON_LIMITS.depth))).toBeNull()
    expect(findJsonProblem(nested(JSON_LIMITS.depth + 1))?.reason).toBe('too-deep')
    expect(findJsonProblem(nested(200_000))?.reason).toBe('too-deep')
  })

  it('never touches Object.prototype', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        isJsonObject(JSON.parse(text))
        expect(Object.keys(Object.prototype)).toEqual([])
      }),
    )
  })

  it('takes lists and null for no object', () => {
    expect(isJsonObject([])).toBe(false)
    expect(isJsonObject(null)).toBe(false)
    expect(isJsonObject({})).toBe(true)
  })
})
