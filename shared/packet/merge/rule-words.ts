import type { BodyRules } from '../../domain/bodies'

const MAJORITY_WORDS: Readonly<Record<BodyRules['majority']['value'], string>> = {
  simple: 'mayoría simple',
  absolute: 'mayoría absoluta',
  'two-thirds': 'dos terceras partes',
}

function noticeWords({ amount, unit }: BodyRules['noticeOrdinary']['value']): string {
  return `${amount} ${unit === 'hours' ? 'horas' : 'días hábiles'}`
}

/** The rules of a body in a few lines, with the reasons for which they were changed. */
export function ruleWords(rules: BodyRules): string {
  const { quorum, majority, castingVote, noticeOrdinary, noticeExtraordinary } = rules
  const quorumWords = quorum.value.kind === 'fixed' ? `${quorum.value.seats} integrantes` : 'mayoría'
  const lines: readonly (readonly [string, string, { basis: string; overrideReason: string | null }])[] = [
    ['Quórum', quorumWords, quorum],
    ['Votación', MAJORITY_WORDS[majority.value], majority],
    ['Voto de calidad', castingVote.value ? 'sí' : 'no', castingVote],
    ['Convocatoria ordinaria', noticeWords(noticeOrdinary.value), noticeOrdinary],
    ['Convocatoria extraordinaria', noticeWords(noticeExtraordinary.value), noticeExtraordinary],
  ]
  return lines
    .map(([name, value, { basis, overrideReason }]) => {
      const why = [basis, overrideReason].filter((each) => each !== null && each !== '').join(' ')
      return `${name}: ${value}${why === '' ? '' : ` (${why})`}`
    })
    .join('\n')
}
