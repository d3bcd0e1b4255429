/** Functions that the bench of the follow-up list sends into the page as text, as in-page.mjs does. */

/** Resolves when the follow-up has been read (its overdue items are counted beside its entry). */
export function followUpRead() {
  return new Promise((resolve) => {
    const observer = new MutationObserver(look)
    function look() {
      if (document.querySelector('[data-overdue]') === null) return
      observer.disconnect()
      resolve(performance.timeOrigin + performance.now())
    }
    observer.observe(document, { subtree: true, childList: true })
    look()
  })
}

/** Begins to note how long the long tasks of the page are; Chromium only tells of those over 50 ms. */
export function noteLongTasks() {
  /** @type {number[]} */
  const durations = []
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) durations.push(duration)
  }).observe({ type: 'longtask', buffered: true })
  Object.assign(window, { longTasks: durations })
}

/** The longest task since it was last asked, 0 when none took over 50 ms. */
export async function takeLongestTask() {
  // Told in a task of its own, a moment after the task itself.
  await new Promise((resolve) => setTimeout(resolve, 100))
  const durations = /** @type {{ longTasks: number[] }} */ (/** @type {unknown} */ (window)).longTasks
  return Math.max(0, ...durations.splice(0))
}

/**
 * Resolves when the list has another number of lines than when this was called, with its first lines drawn
 * and painted: milliseconds from the event's own time stamp.
 * @param {'click' | 'keydown'} type the event that brings it about
 */
export function listPainted(type) {
  const table = () => document.querySelector('table[aria-label="Asuntos en seguimiento"]')
  const rows = () => table()?.getAttribute('aria-rowcount') ?? null
  const before = rows()
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`Nothing new in the list after a ${type}; it has ${rows()}`)), 20_000)
    let pressed = Number.NaN
    const onEvent = (/** @type {Event} */ event) => {
      pressed = event.timeStamp
    }
    window.addEventListener(type, onEvent, { capture: true, once: true })
    const observer = new MutationObserver(() => {
      if (rows() === null || rows() === before || table()?.querySelector('[data-line]') == null) return
      observer.disconnect()
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.now() - pressed)
        port2.postMessage(null)
      })
    })
    observer.observe(document, { subtree: true, childList: true, attributes: true })
  })
}

/**
 * Resolves when something is, or is no longer, on the page.
 * @param {string} selector
 * @param {boolean} isThere
 */
export function pageShows(selector, isThere) {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`${selector} should be there: ${isThere}`)), 20_000)
    const observer = new MutationObserver(look)
    function look() {
      if ((document.querySelector(selector) !== null) !== isThere) return
      observer.disconnect()
      requestAnimationFrame(() => setTimeout(() => resolve(true), 0))
    }
    observer.observe(document, { subtree: true, childList: true, attributes: true })
    look()
  })
}

/**
 * Gives the keyboard to something, whether or not its window has it, and lets that settle.
 * @param {string} selector
 */
export async function focusOn(selector) {
  const found = document.querySelector(selector)
  if (!(found instanceof HTMLElement)) throw new Error(`${selector} is not on the page`)
  found.focus()
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)))
  if (document.activeElement !== found) throw new Error(`${selector} lost the keyboard`)
}
