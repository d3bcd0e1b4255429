import type { Gender } from '../../domain/bodies'
import type { Audience, OutlineEntry } from '../../domain/packets'
import type { BallotOption, Modality, PresenceStatus, SessionType, VoteCounts } from '../../domain/sessions'
import type { ClockTime, Instant, IsoDate } from '../../lib/iso-date'

/** A file of the packet as a reader finds it. `path` is relative to index.html, with `/`. */
export interface ViewFile {
  /** Stable between versions of the packet. */
  readonly id: string
  readonly path: string
  readonly name: string
  readonly mediaType: string
  /** Bytes. */
  readonly size: number
  readonly sha256: string
}

/** A document of the session in the formats in which it is there. */
export interface ViewDocument {
  readonly kind: 'convocatoria' | 'attendance' | 'minuta' | 'signatures' | 'follow-up' | 'combined'
  readonly title: string
  readonly files: readonly ViewFile[]
}

/** A line of the attendance list. `status` null when the roll call never reached her. */
export interface ViewAttendee {
  readonly id: string
  readonly personId: string | null
  readonly seatId: string | null
  readonly fullName: string
  readonly honorificShort: string
  readonly gender: Gender
  readonly charge: string
  readonly areaName: string
  readonly areaAcronym: string
  readonly role: string
  readonly hasVote: boolean
  readonly status: PresenceStatus | null
  readonly remote: boolean
}

/** What a seat did in a vote; `reason` null when none was given or the audience does not get it. */
export interface ViewBallot {
  readonly attendeeId: string
  readonly option: BallotOption | 'absent'
  readonly reason: string | null
}

/** A vote that ended. `ballots` null when only totals are shown. Times are wall clock of the body. */
export interface ViewVote {
  readonly id: string
  readonly subject: string | null
  readonly round: number
  readonly openedAt: ClockTime
  readonly closedAt: ClockTime
  readonly counts: VoteCounts
  readonly outcome: 'approved' | 'rejected' | 'tied'
  readonly by: 'unanimity' | 'majority' | 'casting-vote' | 'declaration'
  /** Casting vote of whoever presided, who that was, null when none was needed. */
  readonly castingVote: { readonly option: 'yes' | 'no'; readonly attendeeId: string | null } | null
  readonly ballots: readonly ViewBallot[] | null
  /** The sentence of the minuta. */
  readonly sentence: string
}

/** An agreement taken at a point. */
export interface ViewAgreement {
  readonly id: string
  readonly number: string | null
  readonly text: string
}

/** What became of a point, for its mark; `none` when it ended without any formula. */
export type ViewResult =
  | 'approved'
  | 'rejected'
  | 'tied'
  | 'received'
  | 'withdrawn'
  | 'deferred'
  | 'none'
  | 'open'
  | 'pending'

/** A point of the agenda with what became of it. */
export interface ViewPoint {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly presenter: string
  /** In words: "Aprobado por unanimidad", "Se dio por recibido", "Pendiente". */
  readonly outcome: string
  /** The same as a mark: the last vote decides, else how the point ended; `open` while it is discussed. */
  readonly result: ViewResult
  readonly annexes: readonly ViewFile[]
  readonly links: readonly string[]
  readonly votes: readonly ViewVote[]
  readonly agreements: readonly ViewAgreement[]
}

/** A paragraph of the minuta as plain text; `pointId` null for what is before and after the agenda. */
export interface ViewParagraph {
  readonly id: string
  readonly kind: 'heading' | 'paragraph' | 'list-item'
  readonly text: string
  readonly pointId: string | null
}

/** An item of the follow-up as it stands on the day of the packet. */
export interface ViewItem {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly text: string
  readonly responsible: readonly string[]
  readonly supporting: readonly string[]
  readonly state: 'pending' | 'in-progress' | 'fulfilled' | 'cancelled' | 'moot'
  readonly openedOn: IsoDate
  /** When it is due, null when it has no date. */
  readonly due: IsoDate | null
  /** The deadline as it was worded; may be empty. */
  readonly term: string
  /** Last thing known about it, as one sentence; empty when nothing. */
  readonly lastUpdate: string
  /** Point of this session it was born at, null when elsewhere. */
  readonly pointId: string | null
}

/** The session as the packet shows it. */
export interface ViewSession {
  readonly id: string
  readonly title: string
  readonly type: SessionType
  readonly ordinal: number | null
  readonly date: IsoDate
  readonly time: ClockTime
  readonly place: string
  readonly modality: Modality
  readonly phase: 'before' | 'in-session' | 'recess' | 'closed'
  readonly openedAt: ClockTime | null
  readonly closedAt: ClockTime | null
  /** Quorum as verified, null when it was not. */
  readonly quorum: { readonly present: number; readonly required: number } | null
  readonly attendees: readonly ViewAttendee[]
  readonly points: readonly ViewPoint[]
  readonly minuta: readonly ViewParagraph[]
}

/**
 * Everything that a packet shows or exports about a session, after the audience's policy: the reader page,
 * Popolo, CSV and calendar are drawn from this and from nothing else, so none can show what another
 * may not. `changes` tells what is different since an earlier version, null in the first.
 */
export interface PacketView {
  readonly layout: number
  readonly packetId: string
  readonly version: number
  readonly audience: Audience
  readonly madeAt: Instant
  readonly headSeq: number
  readonly headHash: string
  readonly body: {
    readonly id: string
    readonly name: string
    readonly shortName: string
    readonly acronym: string
    readonly institution: string
    readonly gender: Gender
    readonly timeZone: string
  }
  /** Null in the backup of a whole body. */
  readonly session: ViewSession | null
  /** In the backup of a whole body, its sessions by date; else empty. */
  readonly sessions: readonly { readonly id: string; readonly title: string; readonly date: IsoDate }[]
  readonly documents: readonly ViewDocument[]
  readonly items: readonly ViewItem[]
  readonly changes: PacketChanges | null
}

/** What is different since an earlier version of the packet. */
export interface PacketChanges {
  readonly sinceVersion: number
  readonly sinceMadeAt: Instant
  readonly added: readonly OutlineEntry[]
  readonly removed: readonly OutlineEntry[]
  readonly changed: readonly { readonly before: OutlineEntry; readonly after: OutlineEntry }[]
}
