/**
 * The instant at which the clocks of a time zone show a date and a time. In the hour that daylight saving
 * repeats or skips, one of the two readings is taken.
 * @param {string} date YYYY-MM-DD
 * @param {string} time HH:mm
 * @param {string} timeZone IANA name
 */
export function instantAt(date, time, timeZone) {
  const wanted = Date.parse(`${date}T${time}:00Z`)
  const first = wanted - offsetAt(wanted, timeZone)
  return new Date(wanted - offsetAt(first, timeZone))
}

/**
 * How far a time zone is ahead of UTC at an instant, in milliseconds.
 * @param {number} instant
 * @param {string} timeZone
 */
function offsetAt(instant, timeZone) {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(instant)
  const part = (/** @type {string} */ type) => parts.find((each) => each.type === type)?.value ?? ''
  const shown = `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}Z`
  return Date.parse(shown) - Math.floor(instant / 1000) * 1000
}
