import type { ClosedDay } from '../../domain/calendar'
import type { Deadline } from '../../domain/deadlines'
import type { Item, ItemEvent, ItemView } from '../../domain/follow-up'
import type { FieldsPolicy } from './policy-type'

/** When something is due, as agreed: everything of it is in the agreement. */
const DEADLINE_POLICY: FieldsPolicy<Deadline> = {
  term: {
    byKind: {
      'business-days': { reach: 'public', fields: { amount: 'public', everyDayCounts: 'public' } },
      'natural-days': { reach: 'public', fields: { amount: 'public' } },
      hours: { reach: 'public', fields: { amount: 'public', workingDaysOnly: 'public' } },
      months: { reach: 'public', fields: { amount: 'public' } },
      'fixed-date': { reach: 'public', fields: { date: 'public' } },
      'next-session': { reach: 'public', fields: {} },
      'end-of-month': { reach: 'public', fields: { year: 'public', month: 'public' } },
      recurring: { reach: 'public', fields: { every: 'public', by: 'public' } },
      none: { reach: 'public', fields: {} },
    },
  },
  start: { event: 'public', date: 'public', time: 'public' },
  wording: 'public',
}

/**
 * An item: what was agreed, who answers for it and by when is public. Whom it depends on outside, how
 * urgent the secretary finds it and where she noted it down are hers and the members'. `tags` are her own
 * filing. `attachments` go only in a backup, because no other packet carries their bytes.
 */
export const ITEM_POLICY: FieldsPolicy<Item> = {
  id: 'public',
  bodyId: 'public',
  code: 'public',
  title: 'public',
  text: 'public',
  origin: {
    byKind: {
      session: {
        reach: 'public',
        fields: { sessionId: 'public', factId: 'public', pointId: 'public', pointNumber: 'public' },
      },
      report: { reach: 'public', fields: { reference: 'members' } },
      manual: { reach: 'public', fields: { note: 'members' } },
    },
  },
  responsible: { name: 'public', seatId: 'members', personId: 'members' },
  supporting: { name: 'public', seatId: 'members', personId: 'members' },
  external: 'members',
  priority: 'members',
  tags: 'backup',
  deadline: DEADLINE_POLICY,
  openedOn: 'public',
  attachments: { sha256: 'backup', name: 'backup', mediaType: 'backup', size: 'backup' },
}

/**
 * The story of an item: its states and dates are public, what people wrote about it is not (`note`,
 * `author`, who granted an extension, the reference of an oficio). Notes of progress and the record of
 * edits are nothing but such writing. `evidence` goes only in a backup, which alone carries its bytes.
 */
export const ITEM_EVENT_POLICY: FieldsPolicy<ItemEvent> = {
  id: 'public',
  bodyId: 'public',
  itemId: 'public',
  seq: 'public',
  recordedAt: 'members',
  on: 'public',
  author: 'members',
  source: { kind: 'public', reference: 'members', sessionId: 'public', factId: 'public' },
  body: {
    byKind: {
      state: { reach: 'public', fields: { to: 'public' } },
      progress: { reach: 'members', fields: {} },
      extension: { reach: 'public', fields: { due: 'public', grantedBy: 'members' } },
      start: { reach: 'public', fields: { date: 'public', time: 'public' } },
      delivery: { reach: 'public', fields: { period: 'members' } },
      edited: {
        reach: 'members',
        fields: { changes: { field: 'members', before: 'members', after: 'members' } },
      },
      void: { reach: 'public', fields: { targetId: 'public' } },
    },
  },
  note: 'members',
  evidence: { sha256: 'backup', name: 'backup', mediaType: 'backup', size: 'backup' },
}

/** The calendar of the institution is published by it. */
export const CLOSED_DAY_POLICY: FieldsPolicy<ClosedDay> = {
  id: 'public',
  bodyId: 'public',
  kind: 'public',
  from: 'public',
  until: 'public',
  reason: 'public',
}

/** A saved view is how one person works; it says what she looks for. Only her own laptop gets it. */
export const ITEM_VIEW_POLICY: FieldsPolicy<ItemView> = {
  id: 'backup',
  bodyId: 'backup',
  name: 'backup',
  order: 'backup',
  filter: {
    text: 'backup',
    states: 'backup',
    urgencies: 'backup',
    parties: 'backup',
    asResponsibleOnly: 'backup',
    priorities: 'backup',
    tags: 'backup',
    sessionId: 'backup',
    dueFrom: 'backup',
    dueUntil: 'backup',
    changedSince: 'backup',
  },
  grouping: 'backup',
  sort: { by: 'backup', descending: 'backup' },
}
