import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { type FileSystem, nodeFileSystem } from '../../electron/services/file-system'
import { Journal, type JournalOptions } from '../../electron/services/journal'
import type { JournalStatus } from '../../shared/ipc'
import type { JournalRecord } from '../../shared/journal'
import { journalText } from './sample-journal'
import { tempFolder } from './temp-folder'

/** A journal folder of its own for one test, with what tests do to it. */
export class JournalFolder {
  private constructor(readonly folder: string) {}

  static async create(): Promise<JournalFolder> {
    return new JournalFolder(path.join(await tempFolder(), 'journal'))
  }

  get journalFile(): string {
    return path.join(this.folder, 'journal.jsonl')
  }

  open(overrides: Partial<JournalOptions> = {}): Journal {
    let tick = 0
    const journal = new Journal({
      fs: nodeFileSystem,
      folder: this.folder,
      now: () => new Date(Date.UTC(2017, 10, 15, 17) + tick++ * 1000).toISOString(),
      schema: 1,
      neededBytes: 0,
      ...overrides,
    })
    onTestFinished(() => journal.close())
    return journal
  }

  /** Opens, looks, and closes again. */
  async check(overrides: Partial<JournalOptions> = {}): Promise<JournalStatus> {
    const journal = this.open(overrides)
    const status = await journal.status()
    await journal.close()
    return status
  }

  /** Puts this text where the journal should be. */
  async put(content: string | Uint8Array | readonly JournalRecord[]): Promise<void> {
    await mkdir(this.folder, { recursive: true })
    const bytes =
      typeof content === 'string' || content instanceof Uint8Array ? content : journalText(content)
    await writeFile(this.journalFile, bytes)
  }

  text(): Promise<string> {
    return readFile(this.journalFile, 'utf8')
  }

  /** Names in a subfolder, sorted; empty when it does not exist. */
  async names(subfolder: 'snapshots' | 'aside'): Promise<string[]> {
    return (await readdir(path.join(this.folder, subfolder)).catch(() => [])).sort()
  }

  asideText(name: string): Promise<string> {
    return readFile(path.join(this.folder, 'aside', name), 'utf8')
  }
}

type Operation =
  | 'open'
  | 'write'
  | 'datasync'
  | 'sync'
  | 'truncate'
  | 'rename'
  | 'statfs'
  | 'access'
  | 'mkdir'

/** A disk on which chosen calls fail; `plan` decides by operation, path and how often it was called. */
export function failingDisk(
  plan: (operation: Operation, file: string, count: number) => string | null,
): FileSystem {
  const counts = new Map<Operation, number>()
  function check(operation: Operation, file: string): void {
    const count = (counts.get(operation) ?? 0) + 1
    counts.set(operation, count)
    const code = plan(operation, file, count)
    if (code !== null) throw Object.assign(new Error(`injected ${code}`), { code })
  }
  return {
    ...nodeFileSystem,
    open: async (file, ...rest) => {
      check('open', String(file))
      const handle = await nodeFileSystem.open(file, ...rest)
      for (const operation of ['write', 'datasync', 'sync', 'truncate'] as const) {
        const real = handle[operation].bind(handle)
        const wrapped = async (...args: unknown[]) => {
          check(operation, String(file))
          return Reflect.apply(real, handle, args)
        }
        Object.defineProperty(handle, operation, { value: wrapped })
      }
      return handle
    },
    rename: async (from, to) => {
      check('rename', String(to))
      return nodeFileSystem.rename(from, to)
    },
    access: async (file, mode) => {
      check('access', String(file))
      return nodeFileSystem.access(file, mode)
    },
  }
}
