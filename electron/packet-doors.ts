import { app } from 'electron'
import { INCOMING_CHANNEL } from '../shared/ipc/contract'
import { AttachmentUploads } from './services/attachment-uploads'
import type { AttachmentStore } from './services/attachments'
import type { FileSystem } from './services/file-system'
import { IncomingFiles, packetArguments } from './services/incoming-files'
import type { AppWindows } from './windows/app-windows'

/** What a second start tells the first: its own words, because Chromium adds to and reorders the others. */
interface StartArguments {
  readonly args: readonly string[]
  readonly folder: string
}

/** The arguments of this start, for the first instance. */
export function startArguments(): Record<string, unknown> {
  return { args: process.argv.slice(1), folder: process.cwd() } satisfies StartArguments
}

/** Files that come in by packets, and all that is dropped when the page that asked for it is gone. */
export interface PacketDoors {
  readonly incoming: IncomingFiles
  readonly uploads: AttachmentUploads
}

/** Opens the doors: arguments, a second start, and files that the system hands over. */
export function openPacketDoors(
  fs: FileSystem,
  attachments: AttachmentStore,
  windows: AppWindows,
): PacketDoors {
  const incoming = new IncomingFiles(fs)
  const uploads = new AttachmentUploads(fs, attachments)
  const hand = (files: readonly string[]) => {
    for (const file of files) incoming.wait(file)
    if (files.length > 0) windows.tellMain(INCOMING_CHANNEL, null)
  }
  hand(packetArguments(process.argv.slice(1), process.cwd()))
  app.on('second-instance', (_event, _argv, _folder, data) => {
    windows.showMain()
    if (isStartArguments(data)) hand(packetArguments(data.args, data.folder))
  })
  app.on('open-file', (event, file) => {
    event.preventDefault()
    hand([file])
  })
  windows.onMainPageGone(() => {
    void incoming.closeAll()
    void uploads.cancelAll()
  })
  return { incoming, uploads }
}

function isStartArguments(data: unknown): data is StartArguments {
  if (typeof data !== 'object' || data === null) return false
  const args: unknown = Reflect.get(data, 'args')
  const folder: unknown = Reflect.get(data, 'folder')
  return Array.isArray(args) && args.every((item) => typeof item === 'string') && typeof folder === 'string'
}
