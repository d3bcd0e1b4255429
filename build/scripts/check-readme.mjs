import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from '../runtime/paths.mjs'
import { isMainModule } from './lib/is-main-module.mjs'
import { reportAndExit } from './lib/report.mjs'

const CODE = /`([^`\n]+)`/g
const SCRIPT = /npm run ([a-z][\w:-]*)/g
/** Paths of the repository; what is generated below out/ need not be there. */
const REPOSITORY_PATH = /^(shared|renderer|electron|build|test|\.ci)\/[\w./-]*$/

/**
 * Checks that the README names only files, folders and scripts that exist.
 * @param {string} root
 * @returns {Promise<import('./lib/source.mjs').Problem[]>}
 */
export async function checkReadme(root) {
  const text = await readFile(join(root, 'README.md'), 'utf8').catch(() => '')
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  return text.split('\n').flatMap((line, index) => {
    const paths = [...line.matchAll(CODE)]
      .map(([, code]) => String(code).replace(/:\d+$/, ''))
      .filter((code) => REPOSITORY_PATH.test(code) && !existsSync(join(root, code)))
    const scripts = [...line.matchAll(SCRIPT)]
      .map(([, name]) => String(name))
      .filter((name) => manifest.scripts?.[name] === undefined)
    const messages = [
      ...paths.map((path) => `names ${path}, which does not exist`),
      ...scripts.map((name) => `names npm run ${name}, which package.json lacks`),
    ]
    return messages.map((message) => ({ file: 'README.md', line: index + 1, message }))
  })
}

if (isMainModule(import.meta.url)) reportAndExit('README', await checkReadme(projectRoot))
