import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from '../runtime/paths.mjs'
import { isMainModule } from './lib/is-main-module.mjs'
import { reportAndExit } from './lib/report.mjs'
import { listSources } from './lib/source.mjs'

const CAPS = { shared: 400, renderer: 400, electron: 400, build: 400, test: 600 }
const SOURCES = /\.(tsx?|mjs|css)$/

/**
 * Checks that no file outgrows what one reading holds.
 * @param {string} root
 * @returns {Promise<import('./lib/source.mjs').Problem[]>}
 */
export async function checkSizes(root) {
  const problems = []
  for (const [folder, cap] of Object.entries(CAPS)) {
    for (const { path, lines } of await measure(root, folder)) {
      if (lines > cap) problems.push({ file: path, line: cap, message: `${lines} lines, more than ${cap}` })
    }
  }
  return problems
}

/**
 * Number of files and median of their lines, per top folder.
 * @param {string} root
 */
export async function describeSizes(root) {
  const rows = []
  for (const folder of Object.keys(CAPS)) {
    const sizes = (await measure(root, folder)).map(({ lines }) => lines).sort((a, b) => a - b)
    if (sizes.length === 0) continue
    rows.push(
      `${folder}: ${sizes.length} archivos, mediana ${sizes[sizes.length >> 1]} líneas, mayor ${sizes.at(-1)}`,
    )
  }
  return rows.join('\n')
}

/**
 * @param {string} root
 * @param {string} folder
 */
async function measure(root, folder) {
  const paths = await listSources(root, [folder], SOURCES)
  return Promise.all(
    paths.map(async (path) => {
      const text = await readFile(join(root, path), 'utf8')
      return { path, lines: text.trimEnd().split('\n').length }
    }),
  )
}

if (isMainModule(import.meta.url)) {
  console.log(await describeSizes(projectRoot))
  reportAndExit('Tamaños', await checkSizes(projectRoot))
}
