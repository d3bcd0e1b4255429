import { z } from 'zod'
import { readPreference, writePreference } from '../../local-preferences'
import type { OpenedPacket } from './worker-messages'

/** How a sender signed when something of it was taken in the last time; null when it came unsigned. */
export interface KnownSender {
  readonly fingerprint: string | null
  /** Instant of that. */
  readonly at: string
}

/** What the fingerprint of a packet says, next to what is remembered of whoever sent it. */
export type SenderVerdict =
  /** Signed or not, nothing was ever taken in from there. */
  | { readonly kind: 'first-time'; readonly fingerprint: string | null }
  | { readonly kind: 'same'; readonly fingerprint: string | null; readonly since: string }
  /** It used to come signed with another key, or signed at all: somebody else may have made it. */
  | {
      readonly kind: 'other'
      readonly fingerprint: string | null
      readonly before: string
      readonly since: string
    }
  /** It used to come unsigned. */
  | { readonly kind: 'now-signed'; readonly fingerprint: string; readonly since: string }

const PREFERENCE = 'expedientes.remitentes'
const sendersSchema = z.record(
  z.string(),
  z.strictObject({ fingerprint: z.string().nullable(), at: z.string() }),
)

function knownSenders(): Readonly<Record<string, KnownSender>> {
  try {
    return sendersSchema.parse(JSON.parse(readPreference(PREFERENCE) ?? '{}'))
  } catch {
    // Lost or damaged: every sender is new again, and its fingerprint is shown to be compared.
    return {}
  }
}

function fingerprintOf({ signature }: OpenedPacket): string | null {
  return signature.kind === 'valid' ? signature.fingerprint : null
}

/** Compares the signature of a packet with the one that the same journal used before on this computer. */
export function judgeSender(packet: OpenedPacket): SenderVerdict {
  const fingerprint = fingerprintOf(packet)
  const origin = packet.records?.header.origin
  const known = origin === undefined ? undefined : knownSenders()[origin]
  if (known === undefined) return { kind: 'first-time', fingerprint }
  const { at: since, fingerprint: before } = known
  if (before === fingerprint) return { kind: 'same', fingerprint, since }
  if (before !== null) return { kind: 'other', fingerprint, before, since }
  return fingerprint === null
    ? { kind: 'same', fingerprint, since }
    : { kind: 'now-signed', fingerprint, since }
}

/** Remembers who signed what was taken in, for the next packet from there. */
export function rememberSender(packet: OpenedPacket, at: string): void {
  const origin = packet.records?.header.origin
  if (origin === undefined) return
  const senders = { ...knownSenders(), [origin]: { fingerprint: fingerprintOf(packet), at } }
  writePreference(PREFERENCE, JSON.stringify(senders))
}
