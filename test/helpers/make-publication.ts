import {
  type Channel,
  type Commemoration,
  channelSchema,
  commemorationSchema,
  type DateRule,
  type PlanContext,
  type Publication,
  publicationSchema,
} from '../../shared/domain/publications'
import { isoDate } from '../../shared/lib/iso-date'
import { countingEffects, makeBody, testId } from './make-session'

const EVERY = { kind: 'every' } as const

/** A date of the catalogue, numbered; the n-th day of May unless told. */
export function makeCommemoration(
  n: number,
  changes: Partial<Record<keyof Commemoration, unknown>> = {},
): Commemoration {
  const rule: DateRule = { kind: 'fixed', month: 5, day: n, years: EVERY }
  return commemorationSchema.parse({
    id: testId(60_000 + n),
    bodyId: makeBody().id,
    name: `Fecha ${n}`,
    rule,
    exceptions: [],
    scope: 'national',
    suggested: false,
    basis: '',
    since: null,
    note: '',
    validFrom: null,
    validUntil: null,
    ...changes,
  })
}

/** A channel, numbered. */
export function makeChannel(n: number, changes: Partial<Record<keyof Channel, unknown>> = {}): Channel {
  return channelSchema.parse({
    id: testId(61_000 + n),
    bodyId: makeBody().id,
    order: n,
    name: `Canal ${n}`,
    kind: 'other',
    image: null,
    validFrom: null,
    validUntil: null,
    ...changes,
  })
}

/** An image of a publication; its content is named by one digit. */
export function makeImage(digit: string, alt = 'Una urna', hash: string | null = null) {
  const file = { sha256: digit.repeat(64), name: `${digit}.png`, mediaType: 'image/png', size: 1 }
  const focus = { x: 0.5, y: 0.5 }
  return { file, alt, rights: 'INE', source: 'Archivo', width: 800, height: 600, hash, focus }
}

/** A publication, numbered, proposed for 10 May 2026. */
export function makePublication(
  n: number,
  changes: Partial<Record<keyof Publication, unknown>> = {},
): Publication {
  const on = changes.on ?? '2026-05-10'
  return publicationSchema.parse({
    id: testId(62_000 + n),
    bodyId: makeBody().id,
    commemorationId: null,
    startedFrom: null,
    year: Number(String(on).slice(0, 4)),
    title: `Publicación ${n}`,
    on,
    from: on,
    until: on,
    placements: [],
    images: [],
    note: '',
    hashtags: [],
    links: [],
    responsible: [],
    approval: null,
    confirmed: [],
    consult: null,
    state: 'proposed',
    history: [{ state: 'proposed', on, recordedAt: '2026-01-02T00:00:00.000Z', author: '', note: '' }],
    ...changes,
  })
}

/** What a publication has in a channel before anything happened there. */
export function makePlacement(channel: Channel, changes: Record<string, unknown> = {}) {
  const nothing = { publishedOn: null, withdrawnOn: null, link: null, evidence: [], reach: null }
  return { channelId: channel.id, ...nothing, ...changes }
}

/** What making publications needs, with these channels. */
export function planContext(channels: readonly Channel[] = []): PlanContext {
  return {
    bodyId: makeBody().id,
    channels,
    today: isoDate('2026-01-02'),
    author: 'Azuara',
    effects: countingEffects(),
  }
}
