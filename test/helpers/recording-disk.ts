import type { FileHandle } from 'node:fs/promises'
import { type FileSystem, nodeFileSystem } from '../../electron/services/file-system'

/** What was done to a file or folder, in the order in which it ended. */
export interface DiskEvent {
  readonly did: 'open' | 'write' | 'datasync' | 'sync' | 'rename' | 'mkdir'
  readonly file: string
  /** Text written; empty for everything else. */
  readonly text: string
}

const WATCHED = ['datasync', 'sync'] as const

function watchHandle(handle: FileHandle, file: string, note: (event: DiskEvent) => void): FileHandle {
  const write = handle.write.bind(handle)
  const watched = async (bytes: Uint8Array, offset: number, length: number, position: number) => {
    const result = await write(bytes, offset, length, position)
    const text = Buffer.from(bytes.subarray(offset, offset + result.bytesWritten)).toString()
    note({ did: 'write', file, text })
    return result
  }
  Object.defineProperty(handle, 'write', { value: watched, configurable: true })
  for (const operation of WATCHED) {
    const real = handle[operation].bind(handle)
    const value = async () => {
      await real()
      note({ did: operation, file, text: '' })
    }
    Object.defineProperty(handle, operation, { value, configurable: true })
  }
  return handle
}

/** The real disk, with a record of everything that matters for what survives a power cut. */
export function recordingDisk(): { readonly fs: FileSystem; readonly events: DiskEvent[] } {
  const events: DiskEvent[] = []
  const note = (event: DiskEvent) => void events.push(event)
  const fs: FileSystem = {
    ...nodeFileSystem,
    open: async (file, ...rest) => {
      const handle = await nodeFileSystem.open(file, ...rest)
      note({ did: 'open', file: String(file), text: '' })
      return watchHandle(handle, String(file), note)
    },
    rename: async (from, to) => {
      await nodeFileSystem.rename(from, to)
      note({ did: 'rename', file: String(to), text: '' })
    },
  }
  return { fs, events }
}
