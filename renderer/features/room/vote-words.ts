import type { VoteCounts, VoteResult } from '../../../shared/domain/sessions'

/** Result of a vote in a word or two. */
export function resultWord(result: VoteResult): string {
  switch (result.kind) {
    case 'tied':
      return 'empate'
    case 'rejected':
      return result.by === 'casting-vote' ? 'no aprobado, voto de calidad' : 'no aprobado'
    case 'approved':
      switch (result.by) {
        case 'unanimity':
          return 'unanimidad'
        case 'majority':
          return 'mayoría'
        case 'casting-vote':
          return 'voto de calidad'
        case 'declaration':
          return 'aprobado, declarado'
      }
  }
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
