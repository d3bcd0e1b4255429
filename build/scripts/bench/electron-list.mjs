/**
 * Runs inside Electron, before the app's own main module: opens the follow-up, filters and searches it as a
 * user would, and tells the bench how long each took. The app itself is the one that users get.
 */
import { app, BrowserWindow } from 'electron'
import { SEARCH } from '../lib/follow-up-rows.mjs'
import { click, press } from './input.mjs'
import {
  focusOn,
  followUpRead,
  listPainted,
  noteLongTasks,
  pageShows,
  takeLongestTask,
} from './list-in-page.mjs'

/** @typedef {import('./measured-process.mjs').Request} Request */

const OPENINGS = 6
const FILTERINGS = 10
const SEARCHES = 3
const STATE = 'Cumplido'
const FIELD = 'input[aria-label="Buscar asuntos"]'
const CHOICES = '[role="menu"] [role^="menuitem"]'
const CHIPS = '[aria-label^="Quitar el filtro"]'

/** @type {import('electron').WebContents | null} */
let page = null

/** @param {import('./measured-process.mjs').Answer} answer */
function tell(answer) {
  process.send?.(answer)
}

/**
 * @param {(...args: never[]) => unknown} inPage
 * @param {unknown[]} args
 */
function run(inPage, ...args) {
  if (page === null) throw new Error('The page is not there')
  return page.executeJavaScript(`(${inPage})(...${JSON.stringify(args)})`)
}

/**
 * @param {'click' | 'keydown'} type
 * @param {(contents: import('electron').WebContents) => void | Promise<void>} act
 * @returns {Promise<number>}
 */
async function timed(type, act) {
  if (page === null) throw new Error('The page is not there')
  const painted = run(listPainted, type)
  // Scripts run in the order they were sent: once this one has, the page is listening.
  await page.executeJavaScript('null')
  await act(page)
  return painted
}

/** @param {string} path */
function goTo(path) {
  if (page === null) throw new Error('The page is not there')
  return click(page, `nav a[href="#${path}"]`)
}

/** Opens the list, and comes back to it again and again. */
async function open() {
  const times = []
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    times.push(await timed('click', () => goTo('/seguimiento')))
    if (opening === OPENINGS - 1) break
    await goTo('/')
    await run(pageShows, 'table[aria-label="Asuntos en seguimiento"]', false)
  }
  return times
}

/** Asks for one more state and takes it back, in the menu of filters. */
async function filter() {
  const times = []
  if (page === null) throw new Error('The page is not there')
  await click(page, 'button[aria-haspopup="menu"]', 'Filtrar')
  await run(pageShows, CHOICES, true)
  for (let filtering = 0; filtering < FILTERINGS; filtering += 1) {
    times.push(await timed('click', (contents) => click(contents, CHOICES, STATE)))
  }
  press(page, 'Escape')
  await run(pageShows, CHOICES, false)
  return times
}

/** Searches among all items, every letter by itself. */
async function search() {
  const times = []
  if (page === null) throw new Error('The page is not there')
  while (await page.executeJavaScript(`document.querySelector('${CHIPS}') !== null`)) {
    await timed('click', (contents) => click(contents, CHIPS))
  }
  await run(focusOn, FIELD)
  for (let round = 0; round < SEARCHES; round += 1) {
    for (const letter of SEARCH) times.push(await timed('keydown', (contents) => press(contents, letter)))
    await timed('keydown', (contents) => press(contents, 'Escape'))
  }
  return times
}

async function exerciseList() {
  // A window that has not the keyboard shows no focus and hears no keys.
  BrowserWindow.getAllWindows()[0]?.focus()
  page?.focus()
  const reading = await run(takeLongestTask)
  const opened = await open()
  const filtered = await filter()
  const searched = await search()
  tell({ kind: 'list', opened, filtered, searched, reading, using: await run(takeLongestTask) })
}

app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', async () => {
    page = contents
    await run(noteLongTasks)
    tell({ kind: 'ready', at: await run(followUpRead) })
  })
})

process.on('message', (/** @type {Request} */ request) => {
  if (request.do === 'list') {
    exerciseList().catch((error) => tell({ kind: 'failed', detail: String(error?.stack ?? error) }))
  }
  if (request.do === 'quit') app.quit()
})

const { QUORUM_BENCH_MAIN } = process.env
if (QUORUM_BENCH_MAIN === undefined) throw new Error('Only the bench starts this')
await import(QUORUM_BENCH_MAIN)
