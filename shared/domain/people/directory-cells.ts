import { type IsoDate, isIsoDate, isoDate } from '../../lib/iso-date'
import { err, ok, type Result } from '../../lib/result'
import type { CellReader } from '../../lib/sheet'
import { foldText } from '../../lib/spanish'
import type { Gender } from '../bodies'
import type { Standing } from './membership'
import type { SeatRole } from './seat'

/** Longest text accepted in one cell. */
const MAX_TEXT = 300
const MONTHS = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre',
  'octubre',
  'noviembre',
  'diciembre',
]

/** Any text of reasonable length. */
export function readText(text: string): Result<string, string> {
  return text.length <= MAX_TEXT
    ? ok(text)
    : err(`el texto tiene ${text.length} caracteres; el máximo es ${MAX_TEXT}.`)
}

/** A text that has at least one letter. */
export function readName(text: string): Result<string, string> {
  return /\p{L}/u.test(text) ? readText(text) : err(`«${text}» no parece un nombre.`)
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function readDateParts(typed: string, year: number, month: number, day: number): Result<IsoDate, string> {
  if (month < 1 || month > 12) {
    return err(`${typed} no existe: no hay mes ${month} (se lee día/mes/año).`)
  }
  if (year < 1900 || year > 2199) return err(`${typed} está fuera de los años 1900 a 2199.`)
  const days = daysInMonth(year, month)
  if (day < 1 || day > days) {
    return err(`${typed} no existe: ${MONTHS[month - 1]} de ${year} tiene ${days} días.`)
  }
  return ok(isoDate([year, month, day].map((part) => String(part).padStart(2, '0')).join('-')))
}

function monthNumber(name: string): number {
  return MONTHS.findIndex((month) => month === name || (name.length >= 3 && month.startsWith(name))) + 1
}

/**
 * Reads dd/mm/aaaa (also with - or .), aaaa-mm-dd and "15 de noviembre de 2017". A date that does not
 * exist is named with the reason.
 */
export function readDate(text: string): Result<IsoDate, string> {
  if (isIsoDate(text.slice(0, 10)) && /^.{10}(T[\d:.]+Z?)?$/.test(text)) return ok(isoDate(text.slice(0, 10)))
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text)
  if (iso) return readDateParts(text, Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const numeric = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text)
  if (numeric) return readDateParts(text, Number(numeric[3]), Number(numeric[2]), Number(numeric[1]))
  const worded = /^(\d{1,2})[\s/-]+(?:de )?([a-z]+)\.?[\s/-]+(?:del? )?(\d{4})$/.exec(foldText(text))
  const month = monthNumber(worded?.[2] ?? '')
  if (worded && month > 0) return readDateParts(text, Number(worded[3]), month, Number(worded[1]))
  if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}$/.test(text))
    return err(`escriba el año de «${text}» con cuatro cifras.`)
  return err(`«${text}» no se entiende como fecha; escriba dd/mm/aaaa.`)
}

const YES = new Set(['si', 's', 'x', '1', 'verdadero', 'true', 'voz y voto', 'con voto', '✓', '✔'])
const NO = new Set(['no', 'n', '0', 'falso', 'false', 'voz', 'solo voz', 'sin voto', 'voz sin voto', '-'])

/** Reads sí/no as people write it, also "voz y voto" and "voz". */
export function readYesNo(text: string): Result<boolean, string> {
  const key = foldText(text)
  if (YES.has(key)) return ok(true)
  return NO.has(key) ? ok(false) : err(`«${text}» no se entiende; escriba Sí o No.`)
}

/** Ways of writing each role, folded; the person's form and the place's. */
const ROLES: readonly (readonly [SeatRole, RegExp])[] = [
  ['technical-secretariat', /^secretari[ao]( tecnic[ao])?$|^st$/],
  ['presidency', /^president[ae]$|^presidencia$|^preside$/],
  ['content-manager', /^gestori?[ao]?( de contenidos)?$|^gestora?$/],
  ['guest', /^invitad[ao]( permanente| especial)?$|^asesora?$|^observadora?$/],
  ['member', /^integrantes?$|^miembro$|^vocal$|^consejer[ao]$|^representante$/],
]

/** Reads the role of a seat in the words of the place or of the person. */
export function readRole(text: string): Result<SeatRole, string> {
  const key = foldText(text).replace(/ del? (comite|comision|organo|consejo)$/, '')
  const found = ROLES.find(([, pattern]) => pattern.test(key))
  if (found) return ok(found[0])
  return err(
    `no se conoce el rol «${text}»; use Presidencia, Secretaría Técnica, Integrante, Gestoría de Contenidos o Invitado.`,
  )
}

/** Reads titular or suplente. */
export function readStanding(text: string): Result<Standing, string> {
  const key = foldText(text)
  if (/^(titular|propietari[ao]|t)$/.test(key)) return ok('titular')
  return /^(suplente|s)$/.test(key)
    ? ok('suplente')
    : err(`«${text}» no se entiende; use Titular o Suplente.`)
}

/**
 * Makes the reader of a gender column. "M" means masculino beside "F", but mujer beside "H": the other
 * cells of the column decide; a column that mixes all three leaves "M" unreadable.
 */
export function genderReader(columnCells: readonly string[]): CellReader<Gender> {
  const keys = new Set(columnCells.map((cell) => foldText(cell).replace('.', '')))
  const hasMan = keys.has('h')
  const ambiguous = hasMan && keys.has('f')
  return (text) => {
    const key = foldText(text).replace('.', '')
    if (key === 'm' && ambiguous) {
      return err('«M» es ambiguo porque la columna usa también F y H; escriba Femenino o Masculino.')
    }
    if (key === 'm') return ok(hasMan ? 'f' : 'm')
    if (/^(f|fem|femenino|mujer|ella)$/.test(key)) return ok('f')
    return /^(masc|masculino|hombre|h|el)$/.test(key) ? ok('m') : err(`«${text}» no se entiende; use F o M.`)
  }
}

/** Reads initials: one to four letters; accents, dots and blanks are dropped. */
export function readInitials(text: string): Result<string, string> {
  const letters = text
    .toLocaleUpperCase('es-MX')
    .replace(/Ñ/g, '#')
    .normalize('NFD')
    .replace(/[\u0300-\u036f.\s]/g, '')
    .replace(/#/g, 'Ñ')
  return /^[A-ZÑ]{1,4}$/.test(letters) ? ok(letters) : err(`«${text}» no sirve; use de una a cuatro letras.`)
}

/** Whether the name cell says that nobody occupies the seat. */
export function saysVacant(text: string): boolean {
  return /^\(?vacante\)?$|^\(?sin (titular|designar|representante)\)?$/.test(foldText(text))
}
