import type { VoteCounts, VoteResult } from '../../../shared/domain/sessions'

const APPROVED = {
  unanimity: 'unanimidad',
  majority: 'mayoría',
  'casting-vote': 'voto de calidad',
  declaration: 'aprobado, declarado',
} as const

const REJECTED = {
  majority: 'no aprobado',
  'casting-vote': 'no aprobado, voto de calidad',
  declaration: 'no aprobado, declarado',
} as const

/** Result of a vote in a word or two. */
export function resultWord(result: VoteResult): string {
  if (result.kind === 'tied') return 'empate'
  return result.kind === 'approved' ? APPROVED[result.by] : REJECTED[result.by]
}

/** The three counts that the room reads aloud. */
export function countsText(counts: VoteCounts): string {
  const others = [
    counts.recused > 0 ? `${counts.recused} con excusa` : '',
    counts.notVoting > 0 ? `${counts.notVoting} sin voto emitido` : '',
    counts.absent > 0 ? (counts.absent === 1 ? '1 ausente' : `${counts.absent} ausentes`) : '',
  ].filter((text) => text !== '')
  const abstentions = counts.abstain === 1 ? '1 abstención' : `${counts.abstain} abstenciones`
  return [`${counts.yes} a favor`, `${counts.no} en contra`, abstentions, ...others].join(' · ')
}
