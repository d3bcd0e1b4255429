/** The parts of a calendar file that matter to the catalogue, each as it is written. */
export interface CalendarParts {
  readonly events: readonly string[]
  /** Events that begin and never end, as in a file that was cut. */
  readonly cut: number
  /** Tasks and diary entries, which are no dates. */
  readonly others: number
}

/** Whether a text begins as calendars do. */
export function looksLikeCalendar(text: string): boolean {
  return /^\ufeff?\s*BEGIN:VCALENDAR\s/i.test(text)
}

/** Takes a calendar apart, so that a damaged event takes no other with it. */
export function splitCalendar(text: string): CalendarParts {
  const events: string[] = []
  let lines: string[] | null = null
  let [cut, others] = [0, 0]
  for (const line of text.split(/\r\n|\n|\r/)) {
    const mark = line.trimEnd().toUpperCase()
    if (mark === 'BEGIN:VEVENT') {
      if (lines) cut += 1
      lines = []
    }
    if (mark === 'BEGIN:VTODO' || mark === 'BEGIN:VJOURNAL') others += 1
    if (lines && line !== '') lines.push(line)
    if (mark === 'END:VEVENT' && lines) {
      events.push(lines.join('\r\n'))
      lines = null
    }
  }
  return { events, cut: cut + (lines ? 1 : 0), others }
}
