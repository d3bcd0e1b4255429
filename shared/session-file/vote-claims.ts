import type { ClosedVote, VoteCounts } from '../domain/sessions'
import { joinSpanish } from '../lib/spanish'
import type { SessionFileVote } from './schema'

/** What each count is called, for one and for any other number. */
const COUNT_WORDS: Readonly<Record<keyof VoteCounts, readonly [one: string, many: string]>> = {
  yes: ['a favor', 'a favor'],
  no: ['en contra', 'en contra'],
  abstain: ['abstención', 'abstenciones'],
  recused: ['con excusa', 'con excusa'],
  notVoting: ['sin votar', 'sin votar'],
  absent: ['ausente', 'ausentes'],
}

const COUNT_KEYS = Object.keys(COUNT_WORDS) as (keyof VoteCounts)[]

function counted(key: keyof VoteCounts, count: number): string {
  return `${count} ${COUNT_WORDS[key][count === 1 ? 0 : 1]}`
}

const RESULT_WORDS = { approved: 'aprobado', rejected: 'no aprobado', tied: 'empatado' } as const
const BY_WORDS = {
  unanimity: 'por unanimidad',
  majority: 'por mayoría',
  'casting-vote': 'con voto de calidad',
  declaration: 'por declaración',
} as const

function resultInWords(result: {
  readonly kind: keyof typeof RESULT_WORDS
  readonly by?: keyof typeof BY_WORDS | undefined
}): string {
  return [RESULT_WORDS[result.kind], result.by ? BY_WORDS[result.by] : ''].filter((word) => word).join(' ')
}

/** A count in words, without the options nobody took: "5 a favor y 2 en contra". */
function countInWords(counts: VoteCounts): string {
  return joinSpanish(COUNT_KEYS.filter((key) => counts[key] > 0).map((key) => counted(key, counts[key])))
}

/** Contradictions between what the file says a vote gave and what its ballots add up to. */
export function voteClaimProblems(step: SessionFileVote, vote: ClosedVote): readonly string[] {
  const problems: string[] = []
  const by = 'by' in vote.result ? vote.result.by : undefined
  const given = `las papeletas dan ${resultInWords(vote.result)} (${countInWords(vote.counts)})`
  const resultDiffers = step.result !== undefined && step.result !== vote.result.kind
  const byDiffers = step.by !== undefined && step.by !== by
  if (resultDiffers || byDiffers) {
    const claim = resultInWords({ kind: step.result ?? vote.result.kind, by: step.by })
    problems.push(`el resultado dice «${claim}» y ${given}`)
  }
  for (const key of COUNT_KEYS) {
    const claimed = step.count?.[key]
    if (claimed !== undefined && claimed !== vote.counts[key]) {
      problems.push(`el cómputo dice ${counted(key, claimed)} y son ${vote.counts[key]}`)
    }
  }
  return problems
}

/** What is wrong with how a vote is written down, before anybody votes. */
export function voteFormProblems(step: SessionFileVote): readonly string[] {
  const byArea = step.ballots !== undefined || step.rest !== undefined
  if (step.unanimous && byArea) return ['use «unanimous» o «ballots», no los dos']
  if (!step.unanimous && !byArea) return ['falta decir cómo se votó: «unanimous», «ballots» o «rest»']
  const voted = new Set(Object.keys(step.ballots ?? {}))
  return Object.keys(step.reasons ?? {})
    .filter((key) => !voted.has(key))
    .map((key) => `hay un motivo («reasons») de «${key}», que no está en «ballots»`)
}
