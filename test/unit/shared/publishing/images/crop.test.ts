import { describe, expect, it } from 'vitest'
import { cropFor } from '../../../../../shared/publishing'

const MIDDLE = { x: 0.5, y: 0.5 }

describe('cropFor', () => {
  it('keeps the whole image when the proportions are the same', () => {
    const crop = cropFor({ width: 2400, height: 1260 }, MIDDLE, { width: 1200, height: 630 })
    expect(crop).toEqual({
      x: 0,
      y: 0,
      width: 2400,
      height: 1260,
      position: { x: 50, y: 50 },
      isTooSmall: false,
    })
  })

  it('cuts the sides around the focus, never outside the image', () => {
    const image = { width: 2000, height: 1000 }
    const square = { width: 1000, height: 1000 }
    expect(cropFor(image, MIDDLE, square)).toMatchObject({ x: 500, width: 1000, position: { x: 50, y: 50 } })
    expect(cropFor(image, { x: 0.7, y: 0.5 }, square)).toMatchObject({ x: 900, position: { x: 90 } })
    expect(cropFor(image, { x: 1, y: 0 }, square)).toMatchObject({ x: 1000, y: 0, position: { x: 100 } })
    expect(cropFor(image, { x: 0, y: 0 }, square)).toMatchObject({ x: 0, position: { x: 0 } })
  })

  it('tells when the channel asks for more pixels than there are in either direction', () => {
    const channel = { width: 1200, height: 630 }
    expect(cropFor({ width: 1200, height: 629 }, MIDDLE, channel).isTooSmall).toBe(true)
    expect(cropFor({ width: 1199, height: 3000 }, MIDDLE, channel).isTooSmall).toBe(true)
    expect(cropFor({ width: 1200, height: 630 }, MIDDLE, channel).isTooSmall).toBe(false)
  })
})
