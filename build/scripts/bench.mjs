import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { ensureDisplay, ensureElectron } from '../electron-runtime.mjs'
import { projectRoot } from '../runtime/paths.mjs'
import { CALENDAR_SIZES, calendarRows, measureCalendars } from './bench/calendar.mjs'
import { LIST_SIZES, listRows, measureLists } from './bench/follow-up-list.mjs'
import { measurePacket, packetRows } from './bench/packet.mjs'
import { formatTable } from './bench/row.mjs'
import { measureStarts, startRows } from './bench/starts.mjs'
import { median } from './bench/statistics.mjs'
import { measureVotes, voteRows } from './bench/votes.mjs'
import { buildApp } from './build-app.mjs'
import { loadAppRules, loadSchemaVersion } from './demo/load-source.mjs'
import { writeCalendar } from './lib/seed-calendar.mjs'
import { seedFollowUp } from './lib/seed-follow-up.mjs'
import { seedRunningSession, writeSeed } from './lib/seed-journal.mjs'

const METHOD = `
Cómo se mide: la aplicación y una ventana vacía del mismo Electron arrancan por turnos, con la misma pantalla.
· start-to-record: de crear el proceso a que la Sala, con una sesión en curso, está pintada y atiende teclas;
  piso: de crear el proceso a que la ventana vacía está lista para mostrarse. El primer arranque no cuenta.
· vote-to-paint: de la marca de tiempo de la tecla a la tarea que sigue al cuadro en que se ve el voto y el
  encabezado nombra el registro nuevo, ya en el disco; piso: agregar los mismos bytes a un archivo con
  fdatasync, más un cuadro de la ventana vacía.
· memory-room: memoria de todos los procesos 2 s después de estar lista. PSS reparte lo compartido; RSS lo
  cuenta en cada proceso. Solo en Linux.
· packet-200mb: de pedir el expediente a que está firmado, en el disco y con su nombre; 200 MB de anexos, la quinta
  parte tablas. Piso: zip -6 y sha256sum de los mismos archivos. packet-memory-rss: la mayor de las muestras de
  memoria mientras se escribe, sobre la de la aplicación en reposo.
· follow-up: con 20,000 asuntos sobre lo mismo con 20, reconstruidos de un registro generado y leídos ya. open: del
  primer clic en «Seguimiento» a la tabla pintada; reopen: los siguientes; filter: de elegir un estado a la tabla
  repintada; search: cada letra escrita. longest-task: la tarea más larga de la página mientras se lee todo al
  arrancar y mientras se usa la lista; Chromium no avisa de las menores de 50 ms, que cuentan como 50.
· calendar: con 10,000 publicaciones y 2,000 imágenes en el año a la vista, sobre lo mismo con 20 y 20. open y reopen: del
  clic en «Calendario» al año pintado; year-changed: de volver del año siguiente, que no tiene nada, al año pintado;
  gallery: de la tecla a las imágenes a la vista pintadas, first-previews la primera vez, cuando se hacen sus copias
  chicas; notices y entry: a sus paneles pintados; search: cada letra escrita en la lista; longest-task, como arriba.
Con nombres se mide solo una parte: npm run bench -- sala seguimiento calendario expediente.`

const scratch = join(projectRoot, 'out', 'bench')

/**
 * What a part of the bench is given.
 * @typedef {object} Given
 * @property {import('./lib/seed-journal.mjs').SeedRules} rules
 * @property {import('./bench/measured-process.mjs').Launcher} launcher
 * @property {(name: string) => Promise<string>} makeFolder a data folder that goes away in the end
 */

/** @typedef {import('./bench/row.mjs').Row} Row */

/** Parts that can be asked for by name. */
const PARTS = /** @type {const} */ ({
  sala: benchRoom,
  seguimiento: benchFollowUp,
  calendario: benchCalendar,
  expediente: benchPacket,
})
/** @typedef {keyof typeof PARTS} Part */

/** @param {readonly string[]} names */
function partsOf(names) {
  const all = /** @type {Part[]} */ (Object.keys(PARTS))
  const unknown = names.filter((name) => !all.some((part) => part === name))
  if (unknown.length > 0) throw new Error(`No hay ${unknown.join(', ')}; hay ${all.join(', ')}`)
  return names.length === 0 ? all : all.filter((part) => names.includes(part))
}

/** @param {readonly Part[]} parts */
async function bench(parts) {
  const runtime = await ensureElectron()
  if (await buildApp()) console.log('Aplicación construida')
  const rules = await loadAppRules()
  const display = await ensureDisplay({ preferVirtual: true })
  await mkdir(scratch, { recursive: true })
  /** @type {string[]} */
  const folders = []
  const makeFolder = async (/** @type {string} */ name) => {
    const made = await mkdtemp(join(scratch, `${name}-data-`))
    folders.push(made)
    return made
  }
  try {
    const launcher = { executablePath: runtime.executablePath, env: display.env }
    const load = loadavg()[0]?.toFixed(1)
    console.log(`Electron ${runtime.version} (${runtime.kind}), ${cpus().length} núcleos, carga ${load}`)
    /** @type {Row[]} */
    const rows = []
    for (const part of parts) rows.push(...(await PARTS[part]({ rules, launcher, makeFolder })))
    return rows
  } finally {
    display.stop()
    for (const folder of folders) await rm(folder, { recursive: true, force: true })
  }
}

/** @param {Given} given */
async function benchRoom({ rules, launcher, makeFolder }) {
  const seed = await seedRunningSession(rules)
  const folders = { app: await makeFolder('app'), bare: await makeFolder('bare') }
  await writeSeed(folders.app, seed)
  console.log(`Sesión en curso con ${seed.facts} hechos`)
  const starts = await measureStarts(folders, launcher, console.log)
  const bytes = Math.round(seed.text.length / seed.headSeq)
  const votes = await measureVotes(folders.app, bytes, launcher, console.log)
  return [...startRows(starts), ...voteRows(votes, median(starts.bare.frames))]
}

/** @param {Given} given */
async function benchFollowUp({ rules, launcher, makeFolder }) {
  const schema = await loadSchemaVersion()
  const folders = { few: await makeFolder('few'), many: await makeFolder('many') }
  for (const size of /** @type {const} */ (['few', 'many'])) {
    await writeSeed(
      folders[size],
      await seedFollowUp(rules, { count: LIST_SIZES[size], today: today(), schema }),
    )
  }
  return listRows(await measureLists(folders, launcher, console.log))
}

/** @param {Given} given */
async function benchCalendar({ rules, launcher, makeFolder }) {
  const folders = { few: await makeFolder('few-dates'), many: await makeFolder('many-dates') }
  for (const size of /** @type {const} */ (['few', 'many'])) {
    await writeCalendar(folders[size], rules, { ...CALENDAR_SIZES[size], today: today() })
  }
  const year = Number(today().slice(0, 4))
  return calendarRows(await measureCalendars(folders, { launcher, year }, console.log))
}

/** @param {Given} given */
async function benchPacket({ launcher }) {
  return packetRows(await measurePacket(scratch, launcher, console.log))
}

function today() {
  return new Date().toISOString().slice(0, 10)
}

const parts = partsOf(process.argv.slice(2))
bench(parts)
  .then(async (rows) => {
    const isWhole = parts.length === Object.keys(PARTS).length
    const name = isWhole ? 'bench.json' : `bench-${parts.join('-')}.json`
    await writeFile(join(projectRoot, 'out', name), `${JSON.stringify(rows, null, 2)}\n`)
    console.log(`\n${formatTable(rows)}\n${METHOD}`)
  })
  .catch((error) => {
    console.error(error)
    process.exitCode = 1
  })
