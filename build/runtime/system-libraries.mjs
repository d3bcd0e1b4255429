import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { runQuietly, runShowing } from './run.mjs'

/** Debian packages Electron needs; where a package was renamed, the newer name comes first. */
const LIBRARIES = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libgbm1'],
  ['libasound2t64', 'libasound2'],
  ['libxss1'],
  ['libxtst6'],
]
const DISPLAY = [['xvfb'], ['xauth']]
/** Metric twins of Arial and Times: the documents keep their page breaks. */
const FONTS = [['fonts-liberation']]
const FONT_FOLDERS = ['/usr/share/fonts', '/usr/local/share/fonts', join(homedir(), '.local/share/fonts')]

/**
 * Makes sure that the libraries and fonts Electron needs on Linux are installed: installs them when this
 * is root on a Debian system, and otherwise stops with the one command to type.
 * @param {string} executablePath
 */
export async function ensureSystemLibraries(executablePath) {
  if (process.platform !== 'linux') return
  const missing = []
  if (await lacksLibraries(executablePath)) missing.push(...LIBRARIES)
  if (await lacksFonts()) missing.push(...FONTS)
  if (missing.length === 0) return
  // One visit to the package manager instead of two: a machine without GTK seldom has a display.
  if (!hasDisplay() && findProgram('Xvfb') === null) missing.push(...DISPLAY)
  await install(missing)
  if (await lacksLibraries(executablePath)) throw new Error(await missingReport(executablePath))
}

/** Makes sure that a virtual display can be started; see {@link ensureSystemLibraries}. */
export async function ensureVirtualDisplayProgram() {
  if (findProgram('Xvfb') === null) await install(DISPLAY)
  const program = findProgram('Xvfb')
  if (program === null) throw new Error('No se encontró Xvfb después de instalarlo.')
  return program
}

/** Whether a desktop session is there to show a window on. */
export function hasDisplay() {
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/**
 * Looks a program up in PATH.
 * @param {string} name
 */
export function findProgram(name) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null
}

/** @param {string} executablePath */
async function lacksLibraries(executablePath) {
  const { stdout } = await runQuietly('ldd', [executablePath])
  return stdout.includes('not found')
}

/** @param {string} executablePath */
async function missingReport(executablePath) {
  const { stdout } = await runQuietly('ldd', [executablePath])
  const names = stdout.split('\n').filter((line) => line.includes('not found'))
  return `A Electron todavía le faltan bibliotecas del sistema:\n${names.join('\n')}`
}

async function lacksFonts() {
  for (const folder of FONT_FOLDERS) {
    const names = await readdir(folder, { recursive: true }).catch(() => [])
    if (names.some((name) => /(liberation|arial).*\.(ttf|otf)$/i.test(name))) return false
  }
  return true
}

/** @param {readonly (readonly string[])[]} wanted */
async function install(wanted) {
  const names = await Promise.all(wanted.map(chooseName))
  const command = `apt-get install -y --no-install-recommends ${names.join(' ')}`
  const canInstall = process.getuid?.() === 0 && findProgram('apt-get') !== null
  if (!canInstall) throw new Error(`Faltan componentes del sistema. Escriba:\n  sudo ${command}`)
  console.log(`Se instalan componentes del sistema: ${names.join(' ')}`)
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const updated = await runShowing('apt-get', ['update', '-qq'], { env: environment })
  const final = updated === 0 ? await Promise.all(wanted.map(chooseName)) : names
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...final]
  const code = await runShowing('apt-get', args, { env: environment, stdio: ['ignore', 'ignore', 'inherit'] })
  if (code !== 0) throw new Error(`No se pudieron instalar. Pruebe a mano:\n  ${command}`)
}

/**
 * The name this release of Debian knows a package by.
 * @param {readonly string[]} alternatives
 */
async function chooseName(alternatives) {
  for (const name of alternatives) {
    const { stdout } = await runQuietly('apt-cache', ['policy', name])
    if (/Candidate: (?!\(none\))/.test(stdout)) return name
  }
  return alternatives.at(-1) ?? ''
}
