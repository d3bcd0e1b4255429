import { describe, expect, it } from 'vitest'
import { mapInTurns } from '../../../../renderer/data/turns'

const SLOW_MS = 3

function work(ms: number): void {
  const end = performance.now() + ms
  while (performance.now() < end);
}

describe('mapInTurns', () => {
  it('makes everything in order, and lets others in between when it takes long', async () => {
    const seen: string[] = []
    const others = setInterval(() => seen.push('other'), 0)
    const made = await mapInTurns([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], (value) => {
      work(SLOW_MS)
      seen.push(String(value))
      return value * 2
    })
    clearInterval(others)
    expect(made).toEqual([2, 4, 6, 8, 10, 12, 14, 16, 18, 20])
    expect(seen.filter((each) => each !== 'other')).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
    ])
    expect(seen.indexOf('other')).toBeGreaterThan(0)
    expect(seen.indexOf('other')).toBeLessThan(seen.length - 1)
  })

  it('makes nothing of nothing, and fails with what the work threw', async () => {
    expect(await mapInTurns([], () => 1)).toEqual([])
    const failing = mapInTurns(new Map([['a', 1]]), () => {
      throw new Error('damaged')
    })
    await expect(failing).rejects.toThrow('damaged')
  })
})
