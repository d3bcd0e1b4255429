import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArchiveFile } from '../../../../../../renderer/commands/packet/incoming/archive'
import {
  type PacketRecords,
  readRecordLines,
} from '../../../../../../renderer/commands/packet/incoming/record-lines'
import type { IncomingRefusal } from '../../../../../../renderer/commands/packet/incoming/refusal'
import { jsonProblem } from '../../../../../../renderer/commands/packet/incoming/strict-json'
import { orRefusal } from '../../../../../../renderer/commands/packet/incoming/verify-packet'
import type { Result } from '../../../../../../shared/lib/result'
import { RECORDS_LIMITS } from '../../../../../../shared/packet'
import { SCHEMA_VERSION } from '../../../../../../shared/schema/version'

const IS_FULL = process.env.QUORUM_HOSTILE === 'full'
const RUNS = IS_FULL ? 10_000 : 500

const HASH = 'ab'.repeat(32)
const HEADER = {
  format: 'quorum-records',
  version: 1,
  schema: SCHEMA_VERSION,
  audience: 'members',
  packetId: '0190a8f2-0000-7000-8000-000000000001',
  packetVersion: 1,
  bodyId: '0190a8f2-0000-7000-8000-000000000002',
  bodyName: 'CGyPE',
  sessionId: null,
  origin: HASH,
  headSeq: 3,
  headHash: HASH,
  madeAt: '2017-11-15T17:00:00.000Z',
  withheld: {},
  lines: 1,
}
const LINE = { table: 'seats', key: 'a', versions: { [HASH]: 2 }, row: { id: 'a', name: 'UNICOM' } }

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
  return [JSON.stringify(header), ...lines].map((line) => `${line}\n`).join('')
}

async function codeOf(text: string | Uint8Array): Promise<string> {
  const result = await read(text)
  return result.ok ? 'accepted' : result.error.code
}

describe('the rows of a packet', () => {
  it('are read as they were written, in pieces of any size', async () => {
    const text = file(HEADER, JSON.stringify(LINE))
    for (const pieceBytes of [1, 3, 100, 100_000]) {
      expect(await read(text, pieceBytes)).toEqual({ ok: true, value: { header: HEADER, lines: [LINE] } })
    }
  })

  it('of a newer version name the version that is needed', async () => {
    const newer = { ...HEADER, schema: SCHEMA_VERSION + 1 }
    expect(await read(file(newer))).toEqual({
      ok: false,
      error: { code: 'newer-records', found: SCHEMA_VERSION + 1, known: SCHEMA_VERSION },
    })
    expect(await codeOf(file({ ...HEADER, version: 2, unknown: true }))).toBe('newer-records')
  })

  it.each([
    ['nothing', ''],
    ['no header', `${JSON.stringify(LINE)}\n`],
    ['another format', file({ ...HEADER, format: 'x' }, JSON.stringify(LINE))],
    ['fewer lines than it says', file(HEADER)],
    ['more lines than it says', file(HEADER, JSON.stringify(LINE), JSON.stringify(LINE))],
    ['a last line cut', file(HEADER, JSON.stringify(LINE)).slice(0, -1)],
    ['an unknown field', file(HEADER, JSON.stringify({ ...LINE, extra: 1 }))],
    ['an empty line', file(HEADER, '')],
    ['a mark of byte order', `\ufeff${file(HEADER, JSON.stringify(LINE))}`],
    ['blanks between', file(HEADER, JSON.stringify(LINE, null, 1).replaceAll('\n', ''))],
    ['a name twice', file(HEADER, JSON.stringify(LINE).replace('{"id":"a"', '{"id":"b","id":"a"'))],
    ['__proto__', file(HEADER, '{"table":"seats","key":"a","versions":{},"row":{"__proto__":{"x":1}}}')],
    [
      '__proto__ as a version',
      file(HEADER, '{"table":"seats","key":"a","versions":{"__proto__":1},"row":{}}'),
    ],
    ['constructor', file(HEADER, '{"table":"seats","key":"a","versions":{},"row":{"constructor":{}}}')],
    ['1e400', file(HEADER, '{"table":"seats","key":"a","versions":{},"row":{"x":1e400}}')],
    ['half a letter', Buffer.concat([Buffer.from(file(HEADER)), Buffer.from([0x22, 0xc3, 0x22, 0x0a])])],
  ])('with %s are refused', async (_, text) => {
    expect(await codeOf(text)).toBe('bad-records')
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })

  it('keep odd characters as they are: a backup must come back, whatever was pasted into it', async () => {
    for (const x of ['\ud800', '\0', '\u0007', '\u202e', '\u{1f468}\u200d\u{1f469}']) {
      const line = { ...LINE, row: { x } }
      expect(await read(file(HEADER, JSON.stringify(line)))).toMatchObject({
        ok: true,
        value: { lines: [line] },
      })
    }
  })

  it('nested a million deep, or a hundred million bytes long, are refused', {
    timeout: 60_000,
  }, async () => {
    const deep = file(HEADER, `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`)
    expect(await codeOf(deep)).toBe('bad-records')
    const long = Buffer.concat([Buffer.from(file(HEADER)), Buffer.alloc(100_000_000, 0x20)])
    expect(await codeOf(long)).toBe('bad-records')
    expect(await codeOf(file(HEADER, JSON.stringify('x'.repeat(50_000_000))))).toBe('bad-records')
    expect(RECORDS_LIMITS.lineBytes).toBeLessThan(5_000_000)
  })

  it('are never half believed, whatever the text', { timeout: 120_000 }, async () => {
    const changed = fc.tuple(fc.nat(), fc.nat(255), fc.boolean())
    const text = Buffer.from(file(HEADER, JSON.stringify(LINE)))
    await fc.assert(
      fc.asyncProperty(changed, async ([place, byte, isCut]) => {
        const bytes = Buffer.from(text)
        bytes[place % bytes.length] = byte
        const result = await read(isCut ? bytes.subarray(0, place % bytes.length) : bytes)
        if (!result.ok) return
        // What is accepted says on every line what the bytes say, letter by letter.
        const said = [result.value.header, ...result.value.lines].map((line) =>
          JSON.parse(JSON.stringify(line)),
        )
        expect(said).toEqual(
          bytes
            .toString('utf8')
            .trimEnd()
            .split('\n')
            .map((line) => JSON.parse(line)),
        )
      }),
      { numRuns: RUNS },
    )
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

describe('JSON of a stranger', () => {
  it('is what JSON.stringify writes, and nothing else', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const text = JSON.stringify(value)
        const reaches = /"(?:__proto__|constructor|prototype)":/.test(text)
        const odd = JSON.stringify(JSON.parse(text)) !== text
        expect(jsonProblem(text) === null).toBe(!reaches && !odd)
      }),
      { numRuns: RUNS },
    )
  })
})
