import { type BodyId, bodyIdSchema } from '../../domain/bodies'
import type { Origin, Versions } from '../../domain/packets'
import { originSchema } from '../../domain/packets'
import { CHANGE_SET_LIMITS, type Change, canonicalJson, MAX_LINE_BYTES, type Row } from '../../journal'
import { err, ok, type Result } from '../../lib/result'
import type { Steps } from '../../lib/steps'
import { utf8Length } from '../../lib/utf8-length'
import { compareVersions, joinVersions, rowId } from '../versions'
import type { RowPair } from './compare-row'
import type { ImportPlan, ImportUnit } from './import-plan'
import { type Choice, type Choices, settleChoices } from './settle'

/** Why the choices cannot be stored in one change set; nothing was written. */
export type TooLarge = {
  readonly code: 'too-many-changes' | 'too-many-bytes'
  readonly found: number
  readonly max: number
}

interface Context {
  readonly bodyId: BodyId
  /** What the change set will be, as a change of this journal; null while the journal is empty. */
  readonly own: Versions
}

function rowOfOrigin(origin: Origin): Row {
  return { ...originSchema.parse(origin) } as unknown as Row
}

/** The change of the `origins` row of a row, or none when it already says so. */
function originChange(
  { table, key, local }: RowPair,
  { bodyId }: Context,
  versions: Versions,
  now: { readonly deleted: boolean; readonly lacking: readonly string[] },
): readonly Change[] {
  const id = rowId(table, key)
  const after = rowOfOrigin({ id, bodyId, versions, ...now })
  const before = local.origin === null ? null : rowOfOrigin(local.origin)
  if (before !== null && canonicalJson(before) === canonicalJson(after)) return []
  return [{ table: 'origins', key: id, before, after }]
}

function rowChange({ table, key, local, incoming }: RowPair): readonly Change[] {
  if (local.row === null && incoming === null) return []
  if (local.row !== null && incoming !== null && canonicalJson(local.row) === canonicalJson(incoming))
    return []
  return [{ table, key, before: local.row, after: incoming }]
}

/** What is remembered of a row that reads the same on both sides, when the packet knows more of it. */
function remembered(pair: RowPair, context: Context): readonly Change[] {
  const { local, joined, incoming, lacking } = pair
  const knowsMore = compareVersions(joined, local.versions) === 'newer'
  const fillsIn = local.origin !== null && local.origin.lacking.length > lacking.length && incoming !== null
  if (!knowsMore && !fillsIn) return []
  return originChange(pair, context, joined, { deleted: incoming === null, lacking })
}

/**
 * Taking a row. What was decided elsewhere is written with its `origins` row. What is decided here, to go
 * back to an older row or to drop one that is only here, is a change of this computer like any other: it has
 * no `origins` row, so that it counts as newer than both sides.
 */
function takeRow(pair: RowPair, context: Context): readonly Change[] {
  switch (pair.state) {
    case 'same':
      return remembered(pair, context)
    case 'older':
    case 'mine':
      return rowChange(pair)
    case 'new':
    case 'newer':
    case 'gone':
    case 'apart': {
      const now = { deleted: pair.incoming === null, lacking: pair.lacking }
      return [...rowChange(pair), ...originChange(pair, context, pair.joined, now)]
    }
  }
}

/** Keeping one's own row: it stays, and now contains the other side's changes and this decision. */
function keepRow(pair: RowPair, context: Context): readonly Change[] {
  if (pair.state === 'same') return remembered(pair, context)
  if (pair.state === 'older' || pair.state === 'mine') return []
  const { local, joined } = pair
  const now = { deleted: local.row === null, lacking: local.origin?.lacking ?? [] }
  return originChange(pair, context, joinVersions(joined, context.own), now)
}

function changesOfUnit(unit: ImportUnit, choice: Choice, context: Context): readonly Change[] {
  switch (choice) {
    case 'take':
      return unit.pairs.flatMap((pair) => takeRow(pair, context))
    case 'keep':
      return unit.pairs.flatMap((pair) => keepRow(pair, context))
    case 'leave':
      return unit.pairs.flatMap((pair) => (pair.state === 'same' ? remembered(pair, context) : []))
  }
}

/** What a journal line has besides its changes. */
const LINE_FRAME_BYTES = 4_096

/** Units between two looks at the clock, and rows whose size is measured between them. */
const STEP = 200

/**
 * The change set of a plan with its choices: one, so that one undo takes all of it back. Empty when nothing
 * would change. Refused when it is more than the journal stores in one record. A generator as `planImport`.
 */
export function* importChanges(
  plan: ImportPlan,
  choices: Choices,
  ownOrigin: string | null,
): Steps<Result<readonly Change[], TooLarge>> {
  const { settled } = settleChoices(plan, choices)
  const own = ownOrigin === null ? {} : { [ownOrigin]: plan.headSeq + 1 }
  const context: Context = { bodyId: bodyIdSchema.parse(plan.header.bodyId), own }
  const changes: Change[] = []
  for (const [index, unit] of plan.units.entries()) {
    changes.push(...changesOfUnit(unit, settled.get(unit.id) ?? 'leave', context))
    if (index % STEP === 0) yield index / plan.units.length / 2
  }
  for (const pair of plan.unseen) changes.push(...remembered(pair, context))
  const max = CHANGE_SET_LIMITS.changes
  if (changes.length > max) return err({ code: 'too-many-changes', found: changes.length, max })
  let bytes = LINE_FRAME_BYTES
  for (const [index, { table, key, before, after }] of changes.entries()) {
    bytes += utf8Length(canonicalJson({ table, key, before, after })) + 1
    if (index % STEP === 0) yield 0.5 + index / changes.length / 2
  }
  if (bytes > MAX_LINE_BYTES) return err({ code: 'too-many-bytes', found: bytes, max: MAX_LINE_BYTES })
  return ok(changes)
}
