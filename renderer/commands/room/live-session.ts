import {
  type Fact,
  foldSession,
  type Recorded,
  type Refusal,
  type SessionPlan,
  type SessionRecord,
  type SessionState,
} from '../../../shared/domain/sessions'
import { ok, type Result } from '../../../shared/lib/result'
import type { AppendFailure } from '../../platform/desktop'
import { insert } from '../changes'
import { commitWhile } from '../commit'
import type { CommandDeps } from '../deps'
import { SerialQueue } from '../serial-queue'

/** What the room shows: every stored fact and what follows from them. All of it is on disk. */
export interface LiveSnapshot {
  readonly record: SessionRecord
  readonly state: SessionState
}

/** Why a gesture left no trace: the rules refused it, or it could not be written. */
export type GestureFailure =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'not-saved'; readonly failure: AppendFailure }

/** Decides a gesture against everything recorded so far. */
export type Decide = (record: SessionRecord) => Result<Recorded, Refusal>

/**
 * The session being recorded. Gestures are decided and stored one after the other, each against what the
 * one before left on disk, so that fast typing can never build on a fact that was not saved. The
 * snapshot changes only after the journal has the facts.
 */
export class LiveSession {
  readonly #deps: CommandDeps
  readonly #queue = new SerialQueue()
  readonly #listeners = new Set<() => void>()
  #snapshot: LiveSnapshot

  constructor(deps: CommandDeps, plan: SessionPlan, facts: readonly Fact[]) {
    this.#deps = deps
    this.#snapshot = { record: { plan, facts }, state: foldSession(plan, facts) }
  }

  readonly snapshot = (): LiveSnapshot => this.#snapshot

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Takes over a plan that was changed in Preparación. */
  setPlan(plan: SessionPlan): void {
    const { facts, plan: before } = this.#snapshot.record
    // Reading the same plan again is no change: nothing is replayed and nothing drawn anew.
    if (JSON.stringify(plan) === JSON.stringify(before)) return
    this.#show({ record: { plan, facts }, state: foldSession(plan, facts) })
  }

  /**
   * Takes in what was stored of its facts by whatever door (null: taken back): a packet may bring some that
   * were recorded elsewhere, and the next gesture goes after them. What it wrote itself it knows already.
   */
  hear(written: ReadonlyMap<string, Fact | null>): void {
    const { facts, plan } = this.#snapshot.record
    const byId = new Map<string, Fact>(facts.map((fact) => [fact.id, fact]))
    let isNews = false
    for (const [id, fact] of written) {
      const known = byId.get(id)
      if (fact === null) isNews = byId.delete(id) || isNews
      else if (fact.sessionId === plan.session.id && JSON.stringify(fact) !== JSON.stringify(known)) {
        byId.set(id, fact)
        isNews = true
      }
    }
    if (!isNews) return
    const all = [...byId.values()].sort((a, b) => a.seq - b.seq)
    this.#show({ record: { plan, facts: all }, state: foldSession(plan, all) })
  }

  /** Decides a gesture and stores its facts; resolves once they are on disk, or with why they are not. */
  perform(label: string, decide: Decide): Promise<Result<Recorded, GestureFailure>> {
    return this.#queue.run(() => this.#perform(label, decide))
  }

  async #perform(label: string, decide: Decide): Promise<Result<Recorded, GestureFailure>> {
    for (;;) {
      const decidedOn = this.#snapshot.record
      const decided = decide(decidedOn)
      if (!decided.ok) return { ok: false, error: { kind: 'refused', refusal: decided.error } }
      const { facts } = decided.value
      const changes = facts.map((fact) => insert('facts', fact))
      const onDurable = () => this.#take(decided.value, decidedOn)
      const holds = () => this.#snapshot.record === decidedOn
      const stored = await commitWhile(this.#deps, { label, changes, onDurable }, holds)
      if (stored.ok) return ok(decided.value)
      // An import that was being stored brought facts or points meanwhile: it is decided again, after them.
      if (stored.error.code === 'changed-since') continue
      return { ok: false, error: { kind: 'not-saved', failure: stored.error } }
    }
  }

  /** Takes facts that are on disk into what is shown, together with the badge that says so. */
  #take({ facts, state }: Recorded, decidedOn: SessionRecord): void {
    const { record } = this.#snapshot
    const all = [...record.facts, ...facts]
    // Plan or facts may have changed, in Preparación or by an import, while these were being written.
    const isAsDecided = record === decidedOn
    this.#show({
      record: { plan: record.plan, facts: all },
      state: isAsDecided ? state : foldSession(record.plan, all),
    })
  }

  #show(snapshot: LiveSnapshot): void {
    this.#snapshot = snapshot
    for (const listener of this.#listeners) listener()
  }
}
