import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { PreviewDatabase } from '../../../renderer/data/preview-database'

const DAY = 24 * 60 * 60 * 1000
const hashOf = (n: number) => String(n).padStart(64, '0')
const preview = (bytes: number, fill = 1) =>
  new Blob([new Uint8Array(bytes).fill(fill)], { type: 'image/webp' })

let made = 0
const fresh = (maxBytes: number) => {
  made += 1
  return new PreviewDatabase(`previews-${made}`, maxBytes)
}

describe('the database of previews', () => {
  it('gives back what was kept, byte by byte and with its type, and nothing for the rest', async () => {
    const previews = fresh(1000)
    await previews.put(hashOf(1), preview(10, 7), 0)
    const found = await previews.get(hashOf(1), 0)
    expect(found?.type).toBe('image/webp')
    expect(new Uint8Array((await found?.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(
      new Uint8Array(10).fill(7),
    )
    expect(await previews.get(hashOf(2), 0)).toBeNull()
  })

  it('forgets the least recently used when they take too much, never the one just kept', async () => {
    const previews = fresh(1000)
    for (let n = 0; n < 10; n++) await previews.put(hashOf(n), preview(100), n * DAY)
    // Looked at lately: no longer the oldest.
    await previews.get(hashOf(0), 20 * DAY)
    await previews.put(hashOf(10), preview(100), 21 * DAY)
    const left = await Promise.all(Array.from({ length: 11 }, (_, n) => previews.get(hashOf(n), 21 * DAY)))
    expect(left.map((found) => found !== null)).toEqual([
      true,
      false,
      false,
      ...Array.from({ length: 8 }, () => true),
    ])
    await previews.put(hashOf(99), preview(5000), 22 * DAY)
    expect(await previews.get(hashOf(99), 22 * DAY)).not.toBeNull()
    expect(await previews.get(hashOf(0), 22 * DAY)).toBeNull()
  })

  it('counts what another run left, and a preview kept twice once', async () => {
    const name = 'previews-of-two-runs'
    const first = new PreviewDatabase(name, 1000)
    for (let time = 0; time < 30; time++) await first.put(hashOf(1), preview(900), time)
    expect(await first.get(hashOf(1), 30)).not.toBeNull()
    const second = new PreviewDatabase(name, 1000)
    await second.put(hashOf(2), preview(200), 2 * DAY)
    expect(await second.get(hashOf(1), 2 * DAY)).toBeNull()
    expect(await second.get(hashOf(2), 2 * DAY)).not.toBeNull()
  })
})
