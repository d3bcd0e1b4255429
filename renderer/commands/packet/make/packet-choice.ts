import type { BodyId } from '../../../../shared/domain/bodies'
import type { Audience, Packet } from '../../../../shared/domain/packets'
import type { SessionId } from '../../../../shared/domain/sessions'
import type { VoteDetail } from '../../../../shared/packet'
import type { AppendFailure, PacketFailure, WrittenPacket } from '../../../platform/desktop'

import type { CollectFailure } from '../collect-records'

/** What a packet is of: one session, or a whole body with all that it has. */
export type PacketScope =
  | { readonly kind: 'session'; readonly sessionId: SessionId }
  | { readonly kind: 'body'; readonly bodyId: BodyId }

/** What is put into a packet besides the page, the data and, for members, the rows. */
export interface PacketContents {
  readonly documents: boolean
  readonly annexes: boolean
  readonly combined: boolean
  readonly followUp: boolean
}

/** A packet as it is asked for. A whole body is always a backup. */
export interface PacketChoice {
  readonly scope: PacketScope
  readonly audience: Audience
  readonly votes: VoteDetail
  readonly include: PacketContents
  /** Encrypts the file; null leaves it readable by whoever has it. */
  readonly passphrase: string | null
  readonly sign: boolean
}

/** What is being done; `drawing` and `writing` count documents and bytes. */
export type MakingStep = 'asking' | 'reading' | 'drawing' | 'combining' | 'writing' | 'closing'

/** How far a packet has come. */
export interface MakingProgress {
  readonly step: MakingStep
  readonly done: number
  /** 0 when it cannot be counted. */
  readonly total: number
}

/** Who hears of the progress, and how it is given up. */
export interface MakingHooks {
  readonly onProgress: (progress: MakingProgress) => void
  readonly signal: AbortSignal
}

/** A packet that was written, and the row that remembers it. */
export interface MadePacket {
  readonly written: WrittenPacket
  readonly packet: Packet
  /** Annexes that could not be put into the combined PDF, by name. They are in the packet all the same. */
  readonly leftOut: readonly string[]
}

/** Why there is no packet. Nothing of it is left, except when only remembering it failed. */
export type MakePacketFailure =
  | PacketFailure
  | { readonly code: 'gone' }
  | { readonly code: 'draft-not-public' }
  | CollectFailure
  /** Something that should not happen; whether the file was written is not known. */
  | { readonly code: 'unexpected'; readonly detail: string }
  /** The packet is written and good, but the list of packets made does not have it. */
  | { readonly code: 'not-recorded'; readonly failure: AppendFailure; readonly written: WrittenPacket }

/** Thrown inside the making to leave it halfway; never crosses its border. */
export class MakingStopped extends Error {
  constructor(readonly failure: MakePacketFailure) {
    super(failure.code)
  }
}
