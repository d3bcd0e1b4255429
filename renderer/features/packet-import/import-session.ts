import { err, type Result } from '../../../shared/lib/result'
import type { Choices, ImportPlan } from '../../../shared/packet'
import type { Committed } from '../../commands/commit'
import type { CommandDeps } from '../../commands/deps'
import { applyImport } from '../../commands/packet/apply-import'
import type { Offer } from '../../commands/packet/incoming/inbox'
import { IncomingReader } from '../../commands/packet/incoming/incoming-reader'
import { judgeSender, rememberSender } from '../../commands/packet/incoming/known-senders'
import type { IncomingRefusal } from '../../commands/packet/incoming/refusal'
import { takeAttachments } from '../../commands/packet/incoming/take-attachments'
import { wantedAttachments } from '../../commands/packet/incoming/wanted-attachments'
import type { IncomingSource, OpenedPacket } from '../../commands/packet/incoming/worker-messages'
import { planImport } from '../../commands/packet/plan-import'
import { undoChangeSet } from '../../commands/undo'
import type { Notice } from '../../ui/notify'
import { saveFailureText } from '../../ui/save-failure'
import { CHOOSE, type ImportState, OPENING, type ReadyPacket } from './import-state'
import {
  ATTACHMENTS_KEPT,
  applyFailureText,
  attachmentTroubleText,
  incomingFailureText,
  planFailureText,
  refusalText,
  unexpectedText,
} from './refusal-text'

/** A file being read: its worker, and which of the files looked at it is. */
interface Reading {
  readonly source: IncomingSource
  readonly reader: IncomingReader
}

const WAIT = 'Se está guardando otro expediente. Cuando termine, vuelva a abrir este.'

/**
 * One file after the other, from the door to the change set. It outlives no screen: leaving stops the
 * worker and closes the file.
 */
export class ImportSession {
  readonly #deps: CommandDeps
  readonly #notify: (notice: Notice) => void
  readonly #listeners = new Set<() => void>()
  #state: ImportState = CHOOSE
  #reading: Reading | null = null
  #isUndoing = false

  constructor(deps: CommandDeps, notify: (notice: Notice) => void) {
    this.#deps = deps
    this.#notify = notify
  }

  readonly state = (): ImportState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #set(state: ImportState): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }

  /** Looks at what came through a door; whatever was being looked at is let go. */
  take(offer: Offer): void {
    if (this.#state.kind === 'applying') {
      this.#turnAway(offer)
      return
    }
    this.#close()
    if (offer.kind === 'failure') {
      this.#set({ kind: 'choose', problem: incomingFailureText(offer.failure) })
      return
    }
    const reading = { source: offer.source, reader: new IncomingReader() }
    this.#reading = reading
    void this.#open(reading, null)
  }

  /** What is being stored still reads its own packet. */
  #turnAway(offer: Offer): void {
    if (offer.kind === 'source') this.#letGo(offer.source)
    this.#notify({ kind: 'warning', text: WAIT })
  }

  readonly openWith = (passphrase: string): void => {
    if (this.#reading !== null) void this.#open(this.#reading, passphrase)
  }

  /** Stops whatever is being done and forgets the file. */
  readonly cancel = (): void => {
    if (this.#state.kind === 'applying') return
    this.#close()
    this.#set(CHOOSE)
  }

  #close(): void {
    const reading = this.#reading
    this.#reading = null
    if (reading === null) return
    reading.reader.close()
    this.#letGo(reading.source)
  }

  #letGo(source: IncomingSource): void {
    if (source.kind === 'url') {
      void this.#deps.desktop.incoming.close({ url: source.url }).catch(() => undefined)
    }
  }

  async #open(reading: Reading, passphrase: string | null): Promise<void> {
    const { name } = reading.source
    const show = (state: ImportState) => {
      if (this.#reading === reading) this.#set(state)
    }
    show({ kind: 'reading', name, progress: OPENING })
    try {
      const opened = await reading.reader.open(reading.source, passphrase, (progress) =>
        show({ kind: 'reading', name, progress }),
      )
      if (this.#reading !== reading) return
      if (opened.ok) await this.#plan(reading, opened.value)
      else this.#refuse(name, opened.error)
    } catch (error) {
      if (this.#reading !== reading) return
      this.#close()
      this.#set({ kind: 'refused', name, refusal: unexpectedText(error) })
    }
  }

  #refuse(name: string, refusal: IncomingRefusal): void {
    if (refusal.code === 'needs-passphrase' || refusal.code === 'wrong-passphrase') {
      this.#set({ kind: 'passphrase', name, wasWrong: refusal.code === 'wrong-passphrase' })
      return
    }
    this.#close()
    this.#set({ kind: 'refused', name, refusal: refusalText(refusal) })
  }

  async #plan(reading: Reading, packet: OpenedPacket): Promise<void> {
    const { name } = reading.source
    const sender = judgeSender(packet)
    if (packet.records === null) {
      this.#set({ kind: 'ready', ready: { name, packet, sender, plan: null }, problem: null })
      return
    }
    const planned = await planImport(this.#deps, packet.records, (share) => {
      if (this.#reading !== reading) return
      this.#set({ kind: 'reading', name, progress: { phase: 'planning', done: share, total: 1 } })
    })
    if (this.#reading !== reading) return
    if (planned.ok) {
      this.#set({ kind: 'ready', ready: { name, packet, sender, plan: planned.value }, problem: null })
    } else {
      this.#close()
      this.#set({ kind: 'refused', name, refusal: planFailureText(planned.error) })
    }
  }

  readonly apply = (ready: ReadyPacket, choices: Choices): void => {
    if (this.#reading !== null && ready.plan !== null) void this.#apply(this.#reading, ready, choices)
  }

  async #apply(reading: Reading, ready: ReadyPacket, choices: Choices): Promise<void> {
    const { packet, plan } = ready
    if (plan === null) return
    const stop = (problem: string) => this.#set({ kind: 'ready', ready, problem })
    try {
      const applied = await this.#store(reading, ready, plan, choices)
      if (!applied.ok) return stop(applied.error)
      rememberSender(packet, this.#deps.effects.now())
      this.#close()
      const head = await this.#deps.store.head().catch(() => null)
      const isShown = (head?.seq ?? 0) >= applied.value.ack.seq
      this.#set({ kind: 'done', ready, committed: applied.value, isShown, isUndone: false })
    } catch (error) {
      // All is stored in one record: either it is there, whole, or nothing changed.
      if (await this.#isUntouched(plan)) {
        const { what, todo } = unexpectedText(error)
        return stop(`${what} ${todo}`)
      }
      this.#close()
      this.#set({ kind: 'unsure', name: ready.name })
    }
  }

  /** Whether the journal says that nothing was stored since the plan was made; false when it says nothing. */
  async #isUntouched({ headSeq }: ImportPlan): Promise<boolean> {
    try {
      const page = await this.#deps.desktop.journal.read({ afterSeq: headSeq, limit: 1 })
      return page.ok && page.value.length === 0
    } catch {
      return false
    }
  }

  /** First the attachments, then the rows that name them; the text says why nothing was changed. */
  async #store(
    reading: Reading,
    { packet, ...ready }: ReadyPacket,
    plan: ImportPlan,
    choices: Choices,
  ): Promise<Result<Committed, string>> {
    const says = (text: string) => this.#set({ kind: 'applying', ready: { packet, ...ready }, says: text })
    says('Preparando lo elegido…')
    const wanted = wantedAttachments(plan, choices)
    const stored = await takeAttachments(
      this.#deps.desktop.attachments,
      reading.reader,
      packet,
      wanted,
      (count) => says(`Guardando anexos: ${count} de ${wanted.length}`),
    )
    if (!stored.ok) return err(attachmentTroubleText(stored.error))
    says('Guardando los registros…')
    const applied = await applyImport(this.#deps, plan, choices)
    if (applied.ok) return applied
    const kept = wanted.length === 0 ? '' : ` ${ATTACHMENTS_KEPT}`
    return err(`${applyFailureText(applied.error)}${kept}`)
  }

  /** The screen is gone; what is being stored goes on to its end. */
  leave(): void {
    if (this.#state.kind !== 'applying') this.#close()
  }

  readonly undo = (done: Extract<ImportState, { kind: 'done' }>): void => {
    // Typed again, it would find that what it takes back is gone already.
    if (this.#isUndoing) return
    this.#isUndoing = true
    const failed = (text: string) => {
      this.#isUndoing = false
      this.#notify({ kind: 'error', text })
    }
    undoChangeSet(this.#deps, done.committed.changeSet).then(
      (undone) => {
        if (undone.ok) {
          this.#isUndoing = false
          this.#set({ ...done, isUndone: true })
        } else if (undone.error.code === 'changed-since' || undone.error.code === 'facts-depend') {
          failed('No se deshizo: algo de lo que se importó ya cambió después.')
        } else failed(saveFailureText('deshacer'))
      },
      () => failed(saveFailureText('deshacer')),
    )
  }
}
