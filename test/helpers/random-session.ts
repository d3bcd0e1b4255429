import fc from 'fast-check'
import {
  type BallotOption,
  correctFact,
  type Fact,
  type FactChange,
  foldSession,
  isPlain,
  openVoteOf,
  type PlainFactBody,
  type PresenceStatus,
  recordGesture,
  reviewOutcomeSchema,
  type SessionRecord,
  type SpeechAct,
  speechActSchema,
  undoLast,
  type VoteId,
  voteIdSchema,
  withReason,
} from '../../shared/domain/sessions'
import type { Effects } from '../../shared/lib/effects'
import { clockTimeSchema } from '../../shared/lib/iso-date'
import { makeItem } from './make-item'
import { makeReview } from './make-review'
import { countingEffects, testId } from './make-session'
import { agenda, everybody, prepared } from './minuta-committee'

/** One step of a random session: what is tried, with numbers that choose among whatever there is. */
export interface Move {
  readonly kind: (typeof MOVES)[number]
  readonly a: number
  readonly b: number
  readonly minutes: number
}

const MOVES = [
  ...(['presence', 'presence', 'presence', 'open', 'open', 'open', 'speech', 'speech'] as const),
  ...(['vote', 'vote', 'vote', 'start-vote', 'ballot', 'close', 'outcome', 'outcome'] as const),
  ...(['agreement', 'commitment', 'review', 'review', 'quorum', 'recess', 'undo', 'void', 'end'] as const),
  ...(['reason', 'reason', 'put-right'] as const),
] as const

const CORRECTIONS: ReadonlySet<Move['kind']> = new Set(['undo', 'void', 'reason', 'put-right'])

/** Random moves of a session. */
export const movesArbitrary = fc.array(
  fc.record({
    kind: fc.constantFrom(...MOVES),
    a: fc.nat({ max: 999 }),
    b: fc.nat({ max: 999 }),
    minutes: fc.nat({ max: 719 }),
  }),
  { minLength: 4, maxLength: 45, size: 'max' },
)

function pick<T>(items: readonly T[], n: number): T {
  const item = items[n % items.length]
  if (item === undefined) throw new Error('Nothing to pick')
  return item
}

const STATUSES: readonly PresenceStatus[] = ['present', 'present', 'away', 'excused', 'absent']
const OPTIONS: readonly BallotOption[] = ['yes', 'no', 'abstain', 'recused', 'not-voting']
const TEXTS = ['revisar los plazos', 'Se atienda\n• uno\n- dos', 'el informe anual', 'que se publique.']

function reasonOf(n: number): string | null {
  return n % 3 === 0 ? 'falta el dictamen' : null
}

/** What a move records on the point under discussion, or null when it makes no sense without one. */
function onPoint(move: Move, record: SessionRecord): PlainFactBody | null {
  const state = foldSession(record.plan, record.facts)
  const pointId = state.currentPointId ?? pick(agenda, move.a).id
  switch (move.kind) {
    case 'speech': {
      const act: SpeechAct = pick(speechActSchema.options, move.b)
      const outsider = {
        kind: 'outsider',
        fullName: 'Diana Díaz',
        honorificLong: '',
        gender: 'f',
        charge: 'Representante de la DEPPP',
      } as const
      const attendee = { kind: 'attendee', attendeeId: pick(everybody, move.a).id } as const
      const speaker = move.a % 7 === 0 ? outsider : move.a % 11 === 0 ? null : attendee
      return { kind: 'speech', pointId, speaker, act, text: pick(TEXTS, move.a) }
    }
    case 'outcome': {
      const outcome = pick(['received', 'withdrawn', 'deferred', 'unrecorded'] as const, move.b)
      const target = move.a % 3 === 0 ? pick(agenda, move.a).id : pointId
      return { kind: 'point-outcome', pointId: target, outcome, reason: reasonOf(move.a) }
    }
    case 'agreement':
      return { kind: 'agreement', pointId, number: `INE/CGyPE/${move.a}/2017`, text: pick(TEXTS, move.b) }
    case 'commitment':
      return {
        kind: 'commitment',
        pointId,
        sourceFactId: null,
        text: pick(TEXTS, move.b),
        responsible: ['UNICOM', 'CNCS', 'DS'].slice(0, move.a % 4),
        due: move.b % 2 === 0 ? 'próxima sesión' : null,
      }
    case 'review': {
      const item = makeItem(1 + (move.a % 5))
      const outcome = pick(reviewOutcomeSchema.options, move.b)
      const seq = record.facts.length
      const note = move.b % 3 === 0 ? pick(TEXTS, move.a) : null
      return makeReview(pointId, item, outcome, { note, seq, ...(move.a % 2 === 0 ? { listed: 5 } : {}) })
    }
    default:
      return null
  }
}

function closing(voteId: VoteId, n: number): PlainFactBody {
  const result = n % 2 === 0 ? 'approved' : 'rejected'
  const declared = n % 5 === 0 ? ({ result, reason: 'así lo dispone la norma' } as const) : null
  return { kind: 'vote-closed', voteId, declared }
}

/** A vote opens on the point under discussion. */
function startVote(move: Move, record: SessionRecord, voteId: VoteId): PlainFactBody {
  const pointId = foldSession(record.plan, record.facts).currentPointId ?? pick(agenda, move.a).id
  return {
    kind: 'vote-opened',
    voteId,
    pointId,
    subject: move.b % 4 === 0 ? 'la reserva del artículo 3' : null,
  }
}

/** A whole vote: each seat as the digits of the move say, a casting vote when it is a tie, the end. */
function wholeVote(move: Move, record: SessionRecord, voteId: VoteId): readonly PlainFactBody[] {
  const spread = [1, 2, 2, 2, 3, 5][move.a % 6] ?? 1
  const ballots = everybody.map((attendee, index): PlainFactBody => {
    const option = pick(OPTIONS, ((move.b >> index) + (move.b >> 3)) % spread)
    return { kind: 'ballot', voteId, attendeeId: attendee.id, option, reason: reasonOf(move.a + index) }
  })
  const cast: readonly PlainFactBody[] =
    move.minutes % 2 === 0 ? [{ kind: 'casting-vote', voteId, option: move.b % 2 === 0 ? 'yes' : 'no' }] : []
  return [startVote(move, record, voteId), ...ballots, ...cast, closing(voteId, move.a)]
}

/** What a move tries to record, one gesture each. */
function bodiesOf(move: Move, record: SessionRecord): readonly PlainFactBody[] {
  const running = openVoteOf(foldSession(record.plan, record.facts))?.vote.id
  const newVote = voteIdSchema.parse(testId(60_000 + record.facts.length))
  const attendeeId = pick(everybody, move.a).id
  switch (move.kind) {
    case 'presence':
      return [{ kind: 'presence', attendeeId, status: pick(STATUSES, move.b), remote: move.b % 9 === 0 }]
    case 'open':
      return [{ kind: 'point-opened', pointId: pick(agenda, move.a).id }]
    case 'start-vote':
      return [startVote(move, record, newVote)]
    case 'vote':
      return wholeVote(move, record, newVote)
    case 'ballot':
      return [
        {
          kind: 'ballot',
          voteId: running ?? newVote,
          attendeeId,
          option: pick(OPTIONS, move.b),
          reason: null,
        },
      ]
    case 'close': {
      const voteId = running ?? newVote
      return [
        { kind: 'ballots-rest', voteId, option: pick(['yes', ...OPTIONS], move.b) },
        closing(voteId, move.a),
      ]
    }
    case 'quorum':
      return [{ kind: 'quorum-verified' }]
    case 'recess':
      return [{ kind: 'recess-started' }, { kind: 'recess-ended' }]
    case 'end':
      return move.a % 4 === 0 ? [{ kind: 'session-closed' }] : []
    default: {
      const body = onPoint(move, record)
      return body === null ? [] : [body]
    }
  }
}

/** What a move puts right in place; null for moves that void, "none" when there is nothing to put right. */
function changeOf(move: Move, record: SessionRecord): FactChange | 'none' | null {
  const state = foldSession(record.plan, record.facts)
  if (move.kind === 'reason') {
    const votes = [...state.votes.values()]
    if (votes.length === 0) return 'none'
    const { id } = pick(votes, move.b)
    return withReason(state, id, pick(everybody, move.a).id, reasonOf(move.b)) ?? 'none'
  }
  if (move.kind !== 'put-right') return null
  const openings = state.facts.filter(({ body }) => body.kind === 'point-opened')
  if (openings.length === 0) return 'none'
  const { id: targetId, time } = pick(openings, move.a)
  const body = { kind: 'point-opened', pointId: pick(agenda, move.b).id } as const
  return { targetId, replacement: { body, time } }
}

function correct(move: Move, record: SessionRecord, effects: Effects): SessionRecord {
  const time = clockTimeSchema.parse('13:00')
  const seldom = (fact: Fact) => fact.body.kind !== 'session-opened' || move.b % 20 === 0
  const plain = record.facts.filter(isPlain).filter(seldom)
  const change = changeOf(move, record)
  if (change === 'none') return record
  const done =
    move.kind === 'undo'
      ? undoLast(record, time, effects)
      : change
        ? correctFact(record, change.targetId, change.replacement, null, time, effects)
        : correctFact(record, pick(plain, move.a).id, null, null, time, effects)
  return done.ok ? { ...record, facts: [...record.facts, ...done.value.facts] } : record
}

/**
 * A session made by the real rules from random moves: whatever they refuse is left out, so that the
 * facts are always ones that the app could have recorded, undone and voided ones included.
 */
export function randomSession(moves: readonly Move[]): SessionRecord {
  const effects = countingEffects(2_000_000)
  const eight = clockTimeSchema.parse('08:00')
  const calls = everybody
    .filter((_, index) => index !== 5)
    .map(
      (attendee): PlainFactBody => ({
        kind: 'presence',
        attendeeId: attendee.id,
        status: 'present',
        remote: false,
      }),
    )
  let record = prepared()
  const start = recordGesture(record, [...calls, { kind: 'session-opened' }], eight, effects)
  if (!start.ok) throw new Error(start.error.code)
  record = { ...record, facts: start.value.facts }
  for (const move of moves) {
    if (CORRECTIONS.has(move.kind)) {
      record = correct(move, record, effects)
      continue
    }
    const hour = String(8 + Math.floor(move.minutes / 60)).padStart(2, '0')
    const time = clockTimeSchema.parse(`${hour}:${String(move.minutes % 60).padStart(2, '0')}`)
    for (const body of bodiesOf(move, record)) {
      const done = recordGesture(record, [body], time, effects)
      if (done.ok) record = { ...record, facts: [...record.facts, ...done.value.facts] }
    }
  }
  return record
}
