/** How a number agrees with what follows: "un voto", "una abstención", "uno en contra". */
export type NumberForm = 'un' | 'una' | 'uno'

const UNITS = [
  'cero',
  'uno',
  'dos',
  'tres',
  'cuatro',
  'cinco',
  'seis',
  'siete',
  'ocho',
  'nueve',
  'diez',
  'once',
  'doce',
  'trece',
  'catorce',
  'quince',
  'dieciséis',
  'diecisiete',
  'dieciocho',
  'diecinueve',
  'veinte',
  'veintiuno',
  'veintidós',
  'veintitrés',
  'veinticuatro',
  'veinticinco',
  'veintiséis',
  'veintisiete',
  'veintiocho',
  'veintinueve',
]
const TENS = ['', '', '', 'treinta', 'cuarenta', 'cincuenta', 'sesenta', 'setenta', 'ochenta', 'noventa']
const HUNDREDS = [
  '',
  'ciento',
  'doscientos',
  'trescientos',
  'cuatrocientos',
  'quinientos',
  'seiscientos',
  'setecientos',
  'ochocientos',
  'novecientos',
]

function belowHundred(n: number, form: NumberForm): string {
  if (n === 1) return form
  if (n === 21) return form === 'un' ? 'veintiún' : form === 'una' ? 'veintiuna' : 'veintiuno'
  if (n < 30) return UNITS[n] ?? ''
  const tens = TENS[Math.floor(n / 10)] ?? ''
  return n % 10 === 0 ? tens : `${tens} y ${belowHundred(n % 10, form)}`
}

function belowThousand(n: number, form: NumberForm): string {
  if (n < 100) return belowHundred(n, form)
  if (n === 100) return 'cien'
  const hundreds = HUNDREDS[Math.floor(n / 100)] ?? ''
  const agreed = form === 'una' ? hundreds.replace(/os$/, 'as') : hundreds
  return n % 100 === 0 ? agreed : `${agreed} ${belowHundred(n % 100, form)}`
}

/**
 * A whole number in words, from 0 to 999 999: "cinco", "veintiún", "dos mil diecisiete". Throws outside
 * that range: counts of people and years are always within it.
 */
export function numberWords(n: number, form: NumberForm = 'uno'): string {
  if (!Number.isInteger(n) || n < 0 || n > 999_999) throw new RangeError(`No words for the number ${n}`)
  const thousands = Math.floor(n / 1000)
  const rest = n % 1000
  if (thousands === 0) return belowThousand(rest, form)
  const head = thousands === 1 ? 'mil' : `${belowThousand(thousands, form === 'una' ? 'una' : 'un')} mil`
  return rest === 0 ? head : `${head} ${belowThousand(rest, form)}`
}
