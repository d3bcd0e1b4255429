import type { FactId, PointId } from '../../domain/sessions'
import type { Naming } from './names'

/**
 * A stretch of the minuta that comes from facts: one or more paragraphs that are rewritten as one.
 * `anchor` is made of ids (never of positions), so that it names the same passage after more facts are
 * recorded. `pointId` null for what belongs to the session. `speaker` says whose words they are (null
 * when nobody's): two passages in a row with the same one need not name her twice. `write` gives its
 * text, lines separated by a line break, and names people as the naming it is given says.
 */
export interface Passage {
  readonly anchor: string
  readonly pointId: PointId | null
  readonly sources: readonly FactId[]
  readonly speaker: string | null
  readonly write: (naming: Naming) => string
}
