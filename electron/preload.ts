import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron'
import type { AddedAttachments } from '../shared/ipc/attachments'
import {
  type Channel,
  COMMAND_CHANNEL,
  type Envelope,
  type ReplyOf,
  type RequestOf,
} from '../shared/ipc/contract'
import type { DesktopApi, DroppedFile } from '../shared/ipc/desktop-api'
import type { MenuCommand } from '../shared/ipc/menu-command'

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

const api = {
  app: {
    info: () => ask('app:info', null),
    notify: ({ title, body }) => ask('app:notify', { title, body }),
    discardDatabase: () => ask('app:discard-database', null),
  },
  journal: {
    status: () => ask('journal:status', null),
    reopen: () => ask('journal:reopen', null),
    read: ({ afterSeq, limit }) => ask('journal:read', { afterSeq, limit }),
    append: ({ changeSet }) => ask('journal:append', { changeSet }),
  },
  attachments: {
    pick: () => ask('attachments:pick', null),
    addDropped,
    store: ({ name, mediaType, bytes }) => ask('attachments:store', { name, mediaType, bytes }),
    open: ({ sha256, name }) => ask('attachments:open', { sha256, name }),
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
  onCommand: (listener) => {
    // The event object stays on this side: handing it over would expose ipcRenderer to the page.
    const forward = (_event: IpcRendererEvent, command: MenuCommand) => listener(command)
    ipcRenderer.on(COMMAND_CHANNEL, forward)
    return () => {
      ipcRenderer.removeListener(COMMAND_CHANNEL, forward)
    }
  },
} satisfies DesktopApi

contextBridge.exposeInMainWorld('quorum', api)
