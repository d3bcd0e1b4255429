import type { ChangeSet } from '../journal'

/** Why the journal folder cannot be written; each needs another remedy from the user. */
export type JournalBlock =
  | 'read-only'
  | 'no-permission'
  | 'disk-full'
  | 'not-a-folder'
  | 'changed-outside'
  | 'io-error'

/** What is wrong with a journal line: no outline of a record, another hash, or out of sequence. */
export type LineProblem = 'malformed' | 'hash-mismatch' | 'out-of-sequence' | 'too-long'

/** Something noticed about the journal that the user must be told; the renderer words it in Spanish. */
export type JournalFinding =
  /** The last line was never finished (power cut before the acknowledgement); its bytes are kept aside. */
  | {
      readonly code: 'torn-tail'
      /** Number that the unfinished record would have had. */
      readonly atRecord: number
      readonly bytes: number
      /** File name below the folder `aside`. */
      readonly asideFile: string
    }
  /** A record in the file no longer matches its seal; the whole damaged file is kept aside. */
  | {
      readonly code: 'damaged'
      readonly atRecord: number
      readonly problem: LineProblem
      readonly asideFile: string
    }
  /** The journal file was gone although snapshots of it exist. */
  | { readonly code: 'missing' }
  /** The journal was whole but shorter than a snapshot of it (an old copy was put back, or it was cut). */
  | { readonly code: 'shorter-than-snapshot'; readonly journalSeq: number; readonly asideFile: string | null }
  /** Records lost from the journal were taken from a snapshot and from the intact rest of the file. */
  | {
      readonly code: 'recovered'
      readonly snapshotFile: string
      /** Last record that the snapshot gave. */
      readonly snapshotSeq: number
      /** Last record now in the journal; larger than snapshotSeq when the rest of the file continued it. */
      readonly headSeq: number
    }
  /** Records from `atRecord` on could not be recovered from any source. */
  | { readonly code: 'records-lost'; readonly atRecord: number }
  /** A snapshot does not belong to this journal (another chain); it was moved aside. */
  | { readonly code: 'snapshot-diverges'; readonly file: string; readonly seq: number }
  /** A snapshot is damaged; it was moved aside. */
  | { readonly code: 'snapshot-damaged'; readonly file: string }
  /** The last snapshot could not be written or did not read back equal. */
  | { readonly code: 'snapshot-failed'; readonly reason: JournalBlock }

/** Where the newest verified copy of the journal stands; null when there is none yet. */
export interface SnapshotInfo {
  readonly seq: number
  /** When it was written, UTC ISO 8601. */
  readonly at: string
}

/** The journal as the main process found it, after checking every record of it. */
export type JournalStatus =
  /** Verified and writable. headSeq 0 and the genesis hash mean that nothing was ever written. */
  | {
      readonly kind: 'ready'
      readonly headSeq: number
      readonly headHash: string
      readonly schema: number
      readonly findings: readonly JournalFinding[]
      readonly snapshot: SnapshotInfo | null
    }
  /** Written by a newer version of the app: nothing was or will be touched. */
  | {
      readonly kind: 'newer'
      readonly foundSchema: number
      readonly supportedSchema: number
      readonly folder: string
    }
  /** Cannot be written; what could be verified (headSeq, 0 for nothing) can still be read and exported. */
  | {
      readonly kind: 'unusable'
      readonly reason: JournalBlock
      readonly folder: string
      /** The operating system's error code, such as EROFS; for the log and for support. */
      readonly detail: string
      /** Free bytes and those needed when reason is `disk-full`; null otherwise. */
      readonly space: { readonly freeBytes: number; readonly neededBytes: number } | null
      readonly headSeq: number
      readonly headHash: string
    }

/** Proof that a change set is on disk: given only after the operating system flushed it. */
export interface JournalAck {
  readonly seq: number
  readonly hash: string
  /** When it was written, by the main process's clock, UTC ISO 8601. */
  readonly at: string
}

/** Why a change set was not stored. Nothing of it counts as saved; the caller may try again. */
export type AppendFailure =
  | { readonly code: 'blocked'; readonly reason: JournalBlock; readonly detail: string }
  | { readonly code: 'newer-data'; readonly foundSchema: number }
  | { readonly code: 'too-large'; readonly bytes: number; readonly maxBytes: number }

/** Why records cannot be read. */
export type JournalReadFailure =
  | { readonly code: 'newer-data'; readonly foundSchema: number }
  | { readonly code: 'damaged'; readonly atRecord: number; readonly detail: string }
  | { readonly code: 'io-error'; readonly detail: string }

/** A change set whose first changes were handed over before it. */
export interface StagedAppend {
  /** With the last of its changes only. */
  readonly changeSet: ChangeSet
  /** How many changes were handed over before those. */
  readonly staged: number
}
