import { spawnSync } from 'node:child_process'
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DesktopApi } from '../../shared/ipc/desktop-api'
import { required } from '../../shared/lib/assert'
import { sampleChangeSet } from '../helpers/sample-journal'

/** The API in the page; functions given to `evaluate` run there. */
declare const quorum: DesktopApi

/** User and group "nobody": Chromium refuses its sandbox to root, whom tests often run as. */
const NOBODY = 65_534
const isRoot = process.getuid?.() === 0

let folder: string
let app: ElectronApplication
let page: Page

/** Runs a command that must succeed. */
function run(command: string, ...args: string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`)
}

/** An Electron that an ordinary user may run: as root, one that gives its rights up first. */
async function ordinaryElectron(): Promise<string> {
  const executable = required(process.env.QUORUM_ELECTRON_PATH, 'QUORUM_ELECTRON_PATH: run through npm test')
  if (!isRoot) return executable
  // Root's folders are closed to others, so the runtime is linked to a place that is not.
  const runtime = path.join(folder, 'electron')
  const linked = spawnSync('cp', ['-al', path.dirname(executable), runtime]).status === 0
  if (!linked) {
    await rm(runtime, { recursive: true, force: true })
    run('cp', '-a', path.dirname(executable), runtime)
  }
  const wrapper = path.join(folder, 'electron-as-nobody')
  const target = path.join(runtime, path.basename(executable))
  const dropRights = `setpriv --reuid ${NOBODY} --regid ${NOBODY} --clear-groups --inh-caps=-all`
  await writeFile(wrapper, `#!/bin/sh\nexec ${dropRights} "${target}" "$@"\n`)
  await chmod(wrapper, 0o755)
  return wrapper
}

/** The built app where an ordinary user can read it. */
async function readableApp(): Promise<string> {
  const copy = path.join(folder, 'app')
  await cp(path.resolve('out/app'), path.join(copy, 'out', 'app'), { recursive: true })
  await cp(path.resolve('package.json'), path.join(copy, 'package.json'))
  run('chmod', '-R', 'a+rX', copy)
  return copy
}

/** Home and data folder of the ordinary user. */
async function ownFolder(name: string): Promise<string> {
  const own = path.join(folder, name)
  await mkdir(own)
  if (isRoot) await chown(own, NOBODY, NOBODY)
  return own
}

describe.runIf(process.platform === 'linux')('the sandbox, run by an ordinary user', () => {
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'quorum-sandbox-'))
    await chmod(folder, 0o755)
    const [home, userData] = [await ownFolder('home'), await ownFolder('data')]
    const env = { ...process.env, HOME: home, QUORUM_USER_DATA: userData }
    for (const name of Object.keys(env)) {
      if (name.startsWith('XDG_') || name === 'DBUS_SESSION_BUS_ADDRESS') Reflect.deleteProperty(env, name)
    }
    app = await _electron.launch({
      executablePath: await ordinaryElectron(),
      args: [await readableApp(), '--ozone-platform=x11', `--user-data-dir=${userData}`],
      cwd: folder,
      env: env as Record<string, string>,
      chromiumSandbox: true,
    })
    page = await app.firstWindow()
    await page.waitForLoadState('load')
  })

  afterAll(async () => {
    await app?.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('holds every page: system calls filtered, no way to gain rights', async () => {
    await page.evaluate(() => quorum.projector.open({ sessionId: '015fc000-0000-7000-8000-000000000001' }))
    await expect.poll(() => app.windows().length).toBe(2)
    const pids = await app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((contents) => contents.getOSProcessId()),
    )
    expect(pids.length).toBeGreaterThanOrEqual(2)
    for (const pid of pids) {
      const status = await readFile(`/proc/${pid}/status`, 'utf8')
      const field = (name: string) => new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(status)?.[1]
      expect({ seccomp: field('Seccomp'), noNewPrivs: field('NoNewPrivs'), caps: field('CapEff') }).toEqual({
        seccomp: '2',
        noNewPrivs: '1',
        caps: '0000000000000000',
      })
    }
  })

  it('does not hinder the work', async () => {
    const ack = await page.evaluate(
      (changeSet) => quorum.journal.append({ changeSet: JSON.parse(changeSet) }),
      JSON.stringify(sampleChangeSet(1)),
    )
    expect(ack.ok).toBe(true)
  })
})
