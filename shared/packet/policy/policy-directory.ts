import type { Body, BodyRules } from '../../domain/bodies'
import type { Membership, Person, Seat } from '../../domain/people'
import type { FieldsPolicy } from './policy-type'

/**
 * Rules of a body. Values and their legal basis explain every result; the reason of a change
 * (`overrideReason`) is a note of the secretary to herself and the members, not to the public.
 */
export const RULES_POLICY: FieldsPolicy<BodyRules> = {
  quorum: {
    value: {
      byKind: {
        majority: { reach: 'public', fields: {} },
        fixed: { reach: 'public', fields: { seats: 'public' } },
      },
    },
    basis: 'public',
    overrideReason: 'members',
  },
  majority: { value: 'public', basis: 'public', overrideReason: 'members' },
  castingVote: { value: 'public', basis: 'public', overrideReason: 'members' },
  noticeOrdinary: {
    value: { amount: 'public', unit: 'public' },
    basis: 'public',
    overrideReason: 'members',
  },
  noticeExtraordinary: {
    value: { amount: 'public', unit: 'public' },
    basis: 'public',
    overrideReason: 'members',
  },
}

/** A body is public by nature: an organ of the State with its name and its rules. */
export const BODY_POLICY: FieldsPolicy<Body> = {
  id: 'public',
  name: 'public',
  shortName: 'public',
  acronym: 'public',
  institution: 'public',
  gender: 'public',
  timeZone: 'public',
  agreementPattern: 'public',
  rules: RULES_POLICY,
}

/** A seat is an área of the institution: nothing in it is about a person. */
export const SEAT_POLICY: FieldsPolicy<Seat> = {
  id: 'public',
  bodyId: 'public',
  order: 'public',
  name: 'public',
  acronym: 'public',
  role: 'public',
  hasVote: 'public',
  signs: 'public',
  validFrom: 'public',
  validUntil: 'public',
}

/**
 * The directory of people is personal data of whoever is in it, most of whom were not in the session that
 * is published: the public gets the attendance list and never the directory.
 */
export const PERSON_POLICY: FieldsPolicy<Person> = {
  id: 'members',
  bodyId: 'members',
  fullName: 'members',
  shortName: 'members',
  initials: 'members',
  honorificShort: 'members',
  honorificLong: 'members',
  gender: 'members',
}

/** Who held which seat and when is personal data, as the directory: not for the public. */
export const MEMBERSHIP_POLICY: FieldsPolicy<Membership> = {
  id: 'members',
  bodyId: 'members',
  seatId: 'members',
  personId: 'members',
  standing: 'members',
  charge: 'members',
  signatureCaption: 'members',
  validFrom: 'members',
  validUntil: 'members',
}
