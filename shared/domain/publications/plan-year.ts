import type { Effects } from '../../lib/effects'
import { type IsoDate, instantSchema } from '../../lib/iso-date'
import type { BodyId } from '../bodies'
import type { Channel } from './channel'
import { channelsOn, successorOn } from './channels'
import type { Commemoration } from './commemoration'
import { commemorationIn, type FindCommemoration } from './compute-date'
import type { DateSpan } from './date-exception'
import { type Placement, type Publication, publicationIdSchema } from './publication'

/** What making publications needs besides the catalogue. `author` may be empty. */
export interface PlanContext {
  readonly bodyId: BodyId
  readonly channels: readonly Channel[]
  readonly today: IsoDate
  readonly author: string
  readonly effects: Effects
}

/** A date of the catalogue with its days in a year. */
export interface DatedCommemoration {
  readonly commemoration: Commemoration
  readonly span: DateSpan
}

/** Finds by id in a catalogue. */
export function finderOf(catalogue: readonly Commemoration[]): FindCommemoration {
  const byId = new Map(catalogue.map((commemoration) => [commemoration.id, commemoration]))
  return (id) => byId.get(id) ?? null
}

/** The dates that a catalogue has in a year, by day, then by name. */
export function datesOfYear(
  catalogue: readonly Commemoration[],
  year: number,
): readonly DatedCommemoration[] {
  const find = finderOf(catalogue)
  return catalogue
    .flatMap((commemoration) => {
      const span = commemorationIn(commemoration, year, find)
      return span === null ? [] : [{ commemoration, span }]
    })
    .sort(
      (a, b) =>
        a.span.from.localeCompare(b.span.from) ||
        a.commemoration.name.localeCompare(b.commemoration.name, 'es-MX'),
    )
}

function emptyPlacement({ id }: Channel): Placement {
  return { channelId: id, publishedOn: null, withdrawnOn: null, link: null, evidence: [], reach: null }
}

function proposed(context: PlanContext, note: string): Pick<Publication, 'state' | 'history'> {
  const { today, author, effects } = context
  return {
    state: 'proposed',
    history: [{ state: 'proposed', on: today, recordedAt: instantSchema.parse(effects.now()), author, note }],
  }
}

/** A publication of a date of the catalogue with nothing in it yet, on every channel in force that day. */
export function newPublication(dated: DatedCommemoration, year: number, context: PlanContext): Publication {
  const { commemoration, span } = dated
  return {
    id: publicationIdSchema.parse(context.effects.newId()),
    bodyId: context.bodyId,
    commemorationId: commemoration.id,
    startedFrom: null,
    year,
    title: commemoration.name,
    on: span.from,
    from: span.from,
    until: span.until,
    placements: channelsOn(context.channels, span.from).map(emptyPlacement),
    images: [],
    note: '',
    hashtags: [],
    links: [],
    responsible: [],
    approval: null,
    confirmed: [],
    consult: null,
    ...proposed(context, ''),
  }
}

/**
 * The publications that a catalogue asks for in a year and that the plan does not have yet: one for each
 * date without an entry. Running it twice adds nothing.
 */
export function missingPublications(
  catalogue: readonly Commemoration[],
  plan: readonly Publication[],
  year: number,
  context: PlanContext,
): readonly Publication[] {
  const planned = new Set(plan.filter((entry) => entry.year === year).map((entry) => entry.commemorationId))
  return datesOfYear(catalogue, year)
    .filter(({ commemoration }) => !planned.has(commemoration.id))
    .map((dated) => newPublication(dated, year, context))
}

/** An entry started from an earlier one, and the channels of that one that have no successor now. */
export interface StartedPublication {
  readonly publication: Publication
  readonly droppedChannels: readonly Channel[]
}

function carriedPlacements(earlier: Publication, day: IsoDate, channels: readonly Channel[]) {
  const placements: Placement[] = []
  const dropped: Channel[] = []
  for (const { channelId } of earlier.placements) {
    const channel = channels.find(({ id }) => id === channelId)
    if (!channel) continue
    const successor = successorOn(channel, channels, day)
    if (successor === null) dropped.push(channel)
    else if (!placements.some((placement) => placement.channelId === successor.id)) {
      placements.push(emptyPlacement(successor))
    }
  }
  return { placements, dropped }
}

/**
 * Fills this year's entry with what an earlier one had: images with their words and rights, note,
 * hashtags, links, channels (each by what it is called now) and who is responsible. Day and window stay
 * this year's. What was decided or happened then (approval, consult, checks, figures) is not carried.
 */
export function startFrom(
  earlier: Publication,
  target: Publication,
  context: PlanContext,
): StartedPublication {
  const { placements, dropped } = carriedPlacements(earlier, target.on, context.channels)
  const publication: Publication = {
    ...target,
    startedFrom: earlier.id,
    placements,
    images: earlier.images,
    note: earlier.note,
    hashtags: earlier.hashtags,
    links: earlier.links,
    responsible: earlier.responsible,
    approval: null,
    confirmed: [],
    consult: null,
  }
  return { publication, droppedChannels: dropped }
}

/** The latest earlier publication of the same date that had something in it; null when there is none. */
export function lastBefore(plan: readonly Publication[], target: Publication): Publication | null {
  if (target.commemorationId === null) return null
  const earlier = plan
    .filter(
      (entry) =>
        entry.commemorationId === target.commemorationId &&
        entry.year < target.year &&
        (entry.images.length > 0 || entry.note !== ''),
    )
    .sort((a, b) => b.year - a.year)
  return earlier[0] ?? null
}
