import { err } from '../../../../shared/lib/result'
import { decodeText } from '../../sheets/decode-text'
import { readCalendar } from './read-calendar'

/** What the page asks: a file, and the zone that its hours are told in. */
export interface CalendarQuestion {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly timeZone: string
}

/** Reads calendars that come from anywhere, away from the window. */
self.onmessage = (event: MessageEvent<CalendarQuestion>) => {
  const { bytes, timeZone } = event.data
  const text = decodeText(bytes)
  self.postMessage(text === null ? err('not-a-calendar') : readCalendar(text, timeZone))
}
