import { createHash } from 'node:crypto'
import { connect, createServer } from 'node:net'

/** A data folder that no other process of this computer holds. */
export interface FolderHold {
  readonly release: () => Promise<void>
}

/**
 * Name at which only one process can listen while it runs, whatever became of the one before: a pipe of Windows, an
 * abstract socket of Linux. Null on systems without one; macOS starts an app only once by itself.
 */
function nameOf(folder: string, platform: NodeJS.Platform): string | null {
  const told = platform === 'win32' ? folder.toLowerCase() : folder
  const digest = createHash('sha256').update(told).digest('hex').slice(0, 32)
  if (platform === 'win32') return `\\\\.\\pipe\\quorum-${digest}`
  return platform === 'linux' ? `\0quorum-${digest}` : null
}

const NOTHING: FolderHold = { release: async () => undefined }

/**
 * Holds a data folder while this process runs. Chromium's own lock lets two starts of the same instant through now and
 * then, and two journals written in one folder would be the end of both. Null when another process has it; that one
 * is told (`onAsked`), so that it shows itself.
 */
export function holdFolder(
  folder: string,
  onAsked: () => void,
  platform: NodeJS.Platform = process.platform,
): Promise<FolderHold | null> {
  const name = nameOf(folder, platform)
  if (name === null) return Promise.resolve(NOTHING)
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.destroy()
    onAsked()
  })
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      // Where nothing can be listened at, Chromium's lock is still there.
      if (error.code !== 'EADDRINUSE') return resolve(NOTHING)
      const leave = () => resolve(null)
      connect(name).once('close', leave).once('error', leave)
    })
    server.listen(name, () => {
      server.unref()
      resolve({ release: () => new Promise((released) => server.close(() => released())) })
    })
  })
}
