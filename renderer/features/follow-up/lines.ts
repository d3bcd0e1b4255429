import {
  type Grouping,
  type GroupNames,
  groupItems,
  type ItemFilter,
  type ItemRecord,
  type ItemSort,
} from '../../../shared/domain/follow-up'

/** What a list shows, how it is divided and in what order. */
export interface Look {
  readonly filter: ItemFilter
  readonly grouping: Grouping
  readonly sort: ItemSort
}

/** A line of the table: a heading, or an item under it. `key` tells apart an item under two headings. */
export type Line =
  | { readonly kind: 'heading'; readonly key: string; readonly label: string; readonly count: number }
  | { readonly kind: 'item'; readonly key: string; readonly record: ItemRecord }

export type ItemLine = Extract<Line, { kind: 'item' }>

/** The line of an item in a list without headings. Thousands are made for each letter typed: nothing is read for them. */
class PlainLine {
  readonly kind = 'item'
  readonly record: ItemRecord

  constructor(record: ItemRecord) {
    this.record = record
  }

  get key(): string {
    return this.record.item.id
  }
}

/** The lines of the table: one by one, or under their headings. */
export function linesOf(
  records: readonly ItemRecord[],
  grouping: Grouping,
  names: GroupNames,
): readonly Line[] {
  if (grouping === 'none') {
    return records.map((record) => new PlainLine(record))
  }
  return groupItems(records, grouping, names).flatMap((group): readonly Line[] => [
    { kind: 'heading', key: `# ${group.key}`, label: group.label, count: group.records.length },
    ...group.records.map((record): Line => ({ kind: 'item', key: `${group.key}/${record.item.id}`, record })),
  ])
}

/** The items of the lines, in their order and each once, whatever groups it is in. */
export function recordsOf(lines: readonly Line[]): readonly ItemRecord[] {
  const records = new Set<ItemRecord>()
  for (const line of lines) if (line.kind === 'item') records.add(line.record)
  return [...records]
}

/** The item some steps from a line, skipping headings; the nearest end when there are not so many. */
export function stepLine(lines: readonly Line[], key: string | null, steps: number): ItemLine | null {
  const way = steps > 0 ? 1 : -1
  const from = lines.findIndex((line) => line.kind === 'item' && line.key === key)
  const start = from < 0 && way < 0 ? lines.length : from
  let reached: ItemLine | null = null
  let left = Math.abs(steps)
  for (let at = start + way; left > 0 && at >= 0 && at < lines.length; at += way) {
    const line = lines[at]
    if (line?.kind !== 'item') continue
    reached = line
    left -= 1
  }
  const here = lines[from]
  return reached ?? (here?.kind === 'item' ? here : null)
}

/** The place of the line of an item: the one it was at, else the first one it has now; -1 when it is not shown. */
export function placeOf(lines: readonly Line[], key: string, id: string): number {
  let first = -1
  for (const [place, line] of lines.entries()) {
    if (line.kind === 'heading' || line.record.item.id !== id) continue
    if (line.key === key) return place
    if (first < 0) first = place
  }
  return first
}

/** The line that {@link placeOf} finds; null when there is none. */
export function lineOf(lines: readonly Line[], key: string, id: string): ItemLine | null {
  const line = lines[placeOf(lines, key, id)]
  return line?.kind === 'item' ? line : null
}
