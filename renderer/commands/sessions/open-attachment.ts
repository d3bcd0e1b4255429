import type { AttachmentRef } from '../../../shared/domain/sessions'
import type { Result } from '../../../shared/lib/result'
import type { AttachmentOpened, AttachmentOpenFailure } from '../../platform/desktop'
import type { CommandDeps } from '../deps'

/** Shows an attachment with the system's own application. */
export function openAttachment(
  deps: CommandDeps,
  { sha256, name }: AttachmentRef,
): Promise<Result<AttachmentOpened, AttachmentOpenFailure>> {
  return deps.desktop.attachments.open({ sha256, name })
}
