export {
  type AddedAttachments,
  type AttachmentMeta,
  type AttachmentOpened,
  type AttachmentOpenFailure,
  type AttachmentRefusal,
  MAX_ATTACHMENT_BYTES,
  MAX_DROPPED_FILES,
} from './attachments'
export type { AppInfo, DesktopApi, DroppedFile } from './desktop-api'
export { MAX_DOCUMENT_BYTES, type SavedFile, type SaveFailure } from './documents'
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
export type { Settings, SettingsPatch, Theme } from './settings'
