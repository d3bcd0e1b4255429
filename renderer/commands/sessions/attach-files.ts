import type { AttachmentRef, Point } from '../../../shared/domain/sessions'
import type { Result } from '../../../shared/lib/result'
import type { CommandDeps } from '../deps'
import type { Edited, EditFailure } from './failures'
import { updatePoint } from './update-point'

/** Attaches stored files to a point; the same content under the same name is not repeated. */
export function attachFiles(
  deps: CommandDeps,
  point: Point,
  files: readonly AttachmentRef[],
): Promise<Result<Edited, EditFailure>> {
  return updatePoint(deps, point.sessionId, point.id, ({ attachments }) => {
    const fresh = files.filter(
      (file) => !attachments.some((other) => other.sha256 === file.sha256 && other.name === file.name),
    )
    return { attachments: [...attachments, ...fresh] }
  })
}
