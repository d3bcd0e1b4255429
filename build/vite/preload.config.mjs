import { join } from 'node:path'
import { defineConfig } from 'vite'
import { projectRoot } from '../runtime/paths.mjs'
import { commonConfig, outputFolder, rendererTarget } from './common.mjs'

/** The preload: one CommonJS file, because the sandbox loads nothing else. */
export default defineConfig({
  ...commonConfig,
  root: projectRoot,
  ssr: { noExternal: true, external: ['electron'], target: 'node' },
  build: {
    ssr: true,
    target: rendererTarget,
    outDir: join(outputFolder, 'preload'),
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: join(projectRoot, 'electron', 'preload.ts'),
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
    },
  },
})
