import { formatProblems } from './source.mjs'

/**
 * Prints what a check found and sets the exit code.
 * @param {string} title
 * @param {readonly import('./source.mjs').Problem[]} problems
 */
export function reportAndExit(title, problems) {
  if (problems.length > 0) console.log(formatProblems(problems))
  console.log(problems.length === 0 ? `${title}: sin problemas` : `${title}: ${problems.length} problemas`)
  process.exitCode = problems.length === 0 ? 0 : 1
}
