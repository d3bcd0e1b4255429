import type { z } from 'zod'
import { bodySchema } from '../domain/bodies'
import { closedDaySchema } from '../domain/calendar'
import { itemEventSchema, itemSchema, itemViewSchema } from '../domain/follow-up'
import { originSchema, packetSchema } from '../domain/packets'
import { membershipSchema, personSchema, seatSchema } from '../domain/people'
import { channelSchema, commemorationSchema, publicationSchema } from '../domain/publications'
import { attendeeSchema, factSchema, overlaySchema, pointSchema, sessionSchema } from '../domain/sessions'
import type { TableName } from './tables'

/** Parser of the rows of each table, as this version of the app stores them. */
export const ROW_SCHEMAS = {
  bodies: bodySchema,
  seats: seatSchema,
  persons: personSchema,
  memberships: membershipSchema,
  sessions: sessionSchema,
  attendees: attendeeSchema,
  points: pointSchema,
  facts: factSchema,
  overlays: overlaySchema,
  items: itemSchema,
  itemEvents: itemEventSchema,
  closedDays: closedDaySchema,
  itemViews: itemViewSchema,
  origins: originSchema,
  packets: packetSchema,
  commemorations: commemorationSchema,
  channels: channelSchema,
  publications: publicationSchema,
} as const satisfies Record<TableName, z.ZodType>

/** Record type held by each table. */
export type RowOf<T extends TableName> = z.infer<(typeof ROW_SCHEMAS)[T]>
