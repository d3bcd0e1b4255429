import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { type FileSystem, nodeFileSystem } from '../../electron/services/file-system'
import { PacketWriter } from '../../electron/services/packet/packet-writer'
import type { WriterOptions } from '../../electron/services/packet/packet-writing'
import { tempFolder } from './temp-folder'

/** Hexadecimal SHA-256 of some bytes. */
export function sha256Of(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** A place for packets: a folder to write to, one for pieces, and files to attach. */
export interface PacketPlace {
  readonly folder: string
  readonly target: string
  /** Everything that lies there, whatever its name; empty after a failure. */
  readonly left: () => Promise<readonly string[]>
  /** Opens a writer; throws when it cannot. */
  readonly open: (options?: Partial<WriterOptions>, fs?: FileSystem) => Promise<PacketWriter>
  /** Makes a file to attach; returns its place and hash. */
  readonly source: (name: string, bytes: Uint8Array) => Promise<{ file: string; sha256: string }>
}

/** Makes a place for the packets of one test. */
export async function packetPlace(): Promise<PacketPlace> {
  const base = await tempFolder()
  const folder = path.join(base, 'salida')
  const spoolFolder = path.join(base, 'piezas')
  const sources = path.join(base, 'anexos')
  for (const made of [folder, sources]) await mkdir(made)
  let count = 0
  return {
    folder,
    target: path.join(folder, 'expediente.zip'),
    left: async () => [...(await readdir(folder)), ...(await readdir(spoolFolder).catch(() => []))],
    open: async (options = {}, fs = nodeFileSystem) => {
      count += 1
      const opened = await PacketWriter.open(fs, {
        folder,
        temporary: path.join(folder, `.quorum-${String(count).padStart(16, '0')}.tmp`),
        spoolFolder,
        bagName: 'expediente',
        passphrase: null,
        // Quick to try, so that tests are, too.
        workFactor: 10,
        onProgress: () => undefined,
        ...options,
      })
      if (!opened.ok) throw new Error(opened.error.code)
      onTestFinished(() => opened.value.abort())
      return opened.value
    },
    source: async (name, bytes) => {
      const file = path.join(sources, name)
      await writeFile(file, bytes)
      return { file, sha256: sha256Of(bytes) }
    },
  }
}

/** The value of a result that must be good. */
export async function good<T>(
  answer: Promise<{ ok: true; value: T } | { ok: false; error: unknown }>,
): Promise<T> {
  const result = await answer
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

const INFO = [['Source-Organization', 'Instituto de ejemplo']] as const

/** Writes a packet with a page, a document in pieces, a text and an attachment; returns its bytes. */
export async function writeSample(
  place: PacketPlace,
  options: Partial<WriterOptions> = {},
): Promise<Uint8Array> {
  const writer = await place.open(options)
  const page = Buffer.from('<!doctype html><title>Expediente</title>'.repeat(50))
  await good(writer.add('index.html', page, true))
  await good(writer.add('data/documentos/01-minuta.docx', Buffer.from('uno, '), false))
  await good(writer.add('data/documentos/01-minuta.docx', Buffer.from('dos'), true))
  await good(writer.add('data/datos/sesion.json', Buffer.from('{"punto":1}'.repeat(500)), true))
  const annex = await place.source('a.pdf', Buffer.from('%PDF-1.7 anexo'))
  await good(writer.attach('data/anexos/punto-01/01-a.pdf', annex.file, annex.sha256))
  await good(writer.seal(INFO))
  await good(writer.finish(place.target, null))
  return readFile(place.target)
}
