import { CLOSED_DAY_LABELS } from '../../../shared/domain/calendar'
import type { CommemorationId, PlanNotice, PublicationId } from '../../../shared/domain/publications'
import { required } from '../../../shared/lib/assert'
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
  /** Each one is a line: notices of the same pair or entry. */
  readonly bundles: readonly (readonly PlanNotice[])[]
}

type Source = Pick<Plan, 'byId' | 'channels'>

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
        key: keyOf(notice),
        title: `${titleOf(notice.first)} / ${titleOf(notice.second)}, ${spanText(notice.from, notice.until)}`,
        detail: channelOf(notice.channelId),
        to: { kind: 'entry', id: notice.second },
      }
    case 'gap': {
      const { commemoration, span } = notice.date
      return {
        key: keyOf(notice),
        title: commemoration.name,
        detail: spanText(span.from, span.until),
        to: { kind: 'day', day: span.from, commemorationId: commemoration.id },
      }
    }
    case 'period':
      return {
        key: keyOf(notice),
        title: titleOf(notice.publicationId),
        detail: `${CLOSED_DAY_LABELS[notice.period.kind]}: ${notice.period.reason}. Revise si procede publicar; no se impide.`,
        to: { kind: 'entry', id: notice.publicationId },
      }
    case 'channel-not-in-force':
      return {
        key: keyOf(notice),
        title: titleOf(notice.publicationId),
        detail: `${channelOf(notice.channelId)} no está vigente ese día.`,
        to: { kind: 'entry', id: notice.publicationId },
      }
  }
}

/** Notices of the same pair or entry have the same key. */
function keyOf(notice: PlanNotice): string {
  switch (notice.kind) {
    case 'overlap':
      return `${notice.first} ${notice.second}`
    case 'gap':
      return notice.date.commemoration.id
    case 'period':
      return `${notice.publicationId} ${notice.period.id}`
    case 'channel-not-in-force':
      return `${notice.publicationId} ${notice.channelId}`
  }
}

/** What to know about the plan, by kind and then by pair or entry; kinds with nothing are left out. */
export function noticeGroups(notices: readonly PlanNotice[]): readonly NoticeGroup[] {
  const byKind = new Map(HEADINGS.map(({ kind }) => [kind, new Map<string, PlanNotice[]>()]))
  for (const notice of notices) {
    const ofKind = byKind.get(notice.kind)
    const key = keyOf(notice)
    const known = ofKind?.get(key)
    if (known) known.push(notice)
    else ofKind?.set(key, [notice])
  }
  return HEADINGS.map(({ kind, heading }) => ({
    heading,
    bundles: [...(byKind.get(kind)?.values() ?? [])],
  })).filter(({ bundles }) => bundles.length > 0)
}

/** Notices of the same pair or entry as one line, with what each says. */
export function noticeLine(bundle: readonly PlanNotice[], source: Source): NoticeLine {
  const [first, ...rest] = bundle.map((notice) => lineOf(notice, source))
  return {
    ...required(first, 'a notice'),
    detail: [first, ...rest].map((line) => line?.detail).join('; '),
  }
}

/** How many lines the panel has. */
export function noticeCount(notices: readonly PlanNotice[]): number {
  return noticeGroups(notices).reduce((sum, { bundles }) => sum + bundles.length, 0)
}

/** Entries that some notice names. */
export function warnedEntries(notices: readonly PlanNotice[]): ReadonlySet<PublicationId> {
  const named = new Set<PublicationId>()
  for (const notice of notices) {
    if (notice.kind === 'overlap') named.add(notice.first).add(notice.second)
    else if (notice.kind !== 'gap') named.add(notice.publicationId)
  }
  return named
}
