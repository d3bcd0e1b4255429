import type { BodyId } from '../../../shared/domain/bodies'
import {
  type Channel,
  type ChannelDraft,
  type ChannelId,
  type CommemorationDraft,
  type CommemorationId,
  channelSchema,
  commemorationSchema,
  finderOf,
  readChannel,
  readCommemoration,
  STARTER_CHANNELS,
  STARTER_DATES,
  sameNameAtOnce,
} from '../../../shared/domain/publications'
import type { Change } from '../../../shared/journal'
import { err, ok } from '../../../shared/lib/result'
import { foldText } from '../../../shared/lib/spanish'
import {
  listChannels,
  listCommemorations,
  listPublications,
  listPublicationsOf,
} from '../../data/publications'
import { insert, remove, update } from '../changes'
import type { CommandDeps } from '../deps'
import { type Published, savePublishing } from './save-publishing'

/**
 * Adds the suggested dates that the catalogue does not have by name, and the usual channels when there is
 * none yet. Running it twice adds nothing.
 */
export async function adoptStarterDates(deps: CommandDeps, bodyId: BodyId): Published {
  const [dates, channels] = await Promise.all([
    listCommemorations(deps.store, bodyId),
    listChannels(deps.store, bodyId),
  ])
  const known = new Set(dates.map(({ name }) => foldText(name)))
  const unlimited = { validFrom: null, validUntil: null }
  const added = STARTER_DATES.filter(({ name }) => !known.has(foldText(name))).map((date) =>
    commemorationSchema.parse({
      ...date,
      ...unlimited,
      id: deps.effects.newId(),
      bodyId,
      suggested: true,
      note: '',
    }),
  )
  const places = channels.length > 0 ? [] : STARTER_CHANNELS
  const changes: readonly Change[] = [
    ...places.map((channel, order) =>
      insert(
        'channels',
        channelSchema.parse({ ...channel, ...unlimited, id: deps.effects.newId(), bodyId, order }),
      ),
    ),
    ...added.map((date) => insert('commemorations', date)),
  ]
  return savePublishing(deps, `Agregar ${added.length} fechas sugeridas`, changes)
}

const TAKEN_DATE =
  'Ya hay una fecha con ese nombre en el catálogo. Cambie aquella, dele otro nombre a esta, o ponga a cada una desde y hasta cuándo está vigente.'
const TAKEN_CHANNEL =
  'Ya hay un canal con ese nombre. Cambie aquel, o ponga a cada uno desde y hasta cuándo está vigente.'

/** A name that was there before is not asked about again: it may have come in a packet. */
function isNewName(before: { readonly name: string } | undefined, name: string): boolean {
  return before === undefined || foldText(before.name) !== foldText(name)
}

/** Adds a date to the catalogue, or changes one; what was planned keeps its days. */
export async function saveCommemoration(
  deps: CommandDeps,
  bodyId: BodyId,
  id: CommemorationId | null,
  draft: CommemorationDraft,
): Published {
  const catalogue = await listCommemorations(deps.store, bodyId)
  const read = readCommemoration(draft, id, finderOf(catalogue))
  if (!read.ok) return err({ kind: 'commemoration', problems: read.error })
  const before = catalogue.find((date) => date.id === id)
  if (id !== null && !before) return err({ kind: 'gone' })
  if (isNewName(before, read.value.name) && sameNameAtOnce(read.value, id, catalogue)) {
    return err({ kind: 'commemoration', problems: [{ field: 'name', message: TAKEN_DATE }] })
  }
  const after = commemorationSchema.parse({ ...read.value, id: id ?? deps.effects.newId(), bodyId })
  if (before && JSON.stringify(commemorationSchema.parse(before)) === JSON.stringify(after)) return ok(null)
  return savePublishing(deps, `Fecha conmemorativa: ${after.name}`, [
    before ? update('commemorations', before, after) : insert('commemorations', after),
  ])
}

/** Takes a date out of the catalogue; one that was ever published or that others lean on stays. */
export async function removeCommemoration(deps: CommandDeps, bodyId: BodyId, id: CommemorationId): Published {
  const [catalogue, used] = await Promise.all([
    listCommemorations(deps.store, bodyId),
    listPublicationsOf(deps.store, id),
  ])
  const date = catalogue.find((one) => one.id === id)
  if (!date) return err({ kind: 'gone' })
  if (used.length > 0) return err({ kind: 'in-use', what: 'date', count: used.length })
  const leaning = catalogue.filter(({ rule }) => rule.kind === 'relative' && rule.to === id)
  if (leaning.length > 0) return err({ kind: 'leaned-on', names: leaning.map(({ name }) => name) })
  return savePublishing(deps, `Quitar del catálogo: ${date.name}`, [remove('commemorations', date)])
}

/** Adds a channel at the end, or changes one. */
export async function saveChannel(
  deps: CommandDeps,
  bodyId: BodyId,
  id: ChannelId | null,
  draft: ChannelDraft,
): Published {
  const read = readChannel(draft)
  if (!read.ok) return err({ kind: 'channel', problems: read.error })
  const channels = await listChannels(deps.store, bodyId)
  const before: Channel | undefined = channels.find((channel) => channel.id === id)
  if (id !== null && !before) return err({ kind: 'gone' })
  if (isNewName(before, read.value.name) && sameNameAtOnce(read.value, id, channels)) {
    return err({ kind: 'channel', problems: [{ field: 'name', message: TAKEN_CHANNEL }] })
  }
  const order = before?.order ?? Math.max(-1, ...channels.map((channel) => channel.order)) + 1
  const after = channelSchema.parse({ ...read.value, id: id ?? deps.effects.newId(), bodyId, order })
  return savePublishing(deps, `Canal: ${after.name}`, [
    before ? update('channels', before, after) : insert('channels', after),
  ])
}

/** Takes a channel away; one that a publication names stays, and can be given an end instead. */
export async function removeChannel(deps: CommandDeps, bodyId: BodyId, id: ChannelId): Published {
  const [channels, publications] = await Promise.all([
    listChannels(deps.store, bodyId),
    listPublications(deps.store, bodyId),
  ])
  const channel = channels.find((one) => one.id === id)
  if (!channel) return err({ kind: 'gone' })
  const used = publications.filter(({ placements }) => placements.some(({ channelId }) => channelId === id))
  if (used.length > 0) return err({ kind: 'in-use', what: 'channel', count: used.length })
  return savePublishing(deps, `Quitar el canal ${channel.name}`, [remove('channels', channel)])
}
