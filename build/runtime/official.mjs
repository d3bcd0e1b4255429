import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from './paths.mjs'
import { watchDownload } from './progress.mjs'

const packageFolder = join(projectRoot, 'node_modules', 'electron')
const STALLED_AFTER_MS = 12_000
const DOWNLOAD_MEGABYTES = 120

/** The official runtime that the pinned `electron` package has already downloaded, or null. */
export function findOfficial() {
  const pathFile = join(packageFolder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const executablePath = join(packageFolder, 'dist', readFileSync(pathFile, 'utf8'))
  if (!existsSync(executablePath)) return null
  const versionFile = join(packageFolder, 'dist', 'version')
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8') : officialVersion()
  return {
    executablePath,
    kind: /** @type {const} */ ('official'),
    version: version.trim().replace(/^v/, ''),
  }
}

/** Version of Electron that this project is built for. */
export function officialVersion() {
  return String(JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version)
}

/**
 * Lets the `electron` package fetch its binary. A network that blocks the release host either refuses at
 * once or swallows the packets, so the try ends as soon as nothing arrives for some seconds; a slow
 * download that does advance is left alone.
 * @returns {Promise<boolean>} whether the binary is there now
 */
export async function downloadOfficial() {
  const temporary = await mkdtemp(join(tmpdir(), 'quorum-electron-'))
  /** @type {NodeJS.ProcessEnv} */
  const environment = { ...process.env, ELECTRON_GET_NO_PROGRESS: '1' }
  delete environment.ELECTRON_OVERRIDE_DIST_PATH
  const child = spawn(process.execPath, [join(packageFolder, 'install.js')], {
    stdio: 'ignore',
    env: { ...environment, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
  })
  const stop = watchDownload({
    folders: [temporary, join(packageFolder, 'dist')],
    label: 'Electron',
    totalMegabytes: DOWNLOAD_MEGABYTES,
    stalledAfterMs: STALLED_AFTER_MS,
    onStall: () => child.kill(),
  })
  await new Promise((done) => {
    child.on('error', done)
    child.on('close', done)
  })
  stop()
  await rm(temporary, { recursive: true, force: true })
  return findOfficial() !== null
}
