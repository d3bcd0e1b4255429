import { downloadOfficial, findOfficial, officialVersion } from './runtime/official.mjs'
import { findSubstitute, isSubstitutePossible, prepareSubstitute } from './runtime/substitute.mjs'
import { ensureSystemLibraries } from './runtime/system-libraries.mjs'

export { ensureDisplay } from './runtime/display.mjs'

/**
 * @typedef {object} ElectronRuntime
 * @property {string} executablePath
 * @property {'official' | 'substitute'} kind `official` is the pinned release; `substitute` serves only for
 *   development, tests and measurements
 * @property {string} version
 */

/**
 * Finds an Electron that runs on this machine, fetching what is missing, and says in Spanish what it does.
 * QUORUM_ELECTRON=official|substitute forces one of the two.
 * @returns {Promise<ElectronRuntime>}
 */
export async function ensureElectron() {
  const runtime = await findOrFetch(process.env.QUORUM_ELECTRON)
  await ensureSystemLibraries(runtime.executablePath)
  return runtime
}

/**
 * @param {string | undefined} wanted
 * @returns {Promise<ElectronRuntime>}
 */
async function findOrFetch(wanted) {
  if (wanted !== 'substitute') {
    const official =
      findOfficial() ?? (wanted === 'official' || mustDownload() ? await fetchOfficial() : null)
    if (official !== null) return official
    if (wanted === 'official' || !isSubstitutePossible()) throw new Error(explainNoRuntime())
  }
  const prepared = findSubstitute()
  if (prepared !== null) {
    console.log(`Electron ${prepared.version} sustituto, solo para desarrollo y pruebas`)
    return prepared
  }
  console.log('Se prepara un Electron sustituto desde el registro de npm (unos 196 MB, una sola vez)…')
  const substitute = await prepareSubstitute()
  console.log(`Electron ${substitute.version} sustituto listo, solo para desarrollo y pruebas`)
  return substitute
}

/** A substitute prepared before means that the release host was out of reach: it is not tried again. */
function mustDownload() {
  return !isSubstitutePossible() || findSubstitute() === null
}

async function fetchOfficial() {
  console.log(`Se descarga Electron ${officialVersion()}…`)
  if (!(await downloadOfficial())) {
    console.log('  El sitio de descargas de Electron no responde desde esta red.')
  }
  return findOfficial()
}

function explainNoRuntime() {
  return [
    `No hay Electron ${officialVersion()} en esta computadora y no se pudo descargar.`,
    'Cuando haya conexión con su sitio de descargas, escriba: npx install-electron',
    'En una red con espejo propio, defina antes la variable ELECTRON_MIRROR.',
  ].join('\n')
}
