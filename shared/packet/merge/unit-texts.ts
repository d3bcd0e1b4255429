import type { BodyRules } from '../../domain/bodies'
import { isSilent } from '../../domain/follow-up'
import { STANDING_LABELS } from '../../domain/people'
import {
  type Fact,
  foldSession,
  refusalText,
  type SessionPlan,
  type SessionRecord,
  sessionTitle,
} from '../../domain/sessions'
import type { Row } from '../../journal'
import { yearOf } from '../../lib/iso-date'
import { foldText, joinSpanish } from '../../lib/spanish'
import { longDay } from '../../lib/spanish-date'
import type { RowOf } from '../../schema/row-schemas'
import type { TableName } from '../../schema/tables'
import { isToldReview } from '../told-elsewhere'
import { rowId } from '../versions'
import type { RowPair } from './compare-row'
import type { TellContext } from './differences'
import type { NameOf } from './field-words'
import type { LocalState } from './local-state'
import type { UnitKind, UnitState } from './units'

/** A row that another one names. */
export interface NamedRow {
  readonly table: TableName
  readonly key: string
}

type Rows = ReadonlyMap<string, Row>

const NOT_HERE = '(no está)'

function as<T extends TableName>(row: Row): RowOf<T> {
  return row as unknown as RowOf<T>
}

function many(n: number, one: string, several: string): string {
  return `${n} ${n === 1 ? one : several}`
}

/** The rows of a table that a unit would have after taking the packet's side. */
function taken<T extends TableName>(pairs: readonly RowPair[], table: T): readonly RowOf<T>[] {
  return pairs.flatMap((pair) => {
    if (pair.table !== table) return []
    const row = pair.state === 'older' ? (pair.incoming ?? pair.local.row) : pair.incoming
    return row === null ? [] : [as<T>(row)]
  })
}

function named(table: TableName, key: string | null): readonly NamedRow[] {
  return key === null ? [] : [{ table, key }]
}

/** Rows without which a row makes no sense. */
function namedBy(table: TableName, row: Row): readonly NamedRow[] {
  const body = typeof row.bodyId === 'string' ? named('bodies', row.bodyId) : []
  switch (table) {
    case 'memberships': {
      const { seatId, personId } = as<'memberships'>(row)
      return [...body, ...named('seats', seatId), ...named('persons', personId)]
    }
    case 'attendees': {
      const { seatId, personId } = as<'attendees'>(row)
      return [...named('seats', seatId), ...named('persons', personId)]
    }
    case 'points':
      return as<'points'>(row).approvesSessions.flatMap((id) => named('sessions', id))
    case 'facts': {
      const { body: said } = as<'facts'>(row)
      return said.kind === 'item-reviewed' ? named('items', said.item.id) : []
    }
    case 'items': {
      const { origin, responsible, supporting } = as<'items'>(row)
      const parties = [...responsible, ...supporting].flatMap(({ seatId, personId }) => [
        ...named('seats', seatId),
        ...named('persons', personId),
      ])
      return [...body, ...parties, ...(origin.kind === 'session' ? named('sessions', origin.sessionId) : [])]
    }
    case 'itemEvents':
      return named('sessions', as<'itemEvents'>(row).source.sessionId)
    case 'publications': {
      const { commemorationId, placements } = as<'publications'>(row)
      const channels = placements.flatMap(({ channelId }) => named('channels', channelId))
      return [...body, ...named('commemorations', commemorationId), ...channels]
    }
    default:
      return body
  }
}

/** The words of a plan: names instead of ids, what a unit holds, what to know before it is taken. */
export interface UnitTexts {
  readonly heading: (
    kind: UnitKind,
    key: string,
    pairs: readonly RowPair[],
  ) => { readonly title: string; readonly detail: string }
  readonly context: (kind: UnitKind, key: string, pairs: readonly RowPair[]) => TellContext
  readonly warnings: (
    kind: UnitKind,
    state: UnitState,
    pairs: readonly RowPair[],
    context: TellContext,
  ) => readonly string[]
  readonly namedBy: typeof namedBy
  readonly nameOf: NameOf
}

function nameOfRow(table: TableName, row: Row, nameOf: NameOf): string {
  switch (table) {
    case 'bodies':
    case 'seats':
    case 'itemViews':
    case 'commemorations':
    case 'channels':
      return as<'seats'>(row).name
    case 'publications':
      return as<'publications'>(row).title
    case 'persons':
    case 'attendees':
      return as<'persons'>(row).fullName
    case 'memberships': {
      const { personId, seatId } = as<'memberships'>(row)
      return `${nameOf('persons', personId)}, ${nameOf('seats', seatId)}`
    }
    case 'sessions':
      return sessionTitle(as<'sessions'>(row))
    case 'items':
      return `${as<'items'>(row).code} ${as<'items'>(row).title}`
    case 'closedDays':
      return as<'closedDays'>(row).reason
    case 'packets':
      return as<'packets'>(row).fileName
    default:
      return ''
  }
}

function sessionDetail(main: Row | null, pairs: readonly RowPair[]): string {
  const parts = [
    many(taken(pairs, 'points').length, 'punto', 'puntos'),
    many(taken(pairs, 'attendees').length, 'persona', 'personas'),
    many(taken(pairs, 'facts').length, 'hecho', 'hechos'),
  ].filter((part) => !part.startsWith('0 '))
  const date = main === null ? '' : longDay(as<'sessions'>(main).date)
  return [date, joinSpanish(parts)].filter(Boolean).join(' · ')
}

function detailOf(kind: UnitKind, main: Row | null, pairs: readonly RowPair[]): string {
  if (kind === 'session') return sessionDetail(main, pairs)
  if (main === null) return ''
  switch (kind) {
    case 'membership':
      return `${STANDING_LABELS[as<'memberships'>(main).standing]} · ${as<'memberships'>(main).charge}`
    case 'item':
      return many(
        taken(pairs, 'itemEvents').filter((event) => !isSilent(event)).length,
        'noticia en su historia',
        'noticias en su historia',
      )
    case 'closed-day': {
      const { from, until } = as<'closedDays'>(main)
      return from === until ? longDay(from) : `del ${longDay(from)} al ${longDay(until)}`
    }
    case 'body':
      return as<'bodies'>(main).institution
    case 'publication':
      return longDay(as<'publications'>(main).on)
    case 'packet':
      return `Versión ${as<'packets'>(main).version}`
    default:
      return ''
  }
}

function anomalyWarnings(record: SessionRecord): readonly string[] {
  const { anomalies } = foldSession(record.plan, record.facts)
  const [first] = anomalies
  if (!first) return []
  const why = refusalText(first.refusal)
  const which = anomalies.length === 1 ? 'Un hecho no tiene' : `${anomalies.length} hechos no tienen`
  return [`${which} efecto al leerse con esta preparación (el primero, de las ${first.fact.time}: ${why})`]
}

function forgedWarnings(pairs: readonly RowPair[]): readonly string[] {
  const forged = pairs.filter(
    ({ table, state, local, incoming }) =>
      (table === 'facts' || table === 'itemEvents') &&
      state === 'apart' &&
      !isToldReview(table, incoming) &&
      local.row !== null &&
      incoming !== null,
  )
  if (forged.length === 0) return []
  return [
    'El expediente dice otra cosa de algo que aquí ya estaba asentado y que la aplicación nunca reescribe.',
  ]
}

function twinWarnings(kind: UnitKind, state: UnitState, pairs: readonly RowPair[], local: LocalState) {
  if (state !== 'new') return []
  if (kind === 'item') {
    const codes = new Map((local.rows.items ?? []).map(({ code, id }) => [foldText(code), id]))
    const twins = taken(pairs, 'items').filter(({ code, id }) => (codes.get(foldText(code)) ?? id) !== id)
    return twins.map(({ code }) => `Aquí ya hay otro asunto con la clave ${code}.`)
  }
  if (kind === 'session') {
    const twins = taken(pairs, 'sessions').filter(({ id, type, ordinal, date, antecedent }) =>
      (local.rows.sessions ?? []).some(
        (other) =>
          ordinal !== null &&
          antecedent === other.antecedent &&
          other.id !== id &&
          other.type === type &&
          other.ordinal === ordinal &&
          yearOf(other.date) === yearOf(date),
      ),
    )
    return twins.map((session) => `Aquí ya hay otra ${sessionTitle(session).toLocaleLowerCase('es-MX')}.`)
  }
  if (kind !== 'body') return []
  return taken(pairs, 'bodies').flatMap(({ acronym }) =>
    local.otherBodies.some((other) => foldText(other.acronym) === foldText(acronym))
      ? [`Aquí ya hay otro órgano con las siglas ${acronym}, que se creó aparte: quedarán los dos.`]
      : [],
  )
}

/** The rules that a session is read with: those of the packet's body, or those of here. */
function rulesOf(incoming: Rows, local: LocalState, bodyId: string): BodyRules | null {
  const row = incoming.get(rowId('bodies', bodyId)) ?? local.rowOf('bodies', bodyId).row
  return row === null || row === undefined ? null : as<'bodies'>(row).rules
}

function planOf(
  pairs: readonly RowPair[],
  key: string,
  incoming: Rows,
  local: LocalState,
): SessionPlan | null {
  const row = incoming.get(rowId('sessions', key)) ?? local.rowOf('sessions', key).row
  if (row === null || row === undefined) return null
  const session = as<'sessions'>(row)
  const rules = rulesOf(incoming, local, session.bodyId)
  if (rules === null) return null
  return { session, rules, attendees: taken(pairs, 'attendees'), points: taken(pairs, 'points') }
}

/** Prepares the words for the units of one packet. */
export function makeUnitTexts(incoming: Rows, local: LocalState): UnitTexts {
  const find = (table: TableName, key: string) =>
    incoming.get(rowId(table, key)) ?? local.rowOf(table, key).row
  const nameOf: NameOf = (table, key) => {
    const row = find(table, key)
    return row ? nameOfRow(table, row, nameOf) : NOT_HERE
  }
  const mainRow = (pairs: readonly RowPair[], key: string): readonly [TableName, Row] | null => {
    const pair = pairs.find((each) => each.key === key)
    const row = pair?.incoming ?? pair?.local.row
    return pair && row ? [pair.table, row] : null
  }
  return {
    heading: (kind, key, pairs) => {
      const main = mainRow(pairs, key)
      const stored = kind === 'session' ? find('sessions', key) : kind === 'item' ? find('items', key) : null
      const title = main
        ? nameOfRow(main[0], main[1], nameOf)
        : stored
          ? nameOfRow(kind === 'session' ? 'sessions' : 'items', stored, nameOf)
          : NOT_HERE
      return { title, detail: detailOf(kind, main?.[1] ?? stored ?? null, pairs) }
    },
    context: (kind, key, pairs) => ({
      nameOf,
      plan: kind === 'session' ? planOf(pairs, key, incoming, local) : null,
    }),
    warnings: (kind, state, pairs, { plan }) => [
      ...forgedWarnings(pairs),
      ...twinWarnings(kind, state, pairs, local),
      ...(plan === null || state === 'deleted' || state === 'older'
        ? []
        : anomalyWarnings({ plan, facts: taken(pairs, 'facts') as readonly Fact[] })),
    ],
    namedBy,
    nameOf,
  }
}
