import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { dueText } from '../../domain/deadlines'
import type { ItemRecord } from '../../domain/follow-up'
import { utf8 } from '../mail/utf8'

/**
 * Mark of an item as an área saw it: 16 hex digits that change with its data, its story or its due date.
 * What comes back is compared with it to tell whether the item changed in the meantime. The story counts
 * by the ids of its events, because an undo gives their numbers to others.
 */
export function itemFingerprint({ item, events, standing, due }: ItemRecord): string {
  const story = events.map(({ id }) => id).sort()
  const seen = [item, story, standing.state, dueText(due)]
  return bytesToHex(sha256(utf8(JSON.stringify(seen)))).slice(0, 16)
}
