import type {
  Attendee,
  CorrectionBody,
  Fact,
  Overlay,
  PlainFactBody,
  Point,
  Session,
  Speaker,
} from '../../domain/sessions'
import { RULES_POLICY } from './policy-directory'
import type { FieldsPolicy, KindsPolicy } from './policy-type'

/** A session is convened in public: when, where, which. */
export const SESSION_POLICY: FieldsPolicy<Session> = {
  id: 'public',
  bodyId: 'public',
  type: 'public',
  ordinal: 'public',
  date: 'public',
  time: 'public',
  place: 'public',
  modality: 'public',
  signatureOrder: 'public',
  antecedent: 'public',
}

/**
 * The attendance list is part of the minuta. `initials` are not: they are the keys that the secretary
 * types in the room.
 */
export const ATTENDEE_POLICY: FieldsPolicy<Attendee> = {
  id: 'public',
  sessionId: 'public',
  seatId: 'public',
  personId: 'public',
  order: 'public',
  fullName: 'public',
  shortName: 'public',
  initials: 'members',
  honorificShort: 'public',
  honorificLong: 'public',
  gender: 'public',
  charge: 'public',
  signatureCaption: 'public',
  areaName: 'public',
  areaAcronym: 'public',
  role: 'public',
  standing: 'public',
  hasVote: 'public',
  signs: 'public',
}

/** The agenda is convened in public, with its annexes. */
export const POINT_POLICY: FieldsPolicy<Point> = {
  id: 'public',
  sessionId: 'public',
  order: 'public',
  number: 'public',
  title: 'public',
  presenter: 'public',
  kind: 'public',
  closing: 'public',
  approvesSessions: 'public',
  links: 'public',
  attachments: { sha256: 'public', name: 'public', mediaType: 'public', size: 'public' },
}

const SPEAKER_POLICY: KindsPolicy<Speaker> = {
  byKind: {
    attendee: { reach: 'public', fields: { attendeeId: 'public' } },
    outsider: {
      reach: 'public',
      fields: { fullName: 'public', honorificLong: 'public', gender: 'public', charge: 'public' },
    },
  },
}

/**
 * What each kind of fact may tell. What the minuta tells is public. How each seat voted is public only by
 * choice (`named`): a body that votes in secret publishes totals. The reason that a seat gave is what it
 * said to the members, and stays with them. The casting vote goes with the ballots, because without them
 * nobody can check it; the result says that there was one.
 */
const PLAIN_FACTS_POLICY: KindsPolicy<PlainFactBody>['byKind'] = {
  'session-opened': { reach: 'public', fields: { rules: RULES_POLICY } },
  presence: { reach: 'public', fields: { attendeeId: 'public', status: 'public', remote: 'public' } },
  'quorum-verified': { reach: 'public', fields: {} },
  'point-opened': { reach: 'public', fields: { pointId: 'public' } },
  speech: {
    reach: 'public',
    fields: { pointId: 'public', speaker: SPEAKER_POLICY, act: 'public', text: 'public' },
  },
  'vote-opened': { reach: 'public', fields: { voteId: 'public', pointId: 'public', subject: 'public' } },
  ballot: {
    reach: 'named',
    fields: { voteId: 'named', attendeeId: 'named', option: 'named', reason: 'members' },
  },
  'ballots-rest': {
    reach: 'named',
    fields: {
      voteId: 'named',
      option: 'named',
      exceptions: { attendeeId: 'named', option: 'named', reason: 'members' },
    },
  },
  'casting-vote': { reach: 'named', fields: { voteId: 'named', option: 'named' } },
  'vote-closed': {
    reach: 'public',
    fields: { voteId: 'public', declared: { result: 'public', reason: 'public' } },
  },
  'point-outcome': { reach: 'public', fields: { pointId: 'public', outcome: 'public', reason: 'public' } },
  agreement: { reach: 'public', fields: { pointId: 'public', number: 'public', text: 'public' } },
  commitment: {
    reach: 'public',
    fields: {
      pointId: 'public',
      sourceFactId: 'public',
      text: 'public',
      responsible: 'public',
      due: 'public',
    },
  },
  'item-reviewed': {
    reach: 'public',
    fields: {
      pointId: 'public',
      item: { id: 'public', code: 'public', title: 'public', seq: 'public' },
      outcome: 'public',
      note: 'public',
      listed: 'public',
    },
  },
  'recess-started': { reach: 'public', fields: {} },
  'recess-ended': { reach: 'public', fields: {} },
  'session-closed': { reach: 'public', fields: {} },
}

/**
 * A correction shows what was typed and taken back: a draft. The public gets what counts in the end (see
 * `filterRecord`), never the way there.
 */
const CORRECTION_POLICY: FieldsPolicy<Omit<CorrectionBody, 'kind'>> = {
  targetId: 'members',
  replacement: { body: { byKind: PLAIN_FACTS_POLICY }, time: 'members' },
  reason: 'members',
  undo: 'members',
}

/**
 * A fact with the wall-clock time that the minuta gives it. When it was typed (`recordedAt`) and with which
 * gesture says something of the secretary's work and nothing of the session.
 */
export const FACT_POLICY: FieldsPolicy<Fact> = {
  id: 'public',
  sessionId: 'public',
  seq: 'public',
  recordedAt: 'members',
  time: 'public',
  gesture: 'members',
  body: {
    byKind: { ...PLAIN_FACTS_POLICY, correction: { reach: 'members', fields: CORRECTION_POLICY } },
  },
}

/**
 * A paragraph of the minuta rewritten by hand is the minuta. What the app had written before (`basis`) is a
 * draft. A rewritten account of a vote is left out where votes are not named; see `filterOverlays`.
 */
export const OVERLAY_POLICY: FieldsPolicy<Overlay> = {
  id: 'public',
  sessionId: 'public',
  anchor: 'public',
  text: 'public',
  basis: 'members',
}
