import type { Effects } from '../../lib/effects'
import { type ClockTime, instantSchema } from '../../lib/iso-date'
import { err, ok, type Result } from '../../lib/result'
import { effectiveFacts, isCorrection, isPlain } from './effective-facts'
import { type CorrectionBody, type Fact, type FactBody, factSchema, type PlainFactBody } from './fact'
import { applyFact, foldEffective, foldSession } from './fold'
import type { FactId } from './ids'
import type { Refusal } from './refusal'
import type { SessionPlan, SessionRecord, SessionState } from './state'

/** New fact rows to store, and the state that follows from them. */
export interface Recorded {
  readonly facts: readonly Fact[]
  readonly state: SessionState
}

function nextSeq(record: SessionRecord): number {
  return record.facts.reduce((max, fact) => Math.max(max, fact.seq), 0) + 1
}

function makeFacts(
  record: SessionRecord,
  bodies: readonly { readonly body: FactBody; readonly time: ClockTime }[],
  effects: Effects,
): readonly Fact[] {
  const gesture = effects.newId()
  const recordedAt = instantSchema.parse(effects.now())
  const first = nextSeq(record)
  return bodies.map(({ body, time }, index) =>
    factSchema.parse({
      id: effects.newId(),
      sessionId: record.plan.session.id,
      seq: first + index,
      recordedAt,
      time,
      gesture,
      body,
    }),
  )
}

/** A fact as it is stored: the opening keeps the rules in force, so that no later change re-decides votes. */
export function asRecorded(body: PlainFactBody, plan: SessionPlan): PlainFactBody {
  return body.kind === 'session-opened' && body.rules === undefined ? { ...body, rules: plan.rules } : body
}

/**
 * Decides whether the facts of one gesture may be recorded, one after the other, at a wall-clock time.
 * Returns the rows to store, or the first refusal; nothing is half recorded.
 */
export function recordGesture(
  record: SessionRecord,
  bodies: readonly PlainFactBody[],
  time: ClockTime,
  effects: Effects,
): Result<Recorded, Refusal> {
  const facts = makeFacts(
    record,
    bodies.map((body) => ({ body: asRecorded(body, record.plan), time })),
    effects,
  )
  let state = foldSession(record.plan, record.facts)
  for (const fact of facts) {
    if (!isPlain(fact)) continue
    const next = applyFact(state, { id: fact.id, seq: fact.seq, time, body: fact.body, corrected: false })
    if (!next.ok) return next
    state = next.value
  }
  return ok({ facts, state })
}

/** Stores corrections if every fact after them still holds; otherwise names the one that would not. */
function recordCorrections(
  record: SessionRecord,
  corrections: readonly CorrectionBody[],
  time: ClockTime,
  effects: Effects,
): Result<Recorded, Refusal> {
  const before = foldSession(record.plan, record.facts)
  const facts = makeFacts(
    record,
    corrections.map((body) => ({ body, time })),
    effects,
  )
  const state = foldEffective(record.plan, effectiveFacts([...record.facts, ...facts]))
  const known = new Set(before.anomalies.map((anomaly) => anomaly.fact.id))
  const broken = state.anomalies.find((anomaly) => !known.has(anomaly.fact.id))
  if (!broken) return ok({ facts, state })
  const direct = corrections.some((correction) => correction.targetId === broken.fact.id)
  return err(
    direct ? broken.refusal : { code: 'breaks-later-fact', factId: broken.fact.id, because: broken.refusal },
  )
}

const WHOLE_VOTE: ReadonlySet<string> = new Set(['vote-opened', 'ballots-rest', 'vote-closed'])

/**
 * The facts that are voided with one: opening, closing and "everybody else" stand for the whole vote, which
 * makes no sense without them; any other fact goes alone.
 */
function voidedTogether(record: SessionRecord, targetId: FactId): readonly FactId[] {
  const counting = effectiveFacts(record.facts)
  const body = counting.find((fact) => fact.id === targetId)?.body
  if (!body || !WHOLE_VOTE.has(body.kind) || !('voteId' in body)) return [targetId]
  return counting
    .filter((fact) => 'voteId' in fact.body && fact.body.voteId === body.voteId)
    .map((fact) => fact.id)
}

/** What a fact says from now on, and when it happened. */
export interface Replacement {
  readonly body: PlainFactBody
  readonly time: ClockTime
}

/**
 * What goes with an opening that is put right to another point: everything recorded under the wrong one until
 * the next point was opened, so that what was said and voted is of the point that was really discussed.
 */
export function movedWithPoint(
  facts: readonly Fact[],
  targetId: FactId,
  body: PlainFactBody,
): readonly { readonly targetId: FactId; readonly replacement: Replacement }[] {
  const counting = effectiveFacts(facts)
  const from = counting.findIndex((fact) => fact.id === targetId)
  const opening = counting[from]?.body
  if (opening?.kind !== 'point-opened' || body.kind !== 'point-opened') return []
  if (opening.pointId === body.pointId) return []
  const later = counting.slice(from + 1)
  const end = later.findIndex((fact) => fact.body.kind === 'point-opened')
  return later.slice(0, end === -1 ? later.length : end).flatMap((fact) =>
    'pointId' in fact.body && fact.body.pointId === opening.pointId
      ? [
          {
            targetId: fact.id,
            replacement: { body: { ...fact.body, pointId: body.pointId }, time: fact.time },
          },
        ]
      : [],
  )
}

/** Whether a replacement turns a review into something else, or into that of another item. */
function changesReviewedItem(before: PlainFactBody, after: PlainFactBody): boolean {
  if (before.kind !== 'item-reviewed' || after.kind !== 'item-reviewed') {
    return before.kind === 'item-reviewed' || after.kind === 'item-reviewed'
  }
  return before.item.id !== after.item.id || before.item.seq !== after.item.seq
}

/**
 * Replaces what an earlier fact says, or voids it (`replacement` null). The original stays stored; the
 * correction is refused when a later fact would no longer be possible. A point opened by mistake takes along
 * what was recorded under it.
 */
export function correctFact(
  record: SessionRecord,
  targetId: FactId,
  replacement: Replacement | null,
  reason: string | null,
  time: ClockTime,
  effects: Effects,
): Result<Recorded, Refusal> {
  const target = record.facts.find((fact) => fact.id === targetId)
  if (!target || !isPlain(target)) return err({ code: 'unknown-fact' })
  if (replacement && changesReviewedItem(target.body, replacement.body)) {
    return err({ code: 'review-of-another-item' })
  }
  const stillCounts = effectiveFacts(record.facts).some((fact) => fact.id === targetId)
  if (!stillCounts && replacement === null) return err({ code: 'already-corrected-away' })
  const changes = replacement
    ? [{ targetId, replacement }, ...movedWithPoint(record.facts, targetId, replacement.body)]
    : voidedTogether(record, targetId).map((id) => ({ targetId: id, replacement: null }))
  const corrections = changes.map((change): CorrectionBody => ({ kind: 'correction', ...change, reason }))
  return recordCorrections(record, corrections, time, effects)
}

/** Whether a stored fact is an undo or a redo. A fact voided on purpose is a gesture like any other. */
function isUndo(fact: Fact): boolean {
  return isCorrection(fact) && fact.body.undo === true
}

/** Stored facts that no later correction has voided. */
function standing(facts: readonly Fact[]): readonly Fact[] {
  const voided = new Set<FactId>()
  for (const fact of [...facts].sort((a, b) => b.seq - a.seq)) {
    if (voided.has(fact.id) || !isCorrection(fact) || fact.body.replacement !== null) continue
    voided.add(fact.body.targetId)
  }
  return facts.filter((fact) => !voided.has(fact.id))
}

function voidAll(targets: readonly Fact[]): readonly CorrectionBody[] {
  return targets.map((fact) => ({
    kind: 'correction',
    targetId: fact.id,
    replacement: null,
    reason: null,
    undo: true,
  }))
}

/** The newest gesture that is not itself an undo and still stands: what Ctrl+Z would take back. */
export function lastGesture(facts: readonly Fact[]): readonly Fact[] {
  const candidates = standing(facts).filter((fact) => !isUndo(fact))
  const last = candidates.reduce<Fact | null>(
    (best, fact) => (best && best.seq > fact.seq ? best : fact),
    null,
  )
  return last ? candidates.filter((fact) => fact.gesture === last.gesture) : []
}

/** Takes the newest gesture back by voiding its facts; nothing is deleted. */
export function undoLast(
  record: SessionRecord,
  time: ClockTime,
  effects: Effects,
): Result<Recorded, Refusal> {
  const targets = lastGesture(record.facts)
  if (targets.length === 0) return err({ code: 'nothing-to-undo' })
  return recordCorrections(record, voidAll(targets), time, effects)
}

/** The newest undo, if nothing else was recorded after it: what Ctrl+Shift+Z would restore. */
export function lastUndo(facts: readonly Fact[]): readonly Fact[] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]))
  const candidates = standing(facts)
  const undos = candidates.filter((fact) => {
    if (!isCorrection(fact) || !isUndo(fact)) return false
    const target = byId.get(fact.body.targetId)
    return target !== undefined && !isUndo(target)
  })
  const last = undos.reduce<Fact | null>((best, fact) => (best && best.seq > fact.seq ? best : fact), null)
  if (!last) return []
  const newer = candidates.some((fact) => fact.seq > last.seq && !isUndo(fact))
  return newer ? [] : undos.filter((fact) => fact.gesture === last.gesture)
}

/** Restores what the newest undo took back. */
export function redoLast(
  record: SessionRecord,
  time: ClockTime,
  effects: Effects,
): Result<Recorded, Refusal> {
  const targets = lastUndo(record.facts)
  if (targets.length === 0) return err({ code: 'nothing-to-undo' })
  return recordCorrections(record, voidAll(targets), time, effects)
}
