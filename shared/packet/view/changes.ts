import type { OutlineEntry, Packet } from '../../domain/packets'
import { outlineKey } from './outline'
import type { PacketChanges } from './packet-view'

/** What an outline adds, removes and changes since an earlier packet; an entry is the same by kind and id. */
export function changesSince(
  earlier: Pick<Packet, 'version' | 'madeAt' | 'outline'>,
  outline: readonly OutlineEntry[],
): PacketChanges {
  const before = new Map(earlier.outline.map((entry) => [outlineKey(entry), entry]))
  const after = new Set(outline.map(outlineKey))
  return {
    sinceVersion: earlier.version,
    sinceMadeAt: earlier.madeAt,
    added: outline.filter((entry) => !before.has(outlineKey(entry))),
    removed: earlier.outline.filter((entry) => !after.has(outlineKey(entry))),
    changed: outline.flatMap((entry) => {
      const old = before.get(outlineKey(entry))
      return old === undefined || old.digest === entry.digest ? [] : [{ before: old, after: entry }]
    }),
  }
}
