import { capitalize, foldText, ordinalWord } from '../../lib/spanish'

/** Definite article of a noun phrase; empty when it takes none (a name, an acronym). */
export type Article = 'el' | 'la' | 'los' | 'las' | ''

/** Preposition before a phrase that begins with an article: "a" + "el Comité" = "al Comité". */
export function withPreposition(preposition: 'a' | 'de', phrase: string): string {
  if (phrase.startsWith('el ')) return `${preposition === 'a' ? 'al' : 'del'} ${phrase.slice(3)}`
  return `${preposition} ${phrase}`
}

const MASCULINE_IN_A = new Set(['programa', 'sistema', 'tema', 'problema', 'diagrama', 'dia', 'mapa'])
/** Feminine nouns that take "el" in the singular because they begin with a stressed a. */
const STRESSED_A = new Set(['area', 'aula', 'agua', 'acta'])
const FEMININE_WORDS = new Set(['red', 'sede', 'base', 'clase', 'serie', 'parte', 'sintesis', 'tesis'])
const FEMININE_ENDING = /(cion|sion|xion|dad|tad|tud|a)$/

/**
 * Article of the name of an unit or institution, from its first word: "la Unidad Técnica…", "el
 * Instituto…", "los Lineamientos…". Empty when the name already has one or is only an acronym.
 */
export function articleFor(name: string): Article {
  const first = name.trim().split(/\s+/)[0] ?? ''
  if (/^(el|la|los|las)$/i.test(first)) return ''
  if (/^[\p{Lu}\d./-]{2,}$/u.test(first)) return ''
  const word = foldText(first).replace(/[^a-zñ]/g, '')
  if (STRESSED_A.has(word)) return 'el'
  const plural = /[aeiou]s$/.test(word) && !word.endsWith('sis')
  const singular = plural ? word.replace(/(?<=[nd])es$|s$/, '') : word
  const feminine =
    FEMININE_WORDS.has(singular) || (FEMININE_ENDING.test(singular) && !MASCULINE_IN_A.has(singular))
  if (plural) return feminine || STRESSED_A.has(singular) ? 'las' : 'los'
  return feminine ? 'la' : 'el'
}

/** The name with its article: "la Unidad Técnica de Servicios de Informática", "UNICOM". */
export function withArticle(name: string): string {
  const article = articleFor(name)
  return article === '' ? name : `${article} ${name}`
}

/** Masculine ordinal before its noun: "primer punto", "quinto punto", "décimo tercer punto". */
export function ordinalBefore(n: number): string {
  return ordinalWord(n, 'm').replace(/(primer|tercer)o$/, '$1')
}

/** Spaces collapsed, no control characters, no space before punctuation: one line of clean prose. */
export function cleanLine(text: string): string {
  return text
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Ends a sentence with a period unless it already ends with its own mark. */
export function endSentence(text: string): string {
  const trimmed = text.trim().replace(/[,;]+$/, '')
  if (trimmed === '') return ''
  return /[.!?…:][»”"')\]]*$/.test(trimmed) ? trimmed : `${trimmed}.`
}

/** Words that open a clause and are never names: safe to write in lower case inside a sentence. */
const CLAUSE_OPENERS = new Set(
  (
    'el la los las lo un una unos unas se que si en con por para a al ante bajo de del desde durante ' +
    'entre hacia hasta segun sin sobre tras y o no ya es son fue fueron era ha han hay existe existen ' +
    'este esta estos estas ese esa esos esas dicho dicha dichos dichas su sus como cuando donde aun ' +
    'ademas tambien toda todo todas todos cada quien quienes cual cuales respecto acerca derivado'
  ).split(' '),
)

/** Lower-cases the first letter when the first word cannot be a name; leaves every other word alone. */
export function asClause(text: string): string {
  const first = /^\p{L}+/u.exec(text)?.[0] ?? ''
  const isOpener = /^\p{Lu}\p{Ll}*$/u.test(first) && CLAUSE_OPENERS.has(foldText(first))
  return isOpener ? text.charAt(0).toLocaleLowerCase('es-MX') + text.slice(1) : text
}

/** A finished sentence: clean, with a capital letter and a final mark. Empty text stays empty. */
export function sentence(text: string): string {
  return endSentence(
    capitalize(
      cleanLine(text)
        .replace(/,\s*(?=[.,;])/g, '')
        .replace(/,$/, ''),
    ),
  )
}

/** Joins counts, some with their own commas: "a y b", "a, b y c", "a, b, de x, y c". */
export function joinClauses(parts: readonly string[]): string {
  if (parts.length <= 1) return parts[0] ?? ''
  const before = parts.slice(0, -1)
  const comma = before.some((part) => part.includes(',')) ? ',' : ''
  return `${before.join(', ')}${comma} y ${parts[parts.length - 1] ?? ''}`
}
