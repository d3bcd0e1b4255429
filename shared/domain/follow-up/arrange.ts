import { foldText } from '../../lib/spanish'
import { ITEM_STATES, type Priority } from './item'
import { type ItemRecord, partiesText } from './item-record'
import type { Grouping, ItemSort } from './item-view'
import { PRIORITY_LABELS, STATE_LABELS } from './labels'
import type { Urgency } from './urgency'

/** A part of a list under one heading. `key` is stable, `label` is Spanish. */
export interface ItemGroup {
  readonly key: string
  readonly label: string
  readonly records: readonly ItemRecord[]
}

/** Names that the items do not hold: sessions by id. */
export interface GroupNames {
  readonly sessionName: (sessionId: string) => string
}

const URGENCY_ORDER: readonly Urgency['kind'][] = [
  'overdue',
  'today',
  'soon',
  'later',
  'waiting',
  'no-date',
  'closed',
]

/** Heading of each degree of urgency. */
export const URGENCY_LABELS: Readonly<Record<Urgency['kind'], string>> = {
  overdue: 'Vencidos',
  today: 'Vencen hoy',
  soon: 'Por vencer',
  later: 'Con fecha',
  waiting: 'En espera de una fecha',
  'no-date': 'Sin fecha',
  closed: 'Concluidos',
}

const PRIORITY_ORDER: readonly Priority[] = ['high', 'normal', 'low']
const collator = new Intl.Collator('es-MX', { numeric: true, sensitivity: 'base' })
/** Sorts after every date: items without one go last. */
const NO_DATE = '\uffff'

type SortKey = (record: ItemRecord) => string | number

const SORT_KEYS: Readonly<Record<ItemSort['by'], SortKey>> = {
  code: ({ item }) => item.code,
  title: ({ item }) => item.title,
  responsible: ({ item }) => partiesText(item.responsible),
  due: ({ due }) => (due.kind === 'date' ? due.due : NO_DATE),
  state: ({ standing }) => ITEM_STATES.indexOf(standing.state),
  priority: ({ item }) => PRIORITY_ORDER.indexOf(item.priority),
  'last-update': ({ item, standing }) => standing.lastUpdate?.on ?? item.openedOn,
}

const AS_TEXT: ReadonlySet<ItemSort['by']> = new Set(['code', 'title', 'responsible'])

/** Order of two texts in the alphabet, numbers in them as people count; those that differ in accents alone are equal. */
export function compareTexts(a: string, b: string): number {
  return collator.compare(a, b)
}

/** Order of two items by their codes, as people count: 2017-999 before 2017-1000. */
export function compareCodes(a: ItemRecord, b: ItemRecord): number {
  return compareTexts(a.item.code, b.item.code)
}

/** The place in the alphabet of texts that come in its order; equal ones share it. */
export function placesOf(ordered: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  let place = 0
  for (const [index, text] of ordered.entries()) {
    if (index > 0 && compareTexts(ordered[index - 1] ?? '', text) !== 0) place += 1
    places.set(text, place)
  }
  return places
}

/** The place of every text in the alphabet; equal ones share it. Names repeat, so few are compared. */
export function alphabetOf(texts: readonly string[]): ReadonlyMap<string, number> {
  return placesOf([...new Set(texts)].sort(compareTexts))
}

/**
 * The records in the order asked for; equal ones keep the order of their codes. Quick for thousands that
 * already come by code.
 */
export function sortItems(records: readonly ItemRecord[], sort: ItemSort): readonly ItemRecord[] {
  const byCode = [...records].sort(compareCodes)
  if (sort.by === 'code' && !sort.descending) return byCode
  const keys = byCode.map(SORT_KEYS[sort.by])
  const alphabet = AS_TEXT.has(sort.by) ? alphabetOf(keys.map(String)) : null
  const keyed = byCode.map((record, index) => {
    const key = keys[index] ?? ''
    return { record, key: alphabet ? (alphabet.get(String(key)) ?? 0) : key }
  })
  const sign = sort.descending ? -1 : 1
  // Sorting keeps equal ones as they were: by code.
  keyed.sort((a, b) => (a.key === b.key ? 0 : a.key < b.key ? -sign : sign))
  return keyed.map(({ record }) => record)
}

type Heading = readonly [key: string, label: string]

function originHeading({ item }: ItemRecord, names: GroupNames): Heading {
  const { origin } = item
  if (origin.kind === 'session') return [origin.sessionId, names.sessionName(origin.sessionId)]
  return origin.kind === 'report' ? ['report', 'De un informe'] : ['manual', 'Escritos a mano']
}

function listed(names: readonly string[], none: string): readonly Heading[] {
  return names.length === 0 ? [['', none]] : names.map((name) => [foldText(name), name])
}

function headingsOf(record: ItemRecord, grouping: Grouping, names: GroupNames): readonly Heading[] {
  const { item, standing, urgency } = record
  switch (grouping) {
    case 'none':
      return [['all', '']]
    case 'state':
      return [[standing.state, STATE_LABELS[standing.state]]]
    case 'responsible':
      return listed(
        item.responsible.map(({ name }) => name),
        'Sin responsable',
      )
    case 'urgency':
      return [[urgency.kind, URGENCY_LABELS[urgency.kind]]]
    case 'priority':
      return [[item.priority, `Prioridad ${PRIORITY_LABELS[item.priority]}`]]
    case 'origin':
      return [originHeading(record, names)]
    case 'tag':
      return listed(item.tags, 'Sin etiquetas')
  }
}

const FIXED_ORDER: Partial<Readonly<Record<Grouping, readonly string[]>>> = {
  state: ITEM_STATES,
  urgency: URGENCY_ORDER,
  priority: PRIORITY_ORDER,
}

/** Divides a list. An item with several responsible áreas (or tags) is under each of them. */
export function groupItems(
  records: readonly ItemRecord[],
  grouping: Grouping,
  names: GroupNames,
): readonly ItemGroup[] {
  const groups = new Map<string, { label: string; records: ItemRecord[] }>()
  for (const record of records) {
    for (const [key, label] of headingsOf(record, grouping, names)) {
      const group = groups.get(key)
      if (group) group.records.push(record)
      else groups.set(key, { label, records: [record] })
    }
  }
  const order = FIXED_ORDER[grouping]
  const all = [...groups].map(([key, group]) => ({ key, ...group }))
  if (order) return all.sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key))
  return all.sort((a, b) => Number(a.key === '') - Number(b.key === '') || collator.compare(a.label, b.label))
}

/** How many items there are in each state and degree of urgency. */
export function countItems(records: readonly ItemRecord[]): {
  readonly states: Readonly<Record<ItemRecord['standing']['state'], number>>
  readonly urgencies: Readonly<Record<Urgency['kind'], number>>
} {
  const states = { pending: 0, 'in-progress': 0, fulfilled: 0, cancelled: 0, moot: 0 }
  const urgencies = { overdue: 0, today: 0, soon: 0, later: 0, waiting: 0, 'no-date': 0, closed: 0 }
  for (const { standing, urgency } of records) {
    states[standing.state] += 1
    urgencies[urgency.kind] += 1
  }
  return { states, urgencies }
}
