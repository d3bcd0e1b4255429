import { utf8 } from '../../outputs'
import { type MadePacketFile, PACKET_PATHS } from '../layout'
import type { PacketView } from '../view/packet-view'
import type { ViewOptions, ViewSource } from '../view/view-source'
import { calendarFile } from './calendar'
import { jsonText } from './json-file'
import { popoloFile } from './popolo'
import { sessionJson, sessionJsonSchema } from './session-json'
import { tableCsv, tableMetadata } from './table'
import { tablesOf } from './tables'

/**
 * Everything below `data/datos`: sesion.json with its schema, votes in Popolo, the calendar, and the tables
 * with their description. `source` and `options` are those that the view was built from.
 */
export function dataFiles(
  view: PacketView,
  source: ViewSource,
  options: ViewOptions,
): readonly MadePacketFile[] {
  const made = (path: string, text: string): MadePacketFile => ({ kind: 'made', path, bytes: utf8(text) })
  const session = sessionJson(view, source, options)
  const tables = tablesOf(view)
  return [
    made(PACKET_PATHS.session, jsonText(session)),
    made(PACKET_PATHS.sessionSchema, sessionJsonSchema(session)),
    made(PACKET_PATHS.popolo, jsonText(popoloFile(view))),
    made(PACKET_PATHS.calendar, calendarFile(view)),
    ...tables.map((table) => made(`${PACKET_PATHS.tables}/${table.name}.csv`, tableCsv(table))),
    made(PACKET_PATHS.tableMetadata, jsonText(tableMetadata(tables))),
  ]
}
