import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** @typedef {import('./keyboard.mjs').Phase} Phase */

const numbers = new Intl.NumberFormat('es-MX')

/**
 * @param {string} text
 * @param {number} width
 */
function right(text, width) {
  return text.padStart(width)
}

/** @param {readonly Phase[]} phases */
function total(phases) {
  const sum = (/** @type {'keys' | 'narrative' | 'pasted' | 'seconds'} */ key) =>
    phases.reduce((all, phase) => all + phase[key], 0)
  return {
    name: 'Total',
    keys: sum('keys'),
    narrative: sum('narrative'),
    pasted: sum('pasted'),
    seconds: sum('seconds'),
  }
}

/**
 * The keystrokes of each phase as a table, with their total.
 * @param {readonly Phase[]} phases
 */
export function keystrokeTable(phases) {
  const head = ['Fase'.padEnd(34), right('Teclas', 8), right('De ellas, pegar', 16), right('Texto dicho', 12)]
  const line = (/** @type {Phase} */ phase) =>
    [
      phase.name.padEnd(34),
      right(numbers.format(phase.keys), 8),
      right(numbers.format(phase.pasted), 16),
      right(numbers.format(phase.narrative), 12),
    ].join('')
  const rule = '─'.repeat(70)
  return [head.join(''), rule, ...phases.map(line), rule, line(total(phases))].join('\n')
}

/**
 * Leaves the figures where a program can read them.
 * @param {string} folder
 * @param {readonly Phase[]} phases
 * @param {Readonly<Record<string, unknown>>} facts
 */
export async function writeReport(folder, phases, facts) {
  const report = { ...facts, phases, total: total(phases) }
  await writeFile(join(folder, 'demo.json'), `${JSON.stringify(report, null, 2)}\n`)
}
