import path from 'node:path'
import { app, safeStorage } from 'electron'
import { INCOMING_CHANNEL, PACKET_PROGRESS_CHANNEL, YEAR_PROGRESS_CHANNEL } from '../shared/ipc/contract'
import { AttachmentUploads } from './services/attachment-uploads'
import type { AttachmentStore } from './services/attachments'
import { removeLeftovers } from './services/durable-file'
import type { FileSystem } from './services/file-system'
import { IncomingFiles, packetArguments } from './services/incoming-files'
import { PacketJobs } from './services/packet/packet-jobs'
import { PacketThread } from './services/packet/packet-thread'
import { UnfinishedPackets } from './services/packet/unfinished'
import { RunningSums } from './services/running-sums'
import { type Keychain, SigningKeyStore } from './services/signing-key'
import { YearJobs } from './services/year-export/year-jobs'
import { YearThread } from './services/year-export/year-thread'
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

/** The thread that writes a packet, next to this file in the built app. */
const WORKER = path.join(import.meta.dirname, 'packet-worker.js')

/** The thread that writes a year of publications. */
const YEAR_WORKER = path.join(import.meta.dirname, 'year-worker.js')

/** What the doors lead to. */
export interface PacketDoors {
  readonly incoming: IncomingFiles
  readonly uploads: AttachmentUploads
  readonly sums: RunningSums
  readonly jobs: PacketJobs
  readonly years: YearJobs
  readonly key: SigningKeyStore
  /** Removes what a crash left behind. */
  readonly clean: () => Promise<void>
  /** Gives up everything that is on its way in or out. */
  readonly close: () => Promise<void>
}

/** What the doors need of the app. */
export interface DoorContext {
  readonly fs: FileSystem
  readonly dataFolder: string
  readonly attachments: AttachmentStore
  readonly windows: AppWindows
}

/** Opens the doors through which packets come in and go out. */
export function openPacketDoors(context: DoorContext): PacketDoors {
  const { fs, attachments, windows, dataFolder } = context
  const incoming = new IncomingFiles(fs)
  const uploads = new AttachmentUploads(fs, attachments)
  const sums = new RunningSums()
  const unfinished = new UnfinishedPackets(fs, path.join(dataFolder, 'unfinished-packets.json'))
  const key = new SigningKeyStore(fs, path.join(dataFolder, 'signing-key.json'), keychain)
  const spoolFolder = path.join(dataFolder, 'packet-pieces')
  const jobs = new PacketJobs({
    fs,
    unfinished,
    key,
    spoolFolder,
    startWriting: (options, hold) => PacketThread.open(WORKER, options, hold),
    attachmentPath: (sha256) => attachments.pathOf(sha256),
    onProgress: (progress) => windows.tellMain(PACKET_PROGRESS_CHANNEL, progress),
  })
  const years = new YearJobs({
    fs,
    unfinished,
    spoolFolder,
    startWriting: (options, hold) => YearThread.open(YEAR_WORKER, options, hold),
    attachmentPath: (sha256) => attachments.pathOf(sha256),
    onProgress: (progress) => windows.tellMain(YEAR_PROGRESS_CHANNEL, progress),
  })
  const clean = async () => {
    await unfinished.clean()
    await removeLeftovers(fs, spoolFolder)
  }
  const close = async () => {
    sums.clear()
    await Promise.all([incoming.closeAll(), uploads.cancelAll(), jobs.cancelAll(), years.cancelAll()])
  }
  receiveFiles(incoming, windows)
  windows.onMainPageGone(() => void close())
  return { incoming, uploads, sums, jobs, years, key, clean, close }
}

/** Takes files from the arguments, from a second start, and from a double click on macOS. */
function receiveFiles(incoming: IncomingFiles, windows: AppWindows): void {
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
}

const keychain: Keychain = {
  // Without a keyring Linux offers a password that is the same everywhere, which protects nothing.
  protects: () =>
    safeStorage.isEncryptionAvailable() &&
    (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'),
  encrypt: (text) => safeStorage.encryptString(text),
  decrypt: (bytes) => safeStorage.decryptString(Buffer.from(bytes)),
}

function isStartArguments(data: unknown): data is StartArguments {
  if (typeof data !== 'object' || data === null) return false
  const args: unknown = Reflect.get(data, 'args')
  const folder: unknown = Reflect.get(data, 'folder')
  return Array.isArray(args) && args.every((item) => typeof item === 'string') && typeof folder === 'string'
}
