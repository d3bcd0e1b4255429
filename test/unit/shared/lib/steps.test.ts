import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { finish, sortSteps } from '../../../../shared/lib/steps'

describe('sorting in steps', () => {
  it('gives what sorting at once does, equal ones in the order they came, and leaves the values alone', () => {
    const values = fc.array(fc.tuple(fc.nat(20), fc.nat()), { maxLength: 600, size: 'max' })
    fc.assert(
      fc.property(values, (given) => {
        const before = [...given]
        const compare = (a: readonly number[], b: readonly number[]) => (a[0] ?? 0) - (b[0] ?? 0)
        expect(finish(sortSteps(given, compare))).toEqual([...given].sort(compare))
        expect(given).toEqual(before)
      }),
    )
  })

  it('rests many times on the way', () => {
    const numbers = Array.from({ length: 2_000 }, (_, n) => (n * 7919) % 2_000)
    const rests = [...sortSteps(numbers, (a, b) => a - b)].length
    expect(rests).toBeGreaterThan(100)
  })
})
