import { exampleFollowUp, exampleSession } from '../../shared/examples'
import { instantSchema, isoDate } from '../../shared/lib/iso-date'
import { changesBetween, outlineOf, type PacketView, type ViewItem } from '../../shared/packet'
import { NOTHING_STORED, planSessionFile } from '../../shared/session-file'
import { countingEffects, testId } from './make-session'
import { viewOf, viewSource } from './packet-view'
import { file, minuta, paragraph, point, points, session } from './reader-session'

function item(n: number, title: string, changes: Partial<ViewItem>): ViewItem {
  return {
    id: testId(200 + n),
    code: `SEG-2017-${String(n).padStart(3, '0')}`,
    title,
    text: title,
    responsible: ['UNICOM'],
    supporting: [],
    state: 'pending',
    openedOn: isoDate('2017-08-30'),
    due: null,
    term: '',
    lastUpdate: '',
    pointId: null,
    ...changes,
  }
}

const items: readonly ViewItem[] = [
  item(1, 'Abrir la sección Datos Abiertos en la página de internet del Instituto', {
    due: isoDate('2017-10-31'),
    term: 'a finales del mes de octubre',
    responsible: ['UTTyPDP'],
    supporting: ['UNICOM', 'DEPPP'],
    lastUpdate: '31 de octubre de 2017: se pidió prórroga por correo.',
  }),
  item(2, 'Retirar el portal Elecciones México y redirigir su dominio', {
    state: 'in-progress',
    text: 'Retirar el portal Elecciones México, redirigir su dominio y conservar una copia de los contenidos que sean de interés histórico.',
  }),
  item(3, 'Notificar el acuerdo de competencias a las áreas', {
    due: isoDate('2017-11-23'),
    term: 'dentro de los cinco días hábiles siguientes',
    pointId: testId(303),
    responsible: ['Secretaría Técnica'],
  }),
  item(4, 'Guía de accesibilidad', {
    state: 'fulfilled',
    due: isoDate('2017-11-01'),
    responsible: ['CNCS'],
    lastUpdate: '1 de noviembre de 2017: entregada.',
  }),
  item(5, 'Convenio con el INAI', { state: 'moot', responsible: [] }),
  item(6, 'Sistema de publicidad oficial', { state: 'cancelled' }),
]

const documents: PacketView['documents'] = [
  {
    kind: 'combined',
    title: 'Expediente en un solo PDF',
    files: [file(20, 'data/expediente.pdf', 'expediente.pdf', 'application/pdf', 5_402_113)],
  },
  {
    kind: 'convocatoria',
    title: 'Convocatoria',
    files: [
      file(21, 'data/documentos/01-convocatoria.docx', '01-convocatoria.docx', 'application/msword', 38_000),
      file(22, 'data/documentos/01-convocatoria.pdf', '01-convocatoria.pdf', 'application/pdf', 61_000),
    ],
  },
  {
    kind: 'minuta',
    title: 'Minuta',
    files: [
      file(23, 'data/documentos/03-minuta.docx', '03-minuta.docx', 'application/msword', 48_000),
      file(24, 'data/documentos/03-minuta.pdf', '03-minuta.pdf', 'application/pdf', 120_400),
    ],
  },
]

/** A session with something of everything a reader must show well. */
export function readerView(changes: Partial<PacketView> = {}): PacketView {
  return {
    layout: 1,
    packetId: testId(9_100),
    version: 1,
    audience: 'members',
    madeAt: instantSchema.parse('2017-11-16T17:05:00.000Z'),
    headSeq: 214,
    headHash: '3f9a'.repeat(16),
    body: {
      id: testId(1),
      name: 'Comité de Gestión y Publicación Electrónica',
      shortName: 'el Comité',
      acronym: 'CGyPE',
      institution: 'Instituto Nacional Electoral',
      gender: 'm',
      timeZone: 'America/Mexico_City',
    },
    session,
    sessions: [],
    documents,
    items,
    changes: null,
    ...changes,
  }
}

/** Version 2: a point reworded, one gone, an annex new, an item fulfilled. */
export function secondVersion(): PacketView {
  const before = readerView()
  const after = readerView({
    version: 2,
    packetId: testId(9_101),
    madeAt: instantSchema.parse('2017-11-20T18:30:00.000Z'),
    session: {
      ...session,
      place: 'Sala de sesiones del Consejo General',
      points: points
        .filter(({ number }) => number !== 7)
        .map((one) =>
          one.number === 2
            ? {
                ...one,
                outcome: 'Aprobado por unanimidad',
                result: 'approved',
                annexes: [
                  ...one.annexes,
                  file(
                    9,
                    'data/anexos/punto-02/02-observaciones.pdf',
                    'Observaciones.pdf',
                    'application/pdf',
                    2_048,
                  ),
                ],
              }
            : one,
        ),
      minuta: minuta
        .filter(({ pointId }) => pointId !== testId(307))
        .map((one) =>
          one.id === 'p21'
            ? {
                ...one,
                text: one.text.replace(
                  'el cómputo de los plazos',
                  'el cómputo de los plazos y su publicación',
                ),
              }
            : one,
        ),
    },
    items: items.map((one) =>
      one.code === 'SEG-2017-003'
        ? {
            ...one,
            state: 'fulfilled',
            lastUpdate: '20 de noviembre de 2017: se notificó a todas las áreas.',
          }
        : one,
    ),
  })
  return {
    ...after,
    changes: changesBetween(
      { version: 1, madeAt: before.madeAt, outline: outlineOf(before) },
      outlineOf(after),
    ),
  }
}

/** The backup of a whole body: no session of its own. */
export function backupView(): PacketView {
  return readerView({
    audience: 'backup',
    session: null,
    sessions: [
      { id: testId(101), title: 'Segunda sesión extraordinaria 2017', date: isoDate('2017-08-30') },
      { id: testId(102), title: 'Segunda sesión ordinaria 2017', date: isoDate('2017-11-15') },
    ],
    documents: [],
  })
}

/** A session as long as the longest: so many points, and paragraphs shared out among them. */
export function largeView(pointCount: number, paragraphCount: number): PacketView {
  const many = Array.from({ length: pointCount }, (_, n) => {
    const like = points[n % points.length] ?? point(1, '', {})
    return {
      ...like,
      id: testId(20_000 + n),
      number: n + 1,
      annexes: like.annexes.map((one) => ({ ...one, id: `${one.id}:${n}` })),
      votes: like.votes.map((one) => ({ ...one, id: testId(30_000 + n * 10) })),
    }
  })
  const words =
    'La Secretaría Técnica informó sobre el cómputo de los plazos y la publicación en el portal de internet; la UNICOM señaló que la actualización de los micrositios requiere la validación de las áreas y propuso un calendario. '
  const told = Array.from({ length: paragraphCount }, (_, n) =>
    paragraph(
      n,
      many[n % pointCount]?.id ?? null,
      `${words}Párrafo ${n} de la discusión, ${n === 777 ? 'única mención del güiro' : 'sin novedad'}.`,
    ),
  )
  return readerView({ session: { ...session, points: many, minuta: told } })
}

/** The example session, as the app opens it, with its follow-up. */
export function exampleView(audience: 'public' | 'members'): PacketView {
  const effects = countingEffects()
  const planned = planSessionFile(exampleSession(), NOTHING_STORED, effects)
  if (!planned.ok) throw new Error('The example is refused')
  const { body, seats, sessions, session: own, attendees: list, points: agenda, facts } = planned.value
  const { items: rows, events } = exampleFollowUp({ bodyId: body.id, seats, sessions }, effects)
  return viewOf(
    audience,
    {},
    viewSource({
      body,
      record: { plan: { session: own, rules: body.rules, attendees: list, points: agenda }, facts },
      sessions,
      items: rows,
      events,
    }),
  )
}
