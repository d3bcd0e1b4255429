import type { BodyId } from '../domain/bodies'
import { deadlineFromWording, NO_DEADLINE } from '../domain/deadlines'
import {
  formatItemCode,
  type Item,
  type ItemEvent,
  type ItemOrigin,
  itemEventSchema,
  itemSchema,
  PartyFinder,
} from '../domain/follow-up'
import type { Seat } from '../domain/people'
import type { Session } from '../domain/sessions'
import { required } from '../lib/assert'
import type { Effects } from '../lib/effects'
import { isoDate } from '../lib/iso-date'

/** What is already stored, or about to be, when the example's follow-up is made. */
export interface ExampleSurroundings {
  readonly bodyId: BodyId
  readonly seats: readonly Seat[]
  readonly sessions: readonly Session[]
}

const YEAR = 2017
const AGREED_ON = isoDate('2017-08-30')
const TOLD_ON = isoDate('2017-11-15')
const UNICOM_REPORT = 'Informe de la UNICOM, punto 3 de la sesión del 15 de noviembre de 2017'
const SECRETARIAT_REPORT = 'Informe de seguimiento presentado a la sesión del 15 de noviembre de 2017'

interface ExampleItem {
  readonly title: string
  readonly text: string
  /** Printed number of the point of the session of 30-ago-2017; null when no minuta names the origin. */
  readonly point: number | null
  readonly originNote: string
  readonly responsible: readonly string[]
  readonly supporting: readonly string[]
  readonly external: string
  /** Words of the deadline as agreed; empty when none was given. */
  readonly wording: string
  readonly told: {
    readonly fulfilled: boolean
    readonly author: string
    readonly reference: string
    readonly note: string
  }
}

/** The three pending items that the minuta of 15-nov-2017 (000, point 3) details. */
const DESCRIBED: readonly ExampleItem[] = [
  {
    title: 'Abrir la sección Datos Abiertos en la página de internet del Instituto',
    text: 'Abrir la sección Datos Abiertos; el Presidente fijó como meta los últimos días de octubre y ofreció el apoyo de la UNICOM.',
    point: 5,
    originNote: '',
    responsible: ['UTTyPDP'],
    supporting: ['UNICOM', 'DEPPP'],
    external: '',
    wording: 'a finales del mes de octubre',
    told: {
      fulfilled: false,
      author: 'Secretaría Técnica',
      reference: SECRETARIAT_REPORT,
      note: 'La Unidad de Transparencia trabajó en la sección y ya puede publicarse.',
    },
  },
  {
    title: 'Retirar el portal Elecciones México, redirigir su dominio y conservar sus bases de datos',
    text: '',
    point: null,
    originNote: 'Las minutas no dicen en qué sesión se acordó; se cuenta desde la del 30 de agosto de 2017.',
    responsible: ['UNICOM'],
    supporting: ['UTVOPL'],
    external: '',
    wording: '',
    told: {
      fulfilled: false,
      author: 'UNICOM',
      reference: UNICOM_REPORT,
      note: 'La UNICOM y la UTVOPL proponen retirar el sitio, llevar su dominio a Voto y Elecciones y guardar las bases como texto plano en Datos Abiertos.',
    },
  },
  {
    title: 'Sistema de Publicidad Oficial: informe de seguridad y puesta en marcha',
    text: 'Informar del estado del sistema; el Presidente lo pidió para la sesión siguiente.',
    point: 4,
    originNote: '',
    responsible: ['UNICOM'],
    supporting: ['UTTyPDP'],
    external: 'INAI',
    wording: 'para la próxima sesión del Comité',
    told: {
      fulfilled: false,
      author: 'UNICOM',
      reference: UNICOM_REPORT,
      note: 'Dos revisiones de seguridad hallaron debilidades de impacto alto y medio, que el INAI no ha corregido; el sistema no se pondrá en marcha hasta que lo haga.',
    },
  },
]

/** The three that the minuta counts as fulfilled and does not describe: nothing is made up of them. */
const UNDESCRIBED: readonly ExampleItem[] = [1, 2, 3].map((n) => ({
  title: `Punto cumplido que la minuta no describe (${n} de 3)`,
  text: '',
  point: null,
  originNote: 'La minuta del 15 de noviembre de 2017 lo cuenta entre los cumplidos y no dice de qué trata.',
  responsible: [],
  supporting: [],
  external: '',
  wording: '',
  told: {
    fulfilled: true,
    author: 'Secretaría Técnica',
    reference: SECRETARIAT_REPORT,
    note: 'La minuta sólo dice que se cumplió; no consta en qué fecha.',
  },
}))

function originOf(example: ExampleItem, sessions: readonly Session[]): ItemOrigin {
  if (example.point === null) return { kind: 'manual', note: example.originNote }
  const session = required(
    sessions.find((one) => one.date === AGREED_ON),
    'session of 30-ago-2017',
  )
  return { kind: 'session', sessionId: session.id, factId: null, pointId: null, pointNumber: example.point }
}

function eventOf(item: Item, { told }: ExampleItem, effects: Effects): ItemEvent {
  return itemEventSchema.parse({
    id: effects.newId(),
    bodyId: item.bodyId,
    itemId: item.id,
    seq: 1,
    recordedAt: effects.now(),
    on: TOLD_ON,
    author: told.author,
    source: { kind: 'otro', reference: told.reference, sessionId: null, factId: null },
    body: told.fulfilled ? { kind: 'state', to: 'fulfilled' } : { kind: 'progress' },
    note: told.note,
    evidence: [],
  })
}

/**
 * The follow-up of the example: the six items that were pending after the session of 30-ago-2017, with
 * what was known of them when that of 15-nov-2017 began (000, point 3): three fulfilled, three pending.
 */
export function exampleFollowUp(
  { bodyId, seats, sessions }: ExampleSurroundings,
  effects: Effects,
): { readonly items: readonly Item[]; readonly events: readonly ItemEvent[] } {
  const finder = new PartyFinder({ seats, persons: [] })
  const parties = (names: readonly string[]) => names.map((name) => finder.party(name))
  const made = [...DESCRIBED, ...UNDESCRIBED].map((example, index) => {
    const item = itemSchema.parse({
      id: effects.newId(),
      bodyId,
      code: formatItemCode(YEAR, index + 1),
      title: example.title,
      text: example.text,
      origin: originOf(example, sessions),
      responsible: parties(example.responsible),
      supporting: parties(example.supporting),
      external: example.external,
      priority: 'normal',
      tags: [],
      deadline: example.wording === '' ? NO_DEADLINE : deadlineFromWording(example.wording, AGREED_ON),
      openedOn: AGREED_ON,
      attachments: [],
    })
    return { item, event: eventOf(item, example, effects) }
  })
  return { items: made.map(({ item }) => item), events: made.map(({ event }) => event) }
}
