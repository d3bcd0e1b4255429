/**
 * One figure with the floor it is compared with, measured in the same run. Names never change from one
 * version to the next, so that results can be compared.
 * @typedef {{ name: string, unit: string, value: number, floor: number, ratio: number, aim: number }} Row
 */

const DIGITS = 100

/**
 * @param {string} name
 * @param {string} unit
 * @param {number} value
 * @param {number} floor
 * @param {number} aim greatest ratio that is good enough
 * @returns {Row}
 */
export function makeRow(name, unit, value, floor, aim) {
  const round = (/** @type {number} */ number) => Math.round(number * DIGITS) / DIGITS
  return { name, unit, value: round(value), floor: round(floor), ratio: round(value / floor), aim }
}

/**
 * The rows as a table for the terminal, in Spanish.
 * @param {readonly Row[]} rows
 */
export function formatTable(rows) {
  const head = ['medida', 'unidad', 'valor', 'piso', 'razón', 'meta', '']
  const lines = rows.map(({ name, unit, value, floor, ratio, aim }) => [
    name,
    unit,
    value.toFixed(1),
    floor.toFixed(1),
    ratio.toFixed(2),
    `≤ ${aim}`,
    ratio <= aim ? 'sí' : 'no',
  ])
  const widths = head.map((_, at) => Math.max(...[head, ...lines].map((line) => line[at]?.length ?? 0)))
  const isText = (/** @type {number} */ at) => at < 2 || at === head.length - 1
  const format = (/** @type {readonly string[]} */ line) =>
    line
      .map((cell, at) => (isText(at) ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd()
  return [format(head), widths.map((width) => '─'.repeat(width)).join('──'), ...lines.map(format)].join('\n')
}
