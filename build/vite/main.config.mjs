import { join } from 'node:path'
import { defineConfig } from 'vite'
import { projectRoot } from '../runtime/paths.mjs'
import { commonConfig, nodeTarget, outputFolder } from './common.mjs'

/** The main process: one ES module with everything inside except Electron and Node themselves. */
export default defineConfig({
  ...commonConfig,
  root: projectRoot,
  ssr: { noExternal: true, external: ['electron'], target: 'node' },
  build: {
    ssr: true,
    target: nodeTarget,
    outDir: join(outputFolder, 'main'),
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: join(projectRoot, 'electron', 'main.ts'),
      external: ['electron', /^electron\//],
      output: { format: 'es', entryFileNames: 'main.js', codeSplitting: false },
    },
  },
})
