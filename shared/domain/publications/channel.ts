import { z } from 'zod'
import { isoDateSchema } from '../../lib/iso-date'
import { bodyIdSchema } from '../bodies'

/** Identifier of a channel. */
export const channelIdSchema = z.uuid().brand<'ChannelId'>()
/** Identifier of a channel. */
export type ChannelId = z.infer<typeof channelIdSchema>

/** What kind of place a channel is. */
export const channelKindSchema = z.enum([
  'portal',
  'intranet',
  'facebook',
  'x',
  'instagram',
  'youtube',
  'other',
])
/** What kind of place a channel is. */
export type ChannelKind = z.infer<typeof channelKindSchema>

/**
 * A place where things are published, under the name it has in a stretch of time: when it changes its
 * name (Twitter, X) another channel follows, and what was published keeps the old one. `image` is the
 * size in pixels at which it shows an image, null when it crops nothing.
 */
export const channelSchema = z
  .strictObject({
    id: channelIdSchema,
    bodyId: bodyIdSchema,
    order: z.int().min(0),
    name: z.string().trim().min(1).max(100),
    kind: channelKindSchema,
    image: z
      .strictObject({ width: z.int().min(16).max(20_000), height: z.int().min(16).max(20_000) })
      .readonly()
      .nullable(),
    validFrom: isoDateSchema.nullable(),
    validUntil: isoDateSchema.nullable(),
  })
  .readonly()
/** A place where things are published. */
export type Channel = z.infer<typeof channelSchema>
