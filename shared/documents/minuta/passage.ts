import type { FactId, PointId } from '../../domain/sessions'
import type { Naming } from './names'

/**
 * A stretch of the minuta that comes from facts: one or more paragraphs that are rewritten as one.
 * `anchor` is made of ids (never of positions), so that it names the same passage after more facts are
 * recorded. `pointId` null for what belongs to the session. `write` gives its text, lines separated by
 * a line break, and names people as the naming it is given says.
 */
export interface Passage {
  readonly anchor: string
  readonly pointId: PointId | null
  readonly sources: readonly FactId[]
  readonly write: (naming: Naming) => string
}
