import { foldText } from '../../lib/spanish'
import type { Check, Publication } from './publication'

/** Spanish sentence of each check, as the form asks it. */
export const CHECK_LABELS: Readonly<Record<Check, string>> = {
  'has-image': 'Lleva imagen con texto alternativo',
  'no-capitals': 'El texto no está todo en mayúsculas',
  'spelling-reviewed': 'Ortografía revisada',
  'public-information': 'Solo contiene información pública',
}

/** How a check stands: met or not by what the app sees, or waiting for a person to answer for it. */
export type CheckStatus = 'met' | 'unmet' | 'to-confirm'

/** Words of fewer letters are taken for acronyms (INE, INAI, UNICOM). */
const SHOUTED_LETTERS = 7
/** From so many letters on, more than three quarters of them in capitals is a text in capitals. */
const LONG_TEXT = 20

/** Whether a text shouts: most of it, or a word of seven letters or more, is in capitals. */
export function isAllCapitals(text: string): boolean {
  const words = text.replace(/https?:\/\/\S+|[#@]\S+/g, ' ').match(/\p{L}+/gu) ?? []
  const upper = words.filter((word) => word.length > 1 && word === word.toLocaleUpperCase('es-MX'))
  const letters = (list: readonly string[]) => list.reduce((sum, word) => sum + word.length, 0)
  if (upper.some((word) => word.length >= SHOUTED_LETTERS)) return true
  return letters(words) >= LONG_TEXT && letters(upper) * 4 > letters(words) * 3
}

/** What the checks look at. */
export type Checked = Pick<Publication, 'images' | 'title' | 'note' | 'confirmed'>

/** How each check of a publication stands (domain §2.9; 002 §6). */
export function checksOf(publication: Checked): Readonly<Record<Check, CheckStatus>> {
  const { images, title, note, confirmed } = publication
  const answered = (check: Check): CheckStatus => (confirmed.includes(check) ? 'met' : 'to-confirm')
  const hasImage = images.length > 0 && images.every(({ alt }) => foldText(alt) !== '')
  return {
    'has-image': hasImage ? 'met' : 'unmet',
    'no-capitals': isAllCapitals(title) || isAllCapitals(note) ? 'unmet' : 'met',
    'spelling-reviewed': answered('spelling-reviewed'),
    'public-information': answered('public-information'),
  }
}

/** Checks that are not met yet, in their order. */
export function pendingChecks(publication: Checked): readonly Check[] {
  return Object.entries(checksOf(publication)).flatMap(([check, status]) =>
    status === 'met' ? [] : [check as Check],
  )
}
