/**
 * Runs inside Electron, before the app's own main module: opens the calendar and uses it as a user would, and
 * tells the bench how long each step took. The app itself is the one that users get.
 */
import { app, BrowserWindow } from 'electron'
import { SEARCH } from '../lib/follow-up-rows.mjs'
import { painted } from './calendar-in-page.mjs'
import { click, press } from './input.mjs'
import { focusOn, noteLongTasks, pageShows, takeLongestTask } from './list-in-page.mjs'

/** @typedef {import('./measured-process.mjs').Request} Request */
/** @typedef {import('./calendar-in-page.mjs').Wanted} Wanted */

const OPENINGS = 4
const YEARS = 3
const GALLERIES = 3
const PANELS = 3
const SEARCHES = 2
const REFLOWED_MS = 400
const FIELD = 'input[aria-label="Buscar en el plan"]'
const MONTHS = '[data-calendar] table[aria-label^="Diciembre de "]'
const HEADER = 'section[aria-label="Calendario"] > header'
const ENTRY = '[data-calendar] [data-entry]'
/** The image of the day the keys are at. */
const HERE = `${ENTRY}[tabindex="0"] img`

/** @type {import('electron').WebContents | null} */
let page = null

/** @param {import('./measured-process.mjs').Answer} answer */
function tell(answer) {
  process.send?.(answer)
}

function onPage() {
  if (page === null) throw new Error('The page is not there')
  return page
}

/**
 * @param {(...args: never[]) => unknown} inPage
 * @param {unknown[]} args
 */
function run(inPage, ...args) {
  return onPage().executeJavaScript(`(${inPage})(...${JSON.stringify(args)})`)
}

/**
 * @param {'click' | 'keydown'} type
 * @param {Wanted} wanted
 * @param {() => void | Promise<void>} act
 * @returns {Promise<number>}
 */
async function timed(type, wanted, act) {
  const done = run(painted, type, wanted)
  // Scripts run in the order they were sent: once this one has, the page is listening.
  await onPage().executeJavaScript('null')
  await act()
  return done
}

/**
 * @template T
 * @param {number} times
 * @param {() => Promise<T>} work
 */
async function repeated(times, work) {
  /** @type {T[]} */
  const results = []
  for (let time = 0; time < times; time += 1) results.push(await work())
  return results
}

/** @param {string} path */
function goTo(path) {
  return click(onPage(), `nav a[href="#${path}"]`)
}

/** @param {Wanted} year */
async function open(year) {
  const opened = await timed('click', year, () => goTo('/calendario'))
  await goTo('/')
  await run(pageShows, MONTHS, false)
  return opened
}

/**
 * To the year after, which has nothing, and back.
 * @param {Wanted} year
 * @param {number} next
 */
async function changeYear(year, next) {
  await timed('click', { says: [HEADER, `en el plan de ${next}`] }, () =>
    click(onPage(), 'button[aria-label^="Siguiente año"]'),
  )
  return timed('click', year, () => click(onPage(), 'button[aria-label^="Año anterior"]'))
}

/** @param {Wanted} year */
async function openGallery(year) {
  const pictures = 'ul[aria-label="Imágenes del año"] img'
  const shown = await timed('keydown', { there: [HERE], pictures }, () => press(onPage(), '5'))
  await timed('keydown', year, () => press(onPage(), '1'))
  return shown
}

async function openEntry() {
  const shown = await timed('click', { there: ['[data-side] img[src^="blob:"]'] }, () =>
    click(onPage(), `${ENTRY}[tabindex="0"]`),
  )
  await timed('keydown', { gone: ['[data-side]'] }, () => press(onPage(), 'Escape'))
  // The gallery takes its width back, and with it other rows.
  await new Promise((resolve) => setTimeout(resolve, REFLOWED_MS))
  await run(pageShows, HERE, true)
  return shown
}

/** @param {boolean} hasNotices */
async function openNotices(hasNotices) {
  const there = hasNotices ? ['[data-side] ul button'] : ['[data-side]']
  const shown = await timed('keydown', { there }, () => press(onPage(), 'a'))
  await timed('keydown', { gone: ['[data-side]'] }, () => press(onPage(), 'Escape'))
  return shown
}

/** Searches the list of the plan, every letter by itself. */
async function search() {
  const count = /** @type {const} */ (['ul[aria-label="Publicaciones del plan"] > li', 'aria-setsize'])
  await timed('keydown', { there: [count[0]] }, () => press(onPage(), '4'))
  await run(focusOn, FIELD)
  const times = []
  for (let round = 0; round < SEARCHES; round += 1) {
    for (const letter of SEARCH) {
      times.push(await timed('keydown', { changes: count }, () => press(onPage(), letter)))
    }
    await timed('keydown', { changes: count }, () => press(onPage(), 'Escape'))
  }
  return times
}

/** @param {Extract<Request, { do: 'calendar' }>} request */
async function exercise({ count, year }) {
  // A window that has not the keyboard shows no focus and hears no keys.
  BrowserWindow.getAllWindows()[0]?.focus()
  onPage().focus()
  const reading = await run(takeLongestTask)
  const full = `${count.toLocaleString('es-MX')} publicaciones en el plan de ${year}`
  /** @type {Wanted} */
  const wanted = {
    there: [MONTHS, `${MONTHS.replace('Diciembre de ', `Diciembre de ${year}`)}`],
    says: [HEADER, full],
  }
  const opened = await repeated(OPENINGS, () => open(wanted))
  await timed('click', wanted, () => goTo('/calendario'))
  const changed = await repeated(YEARS, () => changeYear(wanted, year + 1))
  const galleries = await repeated(GALLERIES, () => openGallery(wanted))
  const notices = await repeated(PANELS, () => openNotices(count > 0))
  await timed('keydown', { there: [HERE], pictures: `${ENTRY} img` }, () => press(onPage(), '5'))
  const entries = await repeated(PANELS, openEntry)
  const searched = await search()
  const using = await run(takeLongestTask)
  tell({ kind: 'calendar', opened, changed, galleries, notices, entries, searched, reading, using })
}

app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', async () => {
    page = contents
    await run(noteLongTasks)
    await run(pageShows, 'nav a[href="#/calendario"]', true)
    tell({
      kind: 'ready',
      at: await contents.executeJavaScript('performance.timeOrigin + performance.now()'),
    })
  })
})

process.on('message', (/** @type {Request} */ request) => {
  if (request.do === 'calendar') {
    exercise(request).catch((error) => tell({ kind: 'failed', detail: String(error?.stack ?? error) }))
  }
  if (request.do === 'quit') app.quit()
})

const { QUORUM_BENCH_MAIN } = process.env
if (QUORUM_BENCH_MAIN === undefined) throw new Error('Only the bench starts this')
await import(QUORUM_BENCH_MAIN)
