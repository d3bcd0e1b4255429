import { describe, expect, it } from 'vitest'
import { SerialQueue } from '../../../../renderer/commands/serial-queue'

/** A task that ends when told to, and what became of the calls. */
function stage() {
  const queue = new SerialQueue()
  const log: string[] = []
  const run = (name: string) => {
    let end: () => void = () => undefined
    const ended = new Promise<void>((resolve) => {
      end = resolve
    })
    const result = queue.run(async () => {
      log.push(`${name} begins`)
      await ended
      log.push(`${name} ends`)
      return name
    })
    return { result, end }
  }
  return { queue, log, run }
}

describe('SerialQueue', () => {
  it('starts at once when nothing is under way, and in order when something is', async () => {
    const { log, run } = stage()
    const first = run('one')
    expect(log).toEqual(['one begins'])
    const second = run('two')
    const third = run('three')
    expect(log).toEqual(['one begins'])
    third.end()
    second.end()
    first.end()
    expect(await Promise.all([third.result, first.result, second.result])).toEqual(['three', 'one', 'two'])
    expect(log).toEqual(['one begins', 'one ends', 'two begins', 'two ends', 'three begins', 'three ends'])
    const fourth = run('four')
    expect(log.at(-1)).toBe('four begins')
    fourth.end()
    await fourth.result
  })

  it('keeps waiting tasks before one handed in as soon as the first is over', async () => {
    const { queue, log, run } = stage()
    const first = run('one')
    const later = first.result.then(() => queue.run(async () => log.push('late')))
    const second = run('two')
    second.end()
    first.end()
    await Promise.all([later, second.result])
    expect(log).toEqual(['one begins', 'one ends', 'two begins', 'two ends', 'late'])
  })

  it('lets a task that hands in another end first', async () => {
    const { queue, log, run } = stage()
    let inner: Promise<unknown> = Promise.resolve()
    const outer = queue.run(async () => {
      inner = queue.run(async () => log.push('inner'))
      await Promise.resolve()
      log.push('outer ends')
    })
    const next = run('next')
    next.end()
    await Promise.all([outer, inner, next.result])
    expect(log).toEqual(['outer ends', 'inner', 'next begins', 'next ends'])
  })

  it('goes on after a task that failed, however it failed', async () => {
    const { queue, log } = stage()
    const thrown = queue.run(() => {
      throw new Error('before any promise')
    })
    const rejected = queue.run(() => Promise.reject(new Error('later')))
    const fine = queue.run(async () => log.push('fine'))
    await expect(thrown).rejects.toThrow('before any promise')
    await expect(rejected).rejects.toThrow('later')
    await fine
    expect(log).toEqual(['fine'])
  })
})
