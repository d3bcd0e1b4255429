import { joinSpanish } from '../../lib/spanish'
import type { Commemoration } from './commemoration'
import type { CommemorationId, DateRule } from './date-rule'
import type { DateRow } from './import-rows'
import { isSameRule } from './read-rule'

/** A row whose rule can never give a day beside the others, and why. */
export interface BrokenLink {
  readonly row: number
  readonly message: string
}

/** Dates of a circle that are named; more are counted. */
const NAMED = 4
/** A circle longer than this is told link by link. */
const MAX_CIRCLE = 50

type Rules = ReadonlyMap<CommemorationId, DateRule>
/** Whether a rule ends in one that leans on nothing. */
type Standing = 'stands' | 'missing' | 'circle'

function leansOn(rule: DateRule | undefined): CommemorationId | null {
  return rule?.kind === 'relative' ? rule.to : null
}

/** Follows every rule once to what it leans on in the end. */
function standings(rules: Rules): ReadonlyMap<CommemorationId, Standing> {
  const known = new Map<CommemorationId, Standing>()
  for (const start of rules.keys()) {
    const path = new Set<CommemorationId>()
    let at: CommemorationId | null = start
    while (at !== null && rules.has(at) && !known.has(at) && !path.has(at)) {
      path.add(at)
      at = leansOn(rules.get(at))
    }
    const end = endOf(at, path, rules, known)
    for (const id of path) known.set(id, end)
  }
  return known
}

function endOf(
  at: CommemorationId | null,
  path: ReadonlySet<CommemorationId>,
  rules: Rules,
  known: ReadonlyMap<CommemorationId, Standing>,
): Standing {
  if (at === null) return 'stands'
  if (path.has(at)) return 'circle'
  return rules.has(at) ? (known.get(at) ?? 'stands') : 'missing'
}

/** The ids that a rule leads through until it comes back to itself; empty when it does not, or not soon. */
function circleOf(id: CommemorationId, rules: Rules): readonly CommemorationId[] {
  const path: CommemorationId[] = [id]
  let at = leansOn(rules.get(id))
  while (at !== null && at !== id && path.length < MAX_CIRCLE) {
    path.push(at)
    at = leansOn(rules.get(at))
  }
  return at === id ? path : []
}

/** How dates are named to the user, with their rows. */
class Names {
  readonly #names: ReadonlyMap<CommemorationId, string>
  readonly #rows: ReadonlyMap<CommemorationId, number>

  constructor(catalogue: readonly Commemoration[], ids: ReadonlyMap<CommemorationId, DateRow>) {
    this.#names = new Map([
      ...catalogue.map(({ id, name }) => [id, name] as const),
      ...[...ids].map(([id, { name }]) => [id, name] as const),
    ])
    this.#rows = new Map([...ids].map(([id, { row }]) => [id, row]))
  }

  say(id: CommemorationId): string {
    const row = this.#rows.get(id)
    const name = `«${this.#names.get(id) ?? ''}»`
    return row === undefined ? name : `${name} (fila ${row})`
  }
}

function linkMessage(id: CommemorationId, rules: Rules, names: Names): string {
  const circle = circleOf(id, rules)
  const to = leansOn(rules.get(id)) ?? id
  if (circle.length === 0) return `depende de ${names.say(to)}, que no se puede importar así.`
  if (circle.length === 1) return 'la fecha dependería de sí misma.'
  const named = circle.slice(1, NAMED).map((other) => names.say(other))
  const rest = circle.length - NAMED
  const through = joinSpanish(rest > 0 ? [...named, `${rest} más`] : named)
  return `la fecha dependería de sí misma, a través de ${through}; cambie una de ellas.`
}

/**
 * Rows whose rule leans on a date that will not be there, or on itself through others, stored or of the
 * sheet, in any order. `ids` are the rows by the id of their date; only the good ones have an `after`.
 */
export function brokenLinks(
  catalogue: readonly Commemoration[],
  ids: ReadonlyMap<CommemorationId, DateRow>,
): readonly BrokenLink[] {
  const names = new Names(catalogue, ids)
  const broken = new Map<number, string>()
  for (;;) {
    const rules = new Map(catalogue.map(({ id, rule }) => [id, rule]))
    const changed = [...ids].filter(([, { row, after }]) => after !== null && !broken.has(row))
    for (const [id, { after }] of changed) if (after) rules.set(id, after.rule)
    const ends = standings(rules)
    // A stored rule that the sheet leaves as it is is not the fault of its row.
    const found = changed.filter(([id, { before, after }]) => {
      if (ends.get(id) === 'stands') return false
      return before === null || after === null || !isSameRule(before.rule, after.rule)
    })
    if (found.length === 0) return [...broken].map(([row, message]) => ({ row, message }))
    for (const [id, { row }] of found) broken.set(row, linkMessage(id, rules, names))
  }
}
