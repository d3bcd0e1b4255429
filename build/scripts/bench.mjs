import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { ensureDisplay, ensureElectron } from '../electron-runtime.mjs'
import { projectRoot } from '../runtime/paths.mjs'
import { LIST_SIZES, listRows, measureLists } from './bench/follow-up-list.mjs'
import { measurePacket, packetRows } from './bench/packet.mjs'
import { formatTable } from './bench/row.mjs'
import { measureStarts, startRows } from './bench/starts.mjs'
import { median } from './bench/statistics.mjs'
import { measureVotes, voteRows } from './bench/votes.mjs'
import { buildApp } from './build-app.mjs'
import { loadAppRules, loadSchemaVersion } from './demo/load-source.mjs'
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
  arrancar y mientras se usa la lista; Chromium no avisa de las menores de 50 ms, que cuentan como 50.`

const scratch = join(projectRoot, 'out', 'bench')

async function bench() {
  const runtime = await ensureElectron()
  if (await buildApp()) console.log('Aplicación construida')
  const rules = await loadAppRules()
  const seed = await seedRunningSession(rules)
  const display = await ensureDisplay({ preferVirtual: true })
  await mkdir(scratch, { recursive: true })
  const folders = {
    app: await mkdtemp(join(scratch, 'app-data-')),
    bare: await mkdtemp(join(scratch, 'bare-data-')),
    few: await mkdtemp(join(scratch, 'few-data-')),
    many: await mkdtemp(join(scratch, 'many-data-')),
  }
  try {
    await writeSeed(folders.app, seed)
    await writeLists(rules, folders)
    const launcher = { executablePath: runtime.executablePath, env: display.env }
    const load = loadavg()[0]?.toFixed(1)
    console.log(`Electron ${runtime.version} (${runtime.kind}), ${cpus().length} núcleos, carga ${load}`)
    console.log(`Sesión en curso con ${seed.facts} hechos`)
    const starts = await measureStarts(folders, launcher, console.log)
    const bytes = Math.round(seed.text.length / seed.headSeq)
    const votes = await measureVotes(folders.app, bytes, launcher, console.log)
    const lists = await measureLists(folders, launcher, console.log)
    const packet = await measurePacket(scratch, launcher, console.log)
    return [
      ...startRows(starts),
      ...voteRows(votes, median(starts.bare.frames)),
      ...listRows(lists),
      ...packetRows(packet),
    ]
  } finally {
    display.stop()
    for (const folder of Object.values(folders)) await rm(folder, { recursive: true, force: true })
  }
}

/**
 * @param {import('./lib/seed-journal.mjs').SeedRules} rules
 * @param {Readonly<Record<import('./bench/follow-up-list.mjs').ListSize, string>>} folders
 */
async function writeLists(rules, folders) {
  const schema = await loadSchemaVersion()
  const today = new Date().toISOString().slice(0, 10)
  for (const size of /** @type {const} */ (['few', 'many'])) {
    await writeSeed(folders[size], await seedFollowUp(rules, { count: LIST_SIZES[size], today, schema }))
  }
}

bench()
  .then(async (rows) => {
    await writeFile(join(projectRoot, 'out', 'bench.json'), `${JSON.stringify(rows, null, 2)}\n`)
    console.log(`\n${formatTable(rows)}\n${METHOD}`)
  })
  .catch((error) => {
    console.error(error)
    process.exitCode = 1
  })
