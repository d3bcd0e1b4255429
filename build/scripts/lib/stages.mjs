import { projectRoot } from '../../runtime/paths.mjs'
import { checkDocs } from '../check-docs.mjs'
import { checkLayers } from '../check-layers.mjs'
import { checkReadme } from '../check-readme.mjs'
import { checkSizes, describeSizes } from '../check-sizes.mjs'
import { formatProblems } from './source.mjs'
import { runTool } from './tools.mjs'

/**
 * One check of the sources: its heading, and a run that answers whether it passed and what to show.
 * @typedef {{ title: string, run: () => Promise<{ passed: boolean, output: string }> }} Check
 */

const BIOME_ARGUMENTS = [
  'ci',
  '--error-on-warnings',
  '--colors=off',
  '--reporter=concise',
  '--max-diagnostics=60',
]

/** @type {readonly Check[]} */
export const checks = [
  { title: 'Tipos', run: () => runToolCheck('tsc', ['-b', '--pretty', 'false']) },
  { title: 'Lint y formato', run: () => runToolCheck('biome', BIOME_ARGUMENTS) },
  { title: 'Capas', run: () => runSourceCheck(checkLayers) },
  { title: 'Documentación de shared/', run: () => runSourceCheck(checkDocs) },
  { title: 'README', run: () => runSourceCheck(checkReadme) },
  { title: 'Tamaño de los archivos', run: runSizes },
]

/**
 * @param {'tsc' | 'biome'} tool
 * @param {readonly string[]} args
 */
async function runToolCheck(tool, args) {
  const { code, stdout, stderr } = await runTool(tool, args)
  return { passed: code === 0, output: code === 0 ? '' : `${stdout}${stderr}`.trim() }
}

/** @param {(root: string) => Promise<readonly import('./source.mjs').Problem[]>} check */
async function runSourceCheck(check) {
  const problems = await check(projectRoot)
  return { passed: problems.length === 0, output: formatProblems(problems) }
}

async function runSizes() {
  const { passed, output } = await runSourceCheck(checkSizes)
  return { passed, output: [output, await describeSizes(projectRoot)].filter(Boolean).join('\n') }
}
