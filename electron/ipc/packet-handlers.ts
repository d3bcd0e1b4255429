import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { PacketStart } from '../../shared/ipc'
import { err, ok } from '../../shared/lib/result'
import type { PacketJobs } from '../services/packet/packet-jobs'
import { safeFileName } from '../services/safe-name'
import type { SigningKeyStore } from '../services/signing-key'
import type { Handlers } from './door'
import { askWhereToSave, type DialogServices } from './save-dialog'

type Channels =
  | 'packet:begin'
  | 'packet:add'
  | 'packet:attach'
  | 'packet:finish'
  | 'packet:cancel'
  | 'packet:signing-key'
  | 'packet:replace-signing-key'

/** What writing packets for the page needs. */
export interface PacketHandlerServices extends DialogServices {
  readonly jobs: PacketJobs
  readonly key: SigningKeyStore
  /** Files that were saved since the start, by the handle that the page has. */
  readonly saved: Map<string, string>
}

/** Writes packets. The user's choice of a place never travels to the page and back. */
export function packetHandlers(services: PacketHandlerServices): Pick<Handlers, Channels> {
  const { jobs, key, saved, settings } = services
  return {
    'packet:begin': async (start) => {
      const target = await askWhereToSave(services, questionFor(start))
      return target === null ? err({ code: 'cancelled', detail: '' }) : jobs.begin(start, target)
    },
    'packet:add': (piece) => jobs.add(piece),
    'packet:attach': ({ jobId, path: place, sha256 }) => jobs.attach(jobId, place, sha256),
    'packet:finish': async ({ jobId, ...end }) => {
      const finished = await jobs.finish(jobId, end)
      if (!finished.ok) return finished
      const { target, ...packet } = finished.value
      settings.rememberFolder(path.dirname(target))
      const fileId = randomUUID()
      saved.set(fileId, target)
      return ok({ ...packet, fileId, name: path.basename(target), path: target })
    },
    'packet:cancel': ({ jobId }) => jobs.cancel(jobId),
    'packet:signing-key': () => key.show(),
    'packet:replace-signing-key': () => key.replace(),
  }
}

/** Names end in `.quorum.zip`, so that they say what they are and open anywhere; an encrypted one in `.age`. */
function questionFor({ suggestedName, passphrase }: PacketStart) {
  const stem = safeFileName(suggestedName.replace(/(\.quorum)?(\.zip)?(\.age)?$/i, ''), 'expediente')
  return passphrase === null
    ? {
        title: 'Guardar expediente',
        label: 'Expediente (ZIP)',
        extension: 'zip',
        name: `${stem}.quorum.zip`,
      }
    : {
        title: 'Guardar expediente cifrado',
        label: 'Expediente cifrado (age)',
        extension: 'age',
        name: `${stem}.quorum.zip.age`,
      }
}
