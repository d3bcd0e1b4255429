import { CLOSED_DAY_LABELS } from '../../../shared/domain/calendar'
import type {
  ChannelId,
  CommemorationId,
  Overlap,
  PlanNotice,
  Publication,
  PublicationId,
} from '../../../shared/domain/publications'
import { windowsMeet } from '../../../shared/domain/publications'
import type { IsoDate } from '../../../shared/lib/iso-date'
import { joinSpanish } from '../../../shared/lib/spanish'
import { formatDay } from '../../ui/format'
import type { Plan } from './use-plan'

/** A notice as the panel says it, and where it leads. */
export interface NoticeLine {
  readonly key: string
  readonly title: string
  readonly detail: string
  readonly to:
    | { readonly kind: 'entry'; readonly id: PublicationId }
    | { readonly kind: 'day'; readonly day: IsoDate; readonly commemorationId: CommemorationId | null }
  /** The publications of a line that names more than it can say. */
  readonly entries: readonly PublicationId[]
}

/** Notices of one kind under their heading. */
export interface NoticeGroup {
  readonly heading: string
  readonly notices: readonly PlanNotice[]
}

type Source = Pick<Plan, 'byId' | 'channels'>

const HEADINGS: readonly { readonly kind: PlanNotice['kind']; readonly heading: string }[] = [
  { kind: 'overlap', heading: 'Se enciman en un canal' },
  { kind: 'period', heading: 'En periodo electoral' },
  { kind: 'channel-not-in-force', heading: 'En canales que no están vigentes' },
  { kind: 'gap', heading: 'Fechas sin publicación' },
]

/** Publications that a sentence names; more are counted. */
const NAMED = 3

/** A stretch of days in words; a single day once. */
export function spanText(from: IsoDate, until: IsoDate): string {
  return from === until ? formatDay(from) : `${formatDay(from)} a ${formatDay(until)}`
}

function titleOf(id: PublicationId, { byId }: Source): string {
  return byId.get(id)?.title ?? 'Una publicación que ya no está'
}

function channelNames(ids: readonly ChannelId[], { channels }: Source): string {
  const nameOf = (id: ChannelId) => channels.find((channel) => channel.id === id)?.name ?? 'canal retirado'
  return joinSpanish(ids.map(nameOf))
}

function overlapLine(notice: Overlap, source: Source): NoticeLine {
  const { channelIds, publications, from, until, most } = notice
  const key = `${from} ${channelIds.join(' ')}`
  const where = channelNames(channelIds, source)
  const [first, second, third] = publications
  if (first !== undefined && second !== undefined && third === undefined) {
    return {
      key,
      title: `${titleOf(first, source)} / ${titleOf(second, source)}, ${spanText(from, until)}`,
      detail: where,
      to: { kind: 'entry', id: second },
      entries: [],
    }
  }
  return {
    key,
    title: `${publications.length.toLocaleString('es-MX')} publicaciones, ${spanText(from, until)}`,
    detail: `${where}. Cuando más, ${most.count.toLocaleString('es-MX')} a la vez: ${spanText(most.from, most.until)}.`,
    to: { kind: 'day', day: most.from, commemorationId: null },
    entries: publications,
  }
}

/** A notice in words. */
export function noticeLine(notice: PlanNotice, source: Source): NoticeLine {
  switch (notice.kind) {
    case 'overlap':
      return overlapLine(notice, source)
    case 'gap': {
      const { commemoration, span } = notice.date
      return {
        key: commemoration.id,
        title: commemoration.name,
        detail: spanText(span.from, span.until),
        to: { kind: 'day', day: span.from, commemorationId: commemoration.id },
        entries: [],
      }
    }
    case 'period':
      return {
        key: `${notice.publicationId} ${notice.period.id}`,
        title: titleOf(notice.publicationId, source),
        detail: `${CLOSED_DAY_LABELS[notice.period.kind]}: ${notice.period.reason}. Revise si procede publicar; no se impide.`,
        to: { kind: 'entry', id: notice.publicationId },
        entries: [],
      }
    case 'channel-not-in-force':
      return {
        key: `${notice.publicationId} ${notice.channelId}`,
        title: titleOf(notice.publicationId, source),
        detail: `${channelNames([notice.channelId], source)} no está vigente ese día.`,
        to: { kind: 'entry', id: notice.publicationId },
        entries: [],
      }
  }
}

/** What to know about the plan, by kind; kinds with nothing are left out. */
export function noticeGroups(notices: readonly PlanNotice[]): readonly NoticeGroup[] {
  return HEADINGS.map(({ kind, heading }) => ({
    heading,
    notices: notices.filter((notice) => notice.kind === kind),
  })).filter((group) => group.notices.length > 0)
}

/** What notices say of each entry that they name. */
export function noticesByEntry(
  notices: readonly PlanNotice[],
): ReadonlyMap<PublicationId, readonly PlanNotice[]> {
  const byEntry = new Map<PublicationId, PlanNotice[]>()
  const put = (id: PublicationId, notice: PlanNotice) => {
    const known = byEntry.get(id)
    if (known) known.push(notice)
    else byEntry.set(id, [notice])
  }
  for (const notice of notices) {
    if (notice.kind === 'overlap') for (const id of notice.publications) put(id, notice)
    else if (notice.kind !== 'gap') put(notice.publicationId, notice)
  }
  return byEntry
}

/** With what an entry meets, of all that meet in those days. */
function metBy(entry: Publication, { publications }: Overlap, { byId }: Source): readonly Publication[] {
  return publications.flatMap((id) => {
    const other = byId.get(id)
    return other && other.id !== entry.id && windowsMeet(other, entry) ? [other] : []
  })
}

/** What a notice says to whoever has the entry open. */
export function entryNoticeText(entry: Publication, notice: PlanNotice, source: Source): string {
  if (notice.kind !== 'overlap') return noticeLine(notice, source).detail
  const met = metBy(entry, notice, source)
  const who =
    met.length > NAMED
      ? `${met.length.toLocaleString('es-MX')} publicaciones`
      : joinSpanish(met.map(({ title }) => `«${title}»`))
  return `Se encima con ${who} en ${channelNames(notice.channelIds, source)}.`
}
