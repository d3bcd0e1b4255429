import type { DocTree, Printable } from '../documents'
import type { ChangeSet, JournalRecord, StagedChanges } from '../journal'
import type { Result } from '../lib/result'
import type {
  AddedAttachments,
  AttachmentMeta,
  AttachmentOpened,
  AttachmentOpenFailure,
  AttachmentStoreFailure,
  MadeAttachment,
} from './attachments'
import type { AppInfo, DesktopNotice } from './desktop-api'
import type { FolderFailure, MadeFile, SavedFile, SavedFolder, SaveFailure } from './documents'
import type {
  AppendFailure,
  JournalAck,
  JournalReadFailure,
  JournalStatus,
  StagedAppend,
} from './journal-status'
import type {
  IncomingFailure,
  IncomingPacket,
  PacketEnd,
  PacketFailure,
  PacketJobId,
  PacketPiece,
  PacketStart,
  SigningKeyState,
  UploadFailure,
  UploadId,
  UploadStart,
  WrittenPacket,
} from './packet'
import type { Settings, SettingsPatch } from './settings'
import type {
  WrittenYear,
  WrittenYearFile,
  YearFailure,
  YearFile,
  YearJobId,
  YearPiece,
  YearStart,
} from './year-export'

/** Every question that a window may ask the main process: what it sends and what it gets back. */
export interface Contract {
  'app:info': { request: null; reply: AppInfo }
  'app:discard-database': { request: null; reply: boolean }
  'app:notify': { request: DesktopNotice; reply: boolean }
  'journal:status': { request: null; reply: JournalStatus }
  'journal:reopen': { request: null; reply: JournalStatus }
  'journal:read': {
    request: { readonly afterSeq: number; readonly limit: number }
    reply: Result<readonly JournalRecord[], JournalReadFailure>
  }
  'journal:append': { request: { readonly changeSet: ChangeSet }; reply: Result<JournalAck, AppendFailure> }
  'journal:stage': { request: StagedChanges; reply: null }
  'journal:append-staged': { request: StagedAppend; reply: Result<JournalAck, AppendFailure> }
  'attachments:pick': { request: null; reply: AddedAttachments }
  /** Paths come from the preload, which takes them from files that the user really dropped. */
  'attachments:add': { request: { readonly paths: readonly string[] }; reply: AddedAttachments }
  'attachments:store': { request: MadeAttachment; reply: Result<AttachmentMeta, AttachmentStoreFailure> }
  'attachments:open': {
    request: { readonly sha256: string; readonly name: string }
    reply: Result<AttachmentOpened, AttachmentOpenFailure>
  }
  'attachments:start-upload': {
    request: { readonly sha256: string; readonly name: string; readonly size: number }
    reply: Result<UploadStart, UploadFailure>
  }
  'attachments:send-upload': {
    request: { readonly uploadId: UploadId; readonly bytes: Uint8Array }
    reply: Result<null, UploadFailure>
  }
  'attachments:finish-upload': {
    request: { readonly uploadId: UploadId }
    reply: Result<AttachmentMeta, UploadFailure>
  }
  'attachments:cancel-upload': { request: { readonly uploadId: UploadId }; reply: boolean }
  'packet:begin': {
    request: PacketStart
    reply: Result<{ readonly jobId: PacketJobId }, PacketFailure>
  }
  'packet:add': { request: PacketPiece; reply: Result<null, PacketFailure> }
  'packet:attach': {
    request: { readonly jobId: PacketJobId; readonly path: string; readonly sha256: string }
    reply: Result<null, PacketFailure>
  }
  'packet:finish': {
    request: { readonly jobId: PacketJobId } & PacketEnd
    reply: Result<WrittenPacket, PacketFailure>
  }
  'packet:cancel': { request: { readonly jobId: PacketJobId }; reply: boolean }
  'packet:signing-key': { request: null; reply: Result<SigningKeyState, SaveFailure> }
  'packet:replace-signing-key': { request: null; reply: Result<SigningKeyState, SaveFailure> }
  'year:begin': { request: YearStart; reply: Result<{ readonly jobId: YearJobId }, YearFailure> }
  'year:add': { request: YearPiece; reply: Result<null, YearFailure> }
  'year:attach': { request: YearFile; reply: Result<WrittenYearFile, YearFailure> }
  'year:finish': { request: { readonly jobId: YearJobId }; reply: Result<WrittenYear, YearFailure> }
  'year:cancel': { request: { readonly jobId: YearJobId }; reply: boolean }
  'incoming:pick': { request: null; reply: Result<IncomingPacket, IncomingFailure> }
  /** The path comes from the preload, which takes it from a file that the user really dropped. */
  'incoming:add': { request: { readonly path: string }; reply: Result<IncomingPacket, IncomingFailure> }
  'incoming:take': { request: null; reply: readonly Result<IncomingPacket, IncomingFailure>[] }
  'incoming:close': { request: { readonly url: string }; reply: boolean }
  'documents:save-docx': {
    request: { readonly suggestedName: string; readonly bytes: Uint8Array }
    reply: Result<SavedFile, SaveFailure>
  }
  'documents:save-pdf': {
    request: { readonly suggestedName: string; readonly tree: Printable }
    reply: Result<SavedFile, SaveFailure>
  }
  'documents:render-pdf': { request: { readonly tree: DocTree }; reply: Result<Uint8Array, SaveFailure> }
  'documents:save-file': { request: MadeFile; reply: Result<SavedFile, SaveFailure> }
  'documents:save-folder': {
    request: { readonly files: readonly MadeFile[] }
    reply: Result<SavedFolder, FolderFailure>
  }
  'documents:reveal': { request: { readonly fileId: string }; reply: boolean }
  'settings:get': { request: null; reply: Settings }
  'settings:set': { request: SettingsPatch; reply: Settings }
  'projector:open': { request: { readonly sessionId: string }; reply: null }
  'projector:close': { request: null; reply: null }
}

/** Name of a question. */
export type Channel = keyof Contract
/** What a window sends with a question. */
export type RequestOf<C extends Channel> = Contract[C]['request']
/** What the main process answers. */
export type ReplyOf<C extends Channel> = Contract[C]['reply']

/** Channel on which the main process announces menu commands to the main window. */
export const COMMAND_CHANNEL = 'menu:command'

/** Channel on which the main window hears how far the writing of a packet has come. */
export const PACKET_PROGRESS_CHANNEL = 'packet:progress'

/** Channel on which the main window hears how far the writing of a year has come. */
export const YEAR_PROGRESS_CHANNEL = 'year:progress'

/** Channel that tells the main window that a packet waits to be taken; it carries nothing. */
export const INCOMING_CHANNEL = 'incoming:waiting'

/** What the projector window, which is shown to the whole room, may ask: it reads and closes itself. */
export const PROJECTOR_CHANNELS: ReadonlySet<Channel> = new Set<Channel>([
  'app:info',
  'journal:status',
  'journal:read',
  'settings:get',
  'projector:close',
])

/**
 * What travels back on every channel. A refusal at the door (foreign sender, unreadable request) and
 * a bug in a handler are told apart from answers, and carry no stack or path.
 */
export type Envelope<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: 'forbidden' | 'bad-request' | 'internal'; readonly detail: string }
