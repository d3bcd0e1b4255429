import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from 'playwright-core'
import { projectRoot } from '../../runtime/paths.mjs'

const LAUNCH_WITHIN_MS = 60_000

/**
 * On a busy machine attaching to the inspector was seen to hang, about once in two hundred starts; a start
 * that takes longer than this is given up and tried again, and every time is told.
 */
const ATTACH_WITHIN_MS = 25_000
const ATTEMPTS = 3
const DEFAULT_SIZE = { width: 1366, height: 768 }

/**
 * @typedef {object} LaunchOptions
 * @property {string} [executablePath] Electron to run, as `ensureElectron()` found it; the one that `npm test`
 *   hands on in QUORUM_ELECTRON_PATH when left out
 * @property {string} [userData] folder for the app's data; a fresh one, removed on close, when left out
 * @property {Readonly<Record<string, string>>} [env] added to this process's environment
 * @property {{ width: number, height: number }} [size] inner size of the window
 * @property {'light' | 'dark'} [colorScheme] scheme the system seems to ask for; light when left out
 * @property {readonly string[]} [args] further arguments for the app
 * @property {boolean} [sandbox] Chromium's sandbox, which needs an ordinary user; off when left out
 */

/**
 * @typedef {object} LaunchedApp
 * @property {import('playwright-core').ElectronApplication} app
 * @property {import('playwright-core').Page} page the first window, loaded
 * @property {string} userData
 * @property {() => Promise<void>} close
 */

/**
 * Opens the built app through Playwright with its own data folder, and waits for its first window.
 * @param {LaunchOptions} options
 * @returns {Promise<LaunchedApp>}
 */
export async function launchApp(options = {}) {
  const { size = DEFAULT_SIZE, args = [], sandbox = false } = options
  const executablePath = options.executablePath ?? process.env.QUORUM_ELECTRON_PATH
  if (executablePath === undefined) throw new Error('No Electron given: run through npm test')
  const userData = options.userData ?? (await mkdtemp(join(tmpdir(), 'quorum-data-')))
  const env = { ...cleanEnvironment(), ...options.env, QUORUM_USER_DATA: userData }
  const app = await attach({
    executablePath,
    args: [projectRoot, ...displayArguments(env), `--user-data-dir=${userData}`, ...args],
    cwd: projectRoot,
    env,
    colorScheme: options.colorScheme ?? 'light',
    chromiumSandbox: sandbox,
    timeout: ATTACH_WITHIN_MS,
  })
  const close = async () => {
    await app.close()
    if (options.userData === undefined) await rm(userData, { recursive: true, force: true })
  }
  try {
    const page = await app.firstWindow({ timeout: LAUNCH_WITHIN_MS })
    await page.waitForLoadState('load')
    await resizeWindow(app, size)
    return { app, page, userData, close }
  } catch (error) {
    await close()
    throw error
  }
}

/**
 * @param {NonNullable<Parameters<typeof _electron.launch>[0]>} options
 * @returns {Promise<import('playwright-core').ElectronApplication>}
 */
async function attach(options) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await _electron.launch(options)
    } catch (error) {
      const hung = error instanceof Error && error.name === 'TimeoutError'
      if (!hung || attempt === ATTEMPTS) throw error
      console.warn(`Electron no respondió al inspector; se intenta otra vez (${attempt + 1} de ${ATTEMPTS})`)
    }
  }
}

/**
 * Gives the first window an inner size, whatever size it remembered.
 * @param {import('playwright-core').ElectronApplication} app
 * @param {{ width: number, height: number }} size
 */
export async function resizeWindow(app, size) {
  const window = await app.browserWindow(await app.firstWindow())
  await window.evaluate((target, { width, height }) => {
    target.unmaximize()
    target.setContentSize(width, height)
  }, size)
}

/** Environment variables of this process that are set, without the ones that would change Electron. */
function cleanEnvironment() {
  /** @type {Record<string, string>} */
  const kept = {}
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && !/^(ELECTRON_RUN_AS_NODE|NODE_OPTIONS)$/.test(name)) kept[name] = value
  }
  return kept
}

/**
 * A virtual display speaks X11 only, whatever the desktop around it speaks.
 * @param {Readonly<Record<string, string>>} env
 */
function displayArguments(env) {
  return env.WAYLAND_DISPLAY === '' ? ['--ozone-platform=x11'] : []
}
