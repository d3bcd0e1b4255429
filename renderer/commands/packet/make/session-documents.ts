import {
  buildAttendanceList,
  buildConvocatoria,
  buildFollowUpReport,
  buildMinuta,
  buildSignaturePaper,
  type DocTree,
} from '../../../../shared/documents'
import { settleDocx } from '../../../../shared/documents/docx/settle-docx'
import type { FollowUpReport } from '../../../../shared/domain/follow-up'
import { foldSession, type Session, type SessionRecord } from '../../../../shared/domain/sessions'
import { type Instant, wallClock } from '../../../../shared/lib/iso-date'
import { PACKET_PATHS, type ViewDocument, type ViewFile, type ViewSource } from '../../../../shared/packet'
import type { CommandDeps } from '../../deps'
import { documentBytes } from '../../minuta/document-bytes'
import { sha256Of } from './digest'
import { MakingStopped } from './packet-choice'

/** A document of the session before it is drawn. */
export interface PlannedDocument {
  readonly kind: ViewDocument['kind']
  readonly title: string
  /** Name of its files, without extension and without accents. */
  readonly name: string
  readonly tree: DocTree
}

/** A document drawn in its formats. */
export interface DrawnDocument {
  readonly planned: PlannedDocument
  readonly docx: Uint8Array
  readonly pdf: Uint8Array
}

/** When documents of a packet are made and where its register stands. */
export interface DocumentMoment {
  readonly madeAt: Instant
  readonly headHash: string
}

type Source = Omit<ViewSource, 'documents'>

/** The report of the follow-up, when there is anything to follow up. */
function followUpTree(source: Source, session: Session, report: FollowUpReport | null): DocTree | null {
  const { body, items } = source
  if (report === null || items.length === 0) return null
  return buildFollowUpReport({ body, report, session, generatedOn: session.date })
}

/** The documents that a session has, from rows that went through the policy; with a report when it is given. */
export function planDocuments(
  source: Source & { readonly record: SessionRecord },
  moment: DocumentMoment,
  report: FollowUpReport | null,
): readonly PlannedDocument[] {
  const { body, record, overlays, sessions } = source
  const state = foldSession(record.plan, record.facts)
  const { session } = record.plan
  const generatedOn = wallClock(moment.madeAt, body.timeZone).date
  const { headHash } = moment
  const minuta = buildMinuta({ body, state, overlays, previousSessions: sessions, headHash, generatedOn })
  const wasHeld = state.phase !== 'before'
  const followUp = followUpTree(source, session, report)
  const all: readonly (PlannedDocument | null)[] = [
    {
      kind: 'convocatoria',
      title: 'Convocatoria',
      name: '01-convocatoria',
      tree: buildConvocatoria({
        body,
        plan: record.plan,
        issuedOn: generatedOn < session.date ? generatedOn : session.date,
      }),
    },
    {
      kind: 'attendance',
      title: 'Lista de asistencia',
      name: '02-lista-de-asistencia',
      tree: buildAttendanceList(body, state),
    },
    wasHeld ? { kind: 'minuta', title: 'Minuta', name: '03-minuta', tree: minuta.tree } : null,
    wasHeld
      ? {
          kind: 'signatures',
          title: 'Hoja de firmas',
          name: '04-hoja-de-firmas',
          tree: buildSignaturePaper({ body, state, headHash, generatedOn }),
        }
      : null,
    followUp === null
      ? null
      : {
          kind: 'follow-up',
          title: 'Informe de seguimiento de acuerdos',
          name: '05-informe-de-seguimiento',
          tree: followUp,
        },
  ]
  return all.filter((document) => document !== null)
}

/** Draws a document as DOCX and PDF, both without the clock. */
export async function drawDocument(
  deps: Pick<CommandDeps, 'desktop'>,
  planned: PlannedDocument,
  at: Instant,
): Promise<DrawnDocument> {
  const docx = await documentBytes(deps, 'docx', planned.tree)
  if (!docx.ok) throw new MakingStopped(docx.error)
  const pdf = await documentBytes(deps, 'pdf', planned.tree)
  if (!pdf.ok) throw new MakingStopped(pdf.error)
  return { planned, docx: settleDocx(docx.value, at), pdf: pdf.value }
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

async function fileOf(path: string, mediaType: string, bytes: Uint8Array): Promise<ViewFile> {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return { id: path, path, name, mediaType, size: bytes.byteLength, sha256: await sha256Of(bytes) }
}

/** A drawn document as the view names it. */
export async function viewDocument({ planned, docx, pdf }: DrawnDocument): Promise<ViewDocument> {
  const path = `${PACKET_PATHS.documents}/${planned.name}`
  const files = await Promise.all([
    fileOf(`${path}.docx`, DOCX, docx),
    fileOf(`${path}.pdf`, 'application/pdf', pdf),
  ])
  return { kind: planned.kind, title: planned.title, files }
}

/** The combined PDF as the view names it. */
export async function combinedDocument(bytes: Uint8Array): Promise<ViewDocument> {
  const file = await fileOf(PACKET_PATHS.combined, 'application/pdf', bytes)
  return { kind: 'combined', title: 'Expediente completo en un PDF', files: [file] }
}
