import type { DesktopApi } from '../../renderer/platform/desktop'
import { ok } from '../../shared/lib/result'

/** A packet as a desktop in memory received it: the files that the interface made, by path. */
export interface ReceivedPacket {
  readonly files: Map<string, Uint8Array>
  readonly attached: Map<string, string>
  readonly info: (readonly [string, string])[]
  cancelled: boolean
}

const JOB = 'fddedf0a-3829-4ec8-9a83-003e78c75e38'

/** The part of the desktop that writes packets, in memory; PDFs are the text of their tree. */
export function packetDesk(api: DesktopApi): {
  readonly api: DesktopApi
  readonly packets: ReceivedPacket[]
} {
  const packets: ReceivedPacket[] = []
  const current = () => {
    const packet = packets.at(-1)
    if (!packet) throw new Error('No packet was begun')
    return packet
  }
  const packet: DesktopApi['packet'] = {
    begin: async () => {
      packets.push({ files: new Map(), attached: new Map(), info: [], cancelled: false })
      return ok({ jobId: JOB })
    },
    add: async ({ path, bytes }) => {
      const { files } = current()
      files.set(path, Buffer.concat([files.get(path) ?? new Uint8Array(0), bytes]))
      return ok(null)
    },
    attach: async ({ path, sha256 }) => {
      current().attached.set(path, sha256)
      return ok(null)
    },
    finish: async ({ info }) => {
      current().info.push(...info)
      const size = [...current().files.values()].reduce((sum, bytes) => sum + bytes.length, 0)
      const files = current().files.size
      const name = 'expediente.quorum.zip'
      return ok({
        fileId: JOB,
        name,
        path: `/${name}`,
        size,
        sha256: 'a'.repeat(64),
        fingerprint: null,
        payload: { bytes: size, files },
      })
    },
    cancel: async () => {
      current().cancelled = true
      return false
    },
    onProgress: () => () => undefined,
    signingKey: async () => ok({ kind: 'ready', fingerprint: 'AAAA', protectedBySystem: false }),
    replaceSigningKey: async () => ok({ kind: 'ready', fingerprint: 'AAAA', protectedBySystem: false }),
  }
  const info = {
    version: '0.1.0',
    electron: '',
    chromium: '',
    platform: 'linux',
    dataFolder: '',
    journalFolder: '',
  }
  return { api: { ...api, packet, app: { ...api.app, info: async () => info } }, packets }
}
