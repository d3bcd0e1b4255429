import { describe, expect, it } from 'vitest'
import { hashDistance } from '../../../../../shared/domain/publications'
import { differenceHash, grayOf, HASH_GRID } from '../../../../../shared/publishing'

const { width, height } = HASH_GRID
const grid = (value: (x: number, y: number) => number) =>
  Array.from({ length: width * height }, (_, at) => value(at % width, Math.floor(at / width)))

describe('differenceHash', () => {
  it('sets a bit where a point is brighter than the one at its right', () => {
    expect(differenceHash(grid((x) => x))).toBe('0000000000000000')
    expect(differenceHash(grid((x) => -x))).toBe('ffffffffffffffff')
    expect(differenceHash(grid((x, y) => (y === 0 && x === 0 ? 9 : 0)))).toBe('8000000000000000')
    expect(differenceHash(grid((x, y) => (y === 7 && x === 7 ? 9 : 0)))).toBe('0000000000000001')
  })

  it('is the same when all is brighter, and near when one point changes', () => {
    const picture = grid((x, y) => (x * 37 + y * 11) % 64)
    expect(differenceHash(picture.map((value) => value * 1.5 + 20))).toBe(differenceHash(picture))
    const touched = picture.map((value, at) => (at === 40 ? 255 : value))
    expect(hashDistance(differenceHash(touched), differenceHash(picture))).toBeLessThanOrEqual(2)
  })

  it('refuses a picture of another size', () => {
    expect(() => differenceHash([1, 2, 3])).toThrow('3 points')
  })
})

describe('grayOf', () => {
  it('weighs the colours as the eye does and takes clear for white', () => {
    const rgba = Uint8ClampedArray.from([255, 255, 255, 255, 0, 0, 0, 255, 0, 0, 0, 0, 0, 255, 0, 255])
    expect(grayOf(rgba).map(Math.round)).toEqual([255, 0, 255, 150])
  })
})
