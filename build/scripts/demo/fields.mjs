/// <reference lib="dom" />

/** @typedef {import('./keyboard.mjs').CountingKeyboard} CountingKeyboard */

/** More than the controls of any screen. */
const MOST_TABS = 80

const STORED_WITHIN_MS = 3000

/**
 * What the focused field holds. Looking is no keystroke.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<{ tag: string, value: string, options: readonly string[] }>}
 */
export function focusedField(page) {
  return page.evaluate(() => {
    const field = document.activeElement
    const value = field !== null && 'value' in field ? String(field.value) : ''
    const options = field instanceof HTMLSelectElement ? [...field.options].map((each) => each.label) : []
    return { tag: field?.tagName.toLowerCase() ?? '', value, options }
  })
}

/**
 * Makes the focused field say something: nothing to do when it says so already, otherwise what it holds is
 * selected and typed over.
 * @param {import('playwright-core').Page} page
 * @param {CountingKeyboard} keyboard
 * @param {string} text
 * @param {'form' | 'narrative'} kind whether the text counts as keystrokes or as what somebody says
 */
export async function fill(page, keyboard, text, kind = 'form') {
  const { tag, value } = await focusedField(page)
  if (tag !== 'input' && tag !== 'textarea')
    throw new Error(`No hay un campo de texto donde escribir «${text}»`)
  if (value === text) return
  if (value !== '') await keyboard.press('Control+A')
  if (text === '') await keyboard.press('Delete')
  else if (kind === 'narrative') await keyboard.narrate(text)
  else await keyboard.type(text)
}

/**
 * Chooses in the focused list by typing the first letters that no earlier option has.
 * @param {import('playwright-core').Page} page
 * @param {CountingKeyboard} keyboard
 * @param {string} label
 */
export async function choose(page, keyboard, label) {
  const { tag, options } = await focusedField(page)
  if (tag !== 'select') throw new Error(`No hay una lista donde elegir «${label}»`)
  if ((await chosenLabel(page)) === label) return
  await keyboard.type(shortestPrefix(label, options))
  // A choice that is stored at once shows as soon as it is on disk.
  const deadline = Date.now() + STORED_WITHIN_MS
  while ((await chosenLabel(page)) !== label && Date.now() < deadline) await page.waitForTimeout(20)
  const chosen = await chosenLabel(page)
  if (chosen !== label) throw new Error(`la lista quedó en «${chosen}» y debía quedar en «${label}»`)
}

/** @param {import('playwright-core').Page} page */
function chosenLabel(page) {
  return page.evaluate(() => {
    const list = document.activeElement
    return list instanceof HTMLSelectElement ? list.selectedOptions[0]?.label : undefined
  })
}

/**
 * Fills a native date field digit by digit; it moves from one part to the next by itself.
 * @param {import('playwright-core').Page} page
 * @param {CountingKeyboard} keyboard
 * @param {string} date YYYY-MM-DD
 */
export async function fillDate(page, keyboard, date) {
  await fillNative(page, keyboard, date, date.split('-').reverse().join(''))
}

/**
 * Fills a native time field, which asks for "a. m." or "p. m." where the system counts twelve hours.
 * @param {import('playwright-core').Page} page
 * @param {CountingKeyboard} keyboard
 * @param {string} time HH:mm
 */
export async function fillTime(page, keyboard, time) {
  const hasHalves = await page.evaluate(
    () => new Intl.DateTimeFormat(navigator.language, { hour: 'numeric' }).resolvedOptions().hour12,
  )
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const two = (/** @type {number} */ number) => String(number).padStart(2, '0')
  const halves = `${two(hours % 12 || 12)}${two(minutes)}${hours < 12 ? 'a' : 'p'}`
  await fillNative(page, keyboard, time, hasHalves ? halves : `${two(hours)}${two(minutes)}`)
}

/**
 * @param {import('playwright-core').Page} page
 * @param {CountingKeyboard} keyboard
 * @param {string} value what the field must hold in the end
 * @param {string} keys
 */
async function fillNative(page, keyboard, value, keys) {
  if ((await focusedField(page)).value === value) return
  await keyboard.type(keys)
  const typed = (await focusedField(page)).value
  if (typed !== value) throw new Error(`se tecleó ${value} y el campo dice «${typed}»`)
}

/**
 * Moves on with Tab until the focus is on a control with that name, as a screen reader would say it.
 * @param {import('playwright-core').Page} page
 * @param {CountingKeyboard} keyboard
 * @param {RegExp} name
 * @param {'Tab' | 'Shift+Tab'} [direction]
 */
export async function tabTo(page, keyboard, name, direction = 'Tab') {
  for (let step = 0; step <= MOST_TABS; step += 1) {
    if (name.test(await focusedName(page))) return
    await keyboard.press(direction)
  }
  throw new Error(`no se llega con Tab a ${name.source}`)
}

/**
 * Goes through a form with Tab and fills in each control as its name asks, in whatever order the form has
 * them; ends as soon as every one was found.
 * @param {import('playwright-core').Page} page
 * @param {CountingKeyboard} keyboard
 * @param {readonly (readonly [name: RegExp, act: () => Promise<void>])[]} controls
 */
export async function goThrough(page, keyboard, controls) {
  const left = [...controls]
  for (let step = 0; step <= MOST_TABS && left.length > 0; step += 1) {
    if (step > 0) await keyboard.press('Tab')
    const name = await focusedName(page)
    const at = left.findIndex(([pattern]) => pattern.test(name))
    if (at === -1) continue
    await left[at]?.[1]()
    left.splice(at, 1)
  }
  if (left.length > 0)
    throw new Error(`el formulario no tiene ${left.map(([name]) => name.source).join(', ')}`)
}

/** @param {import('playwright-core').Page} page */
function focusedName(page) {
  return page.evaluate(() => {
    const focused = document.activeElement
    if (focused === null || focused === document.body) return ''
    const labels = 'labels' in focused && focused.labels instanceof NodeList ? [...focused.labels] : []
    const names = [focused.getAttribute('aria-label'), ...labels.map((label) => label.textContent)]
    return names.find((name) => name) ?? focused.textContent ?? ''
  })
}

/**
 * The fewest first letters that only this option has.
 * @param {string} label
 * @param {readonly string[]} options
 */
export function shortestPrefix(label, options) {
  const others = options.filter((option) => option !== label).map((option) => option.toLowerCase())
  for (let length = 1; length < label.length; length += 1) {
    const prefix = label.slice(0, length).toLowerCase()
    if (!others.some((other) => other.startsWith(prefix))) return prefix
  }
  return label.toLowerCase()
}
