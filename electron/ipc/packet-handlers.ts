import { err } from '../../shared/lib/result'
import type { Handlers } from './door'

type Channels =
  | 'packet:begin'
  | 'packet:add'
  | 'packet:attach'
  | 'packet:finish'
  | 'packet:cancel'
  | 'packet:signing-key'

const NO_JOB = { code: 'no-such-job', detail: '' } as const

/** Refuses every packet: this version reads them and writes none. */
export function packetHandlers(): Pick<Handlers, Channels> {
  return {
    'packet:begin': async () => err({ code: 'io-error', detail: 'ENOSYS' }),
    'packet:add': async () => err(NO_JOB),
    'packet:attach': async () => err(NO_JOB),
    'packet:finish': async () => err(NO_JOB),
    'packet:cancel': async () => false,
    'packet:signing-key': async () => err({ code: 'io-error', detail: 'ENOSYS' }),
  }
}
