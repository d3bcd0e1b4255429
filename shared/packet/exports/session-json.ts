import { z } from 'zod'
import { type SessionFile, sessionFileSchema, writeSessionFile } from '../../session-file'
import { planAnnexes } from '../annexes'
import { filterRecord } from '../policy'
import { policyOptionsOf } from '../view/build-view'
import type { PacketView } from '../view/packet-view'
import { packetViewSchema } from '../view/view-schema'
import type { ViewOptions, ViewSource } from '../view/view-source'
import { jsonText } from './json-file'

/** Word that `sesion.json` carries in `format` when it is the view of a packet. */
export const VIEW_FILE_FORMAT = 'quorum-session-view'

/** Shape of `sesion.json` when it is the view of a packet. */
export const viewFileSchema = z
  .strictObject({ format: z.literal(VIEW_FILE_FORMAT), version: z.literal(1), view: packetViewSchema })
  .readonly()
/** `sesion.json` where the session format has no way to say what is told. */
export type SessionViewFile = z.infer<typeof viewFileSchema>

/** `sesion.json`: a session that can be recorded again, or else what the packet shows of it. */
export type SessionJson = SessionFile | SessionViewFile

/**
 * `sesion.json`. The documented session format where it can say the whole session; the view of the packet
 * where it cannot: with totals instead of named votes, in the backup of a whole body, and for what the
 * format has no words for.
 */
export function sessionJson(view: PacketView, source: ViewSource, options: ViewOptions): SessionJson {
  const { audience } = options
  const record =
    source.record === null ? null : filterRecord(source.record, audience, policyOptionsOf(options))
  if (record?.ok) {
    const { points } = record.value.plan
    const planned = options.include.annexes ? planAnnexes(points) : []
    const file = writeSessionFile({
      body: source.body,
      record: record.value,
      sessions: source.sessions,
      annexPath: (point, index) =>
        planned.filter(({ pointId }) => pointId === point.id)[index]?.file.path ?? null,
    })
    if (file.ok) return file.value
  }
  return { format: VIEW_FILE_FORMAT, version: 1, view }
}

/** The JSON Schema of a `sesion.json`, as text (draft 2020-12). */
export function sessionJsonSchema(file: Pick<SessionJson, 'format'>): string {
  const schema = file.format === VIEW_FILE_FORMAT ? viewFileSchema : sessionFileSchema
  // Dates and times are texts of a form that JSON Schema does not need to repeat.
  return jsonText(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))
}
