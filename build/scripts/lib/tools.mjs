import { join } from 'node:path'
import { projectRoot } from '../../runtime/paths.mjs'
import { runQuietly, runShowing } from '../../runtime/run.mjs'

/** Command-line tools of the project, as files that Node can run on every system. */
const TOOLS = {
  tsc: 'typescript/bin/tsc',
  biome: '@biomejs/biome/bin/biome',
  vitest: 'vitest/vitest.mjs',
}

/** @param {keyof typeof TOOLS} tool */
function toolPath(tool) {
  return join(projectRoot, 'node_modules', TOOLS[tool])
}

/**
 * Runs a tool to its end, keeping what it prints.
 * @param {keyof typeof TOOLS} tool
 * @param {readonly string[]} args
 */
export function runTool(tool, args) {
  return runQuietly(process.execPath, [toolPath(tool), ...args], { cwd: projectRoot })
}

/**
 * Runs a tool that prints for the user; answers its exit code.
 * @param {keyof typeof TOOLS} tool
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} [env]
 */
export function showTool(tool, args, env = {}) {
  return runShowing(process.execPath, [toolPath(tool), ...args], {
    cwd: projectRoot,
    env: { ...process.env, ...env },
  })
}
