import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { galleryGrid } from '../../../../renderer/features/calendar/views/gallery-grid'

describe('the grid of the gallery', () => {
  it('fills any width without leaving it or a card too narrow', () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 5000 }), (width) => {
        const { columns, cardWidth, columnStep } = galleryGrid(width)
        expect((columns - 1) * columnStep + cardWidth).toBeLessThanOrEqual(width)
        expect(cardWidth).toBeGreaterThanOrEqual(200)
      }),
    )
  })

  it('has a column even before its width is known', () => {
    expect(galleryGrid(0).columns).toBe(1)
  })
})
