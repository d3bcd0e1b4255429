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
