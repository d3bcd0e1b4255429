import { longDay } from '../../lib/spanish-date'
import { deadlineText } from '../deadlines'
import type { Item } from './item'
import type { ItemFields } from './item-draft'
import { partiesText } from './item-record'
import { PRIORITY_LABELS } from './labels'

/** One field of an item that was changed, as its story tells it. */
export interface FieldChange {
  /** Spanish name of the field. */
  readonly field: string
  readonly before: string
  readonly after: string
}

const FIELDS: readonly (readonly [label: string, text: (item: ItemFields) => string])[] = [
  ['clave', (item) => item.code],
  ['título', (item) => item.title],
  ['texto acordado', (item) => item.text],
  ['responsables', (item) => partiesText(item.responsible)],
  ['apoyo', (item) => partiesText(item.supporting)],
  ['dependencia externa', (item) => item.external],
  ['prioridad', (item) => PRIORITY_LABELS[item.priority]],
  ['etiquetas', (item) => item.tags.join(', ')],
  ['plazo', (item) => deadlineText(item.deadline)],
  ['redacción del plazo', (item) => item.deadline.wording],
  ['pendiente desde', (item) => longDay(item.openedOn)],
  ['archivos', (item) => item.attachments.map(({ name }) => name).join(', ')],
]

/** What differs between an item and its new fields, in words; empty when they read the same. */
export function itemChanges(before: Item, after: ItemFields): readonly FieldChange[] {
  return FIELDS.flatMap(([field, text]) => {
    const change = { field, before: text(before), after: text(after) }
    return change.before === change.after ? [] : [change]
  })
}
