import { join } from 'node:path'
import { defineConfig } from 'vite'
import { projectRoot } from '../runtime/paths.mjs'
import { commonConfig, nodeTarget, outputFolder, treeshake } from './common.mjs'

const UNUSED = /^(ajv\/dist\/2020\.js|ajv-formats|semver)$/
const NOTHING = '\0unused'

/**
 * Leaves out the JSON-schema validator and the version comparer that electron-store's `conf` would bring,
 * half of the code of the main process: the app checks its settings itself and asks for neither.
 * @type {import('vite').Plugin}
 */
const leaveOutUnused = {
  name: 'leave-out-unused',
  enforce: 'pre',
  resolveId: (id) => (UNUSED.test(id) ? NOTHING : null),
  load: (id) =>
    id === NOTHING
      ? 'export function Ajv2020() { throw new Error("Left out") }\nexport default Ajv2020'
      : null,
}

/** The main process: one ES module with everything inside except Electron and Node themselves. */
export default defineConfig({
  ...commonConfig,
  root: projectRoot,
  plugins: [leaveOutUnused],
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
      treeshake,
      output: { format: 'es', entryFileNames: 'main.js', codeSplitting: false },
    },
  },
})
