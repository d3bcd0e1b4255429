import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  correctFact,
  effectiveFacts,
  electorateSize,
  type Fact,
  foldEffective,
  foldSession,
  isCorrection,
  type PlainFactBody,
  redoLast,
  undoLast,
  withReason,
} from '../../../../../shared/domain/sessions'
import { clockTimeSchema } from '../../../../../shared/lib/iso-date'
import { makeCommittee, Recorder, voteId } from '../../../../helpers/committee'
import { makeItem } from '../../../../helpers/make-item'
import { makeReview } from '../../../../helpers/make-review'

const TIME = clockTimeSchema.parse('11:30')
const VOTERS = 5
const PLAN = makeCommittee(VOTERS, 2, 3)

const attendeeId = fc.constantFrom(...PLAN.attendees.map((attendee) => attendee.id))
const pointId = fc.constantFrom(...PLAN.points.map((point) => point.id))
const someVote = fc.integer({ min: 1, max: 4 }).map(voteId)

const body: fc.Arbitrary<PlainFactBody> = fc.oneof(
  fc.constant({ kind: 'session-opened' } as const),
  fc.record({
    kind: fc.constant('presence' as const),
    attendeeId,
    status: fc.constantFrom('present', 'present', 'absent', 'excused', 'away'),
    remote: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('point-opened' as const), pointId }),
  fc.record({
    kind: fc.constant('vote-opened' as const),
    voteId: someVote,
    pointId,
    subject: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant('ballot' as const),
    voteId: someVote,
    attendeeId,
    option: fc.constantFrom('yes', 'no', 'abstain', 'recused', 'not-voting'),
    reason: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant('ballots-rest' as const),
    voteId: someVote,
    option: fc.constant('yes' as const),
  }),
  fc.record({ kind: fc.constant('vote-closed' as const), voteId: someVote, declared: fc.constant(null) }),
  fc.record({
    kind: fc.constant('casting-vote' as const),
    voteId: someVote,
    option: fc.constantFrom('yes', 'no'),
  }),
  fc.record({
    kind: fc.constant('point-outcome' as const),
    pointId,
    outcome: fc.constantFrom('received', 'deferred'),
    reason: fc.constant(null),
  }),
  fc
    .record({ pointId, n: fc.integer({ min: 1, max: 3 }) })
    .map(({ pointId: id, n }) => makeReview(id, makeItem(n), 'fulfilled')),
  fc.constant({ kind: 'recess-started' } as const),
  fc.constant({ kind: 'recess-ended' } as const),
)

type Step = { readonly do: PlainFactBody } | { readonly do: 'undo' } | { readonly do: 'redo' }

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: body.map((each) => ({ do: each })) },
    { weight: 1, arbitrary: fc.constant({ do: 'undo' as const }) },
    { weight: 1, arbitrary: fc.constant({ do: 'redo' as const }) },
  ),
  { minLength: 20, maxLength: 120 },
)

/** Everybody comes and the session opens, then whatever the rules let through of the random steps. */
function play(sequence: readonly Step[]): Recorder {
  const room = new Recorder(PLAN).open()
  for (const step of sequence) {
    if (step.do === 'undo') room.keep(undoLast(room.record, TIME, room.effects))
    else if (step.do === 'redo') room.keep(redoLast(room.record, TIME, room.effects))
    else room.try(step.do)
  }
  return room
}

describe('the fold', () => {
  it('always adds the counts up to the frozen electorate, each seat once', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        for (const vote of play(sequence).state.votes.values()) {
          if (vote.status !== 'closed') continue
          expect(electorateSize(vote.counts)).toBe(VOTERS)
          expect(new Set(vote.electorate.map((entry) => entry.attendeeId)).size).toBe(VOTERS)
        }
      }),
    )
  })

  it('gives the same state whenever the stored facts are replayed, in whatever order they are read', () => {
    fc.assert(
      fc.property(steps, fc.infiniteStream(fc.nat()), (sequence, random) => {
        const room = play(sequence)
        const shuffled = room.facts
          .map((fact) => ({ fact, key: random.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ fact }) => fact)
        expect(foldSession(PLAN, shuffled)).toEqual(room.state)
      }),
    )
  })

  it('never has an anomaly in what it let through itself', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        expect(play(sequence).state.anomalies).toEqual([])
      }),
    )
  })

  it('never counts a corrected fact: the state is that of the effective facts alone', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        const room = play(sequence)
        const counting = effectiveFacts(room.facts)
        const standing = new Set(counting.map((fact) => fact.id))
        expect(room.state).toEqual(foldEffective(PLAN, counting))
        expect(room.state.facts.every((fact) => standing.has(fact.id))).toBe(true)
        expect(room.facts.filter(isCorrection).some((fact: Fact) => standing.has(fact.id))).toBe(false)
      }),
    )
  })

  it('undo then redo is where it was', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        const room = play(sequence)
        const before = room.state
        if (room.keep(undoLast(room.record, TIME, room.effects)) !== null) return
        expect(room.keep(redoLast(room.record, TIME, room.effects))).toBeNull()
        expect(room.state).toEqual(before)
      }),
    )
  })

  it('changes nothing but the reason when a seat gives one, whichever way its vote was recorded', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        const room = play(sequence)
        for (const vote of room.state.votes.values()) {
          if (vote.status !== 'closed') continue
          for (const { attendeeId, option } of vote.electorate) {
            const change = withReason(room.state, vote.id, attendeeId, 'porque sí')
            expect(change === null).toBe(option === 'absent')
            if (!change) continue
            const { targetId, replacement } = change
            expect(
              room.keep(correctFact(room.record, targetId, replacement, null, TIME, room.effects)),
            ).toBeNull()
          }
          const reasoned = vote.electorate.map((entry) =>
            entry.option === 'absent' ? entry : { ...entry, reason: 'porque sí' },
          )
          expect(room.state.votes.get(vote.id)).toEqual({ ...vote, electorate: reasoned })
          expect(room.state.anomalies).toEqual([])
        }
      }),
      { numRuns: 40 },
    )
  })
})
