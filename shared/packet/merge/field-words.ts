import type { Body } from '../../domain/bodies'
import { CLOSED_DAY_LABELS, type ClosedDay } from '../../domain/calendar'
import { deadlineText } from '../../domain/deadlines'
import { type Item, type ItemView, type Party, PRIORITY_LABELS, partiesText } from '../../domain/follow-up'
import type { Packet } from '../../domain/packets'
import { type Membership, type Person, ROLE_LABELS, type Seat, STANDING_LABELS } from '../../domain/people'
import type { Attendee, Overlay, Point, Session } from '../../domain/sessions'
import type { IsoDate } from '../../lib/iso-date'
import { longDay } from '../../lib/spanish-date'
import { CHANNEL_WORDS, COMMEMORATION_WORDS, PUBLICATION_WORDS } from './publication-words'
import { ruleWords } from './rule-words'

/** Finds what a row is called, by its table and key; what is not found reads "(no está)". */
export type NameOf = (
  table: 'seats' | 'persons' | 'sessions' | 'attendees' | 'memberships' | 'channels' | 'commemorations',
  key: string,
) => string

/** How each field is called and how its value reads; null for one that says nothing to people. */
export type FieldWords<T> = {
  readonly [K in keyof T]-?: readonly [label: string, read: (value: T[K], nameOf: NameOf) => string] | null
}

const text = (value: string | null | undefined): string => value ?? ''
const yesNo = (value: boolean | undefined): string => (value === true ? 'sí' : 'no')
const count = (value: number | null): string => (value === null ? '' : String(value))
const date = (value: IsoDate | null): string => (value === null ? '' : longDay(value))
const files = (value: readonly { readonly name: string }[]): string =>
  value.map(({ name }) => name).join(', ')
const parties = (value: readonly Party[]): string => partiesText(value)

const BODY_WORDS: FieldWords<Body> = {
  id: null,
  name: ['Nombre', text],
  shortName: ['Nombre corto', text],
  acronym: ['Siglas', text],
  institution: ['Institución', text],
  gender: ['Género del nombre', (value) => (value === 'f' ? 'femenino' : 'masculino')],
  timeZone: ['Zona horaria', text],
  agreementPattern: ['Número de los acuerdos', text],
  rules: ['Reglas', ruleWords],
}

const SEAT_WORDS: FieldWords<Seat> = {
  id: null,
  bodyId: null,
  order: ['Lugar en la lista', (value) => String(value + 1)],
  name: ['Área', text],
  acronym: ['Siglas', text],
  role: ['Papel', (value) => ROLE_LABELS[value]],
  hasVote: ['Con voto', yesNo],
  signs: ['Firma', yesNo],
  validFrom: ['Vigente desde', date],
  validUntil: ['Vigente hasta', date],
}

const PERSON_WORDS: FieldWords<Person> = {
  id: null,
  bodyId: null,
  fullName: ['Nombre', text],
  shortName: ['Nombre corto', text],
  initials: ['Iniciales', text],
  honorificShort: ['Tratamiento', text],
  honorificLong: ['Tratamiento en prosa', text],
  gender: ['Género', (value) => (value === 'f' ? 'femenino' : 'masculino')],
}

const MEMBERSHIP_WORDS: FieldWords<Membership> = {
  id: null,
  bodyId: null,
  seatId: ['Área', (value, nameOf) => nameOf('seats', value)],
  personId: ['Persona', (value, nameOf) => nameOf('persons', value)],
  standing: ['Carácter', (value) => STANDING_LABELS[value]],
  charge: ['Cargo', text],
  signatureCaption: ['Leyenda de la firma', text],
  validFrom: ['Desde', date],
  validUntil: ['Hasta', date],
}

const SESSION_WORDS: FieldWords<Session> = {
  id: null,
  bodyId: null,
  type: ['Tipo', text],
  ordinal: ['Número', count],
  date: ['Fecha', date],
  time: ['Hora', text],
  place: ['Lugar', text],
  modality: ['Modalidad', text],
  signatureOrder: [
    'Orden de las firmas',
    (value, nameOf) => value.map((id) => nameOf('attendees', id)).join(', '),
  ],
  antecedent: ['Solo antecedente', yesNo],
}

const ATTENDEE_WORDS: FieldWords<Attendee> = {
  id: null,
  sessionId: null,
  seatId: ['Área del directorio', (value, nameOf) => (value === null ? '' : nameOf('seats', value))],
  personId: ['Persona del directorio', (value, nameOf) => (value === null ? '' : nameOf('persons', value))],
  order: ['Lugar en la lista', (value) => String(value + 1)],
  fullName: ['Nombre', text],
  shortName: ['Nombre corto', text],
  initials: ['Iniciales', text],
  honorificShort: ['Tratamiento', text],
  honorificLong: ['Tratamiento en prosa', text],
  gender: ['Género', (value) => (value === 'f' ? 'femenino' : 'masculino')],
  charge: ['Cargo', text],
  signatureCaption: ['Leyenda de la firma', text],
  areaName: ['Área', text],
  areaAcronym: ['Siglas del área', text],
  role: ['Papel', (value) => ROLE_LABELS[value]],
  standing: ['Carácter', (value) => STANDING_LABELS[value]],
  hasVote: ['Con voto', yesNo],
  signs: ['Firma', yesNo],
}

const CLOSING_WORDS = { vote: 'votación', receive: 'se da por recibido', none: 'sin fórmula' } as const
const POINT_KIND_WORDS = {
  'agenda-approval': 'aprobación del orden del día',
  'prior-minutes': 'minutas anteriores',
  'follow-up': 'seguimiento de acuerdos',
  report: 'informe',
  'agreement-draft': 'proyecto de acuerdo',
  'general-matters': 'asuntos generales',
  other: 'otro',
} as const

const POINT_WORDS: FieldWords<Point> = {
  id: null,
  sessionId: null,
  order: ['Lugar en el orden del día', (value) => String(value + 1)],
  number: ['Número', count],
  title: ['Título', text],
  presenter: ['Presenta', text],
  kind: ['De qué trata', (value) => POINT_KIND_WORDS[value]],
  closing: ['Cómo cierra', (value) => CLOSING_WORDS[value]],
  approvesSessions: [
    'Minutas que se aprueban',
    (value, nameOf) => value.map((id) => nameOf('sessions', id)).join(', '),
  ],
  links: ['Enlaces', (value) => value.join(', ')],
  attachments: ['Anexos', files],
}

const OVERLAY_WORDS: FieldWords<Overlay> = {
  id: null,
  sessionId: null,
  anchor: null,
  text: ['Texto de la minuta', text],
  basis: null,
}

const ITEM_WORDS: FieldWords<Item> = {
  id: null,
  bodyId: null,
  code: ['Clave', text],
  title: ['Título', text],
  text: ['Texto acordado', text],
  origin: ['Origen', originText],
  responsible: ['Responsables', parties],
  supporting: ['Apoyo', parties],
  external: ['Dependencia externa', text],
  priority: ['Prioridad', (value) => PRIORITY_LABELS[value]],
  tags: ['Etiquetas', (value) => value.join(', ')],
  deadline: ['Plazo', (value) => [deadlineText(value), value.wording].filter(Boolean).join(' — ')],
  openedOn: ['Pendiente desde', date],
  attachments: ['Archivos', files],
}

function originText(origin: Item['origin'], nameOf: NameOf): string {
  switch (origin.kind) {
    case 'session':
      return nameOf('sessions', origin.sessionId)
    case 'report':
      return origin.reference
    case 'manual':
      return origin.note
  }
}

const CLOSED_DAY_WORDS: FieldWords<ClosedDay> = {
  id: null,
  bodyId: null,
  kind: ['Qué es', (value) => CLOSED_DAY_LABELS[value]],
  from: ['Primer día', date],
  until: ['Último día', date],
  reason: ['Motivo', text],
}

const VIEW_WORDS: FieldWords<ItemView> = {
  id: null,
  bodyId: null,
  name: ['Nombre', text],
  order: ['Lugar', (value) => String(value + 1)],
  filter: ['Filtro', (value) => filterText(value)],
  grouping: ['Agrupación', (value) => GROUPING_WORDS[value]],
  sort: ['Orden', (value) => `${SORT_WORDS[value.by]}${value.descending ? ', de mayor a menor' : ''}`],
}

const GROUPING_WORDS: Readonly<Record<ItemView['grouping'], string>> = {
  none: 'sin agrupar',
  state: 'por estado',
  responsible: 'por responsable',
  urgency: 'por urgencia',
  priority: 'por prioridad',
  origin: 'por origen',
  tag: 'por etiqueta',
}

const SORT_WORDS: Readonly<Record<ItemView['sort']['by'], string>> = {
  code: 'clave',
  title: 'título',
  responsible: 'responsable',
  due: 'vencimiento',
  state: 'estado',
  priority: 'prioridad',
  'last-update': 'última noticia',
}

function filterText(filter: ItemView['filter']): string {
  const asked = Object.values(filter).filter(
    (value) =>
      value !== null && value !== false && value !== '' && !(Array.isArray(value) && value.length === 0),
  )
  if (asked.length === 0) return 'todo'
  return asked.length === 1 ? '1 condición' : `${asked.length} condiciones`
}

const PACKET_WORDS: FieldWords<Packet> = {
  id: null,
  bodyId: null,
  sessionId: null,
  audience: null,
  version: ['Versión', count],
  madeAt: null,
  headSeq: null,
  headHash: null,
  fileName: ['Archivo', text],
  fileSha256: ['Huella del archivo', text],
  size: null,
  encrypted: ['Cifrado', yesNo],
  fingerprint: ['Firma', text],
  namedVotes: null,
  outline: null,
}

/** Words for the fields of every table whose rows are compared field by field. */
export const FIELD_WORDS = {
  bodies: BODY_WORDS,
  seats: SEAT_WORDS,
  persons: PERSON_WORDS,
  memberships: MEMBERSHIP_WORDS,
  sessions: SESSION_WORDS,
  attendees: ATTENDEE_WORDS,
  points: POINT_WORDS,
  overlays: OVERLAY_WORDS,
  items: ITEM_WORDS,
  closedDays: CLOSED_DAY_WORDS,
  itemViews: VIEW_WORDS,
  packets: PACKET_WORDS,
  commemorations: COMMEMORATION_WORDS,
  channels: CHANNEL_WORDS,
  publications: PUBLICATION_WORDS,
} as const
