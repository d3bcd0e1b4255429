import { spawn } from 'node:child_process'
import { ensureVirtualDisplayProgram, hasDisplay } from './system-libraries.mjs'

const START_WITHIN_MS = 15_000
const SCREEN = '1920x1200x24'

/**
 * @typedef {object} Display
 * @property {boolean} virtual whether nobody can see it
 * @property {Readonly<Record<string, string>>} env what a program needs to draw on it
 * @property {() => void} stop ends a virtual display; does nothing otherwise
 */

/**
 * A display to draw on. On Linux a virtual one is started when there is none, or when `preferVirtual` asks
 * for it so that tests neither depend on a desktop nor take its keyboard (QUORUM_SHOW=1 shows them anyway).
 * @param {{ preferVirtual?: boolean }} [options]
 * @returns {Promise<Display>}
 */
export async function ensureDisplay({ preferVirtual = false } = {}) {
  const real = { virtual: false, env: {}, stop: () => undefined }
  if (process.platform !== 'linux') return real
  const wantsReal = !preferVirtual || process.env.QUORUM_SHOW === '1'
  if (wantsReal && hasDisplay()) return real
  return startVirtualDisplay(await ensureVirtualDisplayProgram())
}

/**
 * @param {string} program
 * @returns {Promise<Display>}
 */
function startVirtualDisplay(program) {
  // Xvfb picks a free number itself and writes it to descriptor 3, so that parallel runs never collide.
  const child = spawn(program, ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const stop = () => {
    child.kill()
  }
  process.once('exit', stop)
  return new Promise((resolve, reject) => {
    const fail = () => {
      clearTimeout(timer)
      reject(new Error('No se pudo iniciar la pantalla virtual (Xvfb).'))
    }
    const timer = setTimeout(fail, START_WITHIN_MS)
    child.once('error', fail)
    child.once('exit', fail)
    child.stdio[3]?.once('data', (number) => {
      clearTimeout(timer)
      child.unref()
      const env = { DISPLAY: `:${String(number).trim()}`, WAYLAND_DISPLAY: '' }
      resolve({ virtual: true, env, stop })
    })
  })
}
