import { STATE_LABELS } from '../../domain/follow-up'
import { BALLOT_WORDS, PRESENCE_WORDS } from '../../domain/sessions'
import type {
  PacketView,
  ViewAgreement,
  ViewAttendee,
  ViewBallot,
  ViewItem,
  ViewPoint,
  ViewVote,
} from '../view/packet-view'
import { type CellValue, type Column, type ColumnType, type MadeTable, makeTable } from './table'

function column<Row>(
  name: string,
  title: string,
  type: ColumnType,
  value: (row: Row) => CellValue,
  required = false,
): Column<Row> {
  return { name, title, type, required, value }
}

function id<Row extends { readonly id: string }>(): Column<Row> {
  return column('id', 'Identificador', 'string', (row) => row.id, true)
}

const RESULT_WORDS = { approved: 'aprobado', rejected: 'no aprobado', tied: 'empatado' } as const
const BY_WORDS = {
  unanimity: 'unanimidad',
  majority: 'mayoría',
  'casting-vote': 'voto de calidad',
  declaration: 'declaración',
} as const

const ATTENDANCE: readonly Column<ViewAttendee>[] = [
  id(),
  column('tratamiento', 'Tratamiento', 'string', (row) => row.honorificShort),
  column('nombre', 'Nombre', 'string', (row) => row.fullName, true),
  column('cargo', 'Cargo', 'string', (row) => row.charge, true),
  column('area', 'Área', 'string', (row) => row.areaName),
  column('sigla', 'Sigla', 'string', (row) => row.areaAcronym),
  column('voto', 'Con voto', 'boolean', (row) => row.hasVote, true),
  column('asistencia', 'Asistencia', 'string', (row) => PRESENCE_WORDS[row.status ?? 'not-called'], true),
  column('distancia', 'A distancia', 'boolean', (row) => row.remote, true),
]

const AGENDA: readonly Column<ViewPoint>[] = [
  id(),
  column('numero', 'Número', 'integer', (row) => row.number, true),
  column('titulo', 'Título', 'string', (row) => row.title, true),
  column('presenta', 'Presenta', 'string', (row) => row.presenter),
  column('resultado', 'Resultado', 'string', (row) => row.outcome, true),
  column('anexos', 'Anexos', 'integer', (row) => row.annexes.length, true),
]

interface OfPoint<T> {
  readonly point: ViewPoint
  readonly it: T
}

const VOTES: readonly Column<OfPoint<ViewVote>>[] = [
  column('id', 'Identificador', 'string', ({ it }) => it.id, true),
  column('punto_id', 'Identificador del punto', 'string', ({ point }) => point.id, true),
  column('punto', 'Punto', 'integer', ({ point }) => point.number, true),
  column('votacion', 'Votación', 'integer', ({ it }) => it.round, true),
  column('asunto', 'Asunto', 'string', ({ it, point }) => it.subject ?? point.title, true),
  column('inicio', 'Inicio', 'time', ({ it }) => it.openedAt, true),
  column('fin', 'Fin', 'time', ({ it }) => it.closedAt, true),
  column('a_favor', 'A favor', 'integer', ({ it }) => it.counts.yes, true),
  column('en_contra', 'En contra', 'integer', ({ it }) => it.counts.no, true),
  column('abstenciones', 'Abstenciones', 'integer', ({ it }) => it.counts.abstain, true),
  column('excusas', 'Excusas', 'integer', ({ it }) => it.counts.recused, true),
  column('sin_emitir', 'Sin emitir', 'integer', ({ it }) => it.counts.notVoting, true),
  column('ausentes', 'Ausentes', 'integer', ({ it }) => it.counts.absent, true),
  column('resultado', 'Resultado', 'string', ({ it }) => RESULT_WORDS[it.outcome], true),
  column('forma', 'Forma', 'string', ({ it }) => (it.outcome === 'tied' ? null : BY_WORDS[it.by])),
  column('voto_de_calidad', 'Voto de calidad', 'string', ({ it }) =>
    it.castingVote === null ? null : BALLOT_WORDS[it.castingVote.option],
  ),
]

interface CastBallot {
  readonly vote: ViewVote
  readonly ballot: ViewBallot
  readonly voter: ViewAttendee | undefined
}

const BALLOTS: readonly Column<CastBallot>[] = [
  column('votacion_id', 'Identificador de la votación', 'string', ({ vote }) => vote.id, true),
  column('asistente_id', 'Identificador de quien vota', 'string', ({ ballot }) => ballot.attendeeId, true),
  column('nombre', 'Nombre', 'string', ({ voter }) => voter?.fullName ?? null),
  column('area', 'Área', 'string', ({ voter }) => voter?.areaName ?? null),
  column('voto', 'Voto', 'string', ({ ballot }) => BALLOT_WORDS[ballot.option], true),
  column('motivo', 'Motivo', 'string', ({ ballot }) => ballot.reason),
]

const AGREEMENTS: readonly Column<OfPoint<ViewAgreement>>[] = [
  column('id', 'Identificador', 'string', ({ it }) => it.id, true),
  column('punto_id', 'Identificador del punto', 'string', ({ point }) => point.id, true),
  column('punto', 'Punto', 'integer', ({ point }) => point.number, true),
  column('numero', 'Número de acuerdo', 'string', ({ it }) => it.number),
  column('texto', 'Texto', 'string', ({ it }) => it.text, true),
]

const ITEMS: readonly Column<ViewItem>[] = [
  id(),
  column('clave', 'Clave', 'string', (row) => row.code, true),
  column('asunto', 'Asunto', 'string', (row) => row.title, true),
  column('texto', 'Texto acordado', 'string', (row) => row.text),
  column('responsables', 'Responsables', 'string', (row) => row.responsible.join('; ')),
  column('apoyo', 'Con el apoyo de', 'string', (row) => row.supporting.join('; ')),
  column('estado', 'Estado', 'string', (row) => STATE_LABELS[row.state], true),
  column('desde', 'Pendiente desde', 'date', (row) => row.openedOn, true),
  column('vence', 'Vence', 'date', (row) => row.due),
  column('plazo', 'Plazo', 'string', (row) => row.term),
  column('ultima_noticia', 'Última noticia', 'string', (row) => row.lastUpdate),
  column('punto_id', 'Identificador del punto', 'string', (row) => row.pointId),
]

const TO_POINT = { column: 'punto_id', table: 'orden-del-dia', references: 'id' } as const

function ballotRows(view: PacketView): readonly CastBallot[] {
  const attendees = new Map((view.session?.attendees ?? []).map((attendee) => [attendee.id, attendee]))
  return (view.session?.points ?? []).flatMap(({ votes }) =>
    votes.flatMap((vote) =>
      (vote.ballots ?? []).map((ballot) => ({ vote, ballot, voter: attendees.get(ballot.attendeeId) })),
    ),
  )
}

function sessionTables(view: PacketView): readonly MadeTable[] {
  const { session } = view
  if (session === null) return []
  const { attendees, points } = session
  const each = <T>(of: (point: ViewPoint) => readonly T[]): readonly OfPoint<T>[] =>
    points.flatMap((point) => of(point).map((it) => ({ point, it })))
  const base = { key: ['id'], foreignKeys: [] }
  const named = points.some(({ votes }) => votes.some(({ ballots }) => ballots !== null))
  const ballots = makeTable({
    name: 'votos',
    title: 'Votos de cada área',
    key: ['votacion_id', 'asistente_id'],
    foreignKeys: [
      { column: 'votacion_id', table: 'votaciones', references: 'id' },
      { column: 'asistente_id', table: 'asistencia', references: 'id' },
    ],
    columns: BALLOTS,
    rows: ballotRows(view),
  })
  return [
    makeTable({
      ...base,
      name: 'asistencia',
      title: 'Lista de asistencia',
      columns: ATTENDANCE,
      rows: attendees,
    }),
    makeTable({ ...base, name: 'orden-del-dia', title: 'Orden del día', columns: AGENDA, rows: points }),
    makeTable({
      ...base,
      name: 'votaciones',
      title: 'Votaciones',
      foreignKeys: [TO_POINT],
      columns: VOTES,
      rows: each(({ votes }) => votes),
    }),
    ...(named ? [ballots] : []),
    makeTable({
      ...base,
      name: 'acuerdos',
      title: 'Acuerdos',
      foreignKeys: [TO_POINT],
      columns: AGREEMENTS,
      rows: each(({ agreements }) => agreements),
    }),
  ]
}

/**
 * The tables of a packet: attendance, agenda, votes, ballots where they are named, agreements and follow-up.
 * A backup of a whole body has only its follow-up.
 */
export function tablesOf(view: PacketView): readonly MadeTable[] {
  const items = makeTable({
    name: 'seguimiento',
    title: 'Seguimiento de acuerdos',
    key: ['id'],
    foreignKeys: view.session === null ? [] : [TO_POINT],
    columns: ITEMS,
    rows: view.items,
  })
  return [...sessionTables(view), items]
}
