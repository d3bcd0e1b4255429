import { appendFile, mkdir, rename, stat } from 'node:fs/promises'
import path from 'node:path'

/** What may be written about an event: counts and codes, never names, texts or paths of the user. */
export type LogData = Readonly<Record<string, string | number | boolean | null>>

/** Writes diagnostic events; never fails. */
export interface Log {
  info(event: string, data?: LogData): void
  error(event: string, data?: LogData): void
  /** Resolves when everything logged so far was handed to the disk. */
  flush(): Promise<void>
}

const MAX_BYTES = 1024 * 1024
const FILES_KEPT = 3

/** A log of JSON lines in `folder/quorum.log`, with older parts beside it as `quorum.1.log` and so on. */
export function openLog(folder: string, now: () => string): Log {
  const file = path.join(folder, 'quorum.log')
  // A log that cannot be written must not disturb the work; the journal reports such a disk.
  let queue: Promise<void> = mkdir(folder, { recursive: true }).then(ignore, ignore)
  function write(level: 'info' | 'error', event: string, data: LogData): void {
    const line = `${JSON.stringify({ at: now(), level, event, ...data })}\n`
    queue = queue.then(() => appendRotating(folder, file, line)).catch(ignore)
  }
  return {
    info: (event, data = {}) => write('info', event, data),
    error: (event, data = {}) => write('error', event, data),
    flush: () => queue,
  }
}

async function appendRotating(folder: string, file: string, line: string): Promise<void> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  )
  if (size + line.length > MAX_BYTES) await rotate(folder, file)
  await appendFile(file, line)
}

async function rotate(folder: string, file: string): Promise<void> {
  for (let age = FILES_KEPT - 1; age >= 1; age -= 1) {
    const from = age === 1 ? file : path.join(folder, `quorum.${age - 1}.log`)
    await rename(from, path.join(folder, `quorum.${age}.log`)).catch(ignore)
  }
}

function ignore(): void {}
