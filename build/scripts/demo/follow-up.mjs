import { choose, fill, tabTo } from './fields.mjs'
import { goToPlace } from './tour.mjs'

/** @typedef {import('../../../shared/session-file/index').SessionFile} SessionFile */
/** @typedef {import('../../../shared/session-file/index').SessionFileStep} Step */
/** @typedef {Extract<Step, { do: 'review' }>} ReviewStep */

/** Key of each outcome of a review; on a recurring obligation the first one records a delivery. */
const REVIEW_KEYS = {
  fulfilled: 'c',
  delivered: 'c',
  'in-progress': 'e',
  pending: 'p',
  cancelled: 'x',
  moot: 'm',
}

/** Letters of a code that a spreadsheet would need quoted. */
const cell = (/** @type {string} */ text) => text.replaceAll(/[\t\r\n"]+/g, ' ')

/**
 * The items that a session reviews, as a table copied from a spreadsheet; empty when it reviews none. What
 * is delivered by periods gets a recurring term, so that the room offers it.
 * @param {SessionFile} file
 */
export function itemsTable(file) {
  const reviews = file.record.flatMap((step) => (step.do === 'review' ? [step] : []))
  const codes = [...new Set(reviews.map(({ item }) => item))]
  if (codes.length === 0) return ''
  const rows = codes.map((code) => {
    const ofItem = reviews.filter(({ item }) => item === code)
    const isRecurring = ofItem.some(({ outcome }) => outcome === 'delivered')
    return [code, cell(ofItem[0]?.title ?? ''), isRecurring ? 'trimestralmente' : '', 'Secretaría Técnica']
  })
  return [['Clave', 'Asunto', 'Redacción del plazo', 'Responsable'], ...rows]
    .map((cells) => cells.join('\t'))
    .join('\n')
}

/**
 * What will be reviewed in the session, pasted into Seguimiento and confirmed.
 * @param {import('./prepare.mjs').Scene} scene
 * @param {string} table
 */
export async function pasteItems({ page, keyboard, shoot }, table) {
  await goToPlace({ page, keyboard }, 'Seguimiento')
  await tabTo(page, keyboard, /^Importar hoja de cálculo/)
  await keyboard.press('Enter')
  await page.getByRole('heading', { name: /^Importar/, level: 1 }).waitFor()
  await keyboard.paste(table)
  await page
    .getByRole('button', { name: /^Importar \d/ })
    .last()
    .waitFor()
  await keyboard.press('Control+Enter')
  await page
    .getByText(/^Se import.* asuntos?\.$/)
    .last()
    .waitFor()
  await shoot('seguimiento')
}

/**
 * Reviews one item in the room: the list is opened, gone through to the item, and left again.
 * @param {import('./room.mjs').RoomPosition} room
 * @param {ReviewStep} step
 * @param {import('./room-steps.mjs').Words} words
 */
export async function reviewItem(room, step, words) {
  const { page, keyboard } = room
  await keyboard.press('b')
  const list = page.getByRole('list', { name: 'Asuntos pendientes' })
  const chosen = list.locator('[aria-current="true"]')
  await chosen.waitFor()
  const place = async () => Number(await chosen.getAttribute('aria-posinset'))
  const holds = async () => (await chosen.innerText()).startsWith(`${step.item} `)
  for (let before = 0; !(await holds()) && before !== (await place()); ) {
    before = await place()
    await keyboard.press('ArrowDown')
  }
  for (let before = 0; !(await holds()) && before !== (await place()); ) {
    before = await place()
    await keyboard.press('ArrowUp')
  }
  if (!(await holds())) throw new Error(`«${step.item}» no está entre los pendientes`)
  if (step.note === undefined) await keyboard.press(REVIEW_KEYS[step.outcome])
  else {
    await keyboard.press('n')
    await tabTo(page, keyboard, /^Cómo queda/, 'Shift+Tab')
    await choose(page, keyboard, words.reviews[step.outcome] ?? step.outcome)
    await keyboard.press('Tab')
    await fill(page, keyboard, step.note, 'narrative')
    await keyboard.press('Enter')
  }
  await room.settle(1)
  await page.getByRole('form').waitFor({ state: 'detached' })
  await keyboard.press('Escape')
}
