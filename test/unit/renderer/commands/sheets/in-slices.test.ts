import { describe, expect, it } from 'vitest'
import { inSlices } from '../../../../../renderer/commands/sheets/in-slices'
import { finish, mapSteps, type Steps } from '../../../../../shared/lib/steps'

function* busy(steps: number, ms: number): Steps<string> {
  for (let step = 1; step <= steps; step += 1) {
    const end = performance.now() + ms
    while (performance.now() < end);
    yield step / steps
  }
  return 'done'
}

describe('long work', () => {
  it('is the same at once and in slices, and lets others go on in between', async () => {
    expect(finish(busy(3, 0))).toBe('done')
    let turns = 0
    const timer = setInterval(() => {
      turns += 1
    }, 1)
    const told: number[] = []
    expect(await inSlices(busy(10, 8), { onProgress: (progress) => told.push(progress) })).toBe('done')
    clearInterval(timer)
    expect(turns).toBeGreaterThan(1)
    expect(told.length).toBeGreaterThan(2)
    expect([...told].sort((a, b) => a - b)).toEqual(told)
  })

  it('is left when it is no longer wanted', async () => {
    const left = new AbortController()
    const work = inSlices(busy(1_000, 5), { signal: left.signal, onProgress: () => left.abort() })
    await expect(work).rejects.toThrow()
  })

  it('turns every element, one step each', () => {
    const steps = mapSteps([1, 2, 3], (n) => n * 2)
    expect([steps.next().value, steps.next().value, steps.next().value]).toEqual([1 / 3, 2 / 3, 1])
    expect(steps.next()).toEqual({ done: true, value: [2, 4, 6] })
  })
})
