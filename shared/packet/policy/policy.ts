import type { Origin, Packet } from '../../domain/packets'
import type { RowOf } from '../../schema/row-schemas'
import type { TableName } from '../../schema/tables'
import { BODY_POLICY, MEMBERSHIP_POLICY, PERSON_POLICY, SEAT_POLICY } from './policy-directory'
import { CLOSED_DAY_POLICY, ITEM_EVENT_POLICY, ITEM_POLICY, ITEM_VIEW_POLICY } from './policy-follow-up'
import { CHANNEL_POLICY, COMMEMORATION_POLICY, PUBLICATION_POLICY } from './policy-publications'
import { ATTENDEE_POLICY, FACT_POLICY, OVERLAY_POLICY, POINT_POLICY, SESSION_POLICY } from './policy-sessions'
import type { FieldsPolicy } from './policy-type'

/** What packets were made, with the names of their files and to whom: only for one's own other laptop. */
const MADE_PACKET_POLICY: FieldsPolicy<Packet> = {
  id: 'backup',
  bodyId: 'backup',
  sessionId: 'backup',
  audience: 'backup',
  version: 'backup',
  madeAt: 'backup',
  headSeq: 'backup',
  headHash: 'backup',
  fileName: 'backup',
  fileSha256: 'backup',
  size: 'backup',
  encrypted: 'backup',
  fingerprint: 'backup',
  namedVotes: 'backup',
  outline: { id: 'backup', kind: 'backup', label: 'backup', text: 'backup', digest: 'backup' },
}

/** Where rows stood when they came is this database's own bookkeeping; a packet says it anew of each row. */
const ORIGIN_POLICY: FieldsPolicy<Origin> = {
  id: 'never',
  bodyId: 'never',
  versions: 'never',
  deleted: 'never',
  lacking: 'never',
}

/**
 * What may leave in a packet, and to whom: the one decision for every field of every stored table, every
 * kind of fact and every kind of event. Whatever a packet shows or exports went through it, by
 * `filterRow`, `filterRecord` or `packetRow`. A row goes where its `id` goes.
 */
export const FIELD_POLICY: { readonly [T in TableName]: FieldsPolicy<RowOf<T>> } = {
  bodies: BODY_POLICY,
  seats: SEAT_POLICY,
  persons: PERSON_POLICY,
  memberships: MEMBERSHIP_POLICY,
  sessions: SESSION_POLICY,
  attendees: ATTENDEE_POLICY,
  points: POINT_POLICY,
  facts: FACT_POLICY,
  overlays: OVERLAY_POLICY,
  items: ITEM_POLICY,
  itemEvents: ITEM_EVENT_POLICY,
  closedDays: CLOSED_DAY_POLICY,
  itemViews: ITEM_VIEW_POLICY,
  origins: ORIGIN_POLICY,
  packets: MADE_PACKET_POLICY,
  commemorations: COMMEMORATION_POLICY,
  channels: CHANNEL_POLICY,
  publications: PUBLICATION_POLICY,
}
