import { foldText } from './spanish'

const SMALL: Readonly<Record<string, number>> = {
  un: 1,
  uno: 1,
  una: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  seis: 6,
  siete: 7,
  ocho: 8,
  nueve: 9,
  diez: 10,
  once: 11,
  doce: 12,
  trece: 13,
  catorce: 14,
  quince: 15,
  dieciseis: 16,
  diecisiete: 17,
  dieciocho: 18,
  diecinueve: 19,
  veinte: 20,
  veintiun: 21,
  veintiuno: 21,
  veintiuna: 21,
  veintidos: 22,
  veintitres: 23,
  veinticuatro: 24,
  veinticinco: 25,
  veintiseis: 26,
  veintisiete: 27,
  veintiocho: 28,
  veintinueve: 29,
}

const TENS: Readonly<Record<string, number>> = {
  treinta: 30,
  cuarenta: 40,
  cincuenta: 50,
  sesenta: 60,
  setenta: 70,
  ochenta: 80,
  noventa: 90,
}

const HUNDREDS: Readonly<Record<string, number>> = {
  cien: 100,
  ciento: 100,
  doscientos: 200,
  trescientos: 300,
}

/** Pattern of a number written with digits or words, for use inside a larger one (text already folded). */
export const NUMBER_PATTERN = `(?:\\d{1,4}|(?:${Object.keys(HUNDREDS).join('|')})(?: (?:${[
  ...Object.keys(TENS),
  ...Object.keys(SMALL),
].join(
  '|',
)})(?: y (?:${Object.keys(SMALL).join('|')}))?)?|(?:${Object.keys(TENS).join('|')})(?: y (?:${Object.keys(
  SMALL,
).join('|')}))?|${Object.keys(SMALL)
  .sort((a, b) => b.length - a.length)
  .join('|')})`

/** Reads a whole number in digits or words up to 399: "60", "cinco", "ciento veinte"; null when it is none. */
export function readNumber(text: string): number | null {
  const words = foldText(text).split(' ')
  if (words.length === 1 && /^\d+$/.test(words[0] ?? '')) return Number(words[0])
  let total = 0
  for (const word of words) {
    if (word === 'y') continue
    const value = SMALL[word] ?? TENS[word] ?? HUNDREDS[word]
    if (value === undefined) return null
    total += value
  }
  return total > 0 ? total : null
}
