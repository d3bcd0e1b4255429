import { describe, expect, it } from 'vitest'
import { type MadePreview, previewSize } from '../../../../renderer/commands/publications/images/make-preview'
import { Previews } from '../../../../renderer/commands/publications/images/previews'

const BLOB = new Blob(['pequeña'])
const forever = new AbortController().signal

/** A workshop whose every piece is finished by hand. */
function byHand() {
  const asked: string[] = []
  const finish: ((made: MadePreview) => void)[] = []
  const make = (sha256: string) => {
    asked.push(sha256)
    return new Promise<MadePreview>((resolve) => finish.push(resolve))
  }
  return { asked, finish, make }
}

function memory() {
  const kept = new Map<string, Blob>()
  const store = {
    get: async (sha256: string) => kept.get(sha256) ?? null,
    put: async (sha256: string, blob: Blob) => {
      kept.set(sha256, blob)
    },
  }
  return { kept, store }
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0))

describe('previews', () => {
  it('are made once, one at a time, and kept; whoever asks meanwhile gets the same', async () => {
    const { asked, finish, make } = byHand()
    const { kept, store } = memory()
    const previews = new Previews(store, make, () => 0)
    const answers = ['a', 'b', 'a'].map((sha256) => previews.load(sha256, forever))
    await settle()
    expect(asked).toEqual(['a'])
    finish[0]?.({ kind: 'made', preview: BLOB })
    await settle()
    expect(asked).toEqual(['a', 'b'])
    finish[1]?.({ kind: 'made', preview: BLOB })
    const shown = { kind: 'preview', blob: BLOB }
    expect(await Promise.all(answers)).toEqual([shown, shown, shown])
    expect([...kept.keys()]).toEqual(['a', 'b'])
    expect(await previews.load('a', forever)).toEqual(shown)
    expect(asked).toHaveLength(2)
  })

  it('that nobody waits for any more are not made', async () => {
    const { asked, finish, make } = byHand()
    const previews = new Previews(memory().store, make, () => 0)
    const gone = new AbortController()
    const [first, second, third] = [
      previews.load('a', forever),
      previews.load('b', gone.signal),
      previews.load('c', forever),
    ]
    await settle()
    gone.abort()
    expect(await second).toBeNull()
    finish[0]?.({ kind: 'made', preview: BLOB })
    await settle()
    expect(asked).toEqual(['a', 'c'])
    finish[1]?.({ kind: 'made', preview: BLOB })
    expect((await first)?.kind).toBe('preview')
    expect((await third)?.kind).toBe('preview')
  })

  it('that cannot be made are shown whole and not tried again; a missing original is said and tried again', async () => {
    const tried: string[] = []
    const make = async (sha256: string): Promise<MadePreview> => {
      tried.push(sha256)
      if (sha256 === 'broken') throw new Error('The decoder gave up')
      return { kind: sha256 === 'gone' ? 'missing' : 'original' }
    }
    const previews = new Previews(memory().store, make, () => 0)
    for (let time = 0; time < 2; time++) {
      expect(await previews.load('broken', forever)).toEqual({ kind: 'original' })
      expect(await previews.load('gone', forever)).toEqual({ kind: 'missing' })
    }
    expect(tried).toEqual(['broken', 'gone', 'gone'])
  })

  it('are made even where nothing can be kept', async () => {
    const refuse = async () => {
      throw new Error('No storage')
    }
    const make = async (): Promise<MadePreview> => ({ kind: 'made', preview: BLOB })
    const previews = new Previews({ get: refuse, put: refuse }, make, () => 0)
    expect(await previews.load('a', forever)).toEqual({ kind: 'preview', blob: BLOB })
  })

  it('have a longest side of 640 pixels and never more than the original', () => {
    expect(previewSize(6000, 4000)).toEqual({ width: 640, height: 427 })
    expect(previewSize(100, 4000)).toEqual({ width: 16, height: 640 })
    expect(previewSize(10_000, 3)).toEqual({ width: 640, height: 1 })
    expect(previewSize(40, 20)).toEqual({ width: 40, height: 20 })
  })
})
