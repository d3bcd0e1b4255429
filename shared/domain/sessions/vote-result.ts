import type { Majority } from '../bodies'
import type { BallotOption } from './fact'

/** How many seats did what; they add up to the seats with a vote. */
export interface VoteCounts {
  readonly yes: number
  readonly no: number
  readonly abstain: number
  readonly recused: number
  readonly notVoting: number
  readonly absent: number
}

/** Result of a vote and how it came about. */
export type VoteResult =
  | { readonly kind: 'approved'; readonly by: 'unanimity' | 'majority' | 'casting-vote' | 'declaration' }
  | { readonly kind: 'rejected'; readonly by: 'majority' | 'casting-vote' | 'declaration' }
  | { readonly kind: 'tied' }

const COUNT_OF: Readonly<Record<BallotOption | 'absent', keyof VoteCounts>> = {
  yes: 'yes',
  no: 'no',
  abstain: 'abstain',
  recused: 'recused',
  'not-voting': 'notVoting',
  absent: 'absent',
}

/** Counts what the seats did. */
export function countOptions(options: readonly (BallotOption | 'absent')[]): VoteCounts {
  const counts = { yes: 0, no: 0, abstain: 0, recused: 0, notVoting: 0, absent: 0 }
  for (const option of options) counts[COUNT_OF[option]] += 1
  return counts
}

/** Number of seats behind a count: always the seats with a vote. */
export function electorateSize(counts: VoteCounts): number {
  return counts.yes + counts.no + counts.abstain + counts.recused + counts.notVoting + counts.absent
}

/** Ballots in favour that a motion needs, given who has voted what. */
export function votesNeeded(counts: VoteCounts, majority: Majority): number {
  switch (majority) {
    case 'simple':
      return Math.max(1, counts.no + 1)
    case 'absolute':
      return Math.floor(electorateSize(counts) / 2) + 1
    case 'two-thirds':
      return Math.max(1, Math.ceil(((counts.yes + counts.no + counts.abstain) * 2) / 3))
  }
}

/**
 * Result that the rule gives to a count. Unanimity is every ballot in favour and none against,
 * abstaining or withheld; recused and absent seats do not spoil it. One dissent makes it a majority
 * (domain R7). A tie is equal ballots for and against where the majority is simple.
 */
export function computeResult(
  counts: VoteCounts,
  majority: Majority,
  castingVote: 'yes' | 'no' | null,
): VoteResult {
  const tied = majority === 'simple' && counts.yes === counts.no && counts.yes > 0
  if (tied && castingVote === null) return { kind: 'tied' }
  if (tied) return { kind: castingVote === 'yes' ? 'approved' : 'rejected', by: 'casting-vote' }
  if (counts.yes < votesNeeded(counts, majority)) return { kind: 'rejected', by: 'majority' }
  const unanimous = counts.no === 0 && counts.abstain === 0 && counts.notVoting === 0
  return { kind: 'approved', by: unanimous ? 'unanimity' : 'majority' }
}
