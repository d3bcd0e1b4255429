import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { type FileSystem, nodeFileSystem } from '../../electron/services/file-system'
import { YearWriter } from '../../electron/services/year-export/year-writer'
import type { YearOptions } from '../../electron/services/year-export/year-writing'
import { sha256Of } from './packet-writer'
import { tempFolder } from './temp-folder'

/** A place for the exported years of one test, and files to put into them. */
export interface PlaceOfYears {
  readonly folder: string
  readonly target: string
  /** Everything that lies in it, whatever its name; empty after a failure. */
  readonly left: () => Promise<readonly string[]>
  /** Opens a writer; throws when it cannot. */
  readonly open: (options?: Partial<YearOptions>, fs?: FileSystem) => Promise<YearWriter>
  /** Makes a file to put in; returns its place and hash. */
  readonly source: (bytes: Uint8Array) => Promise<{ file: string; sha256: string }>
}

/** Makes a place for the exported years of one test. */
export async function placeOfYears(): Promise<PlaceOfYears> {
  const base = await tempFolder()
  const [folder, spoolFolder, sources] = ['salida', 'piezas', 'anexos'].map((name) => path.join(base, name))
  if (!folder || !spoolFolder || !sources) throw new Error('unreachable')
  for (const made of [folder, sources]) await mkdir(made)
  let count = 0
  return {
    folder,
    target: path.join(folder, 'Publicaciones 2026'),
    left: async () => [...(await readdir(folder)), ...(await readdir(spoolFolder).catch(() => []))],
    open: async (options = {}, fs = nodeFileSystem) => {
      count += 1
      const temporary = path.join(folder, `.quorum-${String(count).padStart(16, '0')}.tmp`)
      const usual = { format: 'zip', folder, temporary, spoolFolder, onProgress: () => undefined } as const
      const opened = await YearWriter.open(fs, { ...usual, ...options })
      if (!opened.ok) throw new Error(opened.error.code)
      onTestFinished(() => opened.value.abort())
      return opened.value
    },
    source: async (bytes) => {
      const sha256 = sha256Of(bytes)
      const file = path.join(sources, sha256)
      await writeFile(file, bytes)
      return { file, sha256 }
    },
  }
}

/** The files of a folder by their paths below it, as text of one byte a character. */
export async function filesBelow(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const files = entries.filter((entry) => entry.isFile())
  const read = files.map(async (entry) => {
    const file = path.join(entry.parentPath, entry.name)
    return [path.relative(folder, file), (await readFile(file)).toString('latin1')] as const
  })
  return new Map(await Promise.all(read))
}
