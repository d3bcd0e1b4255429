import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from '../../runtime/paths.mjs'
import { showTool } from './tools.mjs'

/** @typedef {{ passed: number, failed: number }} Tally */

/**
 * Runs one or more vitest projects and counts their tests. A file that could not even be loaded, or a crash
 * of the runner, counts as a failure although no test of it ran.
 * @param {readonly string[]} projects
 * @param {{ filters?: readonly string[], env?: Readonly<Record<string, string>> }} [options]
 * @returns {Promise<Tally>}
 */
export async function runVitest(projects, { filters = [], env = {} } = {}) {
  const report = join(projectRoot, 'out', 'test', `${projects.join('-')}.json`)
  await mkdir(join(projectRoot, 'out', 'test'), { recursive: true })
  await rm(report, { force: true })
  const args = [
    'run',
    '--config=build/vitest/vitest.config.mjs',
    ...projects.map((project) => `--project=${project}`),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...filters,
  ]
  const code = await showTool('vitest', args, env)
  return readTally(report, code)
}

/**
 * @param {string} report
 * @param {number} code
 * @returns {Promise<Tally>}
 */
async function readTally(report, code) {
  const text = await readFile(report, 'utf8').catch(() => null)
  if (text === null) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(text)
  const unloadable = testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
      file.status === 'failed' && file.assertionResults.length === 0,
  ).length
  const failed = numFailedTests + unloadable
  return { passed: numPassedTests, failed: code === 0 ? failed : Math.max(1, failed) }
}
