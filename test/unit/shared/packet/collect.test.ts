import { describe, expect, it } from 'vitest'
import type { Row } from '../../../../shared/journal'
import {
  DEFAULT_OPTIONS,
  type FIELD_POLICY,
  type RecordsScope,
  readRecords,
  withheldByTable,
} from '../../../../shared/packet'
import { emptyField } from '../../../../shared/packet/lacking'
import { ROW_SCHEMAS } from '../../../../shared/schema/row-schemas'
import { TABLE_NAMES } from '../../../../shared/schema/tables'
import { Laptop } from '../../../helpers/laptop'
import { withBody } from '../../../helpers/laptop-moves'
import { makeItem, makeItemEvent } from '../../../helpers/make-item'
import { makeSession, testId } from '../../../helpers/make-session'
import { type Mark, markedRows } from '../../../helpers/marked-rows'

const SESSION = testId(101)
const ITEM = testId(60_001)
const MEMBERS: RecordsScope = { audience: 'members', sessionId: SESSION }

function asRow(record: object): Row {
  return JSON.parse(JSON.stringify(record)) as Row
}

/** A body in which every text of every row is marked, all of it of one session and one item. */
function markedBody(): { readonly laptop: Laptop; readonly marks: readonly Mark[] } {
  const laptop = withBody(new Laptop(1))
  laptop.put('sessions', asRow(makeSession(1)))
  laptop.put(
    'items',
    asRow(
      makeItem(1, {
        origin: { kind: 'session', sessionId: SESSION, factId: null, pointId: null, pointNumber: 1 },
      }),
    ),
  )
  const marks: Mark[] = []
  for (const table of TABLE_NAMES) {
    if (table === 'bodies' || table === 'sessions' || table === 'origins') continue
    for (const { row, marks: ofRow } of markedRows(table, ROW_SCHEMAS[table])) {
      const linked: Record<string, unknown> = { ...row }
      if ('bodyId' in row) linked.bodyId = testId(1)
      if ('sessionId' in row) linked.sessionId = SESSION
      if (table === 'itemEvents') linked.itemId = ITEM
      if (table === 'items')
        linked.origin = { kind: 'session', sessionId: SESSION, factId: null, pointId: null, pointNumber: 1 }
      laptop.put(table, asRow(linked))
      const replaced = new Set(
        ['bodyId', 'sessionId', 'itemId', 'origin'].map((field) => `${table}.${field}`),
      )
      marks.push(...ofRow.filter(({ path }) => ![...replaced].some((each) => path.startsWith(each))))
    }
  }
  return { laptop, marks }
}

const SHARED = new Set(['2017-11-15', '11:05'])

describe('the lines of a packet', () => {
  const { laptop, marks } = markedBody()
  const told = (scope: RecordsScope) => laptop.pack(scope).slice(1).join('\n')

  it('for the members have nothing that only a backup may have', () => {
    const text = told(MEMBERS)
    const secret =
      /^(itemViews|packets|commemorations|channels|publications)\.|^items\.(tags|attachments\.)|^itemEvents\.evidence\./
    const secrets = marks.filter(({ path, text: mark }) => secret.test(path) && !SHARED.has(mark))
    expect(secrets.length).toBeGreaterThan(200)
    expect(secrets.filter(({ text: mark }) => text.includes(mark))).toEqual([])
    const rest = marks.filter(({ path }) => /^(facts|points|attendees|overlays|itemEvents\.note)/.test(path))
    expect(rest.length).toBeGreaterThan(300)
    expect(rest.filter(({ text: mark }) => !text.includes(mark))).toEqual([])
  })

  it('for a backup have everything', () => {
    const text = told({ audience: 'backup' })
    expect(marks.filter(({ text: mark }) => !text.includes(mark))).toEqual([])
  })

  it('are read back as they were', () => {
    for (const scope of [MEMBERS, { audience: 'backup' } as const]) {
      const read = readRecords(laptop.pack(scope))
      if (!read.ok) throw new Error(JSON.stringify(read.error))
      for (const { table, key, row, lacking } of read.value.rows) {
        const stored = laptop.get(table, key)
        const empty = Object.fromEntries(lacking.map((field) => [field, emptyField(table, field)]))
        expect(row).toEqual({ ...stored, ...empty })
      }
    }
  })

  it('come in one order, whatever the order of the database', () => {
    const keys = laptop
      .pack()
      .slice(1)
      .map((line) => JSON.parse(line))
      .map(({ table, key }) => ({ table, key }))
    const sorted = [...keys].sort(
      (a, b) => TABLE_NAMES.indexOf(a.table) - TABLE_NAMES.indexOf(b.table) || (a.key < b.key ? -1 : 1),
    )
    expect(keys).toEqual(sorted)
    expect(laptop.pack()).toEqual(laptop.pack())
  })

  it('withhold only what a row can be without', () => {
    expect(withheldByTable('backup')).toEqual({})
    for (const [table, fields] of Object.entries(withheldByTable('members'))) {
      for (const field of fields) expect(emptyField(table as keyof typeof FIELD_POLICY, field)).toBeDefined()
    }
    expect(DEFAULT_OPTIONS.namedVotes).toBe(false)
  })
})

describe('what a packet withheld', () => {
  function laptops() {
    const home = withBody(new Laptop(1))
    home.put('sessions', asRow(makeSession(1)))
    const origin = { kind: 'session', sessionId: SESSION, factId: null, pointId: null, pointNumber: 1 }
    const item = makeItem(1, { tags: ['urgente'], origin })
    home.put('items', asRow(item))
    const evidence = [{ sha256: 'c'.repeat(64), name: 'prueba.pdf', mediaType: 'application/pdf', size: 1 }]
    home.put(
      'itemEvents',
      asRow(makeItemEvent(item, 1, '2017-11-01', { kind: 'progress' }, { evidence, note: 'x' })),
    )
    const member = new Laptop(2)
    member.take(home.pack(MEMBERS))
    return { home, member, item }
  }

  it('is empty where it came, and stays what it was where it is known', () => {
    const { home, member, item } = laptops()
    expect(member.get('items', item.id)?.tags).toEqual([])
    member.put('items', { ...asRow(item), tags: [], title: 'Otro título' })
    for (const lines of [member.pack(), member.pack(MEMBERS)]) home.take(lines)
    expect(home.get('items', item.id)).toEqual({ ...asRow(item), title: 'Otro título' })
  })

  it('comes later with a backup, and is then known', () => {
    const { home, member, item } = laptops()
    const { plan } = member.take(home.pack())
    expect(
      plan.units.filter(({ state }) => state !== 'identical').map(({ kind, state }) => [kind, state]),
    ).toEqual([['item', 'changed']])
    expect(member.stateHash()).toBe(home.stateHash())
    expect(member.take(home.pack()).changes).toEqual([])
    expect(member.get('items', item.id)?.tags).toEqual(['urgente'])
  })

  it('that was filled in meanwhile is a conflict, not overwritten', () => {
    const { home, member, item } = laptops()
    member.put('items', { ...asRow(item), tags: ['mía'] })
    home.put('items', { ...asRow(item), tags: ['urgente', 'otra'] })
    member.take(home.pack())
    expect(member.get('items', item.id)?.tags).toEqual(['mía'])
  })
})
