import type { BallotOption } from '../../shared/domain/sessions'
import { exampleFollowUp, exampleSession } from '../../shared/examples'
import { clockTimeSchema, instantSchema, isoDate } from '../../shared/lib/iso-date'
import {
  changesBetween,
  outlineOf,
  type PacketView,
  type ViewAttendee,
  type ViewBallot,
  type ViewFile,
  type ViewItem,
  type ViewParagraph,
  type ViewPoint,
  type ViewSession,
  type ViewVote,
} from '../../shared/packet'
import { NOTHING_STORED, planSessionFile } from '../../shared/session-file'
import { countingEffects, testId } from './make-session'
import { viewOf, viewSource } from './packet-view'

const time = (text: string) => clockTimeSchema.parse(text)

const NAMES: readonly (readonly [name: string, area: string, acronym: string, gender: 'f' | 'm'])[] = [
  ['Enrique Andrade González', 'Presidencia del Comité', 'CE', 'm'],
  [
    'Cecilia del Carmen Azuara Arai',
    'Unidad Técnica de Transparencia y Protección de Datos Personales',
    'UTTyPDP',
    'f',
  ],
  ['Jorge Humberto Torres Antuñano', 'Unidad Técnica de Servicios de Informática', 'UNICOM', 'm'],
  ['Rubén Álvarez Mendiola', 'Coordinación Nacional de Comunicación Social', 'CNCS', 'm'],
  ['Ana de Gortari Pedroza', 'Presidencia del Consejo General', 'PCG', 'f'],
  ['José Ñáñez Güemes', 'Dirección Ejecutiva de Capacitación Electoral y Educación Cívica', 'DECEyEC', 'm'],
  ['María Fernanda Íñiguez Zúñiga', 'Secretaría Ejecutiva', 'SE', 'f'],
  ['Óscar Ibarra', 'Dirección Ejecutiva de Prerrogativas y Partidos Políticos', 'DEPPP', 'm'],
]

export const attendees: readonly ViewAttendee[] = NAMES.map(
  ([fullName, areaName, areaAcronym, gender], n) => ({
    id: testId(500 + n),
    personId: testId(600 + n),
    seatId: testId(700 + n),
    fullName,
    honorificShort: gender === 'f' ? 'Lic.' : 'Mtro.',
    gender,
    charge: n === 0 ? 'Consejero Electoral y Presidente del Comité' : `Titular de la ${areaName}`,
    areaName,
    areaAcronym,
    role: n === 0 ? 'presidency' : 'member',
    hasVote: n < 7,
    status:
      (['present', 'present', 'present', 'away', 'present', 'present', 'excused', null] as const)[n] ?? null,
    remote: n === 4,
  }),
)

function file(n: number, path: string, name: string, mediaType: string, size: number): ViewFile {
  return { id: `annex:${testId(800 + n)}`, path, name, mediaType, size, sha256: String(n % 10).repeat(64) }
}

const counts = (yes: number, no = 0, abstain = 0, recused = 0, notVoting = 0, absent = 0) => ({
  yes,
  no,
  abstain,
  recused,
  notVoting,
  absent,
})

function ballots(
  options: readonly (BallotOption | 'absent')[],
  reason: string | null = null,
): readonly ViewBallot[] {
  return options.map((option, n) => ({
    attendeeId: testId(500 + n),
    option,
    reason: option === 'no' ? reason : null,
  }))
}

function vote(n: number, changes: Partial<ViewVote>): ViewVote {
  return {
    id: testId(900 + n),
    subject: null,
    round: 1,
    openedAt: time('11:33'),
    closedAt: time('11:36'),
    counts: counts(7),
    outcome: 'approved',
    by: 'unanimity',
    castingVote: null,
    ballots: null,
    sentence: '',
    ...changes,
  }
}

function point(number: number, title: string, changes: Partial<ViewPoint>): ViewPoint {
  return {
    id: testId(300 + number),
    number,
    title,
    presenter: 'Secretaría Técnica',
    outcome: 'Pendiente',
    result: 'pending',
    annexes: [],
    links: [],
    votes: [],
    agreements: [],
    ...changes,
  }
}

const points: readonly ViewPoint[] = [
  point(1, 'Lectura y aprobación, en su caso, del orden del día', {
    outcome: 'Aprobado por unanimidad',
    result: 'approved',
    votes: [
      vote(1, {
        ballots: ballots(['yes', 'yes', 'yes', 'yes', 'yes', 'yes', 'absent']),
        counts: counts(6, 0, 0, 0, 0, 1),
        sentence: 'El orden del día se aprobó por unanimidad de los presentes.',
      }),
    ],
  }),
  point(
    2,
    'Presentación y aprobación de la minuta de la segunda sesión extraordinaria, celebrada el 30 de agosto de 2017',
    {
      outcome: 'Se dio por recibido',
      result: 'received',
      annexes: [
        file(
          1,
          'data/anexos/punto-02/01-minuta-30-ago-2017.docx',
          'Minuta 30 ago 2017.docx',
          'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
          48_213,
        ),
      ],
    },
  ),
  point(
    3,
    'Proyecto de acuerdo del Comité de Gestión y Publicación Electrónica por el que se determina la competencia de las áreas responsables de la publicación y actualización de la información en el portal de internet y en la intranet institucionales, en cumplimiento de la resolución dictada en el recurso de revisión',
    {
      outcome: 'Aprobado por mayoría',
      result: 'approved',
      links: ['https://portal.ejemplo.mx/acuerdos?año=2017&punto=3'],
      annexes: [
        file(
          2,
          'data/anexos/punto-03/01-proyecto.pdf',
          'Proyecto de acuerdo (versión 2).pdf',
          'application/pdf',
          1_402_113,
        ),
        file(
          3,
          'data/anexos/punto-03/02-matriz.xlsx',
          'Matriz de competencias por área.xlsx',
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          96_004,
        ),
        file(4, 'data/anexos/punto-03/03-portal.png', 'Portal.png', 'image/png', 734),
        file(
          5,
          'data/anexos/punto-03/04-audiencia.mp4',
          'Audiencia pública, con un nombre de archivo que no acaba nunca y sigue y sigue hasta que ocupa dos renglones.mp4',
          'video/mp4',
          1_900_000_000,
        ),
      ],
      votes: [
        vote(2, {
          subject: 'En lo general',
          counts: counts(5, 1, 0, 1),
          by: 'majority',
          ballots: ballots(
            ['yes', 'yes', 'yes', 'no', 'yes', 'yes', 'recused'],
            'El costo no está justificado en el proyecto.',
          ),
          sentence:
            'Se aprobó en lo general por mayoría de cinco votos a favor y uno en contra, con una excusa.',
        }),
        vote(3, {
          subject: 'El artículo 7, en los términos de la propuesta de la UNICOM',
          counts: counts(3, 3, 1),
          round: 2,
          by: 'casting-vote',
          castingVote: { option: 'yes', attendeeId: testId(500) },
          ballots: ballots(['yes', 'no', 'yes', 'no', 'no', 'yes', 'abstain']),
          sentence: 'Hubo empate; la Presidencia ejerció su voto de calidad a favor.',
        }),
      ],
      agreements: [
        {
          id: testId(400),
          number: 'INE/CGyPE/001/2017',
          text: 'PRIMERO. Se determina la competencia de las áreas conforme al anexo.\nSEGUNDO. El acuerdo entra en vigor el día de su aprobación.',
        },
        {
          id: testId(401),
          number: null,
          text: 'Se instruye a la Secretaría Técnica a notificar a las áreas dentro de los cinco días hábiles siguientes.',
        },
      ],
    },
  ),
  point(4, 'Informe de seguimiento de acuerdos', {
    outcome: 'No aprobado',
    result: 'rejected',
    votes: [vote(4, { counts: counts(2, 4, 0, 0, 1), outcome: 'rejected', by: 'majority' })],
  }),
  point(5, 'Solicitud que se empata dos veces', {
    outcome: 'Empatado',
    result: 'tied',
    votes: [vote(5, { counts: counts(3, 3, 1), outcome: 'tied', by: 'majority' })],
  }),
  point(6, 'Votación sin votos asentados', {
    outcome: 'Aprobado por declaración',
    result: 'approved',
    votes: [vote(6, { counts: counts(0), by: 'declaration' })],
  }),
  point(7, 'Convenio con la Dirección Ejecutiva', {
    outcome: 'Retirado',
    result: 'withdrawn',
    presenter: '',
  }),
  point(8, 'Calendario editorial del primer trimestre de 2018', { outcome: 'Diferido', result: 'deferred' }),
  point(9, 'Asuntos generales', { outcome: 'Desahogado', result: 'none', presenter: '' }),
]

function paragraph(
  n: number,
  pointId: string | null,
  text: string,
  kind: ViewParagraph['kind'] = 'paragraph',
): ViewParagraph {
  return { id: `p${n}`, kind, text, pointId }
}

const minuta: readonly ViewParagraph[] = [
  paragraph(1, null, 'Minuta de la segunda sesión ordinaria del Comité', 'heading'),
  paragraph(
    2,
    null,
    'En la Ciudad de México, siendo las once horas con diez minutos del quince de noviembre de dos mil diecisiete, se reunieron en la sala de juntas las personas integrantes del Comité.',
  ),
  ...points.flatMap((one, n) => [
    paragraph(10 + n * 10, one.id, `Punto ${one.number}. ${one.title}`, 'heading'),
    paragraph(
      11 + n * 10,
      one.id,
      'La Secretaria Técnica presentó el punto y dio cuenta de las observaciones recibidas: una de la UNICOM sobre el cómputo de los plazos y otra de la UTTyPDP sobre el diseño de la página.',
    ),
    paragraph(12 + n * 10, one.id, 'La CNCS sugirió añadir una guía de accesibilidad.', 'list-item'),
    paragraph(13 + n * 10, one.id, 'El Presidente instruyó dar seguimiento.', 'list-item'),
  ]),
  paragraph(
    200,
    null,
    'Sin otro asunto que tratar, se levantó la sesión a las trece horas con cinco minutos.',
  ),
]

export const session: ViewSession = {
  id: testId(102),
  title: 'Segunda sesión ordinaria 2017',
  type: 'ordinaria',
  ordinal: 2,
  date: isoDate('2017-11-15'),
  time: time('11:00'),
  place: 'Sala de juntas de la Presidencia, Viaducto Tlalpan 100',
  modality: 'semipresencial',
  phase: 'closed',
  openedAt: time('11:10'),
  closedAt: time('13:05'),
  quorum: { present: 6, required: 4 },
  attendees,
  points,
  minuta,
}

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
