import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { projectRoot } from '../../runtime/paths.mjs'
import { treeMemory } from './memory.mjs'

/**
 * What the bench asks of a process under measurement.
 * @typedef {{ do: 'quit' } | { do: 'focus' } | { do: 'frames' } | { do: 'list' }
 *   | { do: 'calendar', count: number, year: number }
 *   | { do: 'vote', key: 'f' | 'c', pause: number }} Request
 */

/**
 * What it answers: `at` in milliseconds since 1970, the rest in milliseconds.
 * @typedef {{ kind: 'ready', at: number } | { kind: 'frames', frames: number[] }
 *   | { kind: 'voted', shown: number, painted: number } | ({ kind: 'list' } & ListTimes)
 *   | ({ kind: 'calendar' } & CalendarTimes)
 *   | { kind: 'failed', detail: string }} Answer
 */

/**
 * How long a list took each time it was opened, filtered and searched, and its longest tasks.
 * @typedef {{ opened: number[], filtered: number[], searched: number[], reading: number, using: number }} ListTimes
 */

/**
 * How long the calendar took each time it was opened, another year came, gallery, notices and an entry were
 * opened, and a letter was searched for; and its longest tasks.
 * @typedef {{ opened: number[], changed: number[], galleries: number[], notices: number[], entries: number[],
 *   searched: number[], reading: number, using: number }} CalendarTimes
 */

const ANSWER_WITHIN_MS = 180_000

/**
 * What is started: the app to be recorded in, an empty window, or the app with its follow-up, or its
 * calendar, to be used.
 * @typedef {'app' | 'bare' | 'list' | 'calendar'} Kind
 */

/**
 * @typedef {object} Launcher
 * @property {string} executablePath
 * @property {Readonly<Record<string, string>>} env the display
 */

/** One Electron under measurement. */
export class MeasuredProcess {
  #child
  #spawnedAt

  /**
   * @param {import('node:child_process').ChildProcess} child
   * @param {number} spawnedAt
   */
  constructor(child, spawnedAt) {
    this.#child = child
    this.#spawnedAt = spawnedAt
  }

  /**
   * Starts the app, or the bare window, in a data folder.
   * @param {Kind} kind
   * @param {string} userData
   * @param {Launcher} launcher
   */
  static async start(kind, userData, { executablePath, env }) {
    const folder = await harnessFolder(kind)
    const args = [folder, `--user-data-dir=${userData}`, '--log-level=3']
    if (process.platform === 'linux') {
      if (process.getuid?.() === 0) args.unshift('--no-sandbox')
      if (env.WAYLAND_DISPLAY === '') args.unshift('--ozone-platform=x11')
    }
    const main = join(projectRoot, 'out', 'app', 'main', 'main.js')
    const spawnedAt = performance.timeOrigin + performance.now()
    const child = spawn(executablePath, args, {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, ...env, QUORUM_USER_DATA: userData, QUORUM_BENCH_MAIN: main },
    })
    return new MeasuredProcess(child, spawnedAt)
  }

  /** Milliseconds from the start of the process until it could be used. */
  async readyAfter() {
    const { at } = await this.#answer('ready')
    return at - this.#spawnedAt
  }

  /** @param {Request} request */
  send(request) {
    this.#child.send(request)
  }

  /**
   * @template {Answer['kind']} K
   * @param {Request} request
   * @param {K} kind
   */
  ask(request, kind) {
    const answer = this.#answer(kind)
    this.send(request)
    return answer
  }

  /** Memory of the process and everything it started, in MB. */
  memory() {
    return treeMemory(this.#child.pid ?? 0)
  }

  async quit() {
    const exited = once(this.#child, 'exit')
    this.send({ do: 'quit' })
    await exited
  }

  /**
   * @template {Answer['kind']} K
   * @param {K} kind
   * @returns {Promise<Extract<Answer, { kind: K }>>}
   */
  #answer(kind) {
    return new Promise((resolve, reject) => {
      const fail = () => finish(() => reject(new Error(`Electron no respondió: ${kind}`)))
      const timer = setTimeout(fail, ANSWER_WITHIN_MS)
      const onMessage = (/** @type {Answer} */ answer) => {
        if (answer.kind === 'failed') finish(() => reject(new Error(answer.detail)))
        if (answer.kind === kind) {
          finish(() => resolve(/** @type {Extract<Answer, { kind: K }>} */ (answer)))
        }
      }
      const finish = (/** @type {() => void} */ then) => {
        clearTimeout(timer)
        this.#child.off('message', onMessage)
        this.#child.off('exit', fail)
        then()
      }
      this.#child.on('message', onMessage)
      this.#child.on('exit', fail)
    })
  }
}

/**
 * A folder that Electron accepts as an app, leading to our script.
 * @param {Kind} kind
 */
async function harnessFolder(kind) {
  const folder = join(projectRoot, 'out', 'bench', kind)
  await mkdir(folder, { recursive: true })
  const script = join(projectRoot, 'build', 'scripts', 'bench', `electron-${kind}.mjs`)
  const main = relative(folder, script)
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'quorum', type: 'module', main }))
  return folder
}
