import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron'
import type { AddedAttachments } from '../shared/ipc/attachments'
import {
  type Channel,
  COMMAND_CHANNEL,
  type Envelope,
  INCOMING_CHANNEL,
  PACKET_PROGRESS_CHANNEL,
  type ReplyOf,
  type RequestOf,
  YEAR_PROGRESS_CHANNEL,
} from '../shared/ipc/contract'
import type { DesktopApi, DroppedFile } from '../shared/ipc/desktop-api'
import type { JournalStatus } from '../shared/ipc/journal-status'
import type { IncomingFailure, IncomingPacket } from '../shared/ipc/packet'
import type { Result } from '../shared/lib/result'

/** Address and storage of the page, which this script shares. */
declare const location: { readonly protocol: string }
declare const indexedDB: { readonly databases: () => Promise<unknown> }

/** Asks the main process; a refusal at the door or a bug there rejects, everything else is the answer. */
async function ask<C extends Channel>(channel: C, request: RequestOf<C>): Promise<ReplyOf<C>> {
  const envelope: Envelope<ReplyOf<C>> = await ipcRenderer.invoke(channel, request)
  if (!envelope.ok) throw new Error(`${channel}: ${envelope.error} ${envelope.detail}`.trim())
  return envelope.value
}

/** Stores dropped files by their path; one that a script made up has no path and is refused. */
async function addDropped(files: readonly DroppedFile[]): Promise<AddedAttachments> {
  const found = files.map((file) => ({ name: file.name, path: webUtils.getPathForFile(file as File) }))
  const refused = found
    .filter(({ path }) => path === '')
    .map(({ name }) => ({ name, reason: 'not-a-file' as const }))
  const paths = found.map(({ path }) => path).filter((path) => path !== '')
  if (paths.length === 0) return { added: [], refused }
  const reply = await ask('attachments:add', { paths })
  return { added: reply.added, refused: [...refused, ...reply.refused] }
}

/** Opens a dropped file by its path; one that a script made up has no path and is refused. */
async function addDroppedPacket(file: DroppedFile): Promise<Result<IncomingPacket, IncomingFailure>> {
  const path = webUtils.getPathForFile(file as File)
  if (path !== '') return ask('incoming:add', { path })
  return { ok: false, error: { code: 'not-a-file', name: file.name } }
}

/**
 * Hears what the main process tells on a channel. The event object stays on this side: handing it over
 * would expose ipcRenderer to the page.
 */
function hear<T>(channel: string, listener: (message: T) => void): () => void {
  const forward = (_event: IpcRendererEvent, message: T) => listener(message)
  ipcRenderer.on(channel, forward)
  return () => {
    ipcRenderer.removeListener(channel, forward)
  }
}

/** Takes the packets that wait, now and whenever the main process says that there is one. */
function onOpened(listener: (opened: Result<IncomingPacket, IncomingFailure>) => void): () => void {
  const take = async () => {
    for (const opened of await ask('incoming:take', null)) listener(opened)
  }
  const stop = hear(INCOMING_CHANNEL, take)
  void take()
  return stop
}

/**
 * The two answers that every start waits for, asked when the page begins instead of when its script has
 * been read: the state of the journal, and the opening of the page's storage.
 */
let early = location.protocol === 'app:' ? askEarly() : null

function askEarly(): Promise<JournalStatus> {
  void indexedDB.databases().catch(() => undefined)
  const status = ask('journal:status', null)
  // Whoever takes it hears of the error; until then it must not count as unhandled.
  status.catch(() => undefined)
  return status
}

/** The state that was asked for early, once; what changes the journal makes it out of date. */
function takeEarly(): Promise<JournalStatus> | null {
  const first = early
  early = null
  return first
}

const api = {
  app: {
    info: () => ask('app:info', null),
    notify: ({ title, body, opens }) => ask('app:notify', { title, body, opens }),
    discardDatabase: () => ask('app:discard-database', null),
  },
  journal: {
    status: () => takeEarly() ?? ask('journal:status', null),
    reopen: () => {
      takeEarly()
      return ask('journal:reopen', null)
    },
    read: ({ afterSeq, limit }) => ask('journal:read', { afterSeq, limit }),
    append: ({ changeSet }) => {
      takeEarly()
      return ask('journal:append', { changeSet })
    },
    stage: ({ changeSetId, from, changes }) => ask('journal:stage', { changeSetId, from, changes }),
    appendStaged: ({ changeSet, staged }) => {
      takeEarly()
      return ask('journal:append-staged', { changeSet, staged })
    },
  },
  attachments: {
    pick: () => ask('attachments:pick', null),
    addDropped,
    store: ({ name, mediaType, bytes }) => ask('attachments:store', { name, mediaType, bytes }),
    open: ({ sha256, name }) => ask('attachments:open', { sha256, name }),
    startUpload: ({ sha256, name, size }) => ask('attachments:start-upload', { sha256, name, size }),
    sendUpload: ({ uploadId, bytes }) => ask('attachments:send-upload', { uploadId, bytes }),
    finishUpload: ({ uploadId }) => ask('attachments:finish-upload', { uploadId }),
    cancelUpload: ({ uploadId }) => ask('attachments:cancel-upload', { uploadId }),
  },
  documents: {
    saveDocx: ({ suggestedName, bytes }) => ask('documents:save-docx', { suggestedName, bytes }),
    savePdf: ({ suggestedName, tree }) => ask('documents:save-pdf', { suggestedName, tree }),
    renderPdf: ({ tree }) => ask('documents:render-pdf', { tree }),
    saveFile: ({ kind, name, bytes }) => ask('documents:save-file', { kind, name, bytes }),
    saveFolder: ({ files }) => ask('documents:save-folder', { files }),
    reveal: ({ fileId }) => ask('documents:reveal', { fileId }),
  },
  settings: {
    get: () => ask('settings:get', null),
    set: (patch) => ask('settings:set', patch),
  },
  projector: {
    open: async ({ sessionId }) => {
      await ask('projector:open', { sessionId })
    },
    close: async () => {
      await ask('projector:close', null)
    },
  },
  packet: {
    begin: ({ suggestedName, bagName, passphrase, expectedBytes }) =>
      ask('packet:begin', { suggestedName, bagName, passphrase, expectedBytes }),
    add: ({ jobId, path, bytes, last }) => ask('packet:add', { jobId, path, bytes, last }),
    attach: ({ jobId, path, sha256 }) => ask('packet:attach', { jobId, path, sha256 }),
    finish: ({ jobId, info, sign }) => ask('packet:finish', { jobId, info, sign }),
    cancel: ({ jobId }) => ask('packet:cancel', { jobId }),
    onProgress: (listener) => hear(PACKET_PROGRESS_CHANNEL, listener),
    signingKey: () => ask('packet:signing-key', null),
    replaceSigningKey: () => ask('packet:replace-signing-key', null),
  },
  yearExport: {
    begin: ({ format, suggestedName, expectedBytes }) =>
      ask('year:begin', { format, suggestedName, expectedBytes }),
    add: ({ jobId, path, bytes, last }) => ask('year:add', { jobId, path, bytes, last }),
    attach: ({ jobId, path, sha256, role }) => ask('year:attach', { jobId, path, sha256, role }),
    finish: ({ jobId }) => ask('year:finish', { jobId }),
    cancel: ({ jobId }) => ask('year:cancel', { jobId }),
    onProgress: (listener) => hear(YEAR_PROGRESS_CHANNEL, listener),
  },
  incoming: {
    pick: () => ask('incoming:pick', null),
    addDropped: addDroppedPacket,
    onOpened,
    close: ({ url }) => ask('incoming:close', { url }),
  },
  onCommand: (listener) => hear(COMMAND_CHANNEL, listener),
} satisfies DesktopApi

contextBridge.exposeInMainWorld('quorum', api)
