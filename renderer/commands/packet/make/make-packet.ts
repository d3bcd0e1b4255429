import { bodyIdSchema } from '../../../../shared/domain/bodies'
import { type Packet, packetIdSchema, packetSchema } from '../../../../shared/domain/packets'
import { type SessionRecord, sessionName } from '../../../../shared/domain/sessions'
import { required } from '../../../../shared/lib/assert'
import { type Instant, instantSchema } from '../../../../shared/lib/iso-date'
import { err, ok, type Result } from '../../../../shared/lib/result'
import { instantAt } from '../../../../shared/lib/wall-instant'
import {
  buildView,
  filterOverlays,
  filterRecord,
  mayCompare,
  outlineOf,
  PACKET_PATHS,
  type PacketView,
  type PlannedAnnex,
  packetInfo,
  planAnnexes,
  policyOptionsOf,
  safeFileName,
  type ViewDocument,
  type ViewOptions,
} from '../../../../shared/packet'
import type { PacketJobId } from '../../../platform/desktop'
import type { CommandDeps } from '../../deps'
import { collectRecords } from '../collect-records'
import { recordPacket } from '../record-packet'
import { combinedParts, combinedTitle, combineInWorker, readAttachment } from './combine'
import { documentFiles, viewFiles } from './made-files'
import {
  type MadePacket,
  type MakePacketFailure,
  type MakingHooks,
  MakingStopped,
  type PacketChoice,
} from './packet-choice'
import { type PacketSource, readPacketSource } from './read-source'
import {
  combinedDocument,
  type DrawnDocument,
  drawDocument,
  planDocuments,
  viewDocument,
} from './session-documents'
import { type WritableFile, writeFiles } from './write-files'

/** What makes this packet this one. */
interface Heading {
  readonly packetId: Packet['id']
  readonly version: number
  readonly madeAt: Instant
  readonly headSeq: number
  readonly headHash: string
}

interface Papers {
  readonly drawn: readonly DrawnDocument[]
  readonly annexes: readonly PlannedAnnex[]
  readonly combined: Uint8Array | null
  readonly leftOut: readonly string[]
  readonly documents: readonly ViewDocument[]
}

function stop(failure: MakePacketFailure): never {
  throw new MakingStopped(failure)
}

function viewOptions({ audience, votes, include }: PacketChoice): ViewOptions {
  return {
    audience,
    votes: audience === 'public' ? votes : 'names',
    include: { minuta: true, annexes: include.annexes, followUp: include.followUp },
  }
}

async function headingOf(deps: CommandDeps, source: PacketSource): Promise<Heading> {
  const head = await deps.store.head()
  return {
    packetId: packetIdSchema.parse(deps.effects.newId()),
    version: (source.earlier[0]?.version ?? 0) + 1,
    madeAt: instantSchema.parse(deps.effects.now()),
    headSeq: head?.seq ?? 0,
    headHash: head?.hash ?? '0'.repeat(64),
  }
}

/** The session as the audience may see it; its papers are drawn from nothing else. */
function allowedRecord(source: PacketSource, choice: PacketChoice): SessionRecord | null {
  const { record } = source.view
  if (record === null) return null
  const filtered = filterRecord(record, choice.audience, policyOptionsOf(viewOptions(choice)))
  return filtered.ok ? filtered.value : stop({ code: 'draft-not-public' })
}

async function drawPapers(
  deps: CommandDeps,
  source: PacketSource,
  choice: PacketChoice,
  heading: Heading,
  hooks: MakingHooks,
): Promise<Papers> {
  const record = allowedRecord(source, choice)
  if (record === null) return { drawn: [], annexes: [], combined: null, leftOut: [], documents: [] }
  const { audience, include } = choice
  const overlays = filterOverlays(source.view.overlays, audience, policyOptionsOf(viewOptions(choice)))
  const allowed = { ...source.view, record, overlays }
  const report = include.followUp && audience !== 'public' ? source.report : null
  const planned = include.documents || include.combined ? planDocuments(allowed, heading, report) : []
  const { session } = record.plan
  // Not the clock: the same session drawn again gives the same files.
  const at = instantAt(session.date, session.time, source.view.body.timeZone)
  const drawn: DrawnDocument[] = []
  for (const document of planned) {
    if (hooks.signal.aborted) stop({ code: 'cancelled', detail: '' })
    hooks.onProgress({ step: 'drawing', done: drawn.length, total: planned.length })
    drawn.push(await drawDocument(deps, document, at))
  }
  const annexes = include.annexes ? planAnnexes(record.plan.points) : []
  const own = include.documents ? await Promise.all(drawn.map(viewDocument)) : []
  if (!include.combined) return { drawn, annexes, combined: null, leftOut: [], documents: own }
  hooks.onProgress({ step: 'combining', done: 0, total: 0 })
  const parts = await combinedParts(record.plan, drawn, annexes, readAttachment)
  const title = combinedTitle(source.view.body, record.plan, at)
  const { bytes, leftOut } = await combineInWorker({ ...title, parts }, hooks.signal)
  const documents = [...own, await combinedDocument(bytes)]
  return { drawn, annexes, combined: bytes, leftOut: leftOut.map((each) => each.title), documents }
}

function drawView(source: PacketSource, papers: Papers, choice: PacketChoice, heading: Heading): PacketView {
  const options = viewOptions(choice)
  const previous = source.earlier.find((packet) => mayCompare(packet, options)) ?? null
  const view = buildView({ ...source.view, documents: papers.documents }, options, {
    ...heading,
    previous,
  })
  return view.ok ? view.value : stop(view.error)
}

/** The rows that another Quórum takes in; the public gets none. */
async function recordsFile(
  deps: CommandDeps,
  choice: PacketChoice,
  view: PacketView,
): Promise<readonly WritableFile[]> {
  if (choice.audience === 'public') return []
  const collected = await collectRecords(deps, {
    packetId: packetIdSchema.parse(view.packetId),
    packetVersion: view.version,
    madeAt: view.madeAt,
    body: { id: bodyIdSchema.parse(view.body.id), name: view.body.name },
    sessionId: choice.scope.kind === 'session' ? choice.scope.sessionId : null,
    annexes: choice.scope.kind === 'body' || choice.include.annexes,
  })
  if (!collected.ok) return stop(collected.error)
  return [{ kind: 'streamed', path: PACKET_PATHS.records, pieces: collected.value.pieces }]
}

async function filesOf(
  deps: CommandDeps,
  source: PacketSource,
  papers: Papers,
  choice: PacketChoice,
  view: PacketView,
  fingerprint: string | null,
): Promise<readonly WritableFile[]> {
  const { include, passphrase } = choice
  const combined =
    papers.combined === null
      ? []
      : [{ kind: 'made' as const, path: PACKET_PATHS.combined, bytes: papers.combined }]
  const stored = source.files.map(({ sha256, size }) => {
    const path = `${PACKET_PATHS.files}/${sha256.slice(0, 2)}/${sha256}`
    return { kind: 'attached' as const, path, sha256, size }
  })
  const viewSource = { ...source.view, documents: papers.documents }
  const seal = { encrypted: passphrase !== null, fingerprint }
  return [
    ...viewFiles(view, viewSource, viewOptions(choice), seal),
    ...(include.documents ? documentFiles(papers.drawn) : []),
    ...combined,
    ...papers.annexes.map(({ file }) => file),
    ...stored,
    ...(await recordsFile(deps, choice, view)),
  ]
}

/** Name of the file and of the folder in it: "CGyPE-2017-11-15-segunda-sesion-ordinaria-v1-integrantes". */
function packetName({ body, session, version, audience }: PacketView): string {
  const words = { public: 'publico', members: 'integrantes', backup: 'respaldo' } as const
  const what = session === null ? '' : `${session.date} ${sessionName(session)}`
  return safeFileName(`${body.acronym} ${what} v${version} ${words[audience]}`.replaceAll('.', ' '))
}

async function record(
  deps: CommandDeps,
  choice: PacketChoice,
  view: PacketView,
  made: Omit<MadePacket, 'packet'>,
): Promise<MadePacket> {
  const { written } = made
  const { packetId: id, version, madeAt, headSeq, headHash, audience } = view
  const packet = packetSchema.parse({
    id,
    bodyId: view.body.id,
    sessionId: choice.scope.kind === 'session' ? choice.scope.sessionId : null,
    audience,
    version,
    madeAt,
    headSeq,
    headHash,
    fileName: written.name,
    fileSha256: written.sha256,
    size: written.size,
    encrypted: choice.passphrase !== null,
    fingerprint: written.fingerprint,
    namedVotes: viewOptions(choice).votes === 'names',
    outline: outlineOf(view),
  })
  const stored = await recordPacket(deps, packet)
  return stored.ok ? { ...made, packet } : stop({ code: 'not-recorded', failure: stored.error, written })
}

async function fingerprintOf(deps: CommandDeps, { sign }: PacketChoice): Promise<string | null> {
  if (!sign) return null
  const key = await deps.desktop.packet.signingKey()
  if (!key.ok) return stop(key.error)
  if (key.value.kind === 'ready') return key.value.fingerprint
  return stop({ code: 'key-unreadable', detail: key.value.reason })
}

async function write(
  deps: CommandDeps,
  choice: PacketChoice,
  files: readonly WritableFile[],
  view: PacketView,
  begun: { jobId: PacketJobId | null },
  hooks: MakingHooks,
) {
  const { packet, app } = deps.desktop
  const name = packetName(view)
  const size = files.reduce((sum, file) => sum + (file.kind === 'attached' ? file.size : 0), 0)
  hooks.onProgress({ step: 'asking', done: 0, total: 0 })
  const begin = await packet.begin({
    suggestedName: name,
    bagName: name,
    passphrase: choice.passphrase,
    expectedBytes: size,
  })
  if (!begin.ok) return stop(begin.error)
  begun.jobId = begin.value.jobId
  await writeFiles(packet, begin.value.jobId, files, hooks)
  hooks.onProgress({ step: 'closing', done: 0, total: 0 })
  const { version } = await app.info()
  const info = packetInfo(view, `Quórum ${version}`)
  const written = await packet.finish({ jobId: begin.value.jobId, info, sign: choice.sign })
  return written.ok ? written.value : stop(written.error)
}

/**
 * Makes a packet: reads, draws the papers as the audience may see them, asks where, writes, and remembers
 * what it said so that the next version can tell what changed. Giving up at any moment leaves nothing.
 */
export async function makePacket(
  deps: CommandDeps,
  choice: PacketChoice,
  hooks: MakingHooks,
): Promise<Result<MadePacket, MakePacketFailure>> {
  const begun: { jobId: PacketJobId | null } = { jobId: null }
  try {
    hooks.onProgress({ step: 'reading', done: 0, total: 0 })
    const source = await readPacketSource(deps, choice)
    const fingerprint = await fingerprintOf(deps, choice)
    const heading = await headingOf(deps, source)
    const papers = await drawPapers(deps, source, choice, heading, hooks)
    const view = drawView(source, papers, choice, heading)
    const files = await filesOf(deps, source, papers, choice, view, fingerprint)
    const written = await write(deps, choice, files, view, begun, hooks)
    return ok(await record(deps, choice, view, { written, leftOut: papers.leftOut }))
  } catch (error) {
    if (!(error instanceof MakingStopped)) throw error
    return err(error.failure)
  } finally {
    // After a packet is finished there is no such job, and nothing to give up.
    if (begun.jobId !== null) await deps.desktop.packet.cancel({ jobId: required(begun.jobId, 'job') })
  }
}
