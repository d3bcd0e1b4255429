import { CLOSED_DAY_LABELS } from '../../../shared/domain/calendar'
import type { CommemorationId, PlanNotice, PublicationId } from '../../../shared/domain/publications'
import type { IsoDate } from '../../../shared/lib/iso-date'
import { formatDay } from '../../ui/format'
import type { Plan } from './use-plan'

/** A notice as the panel says it, and where it leads. */
export interface NoticeLine {
  readonly key: string
  readonly title: string
  readonly detail: string
  readonly to:
    | { readonly kind: 'entry'; readonly id: PublicationId }
    | { readonly kind: 'day'; readonly day: IsoDate; readonly commemorationId: CommemorationId }
}

/** Notices of one kind under their heading. */
export interface NoticeGroup {
  readonly heading: string
  readonly lines: readonly NoticeLine[]
}

type Source = Pick<Plan, 'notices' | 'byId' | 'channels'>

const HEADINGS: readonly { readonly kind: PlanNotice['kind']; readonly heading: string }[] = [
  { kind: 'overlap', heading: 'Se enciman en un canal' },
  { kind: 'period', heading: 'En periodo electoral' },
  { kind: 'channel-not-in-force', heading: 'En canales que no están vigentes' },
  { kind: 'gap', heading: 'Fechas sin publicación' },
]

function spanText(from: IsoDate, until: IsoDate): string {
  return from === until ? formatDay(from) : `${formatDay(from)} a ${formatDay(until)}`
}

function lineOf(notice: PlanNotice, { byId, channels }: Source): NoticeLine {
  const titleOf = (id: PublicationId) => byId.get(id)?.title ?? 'Una publicación que ya no está'
  const channelOf = (id: string) => channels.find((channel) => channel.id === id)?.name ?? 'canal retirado'
  switch (notice.kind) {
    case 'overlap':
      return {
        key: `${notice.first} ${notice.second}`,
        title: `${titleOf(notice.first)} / ${titleOf(notice.second)}, ${spanText(notice.from, notice.until)}`,
        detail: channelOf(notice.channelId),
        to: { kind: 'entry', id: notice.second },
      }
    case 'gap': {
      const { commemoration, span } = notice.date
      return {
        key: commemoration.id,
        title: commemoration.name,
        detail: spanText(span.from, span.until),
        to: { kind: 'day', day: span.from, commemorationId: commemoration.id },
      }
    }
    case 'period':
      return {
        key: `${notice.publicationId} ${notice.period.id}`,
        title: titleOf(notice.publicationId),
        detail: `${CLOSED_DAY_LABELS[notice.period.kind]}: ${notice.period.reason}. Revise si procede publicar; no se impide.`,
        to: { kind: 'entry', id: notice.publicationId },
      }
    case 'channel-not-in-force':
      return {
        key: `${notice.publicationId} ${notice.channelId}`,
        title: titleOf(notice.publicationId),
        detail: `${channelOf(notice.channelId)} no está vigente ese día.`,
        to: { kind: 'entry', id: notice.publicationId },
      }
  }
}

/** Lines of the same pair or entry are one, with what each says. */
function merged(lines: readonly NoticeLine[]): readonly NoticeLine[] {
  const byKey = new Map<string, NoticeLine>()
  for (const line of lines) {
    const known = byKey.get(line.key)
    byKey.set(line.key, known ? { ...known, detail: `${known.detail}; ${line.detail}` } : line)
  }
  return [...byKey.values()]
}

/** What to know about the plan, by kind; kinds with nothing are left out. */
export function noticeGroups(source: Source): readonly NoticeGroup[] {
  return HEADINGS.map(({ kind, heading }) => ({
    heading,
    lines: merged(source.notices.filter((notice) => notice.kind === kind).map((one) => lineOf(one, source))),
  })).filter(({ lines }) => lines.length > 0)
}

/** How many lines the panel has. */
export function noticeCount(source: Source): number {
  return noticeGroups(source).reduce((sum, { lines }) => sum + lines.length, 0)
}

/** Entries that some notice names. */
export function warnedEntries(notices: readonly PlanNotice[]): ReadonlySet<PublicationId> {
  return new Set(
    notices.flatMap((notice) => {
      if (notice.kind === 'gap') return []
      return notice.kind === 'overlap' ? [notice.first, notice.second] : [notice.publicationId]
    }),
  )
}
