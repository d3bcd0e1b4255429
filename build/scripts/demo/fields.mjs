/// <reference lib="dom" />

/** @typedef {import('./keyboard.mjs').CountingKeyboard} CountingKeyboard */

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
  const chosen = await chosenLabel(page)
  if (chosen !== label) throw new Error(`La lista quedó en «${chosen}» y debía quedar en «${label}»`)
}

/** @param {import('playwright-core').Page} page */
function chosenLabel(page) {
  return page.evaluate(() => {
    const list = document.activeElement
    return list instanceof HTMLSelectElement ? list.selectedOptions[0]?.label : undefined
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
