import type { DocTree } from '../../../shared/documents'
import type { AttachmentRef, Point } from '../../../shared/domain/sessions'
import { pointSchema } from '../../../shared/domain/sessions'
import { err, ok, type Result } from '../../../shared/lib/result'
import type { CommandDeps } from '../deps'
import type { AnnexFailureCode, FollowUpEdited, FollowUpFailure } from '../follow-up/failures'
import { type DocumentKind, documentBytes } from '../minuta/document-bytes'
import { editAgenda } from '../sessions/edit-agenda'

const MEDIA_TYPES: Readonly<Record<DocumentKind, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
}

async function keep(
  deps: CommandDeps,
  kind: DocumentKind,
  tree: DocTree,
): Promise<Result<AttachmentRef, AnnexFailureCode>> {
  const bytes = await documentBytes(deps, kind, tree)
  if (!bytes.ok) return err('render-failed')
  const name = `${tree.title}.${kind}`
  const stored = await deps.desktop.attachments.store({
    name,
    mediaType: MEDIA_TYPES[kind],
    bytes: bytes.value,
  })
  return stored.ok ? stored : err(stored.error.code)
}

/** The files of a point with new ones in the place of those of the same name, which were an earlier copy. */
function withFiles(point: Point, files: readonly AttachmentRef[]): Point {
  const names = new Set(files.map(({ name }) => name))
  const kept = point.attachments.filter(({ name }) => !names.has(name))
  return pointSchema.parse({ ...point, attachments: [...kept, ...files] })
}

/**
 * Makes the report as DOCX and PDF and annexes both to a point of the agenda, in one change. The files
 * are on disk before the point names them.
 */
export async function attachReport(
  deps: CommandDeps,
  point: Pick<Point, 'id' | 'sessionId' | 'number'>,
  tree: DocTree,
): Promise<Result<FollowUpEdited, FollowUpFailure>> {
  const files: AttachmentRef[] = []
  for (const kind of ['docx', 'pdf'] as const) {
    const kept = await keep(deps, kind, tree)
    if (!kept.ok) return err({ kind: 'annex', code: kept.error })
    files.push(kept.value)
  }
  const label = `Adjuntar el informe al punto ${point.number}`
  const edited = await editAgenda(deps, point.sessionId, label, ({ plan }) =>
    plan.points.some(({ id }) => id === point.id)
      ? ok(plan.points.map((other) => (other.id === point.id ? withFiles(other, files) : other)))
      : err({ code: 'unknown-point' }),
  )
  if (edited.ok) return edited
  return err(edited.error.kind === 'not-saved' ? edited.error : { kind: 'annex', code: 'no-point' })
}
