import { createHash } from 'node:crypto'
import type { AppendFailure, DesktopApi, JournalAck } from '../../renderer/platform/desktop'
import {
  type Change,
  type ChangeSet,
  GENESIS_HASH,
  hashInput,
  type JournalRecord,
} from '../../shared/journal'
import { err, ok, type Result } from '../../shared/lib/result'
import { SCHEMA_VERSION } from '../../shared/schema/version'

function refuse(): never {
  throw new Error('not part of this test')
}

/** The operating system for tests of the data layer: a journal in memory, chained like the real one. */
export class FakeDesktop {
  records: JournalRecord[] = []
  /** While true the disk is full: nothing is acknowledged. */
  full = false
  #ahead: Change[] = []

  get head(): { readonly seq: number; readonly hash: string } {
    const last = this.records.at(-1)
    return { seq: last?.seq ?? 0, hash: last?.hash ?? GENESIS_HASH }
  }

  /** The answer of a journal that was checked and is writable. */
  readyStatus() {
    return {
      kind: 'ready',
      headSeq: this.head.seq,
      headHash: this.head.hash,
      schema: SCHEMA_VERSION,
      findings: [],
      snapshot: null,
    } as const
  }

  #append(changeSet: ChangeSet): Result<JournalAck, AppendFailure> {
    if (this.full) return err({ code: 'blocked', reason: 'disk-full', detail: 'ENOSPC' })
    const body = {
      seq: this.head.seq + 1,
      at: '2017-11-15T17:00:01.000Z',
      schema: SCHEMA_VERSION,
      changeSet,
    }
    const prev = this.head.hash
    const hash = createHash('sha256')
      .update(hashInput({ ...body, prev }))
      .digest('hex')
    this.records.push({ ...body, prev, hash })
    return ok({ seq: body.seq, hash, at: body.at })
  }

  get api(): DesktopApi {
    return {
      app: { info: refuse, notify: refuse, discardDatabase: refuse },
      journal: {
        status: async () => this.readyStatus(),
        reopen: async () => this.readyStatus(),
        read: async ({ afterSeq, limit }) =>
          ok(this.records.filter((record) => record.seq > afterSeq).slice(0, limit)),
        append: async ({ changeSet }) => this.#append(changeSet),
        stage: async ({ from, changes }) => {
          this.#ahead = [...this.#ahead.slice(0, from), ...changes]
          return null
        },
        appendStaged: async ({ changeSet, staged }) =>
          this.#append({ ...changeSet, changes: [...this.#ahead.slice(0, staged), ...changeSet.changes] }),
      },
      attachments: {
        pick: refuse,
        addDropped: refuse,
        store: refuse,
        open: refuse,
        startUpload: refuse,
        sendUpload: refuse,
        finishUpload: refuse,
        cancelUpload: refuse,
      },
      packet: {
        begin: refuse,
        add: refuse,
        attach: refuse,
        finish: refuse,
        cancel: refuse,
        onProgress: () => () => undefined,
        signingKey: refuse,
        replaceSigningKey: refuse,
      },
      yearExport: {
        begin: refuse,
        add: refuse,
        attach: refuse,
        finish: refuse,
        cancel: refuse,
        onProgress: () => () => undefined,
      },
      incoming: { pick: refuse, addDropped: refuse, onOpened: () => () => undefined, close: refuse },
      documents: {
        saveDocx: refuse,
        savePdf: refuse,
        renderPdf: refuse,
        saveFile: refuse,
        saveFolder: refuse,
        reveal: refuse,
      },
      settings: { get: refuse, set: refuse },
      projector: { open: refuse, close: refuse },
      onCommand: () => () => undefined,
    }
  }
}
