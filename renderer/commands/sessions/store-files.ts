import type { AddedAttachments, DroppedFile } from '../../platform/desktop'
import type { CommandDeps } from '../deps'

/** Files on their way into the app: those stored on disk, and those refused one by one. */
export type StoredFiles = AddedAttachments

/** Stores dropped files or, with null, those the user picks in the system's dialog. */
export function storeFiles(deps: CommandDeps, dropped: readonly DroppedFile[] | null): Promise<StoredFiles> {
  const { attachments } = deps.desktop
  return dropped ? attachments.addDropped(dropped) : attachments.pick()
}
