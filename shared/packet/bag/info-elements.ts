import { wallClock } from '../../lib/iso-date'
import { longDay } from '../../lib/spanish-date'
import { PACKET_LAYOUT_VERSION } from '../layout'
import type { PacketView } from '../view/packet-view'
import type { InfoElement } from './bag-info'

/** Labels of our own in bag-info.txt. */
export const PACKET_LABELS = {
  layout: 'Quorum-Packet-Layout',
  id: 'Quorum-Packet-Identifier',
  version: 'Quorum-Packet-Version',
  audience: 'Quorum-Audience',
} as const

function describe({ session, body, sessions }: PacketView): string {
  if (session === null) {
    return `Respaldo completo de ${body.name}, con ${sessions.length === 1 ? '1 sesión' : `${sessions.length} sesiones`}.`
  }
  return `${session.title}, ${body.name}, ${longDay(session.date)}.`
}

/**
 * The elements of bag-info.txt of a packet, without Payload-Oxum, which whoever writes the bag adds.
 * `software` names the app and its version.
 */
export function packetInfo(view: PacketView, software: string): readonly InfoElement[] {
  const { body, session } = view
  return [
    ['Source-Organization', body.institution],
    ['Contact-Name', `Secretaría Técnica, ${body.name}`],
    ['External-Description', describe(view)],
    ['External-Identifier', `${body.acronym} ${session?.date ?? 'respaldo'} v${view.version}`],
    ['Bagging-Date', wallClock(view.madeAt, body.timeZone).date],
    ['Internal-Sender-Identifier', view.packetId],
    ['Bag-Group-Identifier', session?.id ?? body.id],
    ['Bag-Software-Agent', software],
    [PACKET_LABELS.layout, String(PACKET_LAYOUT_VERSION)],
    [PACKET_LABELS.id, view.packetId],
    [PACKET_LABELS.version, String(view.version)],
    [PACKET_LABELS.audience, view.audience],
  ]
}
