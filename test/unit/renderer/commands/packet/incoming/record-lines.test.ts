import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArchiveFile } from '../../../../../../renderer/commands/packet/incoming/archive'
import { readRecordLines } from '../../../../../../renderer/commands/packet/incoming/record-lines'
import type { IncomingRefusal } from '../../../../../../renderer/commands/packet/incoming/refusal'
import { orRefusal } from '../../../../../../renderer/commands/packet/incoming/verify-packet'
import { canonicalJson, type JsonValue } from '../../../../../../shared/journal'
import type { Result } from '../../../../../../shared/lib/result'
import { type PacketRecords, RECORDS_LIMITS, readRecords } from '../../../../../../shared/packet'
import { SCHEMA_VERSION } from '../../../../../../shared/schema/version'
import { makeSeat } from '../../../../../helpers/make-session'

const IS_FULL = process.env.QUORUM_HOSTILE === 'full'
const RUNS = IS_FULL ? 10_000 : 500

const HASH = 'ab'.repeat(32)
const HEADER = {
  format: 'quorum-records',
  version: 1,
  schema: SCHEMA_VERSION,
  audience: 'backup',
  packetId: '0190a8f2-0000-7000-8000-000000000001',
  packetVersion: 1,
  bodyId: makeSeat(1).bodyId,
  bodyName: 'CGyPE',
  sessionId: null,
  origin: HASH,
  headSeq: 3,
  headHash: HASH,
  madeAt: '2017-11-15T17:00:00.000Z',
  withheld: {},
  lines: 1,
}
const SEAT = makeSeat(1)
const LINE = { table: 'seats', key: SEAT.id, versions: { [HASH]: 2 }, row: SEAT }

/** As the app writes it. */
function told(value: object): string {
  return canonicalJson(JSON.parse(JSON.stringify(value)) as JsonValue)
}

/** The text in pieces of an awkward size, as an archive would hand it over. */
function asFile(text: string | Uint8Array, pieceBytes = 7_777): ArchiveFile {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  return {
    path: 'data/registros/registros.jsonl',
    size: bytes.length,
    read: async (take) => {
      for (let at = 0; at < bytes.length; at += pieceBytes) await take(bytes.subarray(at, at + pieceBytes))
    },
  }
}

function read(
  text: string | Uint8Array,
  pieceBytes?: number,
): Promise<Result<PacketRecords, IncomingRefusal>> {
  return orRefusal(() => readRecordLines(asFile(text, pieceBytes), () => undefined))
}

function file(header: object, ...lines: readonly string[]): string {
  return [told(header), ...lines].map((line) => `${line}\n`).join('')
}

async function codeOf(text: string | Uint8Array): Promise<string> {
  const result = await read(text)
  if (result.ok) return 'accepted'
  const { error } = result
  return error.code === 'bad-records' ? error.problem.code : error.code
}

describe('the rows of a packet', () => {
  it('are read as they were written, in pieces of any size', async () => {
    const text = file(HEADER, told(LINE))
    for (const pieceBytes of [1, 3, 100, 100_000]) {
      expect(await read(text, pieceBytes)).toEqual({
        ok: true,
        value: {
          header: HEADER,
          rows: [{ table: 'seats', key: SEAT.id, versions: LINE.versions, row: SEAT, lacking: [] }],
        },
      })
    }
  })

  it('of a newer version name the version that is needed', async () => {
    const newer = { ...HEADER, schema: SCHEMA_VERSION + 1 }
    expect(await read(file(newer))).toEqual({
      ok: false,
      error: {
        code: 'bad-records',
        problem: { code: 'newer-schema', found: SCHEMA_VERSION + 1, supported: SCHEMA_VERSION },
      },
    })
    expect(await codeOf(file({ ...HEADER, version: 2, unknown: true }))).toBe('newer-format')
  })

  it.each([
    ['nothing', ''],
    ['no header', `${told(LINE)}\n`],
    ['another format', file({ ...HEADER, format: 'x' }, told(LINE))],
    ['fewer lines than it says', file(HEADER)],
    ['more lines than it says', file(HEADER, told(LINE), told(LINE))],
    ['a last line cut', file(HEADER, told(LINE)).slice(0, -1)],
    ['an unknown field', file(HEADER, told({ ...LINE, extra: 1 }))],
    ['an empty line', file(HEADER, '')],
    ['a mark of byte order', `\ufeff${file(HEADER, told(LINE))}`],
    ['blanks between', file(HEADER, JSON.stringify(LINE, null, 1).replaceAll('\n', ''))],
    ['a name twice', file(HEADER, told(LINE).replace('"key":', '"key":"b","key":'))],
    ['__proto__', file(HEADER, '{"table":"seats","key":"a","versions":{},"row":{"__proto__":{"x":1}}}')],
    [
      '__proto__ as a version',
      file(HEADER, '{"table":"seats","key":"a","versions":{"__proto__":1},"row":{}}'),
    ],
    ['constructor', file(HEADER, '{"table":"seats","key":"a","versions":{},"row":{"constructor":{}}}')],
    ['1e400', file(HEADER, '{"table":"seats","key":"a","versions":{},"row":{"x":1e400}}')],
    ['half a letter', Buffer.concat([Buffer.from(file(HEADER)), Buffer.from([0x22, 0xc3, 0x22, 0x0a])])],
  ])('with %s are refused', async (_, text) => {
    expect(['bad-header', 'bad-line', 'incomplete']).toContain(await codeOf(text))
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })

  it('keep odd characters as they are: a backup must come back, whatever was pasted into it', async () => {
    for (const x of ['\ud800', '\0', '\u0007', '\u202e', '\u{1f468}\u200d\u{1f469}']) {
      const row = { ...SEAT, name: `a${x}b` }
      expect(await read(file(HEADER, told({ ...LINE, row })))).toMatchObject({
        ok: true,
        value: { rows: [{ row }] },
      })
    }
  })

  it('nested a million deep, or a hundred million bytes long, are refused', {
    timeout: 60_000,
  }, async () => {
    const deep = file(HEADER, `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`)
    expect(await codeOf(deep)).toBe('bad-line')
    const long = Buffer.concat([Buffer.from(file(HEADER)), Buffer.alloc(100_000_000, 0x20)])
    expect(await codeOf(long)).toBe('too-large')
    expect(await codeOf(file(HEADER, JSON.stringify('x'.repeat(50_000_000))))).toBe('too-large')
    expect(RECORDS_LIMITS.lineBytes).toBeLessThan(5_000_000)
  })

  it('are never half believed, whatever the text', { timeout: 120_000 }, async () => {
    const changed = fc.tuple(fc.nat(), fc.nat(255), fc.boolean())
    const text = Buffer.from(file(HEADER, told(LINE)))
    await fc.assert(
      fc.asyncProperty(changed, async ([place, byte, isCut]) => {
        const bytes = Buffer.from(text)
        bytes[place % bytes.length] = byte
        const result = await read(isCut ? bytes.subarray(0, place % bytes.length) : bytes)
        if (!result.ok) return
        // What is accepted says what the one reader of lines says of the same text.
        const lines = bytes.toString('utf8').trimEnd().split('\n')
        expect(result).toEqual(readRecords(lines))
        expect(lines.slice(1).map((line) => JSON.parse(line))).toMatchObject(
          result.value.rows.map(({ key, row }) => ({ key, row })),
        )
      }),
      { numRuns: RUNS },
    )
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})
