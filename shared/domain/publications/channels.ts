import type { IsoDate } from '../../lib/iso-date'
import type { Channel, ChannelKind } from './channel'

/** A channel proposed for a new catalogue. */
export type StarterChannel = Pick<Channel, 'name' | 'kind' | 'image'>

/**
 * Channels proposed for a new catalogue (000, point 8: portal and social networks). Sizes are those of a
 * landscape post; they change, so each is editable.
 */
export const STARTER_CHANNELS: readonly StarterChannel[] = [
  { name: 'Portal (página de inicio)', kind: 'portal', image: { width: 1200, height: 400 } },
  { name: 'Facebook', kind: 'facebook', image: { width: 1200, height: 630 } },
  { name: 'X', kind: 'x', image: { width: 1600, height: 900 } },
  { name: 'Instagram', kind: 'instagram', image: { width: 1080, height: 1080 } },
  { name: 'YouTube', kind: 'youtube', image: { width: 1280, height: 720 } },
  { name: 'Intranet', kind: 'intranet', image: null },
]

/** Spanish name of each kind of channel. */
export const CHANNEL_KIND_LABELS: Readonly<Record<ChannelKind, string>> = {
  portal: 'Portal',
  intranet: 'Intranet',
  facebook: 'Facebook',
  x: 'X (antes Twitter)',
  instagram: 'Instagram',
  youtube: 'YouTube',
  other: 'Otro',
}

/** Whether a channel has its name on a day. */
export function isChannelInForce({ validFrom, validUntil }: Channel, day: IsoDate): boolean {
  return (validFrom === null || validFrom <= day) && (validUntil === null || day <= validUntil)
}

/** Channels in force on a day, in their order. */
export function channelsOn(channels: readonly Channel[], day: IsoDate): readonly Channel[] {
  return channels
    .filter((channel) => isChannelInForce(channel, day))
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
}

/**
 * The channel that stands on a day where another one stood: itself while in force, else the only one of
 * its kind in force (Twitter, then X); null when there is none, or more than one to choose from.
 */
export function successorOn(channel: Channel, channels: readonly Channel[], day: IsoDate): Channel | null {
  if (isChannelInForce(channel, day)) return channel
  if (channel.kind === 'other') return null
  const candidates = channelsOn(channels, day).filter(({ kind }) => kind === channel.kind)
  return candidates.length === 1 ? (candidates[0] ?? null) : null
}
