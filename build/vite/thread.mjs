import { join } from 'node:path'
import { defineConfig } from 'vite'
import { projectRoot } from '../runtime/paths.mjs'
import { commonConfig, nodeTarget, outputFolder, treeshake } from './common.mjs'

/**
 * A thread of the main process: one ES module beside that of the main process, whose folder it shares.
 * @param {string} name of its file in electron/, without extension
 */
export function threadConfig(name) {
  return defineConfig({
    ...commonConfig,
    root: projectRoot,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      target: nodeTarget,
      outDir: join(outputFolder, 'main'),
      emptyOutDir: false,
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: join(projectRoot, 'electron', `${name}.ts`),
        treeshake,
        output: { format: 'es', entryFileNames: `${name}.js`, codeSplitting: false },
      },
    },
  })
}
