import type { FileHandle } from 'node:fs/promises'
import type {
  AppendFailure,
  JournalAck,
  JournalFinding,
  JournalReadFailure,
  JournalStatus,
  SnapshotInfo,
} from '../../shared/ipc'
import { type ChangeSet, type JournalRecord, MAX_LINE_BYTES } from '../../shared/journal'
import { err, ok, type Result } from '../../shared/lib/result'
import { writeAll } from './durable-file'
import type { FileSystem } from './file-system'
import {
  changedOutside,
  diagnoseFolder,
  type FolderProblem,
  type JournalPaths,
  journalPaths,
  problemOf,
} from './journal-files'
import { type ReadableJournal, readRecords } from './journal-reader'
import { recoverJournal } from './journal-recovery'
import { EMPTY_HEAD, INDEX_STEP, type JournalScan, scanJournal } from './journal-scan'
import { sealRecord } from './journal-seal'
import { newestSnapshot, takeSnapshot } from './journal-snapshots'

/** What the journal needs from outside. */
export interface JournalOptions {
  readonly fs: FileSystem
  /** The journal's own folder. */
  readonly folder: string
  /** Clock: UTC, ISO 8601. */
  readonly now: () => string
  /** Version of the rows that this build writes, and the newest that it reads. */
  readonly schema: number
  /** Free bytes without which the journal is not opened for writing. */
  readonly neededBytes: number
}

/** A verified journal and the handle that appends to it. */
interface OpenJournal extends ReadableJournal {
  readonly kind: 'ready'
  handle: FileHandle
  /** Id of the last acknowledged change set of this run, with its ack; null before the first. */
  last: { readonly id: string; readonly ack: JournalAck } | null
  /**
   * What broke the last append and how many bytes it may have left behind; while set, the file must be
   * verified again before the next one.
   */
  broken: { readonly problem: FolderProblem; readonly leftBytes: number } | null
}

type State =
  | OpenJournal
  | { readonly kind: 'newer'; readonly foundSchema: number }
  | { readonly kind: 'unusable'; readonly problem: FolderProblem; readonly readable: ReadableJournal }

/**
 * The append-only, hash-chained journal: the one place where the user's work is durable. Calls are
 * carried out one after another; an append is acknowledged only after its bytes were flushed.
 */
export class Journal {
  readonly #options: JournalOptions
  readonly #paths: JournalPaths
  #state: Promise<State>
  #queue: Promise<unknown> = Promise.resolve()
  /** The copy being taken; appends go on meanwhile, since it stops at the head it began with. */
  #copy: Promise<void>
  #findings: JournalFinding[] = []
  #snapshot: SnapshotInfo | null = null

  /** Begins to verify the journal at once; every call waits for that. */
  constructor(options: JournalOptions) {
    this.#options = options
    this.#paths = journalPaths(options.folder)
    this.#state = this.#open()
    this.#copy = this.#copyIfMoved()
  }

  async status(): Promise<JournalStatus> {
    const state = await this.#state
    const { folder, schema } = this.#options
    if (state.kind === 'newer') {
      return { kind: 'newer', foundSchema: state.foundSchema, supportedSchema: schema, folder }
    }
    const problem = state.kind === 'unusable' ? state.problem : (state.broken?.problem ?? null)
    const { seq: headSeq, hash: headHash } = readableOf(state).head
    if (problem !== null) return { kind: 'unusable', folder, ...problem, headSeq, headHash }
    const findings = [...this.#findings]
    return { kind: 'ready', headSeq, headHash, schema, findings, snapshot: this.#snapshot }
  }

  /** Opens again from the start: diagnosis, verification, recovery. */
  reopen(): Promise<JournalStatus> {
    return this.#enqueue(async () => {
      await this.#copy
      await this.#closeHandle()
      this.#state = this.#open()
      this.#copy = this.#copyIfMoved()
      return this.status()
    })
  }

  /** `ahead` are its first changes as text ({@link changesText}), when they came before the rest. */
  append(changeSet: ChangeSet, ahead: readonly string[] = []): Promise<Result<JournalAck, AppendFailure>> {
    return this.#enqueue(() => this.#append(changeSet, ahead))
  }

  async read(afterSeq: number, limit: number): Promise<Result<readonly JournalRecord[], JournalReadFailure>> {
    const state = await this.#state
    if (state.kind === 'newer') return err({ code: 'newer-data', foundSchema: state.foundSchema })
    return readRecords(this.#options.fs, this.#paths.journal, readableOf(state), afterSeq, limit)
  }

  /** Waits for every append that was asked for, copies the journal if it grew, and lets go of it. */
  close(): Promise<void> {
    return this.#enqueue(async () => {
      await this.#copy
      await this.#copyIfMoved()
      await this.#closeHandle()
    })
  }

  #enqueue<T>(operation: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(operation)
    this.#queue = result.catch(() => undefined)
    return result
  }

  async #open(): Promise<State> {
    const { fs, neededBytes, schema, now } = this.#options
    const blocked = await diagnoseFolder(fs, this.#paths, neededBytes)
    if (blocked !== null) return this.#readOnly(blocked)
    try {
      const recovery = await recoverJournal({ fs, paths: this.#paths, supportedSchema: schema, now })
      if (recovery.kind === 'newer') return recovery
      this.#findings.push(...recovery.findings)
      this.#snapshot = await newestSnapshot(fs, this.#paths)
      const handle = await fs.open(this.#paths.journal, 'r+')
      return { kind: 'ready', handle, ...readableFrom(recovery.scan), last: null, broken: null }
    } catch (error) {
      return this.#readOnly(problemOf(error))
    }
  }

  /** What can still be read when nothing may be written. */
  async #readOnly(problem: FolderProblem): Promise<State> {
    const { fs, schema } = this.#options
    const scan = await scanJournal(fs, this.#paths.journal).catch(() => null)
    if (scan !== null && scan.newestSchema > schema) return { kind: 'newer', foundSchema: scan.newestSchema }
    return { kind: 'unusable', problem, readable: readableFrom(scan) }
  }

  async #append(changeSet: ChangeSet, ahead: readonly string[]): Promise<Result<JournalAck, AppendFailure>> {
    const state = await this.#state
    if (state.kind === 'newer') return err({ code: 'newer-data', foundSchema: state.foundSchema })
    if (state.kind === 'unusable') return blocked(state.problem)
    if (state.last?.id === changeSet.id) return ok(state.last.ack)
    const { now, schema } = this.#options
    const unsealed = { seq: state.head.seq + 1, prev: state.head.hash, at: now(), schema, changeSet }
    const { hash, bytes } = await sealRecord(unsealed, ahead)
    if (bytes.byteLength > MAX_LINE_BYTES) {
      return err({ code: 'too-large', bytes: bytes.byteLength, maxBytes: MAX_LINE_BYTES })
    }
    try {
      if (state.broken !== null) await this.#mend(state, state.broken.leftBytes)
      await assertUntouched(state)
      await writeAll(state.handle, bytes, state.goodBytes)
      await state.handle.datasync()
    } catch (error) {
      // The bytes may or may not be on the disk; a second flush could lie about them. Nothing counts
      // until the file was opened, cut and verified again.
      return blocked(await this.#breakOff(state, problemOf(error), bytes.byteLength))
    }
    return ok(this.#acknowledge(state, { ...unsealed, hash }, bytes.byteLength))
  }

  #acknowledge(state: OpenJournal, record: JournalRecord, size: number): JournalAck {
    const { seq, hash, at } = record
    if ((seq - 1) % INDEX_STEP === 0) state.index.push(state.goodBytes)
    state.head = { seq, hash }
    state.goodBytes += size
    const ack = { seq, hash, at }
    state.last = { id: record.changeSet.id, ack }
    return ack
  }

  async #breakOff(state: OpenJournal, problem: FolderProblem, leftBytes: number): Promise<FolderProblem> {
    state.broken = { problem, leftBytes: Math.max(leftBytes, state.broken?.leftBytes ?? 0) }
    if (problem.reason === 'changed-outside') {
      // Cutting the file could destroy another writer's records: only a full reopening may judge it.
      await state.handle.close().catch(() => undefined)
      this.#state = Promise.resolve({ kind: 'unusable', problem, readable: state })
    }
    return problem
  }

  /** After a failed append: a new handle, the whole chain verified, everything unacknowledged cut off. */
  async #mend(state: OpenJournal, leftBytes: number): Promise<void> {
    const { fs } = this.#options
    await state.handle.close().catch(() => undefined)
    state.handle = await fs.open(this.#paths.journal, 'r+')
    const { seq, hash } = state.head
    const scan = await scanJournal(fs, this.#paths.journal, new Set([seq]))
    if (scan === null || (seq > 0 && scan.hashes.get(seq) !== hash)) throw changedOutside()
    if (scan.fileBytes > state.goodBytes + leftBytes) throw changedOutside()
    await state.handle.truncate(state.goodBytes)
    await state.handle.sync()
    state.broken = null
  }

  async #copyIfMoved(): Promise<void> {
    const state = await this.#state
    if (state.kind !== 'ready' || state.broken !== null) return
    if (state.head.seq === 0 || state.head.seq === this.#snapshot?.seq) return
    const { fs } = this.#options
    const finding = await takeSnapshot(fs, this.#paths, state.head, state.goodBytes)
    if (finding !== null) this.#findings.push(finding)
    else this.#snapshot = await newestSnapshot(fs, this.#paths)
  }

  async #closeHandle(): Promise<void> {
    const state = await this.#state
    if (state.kind === 'ready') await state.handle.close().catch(() => undefined)
    const problem = { reason: 'io-error', detail: 'CLOSED', space: null } as const
    const readable =
      state.kind === 'newer' ? readableFrom(null) : state.kind === 'unusable' ? state.readable : state
    if (state.kind !== 'newer') this.#state = Promise.resolve({ kind: 'unusable', problem, readable })
  }
}

function readableFrom(scan: JournalScan | null): ReadableJournal {
  return { head: scan?.head ?? EMPTY_HEAD, goodBytes: scan?.goodBytes ?? 0, index: scan?.index ?? [] }
}

function readableOf(state: Exclude<State, { kind: 'newer' }>): ReadableJournal {
  return state.kind === 'unusable' ? state.readable : state
}

function blocked({ reason, detail }: FolderProblem): Result<never, AppendFailure> {
  return err({ code: 'blocked', reason, detail })
}

/** Throws when somebody else wrote, cut, replaced or deleted the file since the last append. */
async function assertUntouched(state: OpenJournal): Promise<void> {
  const { size, nlink } = await state.handle.stat()
  if (size !== state.goodBytes || nlink === 0) throw changedOutside()
}
