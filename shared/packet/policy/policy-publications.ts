import type { Channel, Commemoration, Publication, RuleYears } from '../../domain/publications'
import type { FieldsPolicy, PolicyOf } from './policy-type'

const YEARS: PolicyOf<RuleYears> = {
  byKind: {
    every: { reach: 'backup', fields: {} },
    cycle: { reach: 'backup', fields: { every: 'backup', from: 'backup', offset: 'backup' } },
    list: { reach: 'backup', fields: { years: 'backup' } },
  },
}

/** The catalogue of dates is the secretary's own: no packet of a session speaks of it. */
export const COMMEMORATION_POLICY: FieldsPolicy<Commemoration> = {
  id: 'backup',
  bodyId: 'backup',
  name: 'backup',
  rule: {
    byKind: {
      fixed: { reach: 'backup', fields: { month: 'backup', day: 'backup', years: YEARS } },
      nth: { reach: 'backup', fields: { month: 'backup', weekday: 'backup', n: 'backup', years: YEARS } },
      week: { reach: 'backup', fields: { month: 'backup', n: 'backup', weekday: 'backup', years: YEARS } },
      relative: { reach: 'backup', fields: { to: 'backup', days: 'backup', years: YEARS } },
      easter: { reach: 'backup', fields: { days: 'backup', years: YEARS } },
    },
  },
  exceptions: { year: 'backup', on: { from: 'backup', until: 'backup' }, reason: 'backup' },
  scope: 'backup',
  suggested: 'backup',
  basis: 'backup',
  since: 'backup',
  note: 'backup',
  validFrom: 'backup',
  validUntil: 'backup',
}

/** Channels go with the publications that name them. */
export const CHANNEL_POLICY: FieldsPolicy<Channel> = {
  id: 'backup',
  bodyId: 'backup',
  order: 'backup',
  name: 'backup',
  kind: 'backup',
  image: { width: 'backup', height: 'backup' },
  validFrom: 'backup',
  validUntil: 'backup',
}

const FILE = { sha256: 'backup', name: 'backup', mediaType: 'backup', size: 'backup' } as const

/** Plans and drafts of what is published, with their history: only for one's own other laptop. */
export const PUBLICATION_POLICY: FieldsPolicy<Publication> = {
  id: 'backup',
  bodyId: 'backup',
  commemorationId: 'backup',
  startedFrom: 'backup',
  year: 'backup',
  title: 'backup',
  on: 'backup',
  from: 'backup',
  until: 'backup',
  placements: {
    channelId: 'backup',
    publishedOn: 'backup',
    withdrawnOn: 'backup',
    link: 'backup',
    evidence: FILE,
    reach: 'backup',
  },
  images: {
    file: FILE,
    alt: 'backup',
    rights: 'backup',
    source: 'backup',
    width: 'backup',
    height: 'backup',
    hash: 'backup',
    focus: { x: 'backup', y: 'backup' },
  },
  note: 'backup',
  hashtags: 'backup',
  links: 'backup',
  responsible: { name: 'backup', seatId: 'backup', personId: 'backup' },
  approval: { sessionId: 'backup', factId: 'backup', reference: 'backup' },
  confirmed: 'backup',
  consult: { sentAt: 'backup', answer: { allowed: 'backup', at: 'backup', reference: 'backup' } },
  state: 'backup',
  history: { state: 'backup', on: 'backup', recordedAt: 'backup', author: 'backup', note: 'backup' },
}
