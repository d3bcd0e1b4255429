const ORDINAL_UNITS = ['', 'primer', 'segund', 'tercer', 'cuart', 'quint', 'sext', 'séptim', 'octav', 'noven']
const ORDINAL_TENS = [
  '',
  'décim',
  'vigésim',
  'trigésim',
  'cuadragésim',
  'quincuagésim',
  'sexagésim',
  'septuagésim',
  'octogésim',
  'nonagésim',
]

/** Ordinal in words from 1 to 99, agreeing in gender: "segunda", "décima primera", "quinto". */
export function ordinalWord(n: number, gender: 'f' | 'm'): string {
  if (!Number.isInteger(n) || n < 1 || n > 99) return `${n}${gender === 'f' ? '.ª' : '.º'}`
  const ending = gender === 'f' ? 'a' : 'o'
  const tens = ORDINAL_TENS[Math.floor(n / 10)]
  const units = ORDINAL_UNITS[n % 10]
  return [tens, units]
    .filter((stem) => stem)
    .map((stem) => stem + ending)
    .join(' ')
}

/** Joins in Spanish: "a", "a y b", "a, b y c", with "e" before the sound i. */
export function joinSpanish(items: readonly string[]): string {
  if (items.length <= 1) return items[0] ?? ''
  const last = items[items.length - 1] ?? ''
  const and = /^h?[iíy](?![aeouáéóú])/i.test(last) ? 'e' : 'y'
  return `${items.slice(0, -1).join(', ')} ${and} ${last}`
}

/** First letter in upper case, the rest untouched. */
export function capitalize(text: string): string {
  return text.charAt(0).toLocaleUpperCase('es-MX') + text.slice(1)
}

/** Text without accents or case, for comparing what people type with what is stored. Ñ becomes n. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}
