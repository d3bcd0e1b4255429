import { describe, expect, it } from 'vitest'
import {
  hashDistance,
  imagesLike,
  nearDuplicates,
  publicationImageSchema,
  usesOf,
} from '../../../../../shared/domain/publications'
import { makeImage, makePublication } from '../../../../helpers/make-publication'

const image = (digit: string, hash: string | null) => publicationImageSchema.parse(makeImage(digit, '', hash))

/** Counted bit by bit, the slow and obvious way. */
function countedDistance(a: string, b: string): number {
  const bits = (BigInt(`0x${a}`) ^ BigInt(`0x${b}`)).toString(2)
  return [...bits].filter((bit) => bit === '1').length
}

describe('images that look alike', () => {
  it('are told by the bits in which their hashes differ', () => {
    const hashes = [
      '0000000000000000',
      'ffffffffffffffff',
      '80000000ffffffff',
      '123456789abcdef0',
      'f0f0f0f00f0f0f0f',
    ]
    for (const a of hashes) {
      for (const b of hashes) expect(hashDistance(a, b)).toBe(countedDistance(a, b))
    }
  })

  it('are named where they were last used, the most alike first, without the same file', () => {
    const old = makePublication(1, { on: '2023-05-10', images: [image('a', '00000000000000ff')] })
    const later = makePublication(2, { on: '2024-05-10', images: [image('a', '00000000000000ff')] })
    const nearer = makePublication(3, { on: '2022-05-10', images: [image('b', '000000000000000f')] })
    const same = makePublication(4, { on: '2025-05-10', images: [image('c', '0000000000000000')] })
    const far = makePublication(5, { on: '2025-05-10', images: [image('d', 'ffffffffffffffff')] })
    const unknown = makePublication(6, { on: '2025-05-10', images: [image('e', null)] })
    const all = [old, later, nearer, same, far, unknown]
    expect(imagesLike(image('c', '0000000000000000'), all).map(({ publication }) => publication.id)).toEqual([
      nearer.id,
      later.id,
    ])
    expect(imagesLike(image('c', null), all)).toEqual([])
    expect(usesOf('a'.repeat(64), all).map(({ publication }) => publication.on)).toEqual([
      '2024-05-10',
      '2023-05-10',
    ])
  })

  it('are found among 2,000, the same pair first', () => {
    const images = Array.from({ length: 2_000 }, (_, n) => ({
      sha256: n.toString(16).padStart(64, '0'),
      hash: ((BigInt(n) * 0x9e3779b97f4a7c15n) & 0xffffffffffffffffn).toString(16).padStart(16, '0'),
    }))
    const pairs = nearDuplicates([...images, { sha256: 'f'.repeat(64), hash: images[7]?.hash ?? null }])
    expect(pairs[0]).toEqual({ first: images[7]?.sha256, second: 'f'.repeat(64), distance: 0 })
  })
})
