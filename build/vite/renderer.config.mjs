import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { projectRoot } from '../runtime/paths.mjs'
import { commonConfig, outputFolder, rendererTarget, treeshake } from './common.mjs'

/**
 * The interface. Its Content-Security-Policy allows no inline script and no data: script, so nothing is
 * inlined: no preload polyfill, no small assets as data URLs, workers as module files of their own. What
 * the first screen needs is one file, so that a start asks for it once.
 */
export default defineConfig({
  ...commonConfig,
  root: join(projectRoot, 'renderer', 'app'),
  base: './',
  plugins: [react()],
  resolve: { alias: [{ find: /^fflate$/, replacement: join(import.meta.dirname, 'fflate-in-place.mjs') }] },
  worker: { format: 'es' },
  build: {
    target: rendererTarget,
    outDir: join(outputFolder, 'renderer'),
    emptyOutDir: true,
    sourcemap: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      treeshake,
      output: { codeSplitting: { groups: [{ name: 'start', test: /renderer\/app\/index\.tsx$/ }] } },
    },
    chunkSizeWarningLimit: 4096,
    reportCompressedSize: false,
  },
})
