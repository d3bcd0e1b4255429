/**
 * The value below which a share of all values lies (nearest rank).
 * @param {readonly number[]} values
 * @param {number} share between 0 and 1
 */
export function quantile(values, share) {
  if (values.length === 0) throw new Error('Nothing was measured')
  const sorted = [...values].sort((a, b) => a - b)
  const rank = Math.max(1, Math.ceil(sorted.length * share))
  return sorted[rank - 1] ?? Number.NaN
}

/** @param {readonly number[]} values */
export function median(values) {
  return quantile(values, 0.5)
}
