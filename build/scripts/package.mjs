import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { build, Platform } from 'electron-builder'
import { ensureElectron } from '../electron-runtime.mjs'
import { projectRoot } from '../runtime/paths.mjs'
import { buildApp } from './build-app.mjs'
import { findWrongFuses } from './lib/fuses.mjs'

/** @typedef {import('../electron-runtime.mjs').ElectronRuntime} ElectronRuntime */

const onlyFolder = process.argv.includes('--dir')
const allowSubstitute = process.argv.includes('--substitute')

/**
 * A release must carry the pinned, supported Electron; the substitute is good only for trying the packaged
 * app here, and only when asked for.
 * @param {ElectronRuntime} runtime
 */
function refuseSubstitute(runtime) {
  if (runtime.kind === 'official' || (onlyFolder && allowSubstitute)) return
  throw new Error(
    [
      `Solo está disponible el Electron ${runtime.version} sustituto, que no debe distribuirse.`,
      'Con conexión al sitio de descargas de Electron, escriba: npx install-electron && npm run package',
      'Para probar aquí la aplicación empaquetada, sin instaladores:',
      '  npm run package -- --dir --substitute',
    ].join('\n'),
  )
}

/**
 * @param {ElectronRuntime} runtime
 * @returns {import('electron-builder').Configuration}
 */
function configurationFor(runtime) {
  return {
    extends: 'electron-builder.yml',
    ...(process.platform === 'linux' && {
      electronFuses: { enableEmbeddedAsarIntegrityValidation: false },
    }),
    ...(runtime.kind === 'substitute' && {
      electronDist: dirname(runtime.executablePath),
      electronVersion: runtime.version,
      afterPack: removeDefaultApp,
    }),
  }
}

/**
 * An unpacked runtime is copied with the app it shows when it has none; the packaged app has one.
 * @param {{ appOutDir: string }} context
 */
async function removeDefaultApp({ appOutDir }) {
  await rm(join(appOutDir, 'resources', 'default_app.asar'), { force: true })
}

/** Executables of the unpacked app, one per architecture built. */
function packagedExecutables() {
  const release = join(projectRoot, 'out', 'release')
  const names = [
    'linux-unpacked/quorum',
    'linux-arm64-unpacked/quorum',
    'win-unpacked/quorum.exe',
    'mac/Quórum.app',
    'mac-arm64/Quórum.app',
  ]
  return names.map((name) => join(release, name)).filter(existsSync)
}

async function checkFuses() {
  for (const executable of packagedExecutables()) {
    const wrong = await findWrongFuses(executable, process.platform)
    if (wrong.length > 0) throw new Error(`Fusibles en mal estado en ${executable}: ${wrong.join(', ')}`)
    console.log(`Fusibles verificados: ${executable}`)
  }
}

async function packageApp() {
  const runtime = await ensureElectron()
  refuseSubstitute(runtime)
  const kind = runtime.kind === 'official' ? 'oficial' : 'sustituto, solo para pruebas'
  console.log(`Se empaqueta con Electron ${runtime.version} (${kind})`)
  await buildApp()
  await rm(join(projectRoot, 'out', 'release'), { recursive: true, force: true })
  await build({
    projectDir: projectRoot,
    targets: onlyFolder ? Platform.current().createTarget('dir') : Platform.current().createTarget(),
    config: configurationFor(runtime),
    publish: 'never',
  })
  await checkFuses()
}

packageApp().catch((error) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
