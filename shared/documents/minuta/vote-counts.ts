import type {
  BallotOption,
  ClosedVote,
  ElectorateEntry,
  SessionPlan,
  VoteCounts,
} from '../../domain/sessions'
import { findAttendee } from '../../domain/sessions'
import { required } from '../../lib/assert'
import { joinSpanish } from '../../lib/spanish'
import { cleanLine, endSentence, joinClauses, numberWords, withPreposition } from '../spanish'
import { seatName } from './names'

type Option = BallotOption | 'absent'

function ofSeats(vote: ClosedVote, option: Option, plan: SessionPlan): string {
  const seats = vote.electorate.filter((entry) => entry.option === option)
  return joinSpanish(seats.map((entry) => withPreposition('de', nameOf(entry, plan))))
}

/** ", de la Unidad Técnica…": who it was, or nothing when the account of the vote names nobody. */
function byWhom(vote: ClosedVote, option: Option, plan: SessionPlan): string {
  const seats = ofSeats(vote, option, plan)
  return seats === '' ? '' : `, ${seats}`
}

function nameOf(entry: ElectorateEntry, plan: SessionPlan): string {
  return seatName(required(findAttendee(plan, entry.attendeeId), 'attendee of a vote'), plan)
}

/** "cinco votos a favor", "un voto a favor", "ningún voto a favor". */
function inFavour(n: number): string {
  if (n === 0) return 'ningún voto a favor'
  return `${numberWords(n, 'un')} ${n === 1 ? 'voto' : 'votos'} a favor`
}

const COUNTED: readonly {
  readonly option: Exclude<BallotOption, 'yes'>
  readonly count: (counts: VoteCounts) => number
  readonly words: (n: number) => string
}[] = [
  {
    option: 'no',
    count: (counts) => counts.no,
    words: (n) => `${numberWords(n, 'uno')} en contra`,
  },
  {
    option: 'abstain',
    count: (counts) => counts.abstain,
    words: (n) => `${numberWords(n, 'una')} ${n === 1 ? 'abstención' : 'abstenciones'}`,
  },
  {
    option: 'recused',
    count: (counts) => counts.recused,
    words: (n) => `${numberWords(n, 'una')} ${n === 1 ? 'excusa' : 'excusas'}`,
  },
  {
    option: 'not-voting',
    count: (counts) => counts.notVoting,
    words: (n) => `${numberWords(n, 'un')} ${n === 1 ? 'voto' : 'votos'} sin emitir`,
  },
]

/**
 * The count in words with the seats behind whatever was not a vote in favour: "cinco votos a favor, uno
 * en contra, de la Unidad Técnica…, y una abstención, de…", and the absent seats at the end.
 */
export function countsProse(vote: ClosedVote, plan: SessionPlan): string {
  const others = COUNTED.filter((kind) => kind.count(vote.counts) > 0).map(
    (kind) => kind.words(kind.count(vote.counts)) + byWhom(vote, kind.option, plan),
  )
  const counts = joinClauses([inFavour(vote.counts.yes), ...others])
  const absent = vote.counts.absent
  if (absent === 0) return counts
  const word = `${numberWords(absent, 'una')} ${absent === 1 ? 'ausencia' : 'ausencias'}`
  return `${counts}${others.length > 0 ? ',' : ''} con ${word}${byWhom(vote, 'absent', plan)}`
}

const REASON_OF: Readonly<Record<BallotOption, string>> = {
  yes: 'Como razón de su voto a favor',
  no: 'Como razón de su voto en contra',
  abstain: 'Como motivo de su abstención',
  recused: 'Como motivo de su excusa',
  'not-voting': 'Como motivo para no emitir su voto',
}

/** A sentence for each seat that gave a reason for its vote, in the order of the list. */
export function reasonsProse(vote: ClosedVote, plan: SessionPlan): readonly string[] {
  return vote.electorate.flatMap((entry) => {
    if (entry.option === 'absent' || entry.reason === null) return []
    const reason = endSentence(cleanLine(entry.reason))
    return [`${REASON_OF[entry.option]}, ${nameOf(entry, plan)} expuso lo siguiente: ${reason}`]
  })
}
