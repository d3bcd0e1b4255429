import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentText } from '../../../../shared/documents'
import {
  foldSession,
  itemIdSchema,
  type PlainFactBody,
  type SessionRecord,
  voteIdSchema,
} from '../../../../shared/domain/sessions'
import { exampleSession } from '../../../../shared/examples'
import { required } from '../../../../shared/lib/assert'
import {
  NOTHING_STORED,
  planSessionFile,
  type SessionFile,
  writeSessionFile,
} from '../../../../shared/session-file'
import {
  countingEffects,
  makeAttendee,
  makeBody,
  makePoint,
  makeSession,
  testId,
} from '../../../helpers/make-session'
import { minutaOf } from '../../../helpers/minuta'
import {
  committee,
  everybody,
  openPoint,
  pointNumber,
  prepared,
  presence,
  speech,
  voteOn,
} from '../../../helpers/minuta-committee'
import { recordAll, wholeSession } from '../../../helpers/packet-view'
import { movesArbitrary, randomSession } from '../../../helpers/random-session'
import { dividedText, readRight } from '../../../helpers/session-files'
import { toldSession } from '../../../helpers/told-session'

function source(record: SessionRecord, sessions: Parameters<typeof writeSessionFile>[0]['sessions'] = []) {
  return { body: makeBody(), record, sessions, annexPath: (_: unknown, index: number) => `anexos/${index}` }
}

function written(record: SessionRecord): SessionFile {
  const file = writeSessionFile(source(record))
  if (!file.ok) throw new Error(file.error.detail)
  return file.value
}

/** The session that somebody has who reads the file on an empty machine. */
function again(file: SessionFile): SessionRecord {
  const planned = planSessionFile(file, NOTHING_STORED, countingEffects(8_000_000))
  if (!planned.ok)
    throw new Error(planned.error.map(({ where, message }) => `${where}: ${message}`).join('\n'))
  const { session, attendees, points, facts, body } = planned.value
  return { plan: { session, attendees, points, rules: body.rules }, facts }
}

function told(record: SessionRecord): unknown {
  return toldSession(foldSession(record.plan, record.facts))
}

function minutaText(record: SessionRecord): string {
  return documentText(minutaOf(record).tree)
}

/** The record is the same after a file. */
function expectSame(record: SessionRecord): SessionFile {
  const file = written(record)
  const read = again(file)
  expect(told(read)).toEqual(told(record))
  expect(minutaText(read)).toBe(minutaText(record))
  return file
}

describe('a session written to a file', () => {
  it('is the same session, vote by vote and word by word of its minuta', () => {
    const file = expectSame(wholeSession())
    const votes = file.record.filter((step) => step.do === 'vote')
    expect(votes[0]).toMatchObject({ unanimous: true, result: 'approved', by: 'unanimity' })
    expect(votes[1]).toMatchObject({
      ballots: { PD: 'no' },
      reasons: { PD: 'El costo es secreto' },
      rest: 'yes',
      count: { yes: 5, no: 1, absent: 1 },
    })
    expect(votes[2]).toMatchObject({ castingVote: 'yes', by: 'casting-vote' })
    expect(file.attendance[2]).toEqual({ person: 'PC' })
    expect(file.agenda[3]?.annexes?.map(({ name, path }) => [name, path])).toEqual([
      ['Informe.pdf', 'anexos/0'],
      ['informe.pdf', 'anexos/1'],
    ])
  })

  it('is the same for whatever the rules let happen, corrections resolved', () => {
    let split = 0
    let back = 0
    fc.assert(
      fc.property(movesArbitrary, (moves) => {
        const file = expectSame(randomSession(moves))
        split += file.record.some((step) => step.do === 'vote-open') ? 1 : 0
        back += file.clock === undefined ? 0 : 1
      }),
      { numRuns: 30 },
    )
    // What would be lost if a vote were always told as one, or times always went on.
    expect(split).toBeGreaterThan(0)
    expect(back).toBeGreaterThan(0)
  }, 30_000)

  it.each([
    ['the example', exampleSession],
    ['the divided session', () => readRight(dividedText())],
  ])('%s gives a file that gives the same file', (_, original) => {
    const planned = planSessionFile(original(), NOTHING_STORED, countingEffects(1_000_000))
    if (!planned.ok) throw new Error('not planned')
    const { session, attendees, points, facts, body, sessions } = planned.value
    const record = { plan: { session, attendees, points, rules: body.rules }, facts }
    const first = writeSessionFile({ ...source(record, sessions), body })
    if (!first.ok) throw new Error(first.error.detail)
    const read = again(first.value)
    expect(told(read)).toEqual(told(record))
    const second = writeSessionFile({ ...source(read, sessions), body })
    const { earlierSessions: _earlier, ...rest } = first.value
    expect(second.ok && second.value).toMatchObject({
      ...rest,
      agenda: rest.agenda.map(({ approves: _approves, ...point }) => point),
    })
    expect(first.value.earlierSessions?.length).toBe(original().earlierSessions?.length)
  })
})

describe('what the format did not say before', () => {
  const came = everybody.map((attendee) => presence(attendee, 'present'))
  const open: readonly PlainFactBody[] = [...came, { kind: 'session-opened' }]

  it('people called to the session without a seat, and seats with another role or vote that day', () => {
    const session = makeSession(2)
    const guest = makeAttendee(session, 9, {
      seatId: null,
      personId: null,
      fullName: 'Diana Díaz',
      areaName: 'INAI',
      areaAcronym: '',
      role: 'guest',
      hasVote: false,
      signs: false,
    })
    const twin = makeAttendee(session, 10, {
      seatId: null,
      areaAcronym: 'A4',
      areaName: 'Otra',
      hasVote: true,
    })
    const base = prepared()
    const record = { ...base, plan: { ...base.plan, attendees: [...everybody, guest, twin] } }
    expectSame(
      recordAll(record, [[...came, presence(guest, 'present'), { kind: 'session-opened' }], [openPoint(1)]]),
    )
  })

  it('initials that cannot be told apart are replaced, and only they', () => {
    const attendees = everybody.map((attendee) => ({ ...attendee, initials: 'X' }))
    const base = prepared()
    const record = recordAll({ ...base, plan: { ...base.plan, attendees } }, [
      open,
      [openPoint(1)],
      voteOn(1),
    ])
    const file = written(record)
    expect(new Set(file.people.map(({ initials }) => initials)).size).toBe(attendees.length)
    expect(minutaText(again(file))).toBe(minutaText(record))
  })

  it('numbers of the agenda that skip, and more about a point that is not under discussion', () => {
    const session = makeSession(2)
    const points = [1, 2, 3].map((n) => makePoint(session, n, { number: n * 2, kind: 'report' }))
    const [first, second] = [required(points[0], 'point'), required(points[1], 'point')]
    const record = recordAll(prepared(points), [
      open,
      [{ kind: 'point-opened', pointId: first.id }],
      [{ ...speech(1, committee.press, 'requests', 'la red'), pointId: first.id } as PlainFactBody],
      [{ kind: 'point-opened', pointId: second.id }],
      [{ kind: 'agreement', pointId: first.id, number: null, text: 'Se acuerda.' }],
      [
        {
          kind: 'point-outcome',
          pointId: required(points[2], 'point').id,
          outcome: 'withdrawn',
          reason: 'x',
        },
      ],
    ])
    const source = required(
      record.facts.find(({ body }) => body.kind === 'speech'),
      'speech',
    ).id
    const more = recordAll(record, [
      [
        {
          kind: 'commitment',
          pointId: first.id,
          sourceFactId: source,
          text: 'revisar',
          responsible: ['DS'],
          due: null,
        },
      ],
    ])
    const file = expectSame({ ...more, facts: more.facts })
    expect(file.record.at(-1)).toMatchObject({ do: 'commitment', point: 2, fromSpeech: 1 })
  })

  it('a vote on a matter of its own, declared otherwise, and one still running', () => {
    const voteId = voteIdSchema.parse(testId(7_777))
    const record = recordAll(prepared(), [
      open,
      [openPoint(5)],
      voteOn(5, [], { subject: 'la reserva del artículo 3' }),
      [
        { kind: 'vote-opened', voteId, pointId: pointNumber(5).id, subject: null },
        { kind: 'ballots-rest', voteId, option: 'no' },
        { kind: 'vote-closed', voteId, declared: { result: 'approved', reason: 'así lo dice la norma' } },
      ],
      [
        {
          kind: 'vote-opened',
          voteId: voteIdSchema.parse(testId(7_778)),
          pointId: pointNumber(5).id,
          subject: 'otra cosa',
        },
      ],
      [presence(committee.office, 'away')],
    ])
    const file = expectSame(record)
    expect(file.record.at(-2)).toMatchObject({ do: 'vote-open', subject: 'otra cosa' })
  })

  it('reviews of items, by their code', () => {
    const item = { id: itemIdSchema.parse(testId(60_001)), code: 'SEG-2017-001', title: 'La red', seq: 4 }
    const file = expectSame(
      recordAll(prepared(), [
        open,
        [openPoint(3)],
        [
          {
            kind: 'item-reviewed',
            pointId: pointNumber(3).id,
            item,
            outcome: 'fulfilled',
            note: 'Ya quedó.',
          },
        ],
      ]),
    )
    expect(file.record.at(-1)).toMatchObject({ do: 'review', item: 'SEG-2017-001', note: 'Ya quedó.' })
  })
})

describe('a session that the format cannot say', () => {
  it.each<[string, (record: SessionRecord) => SessionRecord]>([
    [
      'two people of one name',
      ({ plan, facts }) => ({
        facts,
        plan: { ...plan, attendees: plan.attendees.map((each) => ({ ...each, fullName: 'Ana Ruiz' })) },
      }),
    ],
    ['a session without agenda', ({ plan, facts }) => ({ facts, plan: { ...plan, points: [] } })],
    ['ballots withheld', ({ plan, facts }) => ({ facts, plan: { ...plan, tallies: new Map() } })],
  ])('%s is refused with what is wrong', (_, change) => {
    const file = writeSessionFile(source(change(prepared())))
    expect(file).toMatchObject({ ok: false, error: { code: 'not-expressible' } })
    expect(!file.ok && file.error.detail.length).toBeGreaterThan(5)
  })
})
