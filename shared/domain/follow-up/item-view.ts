import { z } from 'zod'
import { isoDateSchema } from '../../lib/iso-date'
import { foldText } from '../../lib/spanish'
import { bodyIdSchema } from '../bodies'
import { sessionIdSchema } from '../sessions'
import { itemStateSchema, type Party, prioritySchema } from './item'
import type { ItemRecord } from './item-record'

/** Identifier of a saved view. */
export const itemViewIdSchema = z.uuid().brand<'ItemViewId'>()
/** Identifier of a saved view. */
export type ItemViewId = z.infer<typeof itemViewIdSchema>

/** How close the due date is, as the filter asks for it. */
export const urgencyKindSchema = z.enum(['overdue', 'today', 'soon', 'later', 'waiting', 'no-date', 'closed'])

/**
 * What a list shows. Empty lists and nulls ask for nothing; the rest must all hold. `parties` are names
 * as shown; `asResponsibleOnly` leaves out items where they only help. `changedSince` keeps items with
 * an event on that day or later.
 */
export const itemFilterSchema = z
  .strictObject({
    text: z.string().max(300),
    states: z.array(itemStateSchema).readonly(),
    urgencies: z.array(urgencyKindSchema).readonly(),
    parties: z.array(z.string()).readonly(),
    asResponsibleOnly: z.boolean(),
    priorities: z.array(prioritySchema).readonly(),
    tags: z.array(z.string()).readonly(),
    sessionId: sessionIdSchema.nullable(),
    dueFrom: isoDateSchema.nullable(),
    dueUntil: isoDateSchema.nullable(),
    changedSince: isoDateSchema.nullable(),
  })
  .readonly()
/** What a list shows. */
export type ItemFilter = z.infer<typeof itemFilterSchema>

/** A filter that asks for nothing. */
export const NO_FILTER: ItemFilter = {
  text: '',
  states: [],
  urgencies: [],
  parties: [],
  asResponsibleOnly: false,
  priorities: [],
  tags: [],
  sessionId: null,
  dueFrom: null,
  dueUntil: null,
  changedSince: null,
}

/** By what a list is divided. */
export const groupingSchema = z.enum(['none', 'state', 'responsible', 'urgency', 'priority', 'origin', 'tag'])
/** By what a list is divided. */
export type Grouping = z.infer<typeof groupingSchema>

/** In what order a list goes. */
export const itemSortSchema = z
  .strictObject({
    by: z.enum(['code', 'title', 'responsible', 'due', 'state', 'priority', 'last-update']),
    descending: z.boolean(),
  })
  .readonly()
/** In what order a list goes. */
export type ItemSort = z.infer<typeof itemSortSchema>

/** A view saved by name: filter, grouping and order. `order` is its place among the saved ones. */
export const itemViewSchema = z
  .strictObject({
    id: itemViewIdSchema,
    bodyId: bodyIdSchema,
    name: z.string().trim().min(1).max(60),
    order: z.int().min(0),
    filter: itemFilterSchema,
    grouping: groupingSchema,
    sort: itemSortSchema,
  })
  .readonly()
/** A view saved by name. */
export type ItemView = z.infer<typeof itemViewSchema>

function isAsked<T>(wanted: readonly T[], value: T): boolean {
  return wanted.length === 0 || wanted.includes(value)
}

/** Whether a name is one of some, however it is written. Thousands of items share a few names: each is folded once. */
function isAnyOf(names: readonly string[]): (name: string) => boolean {
  const wanted = new Set(names.map(foldText))
  const known = new Map<string, boolean>()
  return (name) => {
    const before = known.get(name)
    if (before !== undefined) return before
    const isIn = wanted.has(foldText(name))
    known.set(name, isIn)
    return isIn
  }
}

function namesAny(parties: readonly Party[], isWanted: (name: string) => boolean): boolean {
  return parties.some(({ name }) => isWanted(name))
}

/** Prepares a filter once and tells of each record whether it is in; every word typed must be found. */
export function matcherOf(filter: ItemFilter): (record: ItemRecord) => boolean {
  const words = foldText(filter.text).split(' ').filter(Boolean)
  const isParty = isAnyOf(filter.parties)
  const isTag = isAnyOf(filter.tags)
  return (record) => {
    const { item, standing, due, urgency } = record
    const { origin } = item
    const dueOn = due.kind === 'date' ? due.due : null
    return (
      isAsked(filter.states, standing.state) &&
      isAsked(filter.urgencies, urgency.kind) &&
      isAsked(filter.priorities, item.priority) &&
      (filter.parties.length === 0 ||
        namesAny(item.responsible, isParty) ||
        (!filter.asResponsibleOnly && namesAny(item.supporting, isParty))) &&
      (filter.tags.length === 0 || item.tags.some(isTag)) &&
      (filter.sessionId === null || (origin.kind === 'session' && origin.sessionId === filter.sessionId)) &&
      (filter.dueFrom === null || (dueOn !== null && dueOn >= filter.dueFrom)) &&
      (filter.dueUntil === null || (dueOn !== null && dueOn <= filter.dueUntil)) &&
      (filter.changedSince === null || changedSince(item.openedOn, standing.story, filter.changedSince)) &&
      words.every((word) => record.searchText.includes(word))
    )
  }
}

function changedSince(openedOn: string, story: ItemRecord['standing']['story'], day: string): boolean {
  return openedOn >= day || story.some(({ event }) => event.on >= day)
}

/** The records that a filter lets through, in the same order. */
export function filterItems(records: readonly ItemRecord[], filter: ItemFilter): readonly ItemRecord[] {
  return records.filter(matcherOf(filter))
}
