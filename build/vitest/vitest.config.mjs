import { defineConfig } from 'vitest/config'
import { projectRoot } from '../runtime/paths.mjs'
import { bundleConstants } from '../vite/common.mjs'

const SLOW_START_MS = 120_000
/** Nothing is judged by its time; this only ends what hangs, on a machine that does many things at once. */
const HUNG_MS = 60_000

/** Unit and integration tests run in plain Node; e2e tests drive the built app in a real Electron. */
export default defineConfig({
  root: projectRoot,
  define: bundleConstants(),
  cacheDir: 'out/vitest',
  test: {
    testTimeout: HUNG_MS,
    hookTimeout: HUNG_MS,
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'] } },
      { extends: true, test: { name: 'integration', include: ['test/integration/**/*.test.{ts,tsx}'] } },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: SLOW_START_MS,
          hookTimeout: SLOW_START_MS,
          fileParallelism: false,
        },
      },
    ],
  },
})
