import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { link, mkdir, mkdtemp, open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { launchApp } from '../lib/launch-app.mjs'
import { treeMemory } from './memory.mjs'
import { makeRow } from './row.mjs'
import { median } from './statistics.mjs'

const run = promisify(execFile)

const MB = 1024 * 1024
const FILE_MB = 10
const RUNS = 3
const SAMPLE_EVERY_MS = 200

/** Of every five annexes four are like a PDF, which no compression makes smaller, and one is a table. */
const TABLE_EVERY = 5

/** Greatest ratio to the floor that is good enough. */
const AIMS = { seconds: 1.5, memory: 1.5 }

/**
 * @typedef {{ sha256: string, path: string }} Annex
 * @typedef {{ writes: number[], tools: number[], rest: number, peak: number } | null} PacketFigures
 */

/** @param {number} index */
function contentOf(index) {
  if (index % TABLE_EVERY !== 0) return randomBytes(MB)
  const line = (/** @type {number} */ row) => `${row},Consejería ${row % 11},${(row * 7919) % 997},a favor\n`
  const text = Array.from({ length: 40_000 }, (_, row) => line(row + index * 100_000)).join('')
  return Buffer.from(text).subarray(0, MB)
}

/**
 * Stores annexes as the app does, and links the same files for the tools.
 * @param {string} store
 * @param {string} files
 * @param {number} count
 * @returns {Promise<readonly Annex[]>}
 */
async function makeAnnexes(store, files, count) {
  const annexes = []
  for (let index = 0; index < count; index += 1) {
    const block = contentOf(index)
    const hash = createHash('sha256')
    const extension = index % TABLE_EVERY === 0 ? 'csv' : 'pdf'
    const name = `${String(index + 1).padStart(3, '0')}-anexo.${extension}`
    const handle = await open(join(files, name), 'w')
    for (let part = 0; part < FILE_MB; part += 1) {
      block.writeUInt32LE(part, 0)
      hash.update(block)
      await handle.write(block)
    }
    await handle.close()
    const sha256 = hash.digest('hex')
    const folder = join(store, sha256.slice(0, 2))
    await mkdir(folder, { recursive: true })
    await link(join(files, name), join(folder, sha256))
    annexes.push({ sha256, path: `data/anexos/punto-01/${name}` })
  }
  return annexes
}

/**
 * What the system's own tools take for the same files: packing them, and their sums.
 * @param {string} files
 * @param {string} target
 */
async function runTools(files, target) {
  await rm(target, { force: true })
  const started = performance.now()
  await run('zip', ['-6', '-q', '-r', target, '.'], { cwd: files })
  await run('sh', ['-c', 'sha256sum *'], { cwd: files, maxBuffer: MB })
  await run('sync', [target])
  return performance.now() - started
}

/**
 * Writes one packet through the interface's own API; milliseconds.
 * @param {import('playwright-core').Page} page
 * @param {readonly Annex[]} annexes
 */
function writePacket(page, annexes) {
  return page.evaluate(async (list) => {
    /** @type {import('../../../shared/ipc/desktop-api').DesktopApi} */
    const quorum = Reflect.get(globalThis, 'quorum')
    /**
     * @template T
     * @param {{ ok: true, value: T } | { ok: false, error: { code: string } }} answer
     */
    const good = (answer) => {
      if (!answer.ok) throw new Error(answer.error.code)
      return answer.value
    }
    const started = performance.now()
    const start = { suggestedName: 'banco', bagName: 'banco', passphrase: null, expectedBytes: 0 }
    const { jobId } = good(await quorum.packet.begin(start))
    for (const annex of list) good(await quorum.packet.attach({ jobId, ...annex }))
    good(await quorum.packet.finish({ jobId, info: [], sign: true }))
    return performance.now() - started
  }, annexes)
}

/**
 * Memory of the app while something goes on: the most of all samples, in MB.
 * @param {number} pid
 * @param {Promise<unknown>} work
 */
async function peakDuring(pid, work) {
  let going = true
  let peak = 0
  const done = work.finally(() => {
    going = false
  })
  while (going) {
    peak = Math.max(peak, (await treeMemory(pid))?.rss ?? 0)
    await new Promise((resolve) => setTimeout(resolve, SAMPLE_EVERY_MS))
  }
  await done
  return peak
}

/**
 * Writes a packet of `megabytes` with the app, and the same files with `zip -6` and `sha256sum`, by turns.
 * Null where those tools are not installed.
 * @param {string} scratch
 * @param {{ executablePath: string, env: Readonly<Record<string, string>> }} launcher
 * @param {(text: string) => void} say
 * @param {number} [megabytes]
 * @returns {Promise<PacketFigures>}
 */
export async function measurePacket(scratch, launcher, say, megabytes = 200) {
  if (!(await hasTools())) {
    say('Expediente: no se mide, porque faltan zip o sha256sum')
    return null
  }
  const folder = await mkdtemp(join(scratch, 'packet-'))
  const [userData, files] = [join(folder, 'datos'), join(folder, 'anexos')]
  for (const made of [join(userData, 'attachments'), files]) await mkdir(made, { recursive: true })
  try {
    const annexes = await makeAnnexes(join(userData, 'attachments'), files, megabytes / FILE_MB)
    const { app, page, close } = await launchApp({ ...launcher, userData })
    try {
      const target = join(folder, 'banco.zip')
      await app.evaluate(({ dialog }, filePath) => {
        Object.defineProperty(dialog, 'showSaveDialog', {
          value: async () => ({ canceled: false, filePath }),
        })
      }, target)
      await new Promise((resolve) => setTimeout(resolve, 2_000))
      const pid = app.process().pid ?? 0
      const rest = (await treeMemory(pid))?.rss ?? 0
      const figures = {
        writes: /** @type {number[]} */ ([]),
        tools: /** @type {number[]} */ ([]),
        rest,
        peak: 0,
      }
      for (let turn = 0; turn < RUNS; turn += 1) {
        const writing = writePacket(page, annexes)
        figures.peak = Math.max(figures.peak, await peakDuring(pid, writing))
        figures.writes.push(await writing)
        figures.tools.push(await runTools(files, join(folder, 'piso.zip')))
      }
      const size = Math.round((await stat(target)).size / MB)
      say(
        `Expediente de ${megabytes} MB: quedó en ${size} MB, en ${seconds(figures.writes)} s; piso, ${seconds(figures.tools)} s`,
      )
      return figures
    } finally {
      await close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** @param {PacketFigures} figures */
export function packetRows(figures) {
  if (figures === null) return []
  const { writes, tools, rest, peak } = figures
  return [
    makeRow('packet-200mb', 's', median(writes) / 1000, median(tools) / 1000, AIMS.seconds),
    ...(rest === 0 ? [] : [makeRow('packet-memory-rss', 'MB', peak, rest, AIMS.memory)]),
  ]
}

async function hasTools() {
  const found = await run('sh', ['-c', 'command -v zip && command -v sha256sum']).catch(() => null)
  return found !== null
}

/** @param {readonly number[]} milliseconds */
function seconds(milliseconds) {
  return (median(milliseconds) / 1000).toFixed(1)
}
