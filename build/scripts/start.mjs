import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { ensureDisplay, ensureElectron } from '../electron-runtime.mjs'
import { projectRoot } from '../runtime/paths.mjs'
import { buildApp } from './build-app.mjs'

const USER_DATA_FLAG = '--user-data-dir='

/**
 * Arguments for the app: what the user typed after `npm start --`, except the data folder, which the app
 * takes from its environment.
 * @param {readonly string[]} typed
 */
function splitArguments(typed) {
  const folder = typed.find((argument) => argument.startsWith(USER_DATA_FLAG))?.slice(USER_DATA_FLAG.length)
  const rest = typed.filter((argument) => !argument.startsWith(USER_DATA_FLAG))
  if (folder === undefined) return { rest, env: {} }
  // npm runs scripts in the project's folder; INIT_CWD is where the user typed the command.
  return { rest, env: { QUORUM_USER_DATA: resolve(process.env.INIT_CWD ?? '.', folder) } }
}

/** Chromium refuses to run as root with its sandbox on, so root gets a warning instead of a dead window. */
function rootArguments() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return []
  console.log('Aviso: se ejecuta como administrador (root), sin el aislamiento de Chromium.')
  console.log('       Para el uso diario, abra Quórum con una cuenta normal.')
  return ['--no-sandbox']
}

/**
 * @param {import('../runtime/display.mjs').Display} display
 */
function announce(display) {
  if (!display.virtual) {
    console.log('Quórum se está abriendo…')
    return
  }
  console.log(`No hay pantalla en este equipo: Quórum se abre en una virtual (${display.env.DISPLAY}),`)
  console.log('donde nadie puede verlo. Para terminar, oprima Ctrl+C. Para verlo trabajar: npm run demo')
}

async function start() {
  const runtime = await ensureElectron()
  if (await buildApp()) console.log('Aplicación construida')
  const display = await ensureDisplay()
  const { rest, env } = splitArguments(process.argv.slice(2))
  // Chromium complains at length about the session bus that a machine without a desktop lacks.
  const platform = display.virtual ? ['--ozone-platform=x11', '--log-level=3'] : []
  const args = [...rootArguments(), ...platform, projectRoot, ...rest]
  announce(display)
  const child = spawn(runtime.executablePath, args, {
    stdio: 'inherit',
    env: { ...process.env, ...display.env, ...env },
  })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal))
  }
  child.on('close', (code) => {
    display.stop()
    process.exitCode = code ?? 0
  })
}

start().catch((error) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
