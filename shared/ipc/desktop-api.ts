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
import type { FolderFailure, MadeFile, SavedFile, SavedFolder, SaveFailure } from './documents'
import type {
  AppendFailure,
  JournalAck,
  JournalReadFailure,
  JournalStatus,
  StagedAppend,
} from './journal-status'
import type { MenuCommand } from './menu-command'
import type {
  IncomingFailure,
  IncomingPacket,
  PacketEnd,
  PacketFailure,
  PacketJobId,
  PacketPiece,
  PacketProgress,
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
  YearProgress,
  YearStart,
} from './year-export'

/** Facts about the running app, for the help screen and for support. */
export interface AppInfo {
  readonly version: string
  readonly electron: string
  readonly chromium: string
  /** Node's name of the platform: linux, win32, darwin. */
  readonly platform: string
  readonly dataFolder: string
  readonly journalFolder: string
}

/** A notice of the desktop: plain text, nothing in it is markup. A click on it opens the named screen. */
export interface DesktopNotice {
  readonly title: string
  readonly body: string
  readonly opens: 'open-follow-up' | 'open-calendar'
}

/** A dropped file as the page holds it; in the browser this is a DOM `File`. */
export interface DroppedFile {
  readonly name: string
  readonly size: number
}

/**
 * Everything the interface may ask of the operating system, exposed as `window.quorum`. Expected
 * refusals are values; a rejected promise means a bug or a window that lacks the right to ask
 * (the projector may only read).
 */
export interface DesktopApi {
  readonly app: {
    readonly info: () => Promise<AppInfo>
    /** Shows a notice of the desktop; false when the user turned them off or the desktop has none. */
    readonly notify: (notice: DesktopNotice) => Promise<boolean>
    /**
     * Throws away a database that cannot even be opened, so that it can be built again from the journal;
     * false, and nothing done, while there is no whole journal to build it from.
     */
    readonly discardDatabase: () => Promise<boolean>
  }
  readonly journal: {
    /** State of the journal; waits until the check at start has ended. */
    readonly status: () => Promise<JournalStatus>
    /** Checks folder and file again, after the user freed space or mended permissions. */
    readonly reopen: () => Promise<JournalStatus>
    /**
     * Records after `afterSeq`, in order. A page may hold fewer than `limit` (large records); only an
     * empty page means the end.
     */
    readonly read: (request: {
      readonly afterSeq: number
      readonly limit: number
    }) => Promise<Result<readonly JournalRecord[], JournalReadFailure>>
    /** Stores a change set; answers after it was flushed to disk, in the order of the calls. */
    readonly append: (request: {
      readonly changeSet: ChangeSet
    }) => Promise<Result<JournalAck, AppendFailure>>
    /**
     * Hands over changes of a large change set ahead of it, in their order: in one piece they would hold both
     * processes up. Nothing is stored of them until {@link appendStaged}; another change set replaces them.
     */
    readonly stage: (part: StagedChanges) => Promise<null>
    /** As `append`, of a change set whose first changes were handed over; it becomes one record all the same. */
    readonly appendStaged: (request: StagedAppend) => Promise<Result<JournalAck, AppendFailure>>
  }
  readonly attachments: {
    /** Lets the user choose files and stores them; cancelling adds and refuses nothing. */
    readonly pick: () => Promise<AddedAttachments>
    /** Stores files that the user dropped or chose in a file input. */
    readonly addDropped: (files: readonly DroppedFile[]) => Promise<AddedAttachments>
    /** Keeps a file that the interface made; answers after it was flushed, so that a record may name it. */
    readonly store: (file: MadeAttachment) => Promise<Result<AttachmentMeta, AttachmentStoreFailure>>
    /** Shows a stored file with the system's application, or in its folder when it is of another kind. */
    readonly open: (request: {
      readonly sha256: string
      readonly name: string
    }) => Promise<Result<AttachmentOpened, AttachmentOpenFailure>>
    /** Begins to take in an attachment out of a packet, unless a whole copy of it is stored already. */
    readonly startUpload: (request: {
      readonly sha256: string
      readonly name: string
      readonly size: number
    }) => Promise<Result<UploadStart, UploadFailure>>
    /** Hands over the next bytes, at most PACKET_CHUNK_BYTES; wait for the answer before the next ones. */
    readonly sendUpload: (request: {
      readonly uploadId: UploadId
      readonly bytes: Uint8Array
    }) => Promise<Result<null, UploadFailure>>
    /** Keeps the attachment; answers after it was checked against its hash and flushed. */
    readonly finishUpload: (request: {
      readonly uploadId: UploadId
    }) => Promise<Result<AttachmentMeta, UploadFailure>>
    /** Throws away what was sent; false when there is no such upload any more. */
    readonly cancelUpload: (request: { readonly uploadId: UploadId }) => Promise<boolean>
  }
  /** Writes one packet at a time. After any failure nothing of it is left, and its handle is no longer valid. */
  readonly packet: {
    /** Asks where to write, and begins. */
    readonly begin: (request: PacketStart) => Promise<Result<{ readonly jobId: PacketJobId }, PacketFailure>>
    /** Writes a piece of a file that the interface made; wait for the answer before the next one. */
    readonly add: (request: PacketPiece) => Promise<Result<null, PacketFailure>>
    /** Writes a stored attachment, checked against its hash on the way. */
    readonly attach: (request: {
      readonly jobId: PacketJobId
      readonly path: string
      readonly sha256: string
    }) => Promise<Result<null, PacketFailure>>
    /** Writes manifests and signature, flushes, and puts the file under the name that was chosen. */
    readonly finish: (
      request: { readonly jobId: PacketJobId } & PacketEnd,
    ) => Promise<Result<WrittenPacket, PacketFailure>>
    /** Gives up a packet and removes what was written; false when there is no such job any more. */
    readonly cancel: (request: { readonly jobId: PacketJobId }) => Promise<boolean>
    /** Calls the listener while large files are written; returns the function that stops it. */
    readonly onProgress: (listener: (progress: PacketProgress) => void) => () => void
    /** The key that signs, made when there is none yet. */
    /** The key that packets are signed with; the first is made when it is asked for. */
    readonly signingKey: () => Promise<Result<SigningKeyState, SaveFailure>>
    /** A new key in place of one that cannot be read, which is kept aside; a key that can be read stays. */
    readonly replaceSigningKey: () => Promise<Result<SigningKeyState, SaveFailure>>
  }
  /** Writes one year of publications at a time. After any failure nothing of it is left. */
  readonly yearExport: {
    /** Asks where to write, and begins. */
    readonly begin: (request: YearStart) => Promise<Result<{ readonly jobId: YearJobId }, YearFailure>>
    /** Writes a piece of a file that the interface made; wait for the answer before the next one. */
    readonly add: (request: YearPiece) => Promise<Result<null, YearFailure>>
    /** Writes a stored file, without hidden data if its role asks for that; says what became of it. */
    readonly attach: (request: YearFile) => Promise<Result<WrittenYearFile, YearFailure>>
    /** Flushes everything and puts it under its name; no folder that exists is touched. */
    readonly finish: (request: { readonly jobId: YearJobId }) => Promise<Result<WrittenYear, YearFailure>>
    /** Gives up and removes what was written; false when there is no such job any more. */
    readonly cancel: (request: { readonly jobId: YearJobId }) => Promise<boolean>
    /** Calls the listener while stored files are read; returns the function that stops it. */
    readonly onProgress: (listener: (progress: YearProgress) => void) => () => void
  }
  /** Packets that come in: the page and its workers read their bytes at the address given, in ranges. */
  readonly incoming: {
    /** Lets the user choose a file. */
    readonly pick: () => Promise<Result<IncomingPacket, IncomingFailure>>
    /** Opens a file that the user dropped. */
    readonly addDropped: (file: DroppedFile) => Promise<Result<IncomingPacket, IncomingFailure>>
    /**
     * Calls the listener for every file that the system opened with the app, also for those from before
     * it listened; returns the function that stops it.
     */
    readonly onOpened: (listener: (opened: Result<IncomingPacket, IncomingFailure>) => void) => () => void
    /** Closes the file; its address is no longer valid. False when it was closed already. */
    readonly close: (request: { readonly url: string }) => Promise<boolean>
  }
  readonly documents: {
    /** Asks where to save and writes the finished DOCX there. */
    readonly saveDocx: (request: {
      readonly suggestedName: string
      readonly bytes: Uint8Array
    }) => Promise<Result<SavedFile, SaveFailure>>
    /** Asks where to save, renders a document tree or a poster to PDF and writes it there. */
    readonly savePdf: (request: {
      readonly suggestedName: string
      readonly tree: Printable
    }) => Promise<Result<SavedFile, SaveFailure>>
    /** Renders the document tree to PDF for another use of the interface; nothing is saved. */
    readonly renderPdf: (request: { readonly tree: DocTree }) => Promise<Result<Uint8Array, SaveFailure>>
    /** Asks where to save a file that the interface made, and writes it there. */
    readonly saveFile: (request: MadeFile) => Promise<Result<SavedFile, SaveFailure>>
    /** Asks for a folder and writes every file there; nothing in it is overwritten. */
    readonly saveFolder: (request: {
      readonly files: readonly MadeFile[]
    }) => Promise<Result<SavedFolder, FolderFailure>>
    /** Shows a file that was saved since the app started in its folder; false when it is gone. */
    readonly reveal: (request: { readonly fileId: string }) => Promise<boolean>
  }
  readonly settings: {
    readonly get: () => Promise<Settings>
    readonly set: (patch: SettingsPatch) => Promise<Settings>
  }
  readonly projector: {
    /** Opens the window for the room, or moves the open one to this session. */
    readonly open: (request: { readonly sessionId: string }) => Promise<void>
    readonly close: () => Promise<void>
  }
  /** Calls the listener for every command chosen in the menu; returns the function that stops it. */
  readonly onCommand: (listener: (command: MenuCommand) => void) => () => void
}
