import { PUBLICATION_STATE_LABELS, type Publication, type PublicationState } from '../../domain/publications'
import { addDays } from '../../lib/day'
import { icsDate, icsFile, icsInstant, icsText } from '../../outputs'

/** Which entries go out: those that were approved or more, or also those that still may change. */
export type YearContent = 'approved' | 'with-drafts'

const APPROVED: ReadonlySet<PublicationState> = new Set(['approved', 'scheduled', 'published'])
const DRAFTS: ReadonlySet<PublicationState> = new Set(['proposed', 'in-review'])

/** Whether an entry still may change before it is approved. */
export function isDraft({ state }: Publication): boolean {
  return DRAFTS.has(state)
}

/** Entries that go out, by day and then by title; what was withdrawn never does. */
export function goingOut(publications: readonly Publication[], content: YearContent): readonly Publication[] {
  return publications
    .filter((entry) => APPROVED.has(entry.state) || (content === 'with-drafts' && isDraft(entry)))
    .sort((a, b) => a.on.localeCompare(b.on) || a.title.localeCompare(b.title, 'es-MX'))
}

function event(publication: Publication, at: string): readonly string[] {
  const { id, title, from, until, note, history } = publication
  const state = PUBLICATION_STATE_LABELS[publication.state].toLocaleLowerCase('es-MX')
  const summary = isDraft(publication) ? `BORRADOR (${state}): ${title}` : title
  return [
    'BEGIN:VEVENT',
    `UID:${id}@calendario.quorum`,
    `DTSTAMP:${icsInstant(at)}`,
    `SEQUENCE:${history.length}`,
    `SUMMARY:${icsText(summary)}`,
    ...(note === '' ? [] : [`DESCRIPTION:${icsText(note)}`]),
    `DTSTART;VALUE=DATE:${icsDate(from)}`,
    // The end of a whole-day event is the day after its last one (RFC 5545 §3.6.1).
    `DTEND;VALUE=DATE:${icsDate(addDays(until, 1))}`,
    `STATUS:${isDraft(publication) ? 'TENTATIVE' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/**
 * The plan of a year as a calendar to subscribe to (RFC 5545). The UID of an entry never changes, so a newer
 * file updates it. Drafts go only when asked, and then the file and each of them say so. `at` is the
 * instant it is made.
 */
export function yearCalendar(
  year: number,
  publications: readonly Publication[],
  content: YearContent,
  at: string,
): string {
  const shown = goingOut(publications, content)
  const told =
    content === 'with-drafts'
      ? 'Incluye borradores: todavía pueden cambiar o no publicarse.'
      : 'Solo lo aprobado, lo programado y lo publicado.'
  const about = [`X-WR-CALNAME:${icsText(`Fechas conmemorativas ${year}`)}`, `X-WR-CALDESC:${icsText(told)}`]
  return icsFile([about, ...shown.map((publication) => event(publication, at))], {
    product: 'Fechas conmemorativas',
    method: 'PUBLISH',
  })
}
