import type { AttachmentRef, Point } from '../../../shared/domain/sessions'
import type { Result } from '../../../shared/lib/result'
import type { AddedAttachments, AttachmentRefusal, DroppedFile } from '../../platform/desktop'
import type { CommandDeps } from '../deps'
import type { Edited, EditFailure } from './failures'
import { updatePoint } from './update-point'

/** What became of the files: those stored and named in the point, and those refused one by one. */
export interface AttachedFiles {
  readonly edited: Result<Edited, EditFailure>
  readonly added: number
  readonly refused: readonly { readonly name: string; readonly reason: AttachmentRefusal }[]
}

/** The attachments with new ones at the end; the same content under the same name is not repeated. */
function joinAttachments(
  present: readonly AttachmentRef[],
  added: AddedAttachments['added'],
): readonly AttachmentRef[] {
  const fresh = added.filter(
    (file) => !present.some((other) => other.sha256 === file.sha256 && other.name === file.name),
  )
  return [...present, ...fresh]
}

/**
 * Attaches files to a point: dropped ones, or with null those the user picks in the system's dialog. Each
 * file is on disk before the point refers to it.
 */
export async function attachFiles(
  deps: CommandDeps,
  point: Point,
  dropped: readonly DroppedFile[] | null,
): Promise<AttachedFiles> {
  const { attachments } = deps.desktop
  const { added, refused } = dropped ? await attachments.addDropped(dropped) : await attachments.pick()
  const edited = await updatePoint(deps, point.sessionId, point.id, (current) => ({
    attachments: joinAttachments(current.attachments, added),
  }))
  return { edited, added: added.length, refused }
}
