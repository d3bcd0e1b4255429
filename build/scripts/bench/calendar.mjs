import { setTimeout as sleep } from 'node:timers/promises'
import { MeasuredProcess } from './measured-process.mjs'
import { makeRow } from './row.mjs'
import { median } from './statistics.mjs'

const ROUNDS = 2
/** After this long nothing of the start is still going on. */
const SETTLED_MS = 4_000
/** Chromium tells of no task shorter than this. */
const SHORTEST_LONG_TASK_MS = 50

/** How much each of the two calendars has, all in one year. */
export const CALENDAR_SIZES = /** @type {const} */ ({
  few: { publications: 20, images: 20 },
  many: { publications: 10_000, images: 2_000 },
})
/** @typedef {keyof typeof CALENDAR_SIZES} CalendarSize */

/** Milliseconds of each kind, as electron-calendar.mjs takes them. */
const KINDS = /** @type {const} */ ([
  'opened',
  'reopened',
  'changed',
  'firstGallery',
  'gallery',
  'notices',
  'entry',
  'searched',
  'reading',
  'using',
  'memory',
])
/** @typedef {Record<typeof KINDS[number], number[]>} CalendarFigures */

/**
 * Uses a full calendar and an almost empty one in turn, so that whatever else the machine does falls on both.
 * @param {Readonly<Record<CalendarSize, string>>} folders data folders with journal and images
 * @param {{ launcher: import('./measured-process.mjs').Launcher, year: number }} given
 * @param {(text: string) => void} say
 */
export async function measureCalendars(folders, given, say) {
  const figures = { few: noFigures(), many: noFigures() }
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const size of /** @type {const} */ (['few', 'many'])) {
      await oneCalendar(size, folders[size], given, round === 0, figures[size])
    }
    if (round > 0) say(`  calendario ${round} de ${ROUNDS}`)
  }
  return figures
}

/**
 * @param {CalendarSize} size
 * @param {string} folder
 * @param {{ launcher: import('./measured-process.mjs').Launcher, year: number }} given
 * @param {boolean} isFirst whether the database is built from the journal and no preview was made
 * @param {CalendarFigures} figures where they are added
 */
async function oneCalendar(size, folder, { launcher, year }, isFirst, figures) {
  const electron = await MeasuredProcess.start('calendar', folder, launcher)
  await electron.readyAfter()
  await sleep(SETTLED_MS)
  const count = CALENDAR_SIZES[size].publications
  const took = await electron.ask({ do: 'calendar', count, year }, 'calendar')
  // The first round builds the database and fills caches; only the making of previews counts.
  if (isFirst) figures.firstGallery.push(...took.galleries.slice(0, 1))
  else {
    figures.opened.push(...took.opened.slice(0, 1))
    figures.reopened.push(...took.opened.slice(1))
    figures.changed.push(...took.changed)
    figures.gallery.push(...took.galleries)
    figures.notices.push(...took.notices)
    figures.entry.push(...took.entries)
    figures.searched.push(...took.searched)
    figures.reading.push(Math.max(SHORTEST_LONG_TASK_MS, took.reading))
    figures.using.push(Math.max(SHORTEST_LONG_TASK_MS, took.using))
    const memory = await electron.memory()
    if (memory !== null) figures.memory.push(memory.rss)
  }
  await electron.quit()
}

/** @returns {CalendarFigures} */
function noFigures() {
  /** @type {Partial<CalendarFigures>} */
  const none = {}
  for (const kind of KINDS) none[kind] = []
  return /** @type {CalendarFigures} */ (none)
}

/** @param {Readonly<Record<CalendarSize, CalendarFigures>>} figures */
export function calendarRows({ few, many }) {
  const row = (
    /** @type {string} */ name,
    /** @type {keyof CalendarFigures} */ what,
    /** @type {number} */ aim,
  ) => makeRow(name, what === 'memory' ? 'MB' : 'ms', median(many[what]), median(few[what]), aim)
  return [
    row('calendar-open', 'opened', 3),
    row('calendar-reopen', 'reopened', 2),
    row('calendar-year-changed', 'changed', 2),
    row('calendar-gallery', 'gallery', 2),
    row('calendar-gallery-first-previews', 'firstGallery', 2),
    row('calendar-notices', 'notices', 2),
    row('calendar-entry', 'entry', 2),
    row('calendar-search', 'searched', 2),
    row('calendar-longest-task-reading', 'reading', 1),
    row('calendar-longest-task-using', 'using', 2),
    ...(many.memory.length > 0 ? [row('calendar-memory-rss', 'memory', 1.35)] : []),
  ]
}
