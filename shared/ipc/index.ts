export {
  type AddedAttachments,
  type AttachmentMeta,
  type AttachmentOpened,
  type AttachmentOpenFailure,
  type AttachmentRefusal,
  type AttachmentStoreFailure,
  MAX_ATTACHMENT_BYTES,
  MAX_DROPPED_FILES,
  type MadeAttachment,
} from './attachments'
export type { AppInfo, DesktopApi, DesktopNotice, DroppedFile } from './desktop-api'
export {
  FILE_KINDS,
  type FileKind,
  type FolderFailure,
  MAX_DOCUMENT_BYTES,
  MAX_FOLDER_FILES,
  type MadeFile,
  type SavedFile,
  type SavedFolder,
  type SaveFailure,
} from './documents'
export type {
  AppendFailure,
  JournalAck,
  JournalBlock,
  JournalFinding,
  JournalReadFailure,
  JournalStatus,
  LineProblem,
  SnapshotInfo,
} from './journal-status'
export { MENU_COMMANDS, type MenuCommand } from './menu-command'
export * from './packet'
export type { Settings, SettingsPatch, Theme } from './settings'
export type * from './year-export'
