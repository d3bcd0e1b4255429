import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, type JsonValue } from '../../../../shared/journal'
import {
  RECORDS_FORMAT,
  RECORDS_LIMITS,
  RECORDS_VERSION,
  type RecordsProblem,
  readRecords,
} from '../../../../shared/packet'
import { ROW_SCHEMAS } from '../../../../shared/schema/row-schemas'
import type { TableName } from '../../../../shared/schema/tables'
import { SCHEMA_VERSION } from '../../../../shared/schema/version'
import { frozenRows } from '../../../helpers/frozen-journal'
import { makeItem } from '../../../helpers/make-item'
import { makeBody, makePerson, makeSession, testId } from '../../../helpers/make-session'

const RUNS = Number(process.env.PACKET_RUNS ?? 300)
const ORIGIN = 'a'.repeat(64)

interface Line {
  readonly table: string
  readonly key: string
  readonly row: object | null
  readonly versions?: object
  readonly lacking?: readonly string[]
}

function header(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    format: RECORDS_FORMAT,
    version: RECORDS_VERSION,
    schema: SCHEMA_VERSION,
    audience: 'backup',
    packetId: testId(1),
    packetVersion: 1,
    bodyId: testId(1),
    bodyName: 'Comité',
    sessionId: null,
    origin: ORIGIN,
    headSeq: 9,
    headHash: 'b'.repeat(64),
    madeAt: '2017-11-15T17:00:00.000Z',
    withheld: {},
    lines: 0,
    ...changes,
  }
}

function textOf(value: unknown): string {
  return canonicalJson(JSON.parse(JSON.stringify(value)) as JsonValue)
}

function packet(lines: readonly Line[], changes: Record<string, unknown> = {}): readonly string[] {
  const told = lines.map((line) => textOf({ versions: { [ORIGIN]: 3 }, ...line }))
  return [textOf(header({ lines: lines.length, ...changes })), ...told]
}

function problemOf(lines: readonly string[]): RecordsProblem | null {
  const read = readRecords(lines)
  return read.ok ? null : read.error
}

const body = { table: 'bodies', key: testId(1), row: makeBody() }

describe('rows of an older schema', () => {
  it.each([1, 2, 3])('of version %i are brought to the present one', (version) => {
    const { origins: _, ...rows } = frozenRows(version)
    const tables = Object.entries(rows) as [TableName, readonly Record<string, unknown>[]][]
    const bodyId = tables.find(([table]) => table === 'bodies')?.[1][0]?.id
    const lines = tables.flatMap(([table, rows]) => rows.map((row) => ({ table, key: String(row.id), row })))
    const texts = packet(lines, { schema: version, bodyId })
    const read = readRecords(texts)
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    expect(read.value.rows).toHaveLength(lines.length)
    for (const { table, row } of read.value.rows) {
      expect(ROW_SCHEMAS[table].safeParse(row).success).toBe(true)
    }
  })
})

describe('what is newer', () => {
  it('is refused with the version that is needed, whatever else it says', () => {
    const newer = { schema: SCHEMA_VERSION + 1, surprise: 'field of the future' }
    expect(problemOf(packet([], newer))).toEqual({
      code: 'newer-schema',
      found: SCHEMA_VERSION + 1,
      supported: SCHEMA_VERSION,
    })
    expect(problemOf(packet([], { version: RECORDS_VERSION + 1 }))).toEqual({
      code: 'newer-format',
      found: RECORDS_VERSION + 1,
      supported: RECORDS_VERSION,
    })
  })
})

describe('a packet that lies', () => {
  const person = makePerson(1)
  const row = { table: 'persons', key: person.id, row: person }
  const item = makeItem(1)
  const { tags: _tags, ...untagged } = item

  const refused: readonly (readonly [string, readonly string[], RecordsProblem['code']])[] = [
    ['says nothing', [], 'bad-header'],
    ['has no header', packet([body]).slice(1), 'bad-header'],
    ['is not the records of a packet', packet([], { format: 'other' }), 'bad-header'],
    ['is for the public', packet([body], { audience: 'public' }), 'bad-header'],
    ['is for members of no session', packet([body], { audience: 'members' }), 'bad-header'],
    ['withholds what no row can do without', packet([], { withheld: { items: ['title'] } }), 'bad-header'],
    ['withholds of a table that is not one', packet([], { withheld: { cuentas: ['x'] } }), 'bad-header'],
    ['says that it has more lines', packet([body], { lines: 2 }), 'incomplete'],
    ['says that it has fewer lines', packet([body, row], { lines: 1 }), 'incomplete'],
    [
      'claims an older schema for what is not of it',
      packet([{ ...row, row: { id: person.id } }], { schema: 1 }),
      'bad-line',
    ],
    [
      'claims the present schema for another',
      packet([{ ...row, row: { ...person, phone: '55' } }]),
      'bad-line',
    ],
    ['names a table that there is not', packet([{ ...row, table: 'cuentas' }]), 'bad-line'],
    ['brings the bookkeeping of imports', packet([{ table: 'origins', key: 'x', row: null }]), 'bad-line'],
    ['calls a row otherwise than it calls itself', packet([{ ...row, key: testId(77) }]), 'bad-line'],
    ['says a row twice', packet([row, row]), 'bad-line'],
    [
      'brings another body',
      packet([{ ...body, key: testId(2), row: { ...makeBody(), id: testId(2) } }]),
      'bad-line',
    ],
    ['brings a row of another body', packet([{ ...row, row: { ...person, bodyId: testId(2) } }]), 'bad-line'],
    ['claims changes that its journal has not', packet([{ ...row, versions: { [ORIGIN]: 10 } }]), 'bad-line'],
    ['claims no change at all', packet([{ ...row, versions: {} }]), 'bad-line'],
    ['claims changes by nobody', packet([{ ...row, versions: { me: 1 } }]), 'bad-line'],
    [
      'lacks a field without saying so',
      packet([{ table: 'items', key: item.id, row: untagged }]),
      'bad-line',
    ],
    [
      'says that a title never came',
      packet([{ ...row, row: { id: person.id }, lacking: ['fullName'] }]),
      'bad-line',
    ],
  ]

  it.each(refused)('and %s is refused', (_, lines, code) => {
    expect(problemOf(lines)?.code).toBe(code)
  })

  it('is read when it tells the truth', () => {
    const told = { table: 'items', key: item.id, row: untagged, lacking: ['tags'] }
    const read = readRecords(packet([body, row, told, { table: 'persons', key: testId(5), row: null }]))
    expect(read.ok && read.value.rows.map(({ row: each, lacking }) => [each?.id ?? null, lacking])).toEqual([
      [testId(1), []],
      [person.id, []],
      [item.id, ['tags']],
      [null, []],
    ])
    expect(read.ok && read.value.rows[2]?.row?.tags).toEqual([])
  })
})

describe('hostile JSON', () => {
  const session = makeSession(1)
  const line = packet([{ table: 'sessions', key: session.id, row: session }])[1] ?? ''
  const withText = (text: string) => [packet([body], { lines: 1 })[0] ?? '', text]

  it.each([
    ['a prototype key', line.replace('"place":', '"__proto__":{"admin":true},"place":')],
    ['a key said twice', line.replace('"place":', '"place":"otro","place":')],
    ['white space', line.replace(':', ': ')],
    ['half a line', line.slice(0, 40)],
    ['a number that is none', line.replace('"ordinal":1', '"ordinal":1e400')],
    ['a list', '[]'],
    ['nothing', ''],
    ['a million levels', `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`],
  ])('with %s is refused', (_, text) => {
    expect(problemOf(withText(text))?.code).toBe('bad-line')
    expect(({} as Record<string, unknown>).admin).toBeUndefined()
  })

  it('is refused by its size before it is parsed', () => {
    expect(problemOf(withText(`"${'x'.repeat(RECORDS_LIMITS.lineBytes)}"`))).toEqual({
      code: 'too-large',
      what: 'line',
      max: RECORDS_LIMITS.lineBytes,
    })
  })

  it('never throws and never reaches a prototype', { timeout: 30_000 + RUNS * 20 }, () => {
    const good = packet([body])
    fc.assert(
      fc.property(
        fc.oneof(fc.json(), fc.string(), fc.anything().map(fc.stringify)),
        fc.nat({ max: 400 }),
        (text, at) => {
          const [first = '', second = ''] = good
          const spliced = second.slice(0, at) + text + second.slice(at)
          for (const lines of [[text], [first, text], [first, spliced]]) {
            const read = readRecords(lines)
            if (read.ok) expect(read.value.rows).toHaveLength(1)
          }
          expect(Object.keys(Object.prototype)).toEqual([])
        },
      ),
      { numRuns: RUNS },
    )
  })
})
