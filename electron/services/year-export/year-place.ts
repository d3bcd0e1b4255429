import path from 'node:path'
import { removeTemporary, syncFolder, writeAndFlush } from '../durable-file'
import { type FileSystem, ifPresent } from '../file-system'
import { chunkStream } from '../packet/chunk-stream'
import { PacketOutput } from '../packet/packet-output'
import { ZipEntries } from '../zip-entries'
import type { YearOptions } from './year-writing'

/** The bytes of a file in the form in which the place keeps it. */
export interface Content {
  readonly deflated: boolean
  /** Bytes before compression, and as they are kept. */
  readonly size: number
  readonly storedSize: number
  readonly crc32: number
  readonly chunks: () => AsyncIterable<Uint8Array>
}

/** Where a year is put: a ZIP, or a folder. */
export interface YearPlace {
  /** Whether made files are to be compressed for it. */
  readonly compresses: boolean
  readonly put: (file: string, content: Content) => Promise<void>
  /** Flushes everything, and puts it under its name, or the next one that is free. */
  readonly close: (target: string) => Promise<{ readonly target: string; readonly size: number }>
  /** Removes what was written. */
  readonly abandon: () => Promise<void>
  /** The first thing that went wrong with the disk; null for nothing. */
  readonly failure: () => unknown
}

/** A year in a ZIP. A file that the user chose to replace stays until the new one is whole. */
export async function zipPlace(
  fs: FileSystem,
  { temporary, folder }: YearOptions,
  stop: AbortSignal,
): Promise<YearPlace> {
  const output = await PacketOutput.create(fs, { temporary, passphrase: null, workFactor: 0 })
  const zip = new ZipEntries(output.writable, stop)
  return {
    compresses: true,
    put: (file, { chunks, ...entry }) =>
      zip.add(
        { path: file, ...entry },
        chunkStream(chunks(), () => undefined),
      ),
    close: async (target) => {
      await zip.close()
      const { size } = await output.close()
      await fs.rename(temporary, target)
      await syncFolder(fs, folder)
      return { target, size }
    },
    abandon: async () => {
      await output.abandon()
      await removeTemporary(fs, temporary)
    },
    failure: () => output.failure,
  }
}

/** A name in a folder that nothing has: the one that is meant, or the same with a number. */
async function freeName(fs: FileSystem, target: string): Promise<string> {
  for (let copy = 1; ; copy += 1) {
    const candidate = copy === 1 ? target : `${target} (${copy})`
    if ((await ifPresent(fs.stat(candidate))) === null) return candidate
  }
}

/** A year in a folder, under a temporary name beside where it will be. */
export async function folderPlace(
  fs: FileSystem,
  { temporary, folder }: YearOptions,
  stop: AbortSignal,
): Promise<YearPlace> {
  await fs.mkdir(temporary)
  const folders = new Set([temporary])
  let size = 0
  return {
    compresses: false,
    put: async (file, { chunks }) => {
      stop.throwIfAborted()
      const target = path.join(temporary, ...file.split('/'))
      const parent = path.dirname(target)
      if (!folders.has(parent)) await fs.mkdir(parent, { recursive: true })
      folders.add(parent)
      size += (await writeAndFlush(fs, target, chunks())).size
    },
    close: async (target) => {
      for (const each of folders) await syncFolder(fs, each)
      // Looked at only now: a rename would take the place of an empty folder without a word.
      const free = await freeName(fs, target)
      await fs.rename(temporary, free)
      await syncFolder(fs, folder)
      return { target: free, size }
    },
    abandon: () => removeTemporary(fs, temporary),
    failure: () => null,
  }
}
