import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../runtime/paths.mjs'

/** Folder that holds the built app; package.json's `main` points into it. */
export const outputFolder = join(projectRoot, 'out', 'app')

/** Chromium and Node of the oldest Electron the app runs in: the substitute of the tests. */
export const rendererTarget = 'chrome130'
export const nodeTarget = 'node20'

/** Constants written into every bundle; declared in globals.d.ts. */
export function bundleConstants() {
  const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))
  return { __APP_VERSION__: JSON.stringify(version) }
}

/**
 * What the three bundles have in common.
 * @satisfies {import('vite').InlineConfig}
 */
export const commonConfig = {
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  define: bundleConstants(),
  envDir: false,
}

/**
 * Sources that do nothing by being imported, so that what nobody uses of them is left out: all of shared/,
 * which is pure, and everything of the interface but its entry. A test holds them to it.
 */
export const WITHOUT_EFFECTS = /\/(shared|renderer\/(commands|data|features|platform|ui))\/[^?]*\.tsx?$/

/** @satisfies {import('vite').Rolldown.TreeshakingOptions} */
export const treeshake = { moduleSideEffects: [{ test: WITHOUT_EFFECTS, sideEffects: false }] }
