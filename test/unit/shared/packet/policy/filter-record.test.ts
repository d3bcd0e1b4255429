import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ClosedVote,
  foldSession,
  type PlainFactBody,
  recordGesture,
  type SessionRecord,
  type SessionState,
} from '../../../../../shared/domain/sessions'
import { clockTimeSchema } from '../../../../../shared/lib/iso-date'
import { DEFAULT_OPTIONS, filterOverlays, filterRecord } from '../../../../../shared/packet'
import { countingEffects } from '../../../../helpers/make-session'
import { movesArbitrary, randomSession } from '../../../../helpers/random-session'

const RUNS = 80
const CLOSE: readonly PlainFactBody[] = [{ kind: 'session-closed' }]

/** The session closed at the end of the day; null when its rules do not let it. */
function closed(record: SessionRecord): SessionRecord | null {
  if (foldSession(record.plan, record.facts).phase === 'closed') return record
  const done = recordGesture(record, CLOSE, clockTimeSchema.parse('23:00'), countingEffects(9_000_000))
  return done.ok ? { ...record, facts: [...record.facts, ...done.value.facts] } : null
}

function closedVotes(state: SessionState): readonly ClosedVote[] {
  return [...state.votes.values()].filter((vote) => vote.status === 'closed')
}

function publicOf(record: SessionRecord, namedVotes: boolean): SessionRecord {
  const filtered = filterRecord(record, 'public', { namedVotes })
  if (!filtered.ok) throw new Error(filtered.error.code)
  return filtered.value
}

/** What of a session everybody may know. */
function known(state: SessionState) {
  const { phase, openedAt, closedAt, quorumVerified, presence, points, openingOrder, movements } = state
  return { phase, openedAt, closedAt, quorumVerified, presence, points, openingOrder, movements }
}

describe('a session for the public', () => {
  it('is refused while it is a draft', () => {
    const record = randomSession([])
    expect(filterRecord(record, 'public', DEFAULT_OPTIONS)).toEqual({
      ok: false,
      error: { code: 'not-closed' },
    })
    expect(filterRecord(record, 'members', DEFAULT_OPTIONS)).toEqual({ ok: true, value: record })
  })

  it('ends the same, vote by vote, without a ballot, a reason or a correction', () => {
    let votes = 0
    fc.assert(
      fc.property(movesArbitrary, (moves) => {
        const record = closed(randomSession(moves))
        if (record === null) return
        const whole = foldSession(record.plan, record.facts)
        const shown = publicOf(record, false)
        const state = foldSession(shown.plan, shown.facts)
        expect(state.anomalies).toEqual([])
        expect(known(state)).toEqual(known(whole))
        const kinds = new Set(shown.facts.map(({ body }) => body.kind))
        for (const kind of ['ballot', 'ballots-rest', 'casting-vote', 'correction'] as const) {
          expect(kinds.has(kind)).toBe(false)
        }
        for (const vote of closedVotes(whole)) {
          const { electorate: _, ...totals } = vote
          expect(state.votes.get(vote.id)).toEqual({ ...totals, electorate: [] })
          votes += 1
        }
      }),
      { numRuns: RUNS },
    )
    expect(votes).toBeGreaterThan(RUNS / 4)
  })

  it('says who voted what only when that was chosen, and never why', () => {
    fc.assert(
      fc.property(movesArbitrary, (moves) => {
        const record = closed(randomSession(moves))
        if (record === null) return
        const whole = foldSession(record.plan, record.facts)
        const shown = publicOf(record, true)
        const state = foldSession(shown.plan, shown.facts)
        for (const vote of closedVotes(whole)) {
          const electorate = vote.electorate.map((entry) => ({ ...entry, reason: null }))
          expect(state.votes.get(vote.id)).toEqual({ ...vote, electorate })
        }
      }),
      { numRuns: RUNS },
    )
  })
})

describe('rewritten passages for the public', () => {
  const { session } = randomSession([]).plan
  const overlay = (anchor: string) => ({
    id: `${session.id}:${anchor}`,
    sessionId: session.id,
    anchor,
    text: 'votó en contra la DEPPP',
    basis: 'base',
  })
  const overlays = [overlay('vote:1'), overlay('fact:1')]

  it('leave out the account of a vote where votes are not named', () => {
    const anchors = (audience: 'public' | 'members', namedVotes: boolean) =>
      filterOverlays(overlays, audience, { namedVotes }).map(({ anchor, basis }) => [anchor, basis])
    expect(anchors('public', false)).toEqual([['fact:1', '']])
    expect(anchors('public', true)).toEqual([
      ['vote:1', ''],
      ['fact:1', ''],
    ])
    expect(anchors('members', false)).toEqual([
      ['vote:1', 'base'],
      ['fact:1', 'base'],
    ])
  })
})
