import { ensureDisplay, ensureElectron } from '../electron-runtime.mjs'
import { buildApp } from './build-app.mjs'
import { runVitest } from './lib/run-vitest.mjs'
import { checks } from './lib/stages.mjs'

/** @typedef {import('./lib/run-vitest.mjs').Tally} Tally */

const NOTHING = { passed: 0, failed: 0 }
const ONE_FAILURE = { passed: 0, failed: 1 }

/**
 * The stages in their order; `npm test -- NAME… [FILTER]` runs only some of them, and hands the filter on.
 * @type {Readonly<Record<string, (filters: readonly string[]) => Promise<Tally>>>}
 */
const stages = {
  checks: runChecks,
  unit: (filters) => runNodeTests('unit', filters),
  integration: (filters) => runNodeTests('integration', filters),
  e2e: runEndToEnd,
}

/** @param {string} title */
function heading(title) {
  console.log(`\n━━ ${title} ${'━'.repeat(Math.max(0, 76 - title.length))}`)
}

async function runChecks() {
  for (const { title, run } of checks) {
    heading(title)
    const { passed, output } = await run()
    console.log(output === '' ? 'Sin problemas' : output)
    if (!passed) return ONE_FAILURE
  }
  return NOTHING
}

/**
 * @param {'unit' | 'integration'} project
 * @param {readonly string[]} filters
 */
function runNodeTests(project, filters) {
  heading(project === 'unit' ? 'Pruebas unitarias' : 'Pruebas de integración')
  return runVitest([project], { filters })
}

/** @param {readonly string[]} filters */
async function runEndToEnd(filters) {
  heading('Construcción')
  console.log((await buildApp()) ? 'Aplicación construida en out/app' : 'Sin cambios: out/app está al día')
  heading('Pruebas de extremo a extremo, en Electron')
  const runtime = await ensureElectron()
  const display = await ensureDisplay({ preferVirtual: true })
  if (display.virtual) console.log(`Las ventanas se abren en una pantalla virtual (${display.env.DISPLAY})`)
  try {
    const env = {
      ...display.env,
      QUORUM_ELECTRON_PATH: runtime.executablePath,
      QUORUM_ELECTRON_KIND: runtime.kind,
    }
    return await runVitest(['e2e'], { filters, env })
  } finally {
    display.stop()
  }
}

/** @param {readonly string[]} typed */
async function runStages(typed) {
  const chosen = typed.filter((argument) => argument in stages)
  const filters = typed.filter((argument) => !(argument in stages))
  let passed = 0
  let failed = 0
  for (const [name, run] of Object.entries(stages)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue
    const tally = await run(filters)
    passed += tally.passed
    failed += tally.failed
    if (failed > 0) break
  }
  return { passed, failed }
}

const { passed, failed } = await runStages(process.argv.slice(2)).catch((error) => {
  console.error(error)
  return ONE_FAILURE
})
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
