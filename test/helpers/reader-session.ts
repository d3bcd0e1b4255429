import type { BallotOption } from '../../shared/domain/sessions'
import { clockTimeSchema, isoDate } from '../../shared/lib/iso-date'
import type {
  ViewAttendee,
  ViewBallot,
  ViewFile,
  ViewParagraph,
  ViewPoint,
  ViewSession,
  ViewVote,
} from '../../shared/packet'
import { testId } from './make-session'

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

export function file(n: number, path: string, name: string, mediaType: string, size: number): ViewFile {
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

export function point(number: number, title: string, changes: Partial<ViewPoint>): ViewPoint {
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

export const points: readonly ViewPoint[] = [
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

export function paragraph(
  n: number,
  pointId: string | null,
  text: string,
  kind: ViewParagraph['kind'] = 'paragraph',
): ViewParagraph {
  return { id: `p${n}`, kind, text, pointId }
}

export const minuta: readonly ViewParagraph[] = [
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
