import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { projectRoot } from '../runtime/paths.mjs'
import { outputFolder } from '../vite/common.mjs'
import { hashInputs } from './lib/inputs-hash.mjs'
import { isMainModule } from './lib/is-main-module.mjs'

// The threads are built into the folder of the main process, which that one empties first.
const BUNDLES = ['main', 'packet-worker', 'year-worker', 'preload', 'renderer']
const INPUTS = ['electron', 'renderer', 'shared', 'build/vite', 'package.json', 'package-lock.json']
const stampFile = join(outputFolder, 'inputs.sha256')

/**
 * Builds the app into out/app. When no source, setting or dependency changed since the last build nothing
 * is done, so that repeated starts are quick; `force` builds anyway.
 * @param {{ force?: boolean }} [options]
 * @returns {Promise<boolean>} whether something was built
 */
export async function buildApp({ force = false } = {}) {
  const inputs = await hashInputs(projectRoot, INPUTS)
  const built = await readFile(stampFile, 'utf8').catch(() => null)
  if (!force && built === inputs) return false
  // The stamp goes first: a build that stops halfway must not look finished.
  await rm(stampFile, { force: true })
  for (const bundle of BUNDLES) {
    const { default: config } = await import(`../vite/${bundle}.config.mjs`)
    await build(config)
  }
  await mkdir(outputFolder, { recursive: true })
  await writeFile(stampFile, inputs)
  return true
}

async function buildFromCommandLine() {
  const started = performance.now()
  const didBuild = await buildApp({ force: process.argv.includes('--force') })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(
    didBuild ? `Aplicación construida en out/app (${seconds} s)` : 'Sin cambios: out/app está al día',
  )
}

if (isMainModule(import.meta.url)) {
  buildFromCommandLine().catch((error) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
}
