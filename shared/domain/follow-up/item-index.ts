import type { IsoDate } from '../../lib/iso-date'
import { foldText } from '../../lib/spanish'
import { type Steps, sortSteps } from '../../lib/steps'
import { alphabetOf, compareTexts, countItems, placesOf } from './arrange'
import { ITEM_STATES, prioritySchema } from './item'
import { type ItemRecord, partiesText } from './item-record'
import { type ItemFilter, type ItemSort, matcherOf, NO_FILTER, urgencyKindSchema } from './item-view'

/** Places of records in the index, in some order. */
type Places = Uint32Array

/** The place of texts in the alphabet; equal ones share it. */
type Alphabet = ReadonlyMap<string, number>

interface Listed {
  readonly filter: ItemFilter
  readonly sort: ItemSort
  readonly places: Places
  readonly records: readonly ItemRecord[]
}

/** After every date: items without one go last. */
const NO_DATE = 1e8
const DIGITS = [0, 1, 2, 3, 5, 6, 8, 9] as const
const ZERO = 48

/** "2017-11-15" as 20171115, which goes in the same order. */
function dateNumber(date: IsoDate): number {
  let number = 0
  for (const at of DIGITS) number = number * 10 + date.charCodeAt(at) - ZERO
  return number
}

type TextColumn = 'title' | 'responsible' | 'code'

const TEXTS: Readonly<Record<TextColumn, (record: ItemRecord) => string>> = {
  code: ({ item }) => item.code,
  title: ({ item }) => item.title,
  responsible: ({ item }) => partiesText(item.responsible),
}

const NUMBERS: Readonly<Record<Exclude<ItemSort['by'], TextColumn>, (record: ItemRecord) => number>> = {
  due: ({ due }) => (due.kind === 'date' ? dateNumber(due.due) : NO_DATE),
  state: ({ standing }) => ITEM_STATES.indexOf(standing.state),
  priority: ({ item }) => prioritySchema.options.indexOf(item.priority),
  'last-update': ({ item, standing }) => dateNumber(standing.lastUpdate?.on ?? item.openedOn),
}

function isText(by: ItemSort['by']): by is TextColumn {
  return by in TEXTS
}

/** One bit for each value that there may be, for a column of them. */
function bitsOf<T extends string>(values: readonly T[]): Readonly<Record<T, number>> {
  return Object.fromEntries(values.map((value, at) => [value, 1 << at])) as Record<T, number>
}

const STATE_BITS = bitsOf(ITEM_STATES)
const URGENCY_BITS = bitsOf(urgencyKindSchema.options)
const PRIORITY_BITS = bitsOf(prioritySchema.options)

function maskOf<T extends string>(bits: Readonly<Record<T, number>>, wanted: readonly T[]): number {
  return wanted.length === 0 ? ~0 : wanted.reduce((mask, value) => mask | bits[value], 0)
}

function wordsOf({ text }: ItemFilter): readonly string[] {
  return foldText(text).split(' ').filter(Boolean)
}

function hasWords(text: string, words: readonly string[]): boolean {
  for (const word of words) if (!text.includes(word)) return false
  return true
}

const FIELDS = (Object.keys(NO_FILTER) as (keyof ItemFilter)[]).filter((field) => field !== 'text')

function isSame(a: ItemFilter[keyof ItemFilter], b: ItemFilter[keyof ItemFilter]): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b
  return a.length === b.length && a.every((value, at) => value === b[at])
}

/** Whether whatever the second filter lets through, the first one did too: only more was typed. */
function isNarrower(before: ItemFilter, after: ItemFilter): boolean {
  if (!FIELDS.every((field) => isSame(before[field], after[field]))) return false
  const words = wordsOf(after)
  return wordsOf(before).every((word) => words.some((longer) => longer.includes(word)))
}

function isSameSort(a: ItemSort, b: ItemSort): boolean {
  return a.by === b.by && a.descending === b.descending
}

/**
 * The records of a body prepared for lists of thousands: what they are filtered and sorted by stands side by
 * side as numbers, every order is worked out once, and when letters are added only what was already found is
 * looked at. It gives what {@link sortItems} and {@link filterItems} give. The records must come by code.
 */
export class ItemIndex {
  readonly records: readonly ItemRecord[]
  /** How many there are in each state and degree of urgency. */
  readonly counts: ReturnType<typeof countItems>
  readonly #states: Uint8Array
  readonly #urgencies: Uint8Array
  readonly #priorities: Uint8Array
  readonly #orders = new Map<string, Places>()
  readonly #alphabets = new Map<TextColumn, Alphabet>()
  #texts: readonly string[] | null = null
  #last: Listed | null = null

  /** `before` is the index of the same body a moment ago: what it knows of the alphabet is not asked again. */
  constructor(records: readonly ItemRecord[], before: ItemIndex | null = null) {
    this.records = records
    this.counts = countItems(records)
    this.#states = new Uint8Array(records.length)
    this.#urgencies = new Uint8Array(records.length)
    this.#priorities = new Uint8Array(records.length)
    for (const [place, { item, standing, urgency }] of records.entries()) {
      this.#states[place] = STATE_BITS[standing.state]
      this.#urgencies[place] = URGENCY_BITS[urgency.kind]
      this.#priorities[place] = PRIORITY_BITS[item.priority]
    }
    const known = before ? before.#alphabets : []
    for (const [by, alphabet] of known) {
      if (records.every((record) => alphabet.has(TEXTS[by](record)))) this.#alphabets.set(by, alphabet)
    }
  }

  /** The records that a filter lets through, in the order asked for. */
  list(filter: ItemFilter, sort: ItemSort): readonly ItemRecord[] {
    const last = this.#last && isSameSort(this.#last.sort, sort) ? this.#last : null
    if (last && last.filter.text === filter.text && isNarrower(last.filter, filter)) return last.records
    const among = last && isNarrower(last.filter, filter) ? last.places : this.#order(sort)
    const places = this.#find(among, filter)
    const records = Array.from(places, (place) => this.#at(place))
    this.#last = { filter, sort, places, records }
    return records
  }

  /** Works out ahead, in small steps, what the first search and the first sorting by title would wait for. */
  *prepareSteps(): Steps<void> {
    const texts: string[] = []
    for (const record of this.records) {
      texts.push(record.searchText)
      yield texts.length / this.records.length / 2
    }
    this.#texts = texts
    if (this.#alphabets.has('title')) return
    const titles = [...new Set(this.records.map(TEXTS.title))]
    this.#alphabets.set('title', placesOf(yield* sortSteps(titles, compareTexts)))
  }

  #at(place: number): ItemRecord {
    return this.records[place] as ItemRecord
  }

  #find(among: Places, filter: ItemFilter): Places {
    const states = maskOf(STATE_BITS, filter.states)
    const urgencies = maskOf(URGENCY_BITS, filter.urgencies)
    const priorities = maskOf(PRIORITY_BITS, filter.priorities)
    const rest = { ...filter, text: '', states: [], urgencies: [], priorities: [] }
    const isIn = FIELDS.every((field) => isSame(rest[field], NO_FILTER[field])) ? null : matcherOf(rest)
    const words = wordsOf(filter)
    const texts = words.length === 0 ? null : this.#searchTexts()
    const found = new Uint32Array(among.length)
    let count = 0
    for (const place of among) {
      if (((this.#states[place] ?? 0) & states) === 0) continue
      if (((this.#urgencies[place] ?? 0) & urgencies) === 0) continue
      if (((this.#priorities[place] ?? 0) & priorities) === 0) continue
      if (texts && !hasWords(texts[place] ?? '', words)) continue
      if (isIn && !isIn(this.#at(place))) continue
      found[count] = place
      count += 1
    }
    return found.subarray(0, count)
  }

  #searchTexts(): readonly string[] {
    this.#texts ??= this.records.map(({ searchText }) => searchText)
    return this.#texts
  }

  #order(sort: ItemSort): Places {
    const name = `${sort.by} ${sort.descending}`
    const known = this.#orders.get(name)
    if (known) return known
    const order = this.#workOut(sort)
    this.#orders.set(name, order)
    return order
  }

  /** Key and place in one number, so that numbers alone are sorted and equal keys stay by code. */
  #workOut({ by, descending }: ItemSort): Places {
    const size = this.records.length
    if (by === 'code' && !descending) return Uint32Array.from({ length: size }, (_, place) => place)
    const keyOf = isText(by) ? this.#rankOf(by) : NUMBERS[by]
    const keyed = new Float64Array(size)
    for (let place = 0; place < size; place += 1) {
      const key = keyOf(this.#at(place))
      keyed[place] = (descending ? NO_DATE - key : key) * size + place
    }
    return Uint32Array.from(keyed.sort(), (key) => key % size)
  }

  #rankOf(by: TextColumn): (record: ItemRecord) => number {
    const alphabet = this.#alphabets.get(by) ?? alphabetOf(this.records.map(TEXTS[by]))
    this.#alphabets.set(by, alphabet)
    return (record) => alphabet.get(TEXTS[by](record)) ?? 0
  }
}
