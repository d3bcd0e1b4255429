import { type Packet, packetSchema } from '../../../shared/domain/packets'
import type { Result } from '../../../shared/lib/result'
import type { AppendFailure } from '../../platform/desktop'
import { insert } from '../changes'
import { type Committed, commit } from '../commit'
import type { CommandDeps } from '../deps'

/** Remembers a packet that was written, so that the next version can tell what changed since. */
export function recordPacket(deps: CommandDeps, packet: Packet): Promise<Result<Committed, AppendFailure>> {
  const made = packetSchema.parse(packet)
  return commit(deps, {
    label: `Se hizo el expediente «${made.fileName}», versión ${made.version}`,
    changes: [insert('packets', made)],
  })
}
