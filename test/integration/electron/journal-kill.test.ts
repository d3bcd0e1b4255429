import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from 'vite'
import { describe, expect, it } from 'vitest'
import { JournalFolder } from '../../helpers/journal-folder'
import { tempFolder } from '../../helpers/temp-folder'

const KILLS = 12

/** Bundles the appending program, since Node does not run TypeScript. */
async function bundleChild(): Promise<string> {
  const outDir = await tempFolder()
  const entry = path.resolve(import.meta.dirname, '../../helpers/journal-child.ts')
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'child.mjs' } },
    },
    ssr: { noExternal: true },
  })
  return path.join(outDir, 'child.mjs')
}

/** Lets the program append for a while, kills it outright, and returns what it saw acknowledged. */
async function runAndKill(script: string, folder: string, from: number, milliseconds: number) {
  const child = spawn(process.execPath, [script, folder, String(from)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  await once(child.stdout, 'data')
  await sleep(milliseconds)
  const closed = once(child, 'close')
  child.kill('SIGKILL')
  await closed
  return output
    .split('\n')
    .slice(0, -1)
    .map((line) => ({ seq: Number(line.split(' ')[0]), hash: line.split(' ')[1] ?? '' }))
}

describe('kill -9 while appending', () => {
  it(`loses no acknowledged record in ${KILLS} kills`, { timeout: 120_000 }, async () => {
    const script = await bundleChild()
    const folder = await JournalFolder.create()
    const acked: { seq: number; hash: string }[] = []
    for (let kill = 0; kill < KILLS; kill += 1) {
      acked.push(...(await runAndKill(script, folder.folder, 1 + acked.length * 2, 20 + kill * 15)))
    }
    expect(acked.length).toBeGreaterThan(KILLS)
    const journal = folder.open()
    const hashes = new Map<number, string>()
    for (let after = 0; ; ) {
      const page = await journal.read(after, 1000)
      if (!page.ok) throw new Error(page.error.code)
      if (page.value.length === 0) break
      for (const record of page.value) hashes.set(record.seq, record.hash)
      after = page.value.at(-1)?.seq ?? after
    }
    const lost = acked.filter(({ seq, hash }) => hashes.get(seq) !== hash)
    expect(lost).toEqual([])
  })
})
