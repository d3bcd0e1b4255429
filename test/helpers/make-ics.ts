/** The text of a calendar with these events, each given by its lines. */
export function calendarText(...events: readonly (readonly string[])[]): string {
  const lines = events.flatMap((event, index) => [
    'BEGIN:VEVENT',
    ...(event.some((line) => line.startsWith('UID:')) ? [] : [`UID:${index}@x`]),
    'DTSTAMP:20260101T000000Z',
    ...event,
    'END:VEVENT',
  ])
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x', ...lines, 'END:VCALENDAR', ''].join('\r\n')
}

/** The lines of an event that repeats every year, unless another rule is given. */
export function yearly(name: string, day: string, rule = 'FREQ=YEARLY'): readonly string[] {
  return [`SUMMARY:${name}`, `DTSTART;VALUE=DATE:${day}`, `RRULE:${rule}`]
}
