import type { Change, ChangeSet, JournalRecord } from '../../shared/journal'
import { err, ok, type Result } from '../../shared/lib/result'
import { SCHEMA_VERSION } from '../../shared/schema/version'
import type { AppendFailure, DesktopApi, JournalAck } from '../platform/desktop'
import type { CommandDeps } from './deps'

/** A change set that is on disk and applied. */
export interface Committed {
  readonly changeSet: ChangeSet
  readonly ack: JournalAck
}

/** What a command asks to be stored. */
export interface CommitRequest {
  /** What the user did, in Spanish. */
  readonly label: string
  readonly changes: readonly Change[]
  readonly undoOf?: string
  /** Told at once when the change is on disk, a few milliseconds before the database has it too. */
  readonly onDurable?: () => void
}

/** Records read from the journal at a time. */
const PAGE = 500

/** Applies what the journal has and the database has not. */
async function catchUp(deps: CommandDeps): Promise<boolean> {
  for (;;) {
    const head = await deps.store.head()
    const page = await deps.desktop.journal.read({ afterSeq: head?.seq ?? 0, limit: PAGE })
    if (!page.ok) return false
    if (page.value.length === 0) return true
    await deps.store.apply(page.value)
  }
}

/**
 * Applies a record that is on disk. If the database refuses it once (a full disk, a lost connection), it is
 * brought up to date from the journal; if that fails too the screens are behind, but nothing is lost, and
 * the next change or the next start mends it.
 */
async function applyOrCatchUp(deps: CommandDeps, record: JournalRecord): Promise<boolean> {
  try {
    await deps.store.apply([record])
    return true
  } catch {
    return catchUp(deps).catch(() => false)
  }
}

/** The acknowledgement of a change set that the journal has; null when it does not have it. */
async function acknowledged(deps: CommandDeps, { id }: ChangeSet): Promise<JournalAck | null> {
  let afterSeq = (await deps.store.head())?.seq ?? 0
  for (;;) {
    const page = await deps.desktop.journal.read({ afterSeq, limit: PAGE })
    if (!page.ok) throw new Error(`The journal cannot be read: ${page.error.code}`)
    const record = page.value.find(({ changeSet }) => changeSet.id === id)
    if (record) return { seq: record.seq, hash: record.hash, at: record.at }
    const last = page.value.at(-1)
    if (!last) return null
    afterSeq = last.seq
  }
}

/** Changes handed over at once when they are many: to copy them all in one piece would hold the window up. */
const PART = 250
/** More changes than these are handed over in parts. */
const FEW = 500

/** Asks the journal to store a change set; a large one is handed over in parts and is still one record. */
async function handOver(
  { journal }: DesktopApi,
  changeSet: ChangeSet,
): Promise<Result<JournalAck, AppendFailure>> {
  const { id, changes } = changeSet
  if (changes.length <= FEW) return journal.append({ changeSet })
  let staged = 0
  for (; staged + PART < changes.length; staged += PART) {
    await journal.stage({ changeSetId: id, from: staged, changes: changes.slice(staged, staged + PART) })
  }
  return journal.appendStaged({ changeSet: { ...changeSet, changes: changes.slice(staged) }, staged })
}

/**
 * Asks the journal to store a change set. An answer that got lost on its way says nothing of what is on
 * disk, so then the journal itself is asked. Throws when that does not answer either: nobody knows.
 */
async function append(deps: CommandDeps, changeSet: ChangeSet): Promise<Result<JournalAck, AppendFailure>> {
  try {
    return await handOver(deps.desktop, changeSet)
  } catch (error) {
    const lost = { code: 'blocked', reason: 'io-error', detail: String(error) } as const
    // Until the journal says otherwise, nothing of it counts as saved.
    deps.saves.set({ kind: 'failed', failure: lost })
    const ack = await acknowledged(deps, changeSet)
    return ack === null ? err(lost) : ok(ack)
  }
}

async function appendAndApply(
  deps: CommandDeps,
  changeSet: ChangeSet,
  onDurable: () => void = () => undefined,
): Promise<Result<Committed, AppendFailure>> {
  deps.saves.set({ kind: 'saving' })
  const answer = await append(deps, changeSet)
  if (!answer.ok) {
    deps.saves.set({ kind: 'failed', failure: answer.error })
    return answer
  }
  const ack = answer.value
  const saved = { kind: 'saved', at: ack.at, seq: ack.seq, hash: ack.hash } as const
  const record = { seq: ack.seq, prev: '', hash: ack.hash, at: ack.at, schema: SCHEMA_VERSION, changeSet }
  try {
    deps.saves.set({ ...saved, shown: true })
    onDurable()
  } finally {
    // Whatever becomes of those who were told, the database takes what the journal has.
    if (!(await applyOrCatchUp(deps, record))) deps.saves.set({ ...saved, shown: false })
  }
  return ok({ changeSet, ack })
}

function changeSetOf(deps: CommandDeps, request: CommitRequest): ChangeSet {
  return {
    id: deps.effects.newId(),
    at: deps.effects.now(),
    label: request.label,
    undoOf: request.undoOf ?? null,
    changes: request.changes,
  }
}

/**
 * The one door for writes. The journal gets the change set first and answers after it is on disk; only
 * then is the change shown as saved and the database brought up to date. Resolves when both are done.
 * Calls are carried out one after the other, in the order they were made.
 */
export function commit(deps: CommandDeps, request: CommitRequest): Promise<Result<Committed, AppendFailure>> {
  const changeSet = changeSetOf(deps, request)
  return deps.queue.run(() => appendAndApply(deps, changeSet, request.onDurable))
}

/** Something was stored since what was decided had been read. */
export interface ChangedSince {
  readonly code: 'changed-since'
}

/**
 * The same door for what was decided on something held in memory: when its turn comes it is stored only if `holds`
 * still answers so, because what was stored before it may have changed that.
 */
export function commitWhile(
  deps: CommandDeps,
  request: CommitRequest,
  holds: () => boolean,
): Promise<Result<Committed, AppendFailure | ChangedSince>> {
  const changeSet = changeSetOf(deps, request)
  return deps.queue.run(async () =>
    holds() ? appendAndApply(deps, changeSet, request.onDurable) : err({ code: 'changed-since' as const }),
  )
}

/**
 * The same door for a change set that was worked out over a while: it is stored only if the journal still
 * ends at the record that it was worked out from.
 */
export function commitAfter(
  deps: CommandDeps,
  request: CommitRequest,
  headSeq: number,
): Promise<Result<Committed, AppendFailure | ChangedSince>> {
  const changeSet = changeSetOf(deps, request)
  return deps.queue.run(async () => {
    const now = (await deps.store.head())?.seq ?? 0
    return now === headSeq
      ? appendAndApply(deps, changeSet, request.onDurable)
      : err({ code: 'changed-since' as const })
  })
}
