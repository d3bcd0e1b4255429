import type { Body } from '../../domain/bodies'
import type { ClosedDay } from '../../domain/calendar'
import type { Item, ItemEvent } from '../../domain/follow-up'
import type { Audience, Packet } from '../../domain/packets'
import type { Overlay, Session, SessionRecord } from '../../domain/sessions'
import type { Instant } from '../../lib/iso-date'
import type { ViewDocument } from './packet-view'

/** Rows that a view is drawn from. They may be all of the body: what the audience does not get is left out. */
export interface ViewSource {
  readonly body: Body
  /** The session with its facts; null for the backup of a whole body. */
  readonly record: SessionRecord | null
  readonly overlays: readonly Overlay[]
  /** Sessions of the body, this one included or not. */
  readonly sessions: readonly Session[]
  /** Items to show; which ones belong to the packet is decided before. */
  readonly items: readonly Item[]
  /** Events of those items, in any order; those of others are ignored. */
  readonly events: readonly ItemEvent[]
  readonly closedDays: readonly ClosedDay[]
  /** Documents as they lie in the packet. */
  readonly documents: readonly ViewDocument[]
}

/** Whether a public packet tells only the totals of each vote or what each seat did; others always name. */
export type VoteDetail = 'totals' | 'names'

/** What the view of a packet is to hold. */
export interface ViewOptions {
  readonly audience: Audience
  readonly votes: VoteDetail
  readonly include: {
    readonly minuta: boolean
    readonly annexes: boolean
    readonly followUp: boolean
  }
}

/** An earlier packet, as far as the next one tells what changed since. */
export type PreviousPacket = Pick<Packet, 'version' | 'madeAt' | 'outline' | 'namedVotes'>

/** Which packet the view is of. */
export interface ViewHeading {
  readonly packetId: string
  readonly version: number
  readonly madeAt: Instant
  readonly headSeq: number
  readonly headHash: string
  /** The last packet of the same session and audience that it may be compared with, null when there is none. */
  readonly previous: PreviousPacket | null
}

/** Why there can be no such view: a session that has not been closed is a draft, and none is made public. */
export interface ViewRefusal {
  readonly code: 'draft-not-public'
}

/** What goes out when nothing else is chosen: to the public, only totals. */
export function defaultViewOptions(audience: Audience): ViewOptions {
  return {
    audience,
    votes: audience === 'public' ? 'totals' : 'names',
    include: { minuta: true, annexes: true, followUp: true },
  }
}
