import type { Audience, OutlineEntry } from '../../domain/packets'
import type { Modality } from '../../domain/sessions'
import { weekdayOf } from '../../lib/day'
import type { Instant, IsoDate } from '../../lib/iso-date'
import { wallClock } from '../../lib/iso-date'
import { longDay, monthName } from '../../lib/spanish-date'
import type { ViewItem, ViewResult, ViewSession } from '../view/packet-view'

/** A state as a shape, a tone (colour) and, where it is always the same, a word. */
export interface Mark {
  readonly shape: string
  readonly tone: 'yes' | 'no' | 'abstain' | 'quiet' | 'accent'
}

/** Marks of what became of a point. */
export const RESULT_MARKS: Readonly<Record<ViewResult, Mark>> = {
  approved: { shape: '●', tone: 'yes' },
  rejected: { shape: '✕', tone: 'no' },
  tied: { shape: '=', tone: 'abstain' },
  received: { shape: '✓', tone: 'yes' },
  withdrawn: { shape: '⊘', tone: 'quiet' },
  deferred: { shape: '»', tone: 'abstain' },
  none: { shape: '–', tone: 'quiet' },
  open: { shape: '▶', tone: 'accent' },
  pending: { shape: '○', tone: 'quiet' },
}

/** Marks of the state of an item. */
export const ITEM_MARKS: Readonly<Record<ViewItem['state'], Mark>> = {
  pending: { shape: '○', tone: 'quiet' },
  'in-progress': { shape: '◐', tone: 'accent' },
  fulfilled: { shape: '✓', tone: 'yes' },
  cancelled: { shape: '✕', tone: 'quiet' },
  moot: { shape: '–', tone: 'quiet' },
}

/** How far the session is. */
export const PHASE_WORDS: Readonly<Record<ViewSession['phase'], Mark & { readonly word: string }>> = {
  before: { shape: '○', tone: 'quiet', word: 'En preparación' },
  'in-session': { shape: '▶', tone: 'accent', word: 'En curso' },
  recess: { shape: '◌', tone: 'abstain', word: 'En receso' },
  closed: { shape: '✓', tone: 'yes', word: 'Concluida' },
}

/** Where people were. */
export const MODALITY_WORDS: Readonly<Record<Modality, string>> = {
  presencial: 'Presencial',
  virtual: 'Virtual',
  semipresencial: 'Semipresencial',
}

/** For whom a packet is, and what that asks of whoever holds it. */
export const AUDIENCE_WORDS: Readonly<Record<Audience, { readonly name: string; readonly may: string }>> = {
  public: { name: 'Público', may: 'Cualquier persona puede verlo.' },
  members: { name: 'Para integrantes', may: 'Solo para quienes integran el órgano: no se publica.' },
  backup: { name: 'Respaldo completo', may: 'Solo para la Secretaría Técnica: contiene todo lo registrado.' },
}

/** What kind of thing an entry of the outline is. */
export const KIND_WORDS: Readonly<Record<OutlineEntry['kind'], string>> = {
  session: 'Sesión',
  attendance: 'Asistencia',
  point: 'Punto',
  annex: 'Anexo',
  vote: 'Votación',
  agreement: 'Acuerdo',
  item: 'Seguimiento',
  document: 'Documento',
}

const WEEKDAYS = ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado']

/** "miércoles 15 de noviembre de 2017" */
export function fullDay(date: IsoDate): string {
  return `${WEEKDAYS[weekdayOf(date)]} ${longDay(date)}`
}

/** "mié 15 nov 2017" */
export function shortDay(date: IsoDate): string {
  const [year, month, day] = date.split('-').map(Number)
  const weekday = (WEEKDAYS[weekdayOf(date)] ?? '').slice(0, 3)
  return `${weekday} ${day} ${monthName(month ?? 0).slice(0, 3)} ${year}`
}

/** "mié 15 nov 2017, 14:05" where the body sits. */
export function shortMoment(instant: Instant, timeZone: string): string {
  const { date, time } = wallClock(instant, timeZone)
  return `${shortDay(date)}, ${time}`
}

/** "1.4 MB": bytes in the unit that reads best, in powers of ten. */
export function bytesWords(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB']
  const step = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3))
  const amount = bytes / 1000 ** step
  return `${step === 0 ? amount : amount.toFixed(1).replace(/\.0$/, '')} ${units[step]}`
}

const KNOWN: Readonly<Record<string, string>> = {
  pdf: 'PDF',
  doc: 'Word',
  docx: 'Word',
  odt: 'Texto ODT',
  rtf: 'Texto RTF',
  xls: 'Excel',
  xlsx: 'Excel',
  ods: 'Hoja ODS',
  csv: 'Tabla CSV',
  ppt: 'PowerPoint',
  pptx: 'PowerPoint',
  txt: 'Texto',
  zip: 'Carpeta ZIP',
  eml: 'Correo',
  msg: 'Correo',
  html: 'Página HTML',
}

/** What kind of file it is, as people say it. */
export function fileKind(name: string, mediaType: string): string {
  const extension = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const known = Object.hasOwn(KNOWN, extension) ? KNOWN[extension] : undefined
  if (known !== undefined) return known
  if (mediaType.startsWith('image/')) return 'Imagen'
  if (mediaType.startsWith('audio/')) return 'Audio'
  if (mediaType.startsWith('video/')) return 'Video'
  return extension === '' ? 'Archivo' : extension.toUpperCase()
}

/** "1 párrafo", "3 párrafos". */
export function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`
}
