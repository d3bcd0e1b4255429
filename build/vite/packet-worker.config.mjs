import { join } from 'node:path'
import { defineConfig } from 'vite'
import { projectRoot } from '../runtime/paths.mjs'
import { commonConfig, nodeTarget, outputFolder } from './common.mjs'

/** The thread that writes packets: one ES module beside that of the main process, whose folder it shares. */
export default defineConfig({
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
      input: join(projectRoot, 'electron', 'packet-worker.ts'),
      output: { format: 'es', entryFileNames: 'packet-worker.js', codeSplitting: false },
    },
  },
})
