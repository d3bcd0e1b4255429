import { randomBytes } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { IncomingFailure, IncomingPacket } from '../../shared/ipc'
import { PACKET_EXTENSIONS } from '../../shared/ipc'
import { err, ok, type Result } from '../../shared/lib/result'
import type { FileSystem } from './file-system'

/** Address prefix of opened packets; a random token follows. */
export const INCOMING_URL = 'app://quorum/entrante/'

/** Most packets that are open at once; more are a mistake of the page. */
const MAX_OPEN = 16

/** Most files that wait to be taken: those of one double click on a selection. */
const MAX_WAITING = 8

/** A packet that is open for reading, as it was when it was opened. */
export interface OpenPacket {
  readonly handle: FileHandle
  readonly size: number
  readonly changedAt: number
}

/**
 * Files that the user chose, dropped or opened with the app. The page gets an address that nobody can
 * guess and never a path; the file stays open, so that what is read is what was chosen.
 */
export class IncomingFiles {
  readonly #fs: FileSystem
  readonly #open = new Map<string, OpenPacket>()
  readonly #waiting: string[] = []

  constructor(fs: FileSystem) {
    this.#fs = fs
  }

  /** Opens a file for reading and gives it an address. */
  async add(file: string): Promise<Result<IncomingPacket, IncomingFailure>> {
    const name = path.basename(file)
    if (this.#open.size >= MAX_OPEN) return err({ code: 'too-many', name })
    try {
      // Asked before opening: opening a named pipe would wait for ever.
      if (!(await this.#fs.stat(file)).isFile()) return err({ code: 'not-a-file', name })
      const handle = await this.#fs.open(file, 'r')
      const { size, mtimeMs } = await handle.stat()
      if (size === 0) {
        await handle.close()
        return err({ code: 'empty', name })
      }
      const token = randomBytes(32).toString('base64url')
      this.#open.set(token, { handle, size, changedAt: mtimeMs })
      return ok({ url: `${INCOMING_URL}${token}`, name, size })
    } catch {
      return err({ code: 'unreadable', name })
    }
  }

  /** Keeps a file that the system handed over until the page takes it; the oldest give way. */
  wait(file: string): void {
    this.#waiting.push(file)
    if (this.#waiting.length > MAX_WAITING) this.#waiting.shift()
  }

  /** Opens every file that waits, each once. */
  async take(): Promise<readonly Result<IncomingPacket, IncomingFailure>[]> {
    const files = this.#waiting.splice(0)
    const opened: Result<IncomingPacket, IncomingFailure>[] = []
    for (const file of files) opened.push(await this.add(file))
    return opened
  }

  /** The packet behind a token; null when it was closed or never was. */
  find(token: string): OpenPacket | null {
    return this.#open.get(token) ?? null
  }

  /** Closes a packet by its address; false when it was closed already. */
  async close(url: string): Promise<boolean> {
    const token = url.slice(INCOMING_URL.length)
    const packet = this.#open.get(token)
    if (packet === undefined) return false
    this.#open.delete(token)
    await packet.handle.close()
    return true
  }

  /** Closes everything: the page that held the addresses is gone. */
  async closeAll(): Promise<void> {
    for (const token of [...this.#open.keys()]) await this.close(`${INCOMING_URL}${token}`)
  }
}

/**
 * Files among the arguments of a command line that are packets by their extension, as full paths. Flags
 * are left out, and so is everything that is not said to be a packet. Desktops of Linux write addresses
 * instead of paths.
 */
export function packetArguments(args: readonly string[], folder: string): readonly string[] {
  return args
    .filter((argument) => !argument.startsWith('-'))
    .map(pathOfArgument)
    .filter((file): file is string => file !== null && !file.includes('\0') && isPacketName(file))
    .map((file) => path.resolve(folder, file))
}

/** The path that an argument names; null when it is the address of anything but a file of this computer. */
function pathOfArgument(argument: string): string | null {
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(argument)) return argument
  try {
    return new URL(argument).host === '' ? fileURLToPath(argument) : null
  } catch {
    return null
  }
}

/** Whether a name ends like that of a packet. */
export function isPacketName(name: string): boolean {
  const extension = path.extname(name).slice(1).toLowerCase()
  return PACKET_EXTENSIONS.some((known) => known === extension)
}
