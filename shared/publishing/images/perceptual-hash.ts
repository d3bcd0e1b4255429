/** Columns and rows of the small grey picture that is hashed: one column more than bits in a row. */
export const HASH_GRID = { width: 9, height: 8 } as const

/** Brightness of pixels given as red, green, blue and opacity, 0 to 255 each (ITU-R BT.601); clear ones are white. */
export function grayOf(rgba: Uint8ClampedArray): readonly number[] {
  return Array.from({ length: rgba.length / 4 }, (_, index) => {
    const [red = 0, green = 0, blue = 0, opacity = 0] = rgba.subarray(index * 4, index * 4 + 4)
    const gray = 0.299 * red + 0.587 * green + 0.114 * blue
    return gray * (opacity / 255) + 255 * (1 - opacity / 255)
  })
}

/**
 * Perceptual hash (difference hash) of a picture that was made {@link HASH_GRID} small: each bit says
 * whether a point is brighter than the one at its right. 64 bits as 16 hex digits. The same picture at
 * another size or quality differs in few bits.
 */
export function differenceHash(gray: readonly number[]): string {
  const { width, height } = HASH_GRID
  if (gray.length !== width * height) throw new Error(`A picture of ${gray.length} points`)
  let digits = ''
  let digit = 0
  for (let bit = 0; bit < (width - 1) * height; bit++) {
    const at = Math.floor(bit / (width - 1)) * width + (bit % (width - 1))
    digit = digit * 2 + ((gray[at] ?? 0) > (gray[at + 1] ?? 0) ? 1 : 0)
    if (bit % 4 !== 3) continue
    digits += digit.toString(16)
    digit = 0
  }
  return digits
}
