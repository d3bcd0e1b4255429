import type { ItemReview, ReviewOutcome } from '../../domain/sessions'
import { joinSpanish } from '../../lib/spanish'
import { cleanLine, endSentence, sentence } from '../spanish'

/** Headings of the lists, by how many items each holds. */
const HEADINGS: readonly (readonly [outcome: ReviewOutcome, one: string, several: string])[] = [
  ['fulfilled', 'Se dio por cumplido', 'Se dieron por cumplidos'],
  [
    'delivered',
    'Se tuvo por hecha la entrega del periodo, y la obligación continúa',
    'Se tuvieron por hechas las entregas del periodo, y las obligaciones continúan',
  ],
  ['cancelled', 'Se canceló', 'Se cancelaron'],
  ['moot', 'Quedó sin materia', 'Quedaron sin materia'],
  ['in-progress', 'Sigue pendiente y está en proceso', 'Siguen pendientes y están en proceso'],
  ['pending', 'Sigue pendiente', 'Siguen pendientes'],
]

/** What became of the items, in numbers: "3 ya fueron cumplidos y 3 siguen pendientes". */
function parts(reviews: readonly ItemReview[]): readonly string[] {
  const count = (...outcomes: readonly ReviewOutcome[]) =>
    reviews.filter(({ outcome }) => outcomes.includes(outcome)).length
  const told = (n: number, one: string, several: string) =>
    n === 0 ? [] : [`${n} ${n === 1 ? one : several}`]
  return [
    ...told(count('fulfilled'), 'ya fue cumplido', 'ya fueron cumplidos'),
    ...told(count('delivered'), 'tuvo la entrega de su periodo', 'tuvieron la entrega de su periodo'),
    ...told(count('cancelled'), 'se canceló', 'se cancelaron'),
    ...told(count('moot'), 'quedó sin materia', 'quedaron sin materia'),
    ...told(count('in-progress', 'pending'), 'sigue pendiente', 'siguen pendientes'),
  ]
}

function countsProse(reviews: readonly ItemReview[], unreviewed: number): string {
  const said = parts(reviews)
  if (unreviewed > 0) {
    const rest = `${unreviewed} no se ${unreviewed === 1 ? 'revisó' : 'revisaron'}`
    const all = reviews.length + unreviewed
    return sentence(`quedaban pendientes ${all} puntos, de los cuales ${joinSpanish([...said, rest])}`)
  }
  if (reviews.length === 1) return `Se revisó 1 punto pendiente, que ${(said[0] ?? '').replace(/^1 /, '')}.`
  const total = `Se revisaron ${reviews.length} puntos pendientes`
  const [only] = said
  if (said.length === 1 && only) return sentence(`${total}: los ${only}`)
  return sentence(`${total}, de los cuales ${joinSpanish(said)}`)
}

function itemLine({ item, note }: ItemReview): string {
  const name = `${cleanLine(item.title).replace(/[.;,]$/, '')} (${cleanLine(item.code)})`
  return `• ${endSentence(note === null ? name : `${name}: ${cleanLine(note)}`)}`
}

/**
 * The follow-up as it was reviewed in the session, in the wording of the minutas (000, point 3: "quedaron
 * pendientes 6 puntos, de los cuales 3 ya fueron cumplidos"): the numbers, and then each item under how it
 * stands, with what was said of it. The numbers are of what was reviewed and, when the session counted what it
 * had to review, of what was not (`unreviewed`), so they always add up.
 */
export function reviewsProse(reviews: readonly ItemReview[], unreviewed: number): string {
  const lists = HEADINGS.flatMap(([outcome, one, several]) => {
    const ofOutcome = reviews.filter((review) => review.outcome === outcome)
    if (ofOutcome.length === 0) return []
    return [`${ofOutcome.length === 1 ? one : several}:`, ...ofOutcome.map(itemLine)]
  })
  return [countsProse(reviews, unreviewed), ...lists].join('\n')
}
