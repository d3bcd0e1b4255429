/** Functions that the bench of the calendar sends into the page as text, as in-page.mjs does. */

/**
 * What has to be on the page: elements that are there or gone, a text that one says, an attribute that is not what
 * it was, and pictures all of which in sight have come.
 * @typedef {object} Wanted
 * @property {readonly string[]} [there]
 * @property {readonly string[]} [gone]
 * @property {readonly [string, string]} [says] a selector and what its text has
 * @property {readonly [string, string]} [changes] a selector and the attribute of the first element
 * @property {string} [pictures]
 */

/**
 * Resolves when the page is as wanted and painted so: milliseconds from the time stamp of the next event.
 * @param {'click' | 'keydown'} type the event that brings it about
 * @param {Wanted} wanted
 */
export function painted(type, wanted) {
  const { there = [], gone = [], says, changes, pictures } = wanted
  const find = (/** @type {string} */ selector) => document.querySelector(selector)
  const value = () => (changes ? (find(changes[0])?.getAttribute(changes[1]) ?? null) : null)
  const before = value()
  const inSight = () => {
    const all = /** @type {HTMLImageElement[]} */ (pictures ? [...document.querySelectorAll(pictures)] : [])
    return all.filter((image) => {
      const { top, bottom, height } = image.getBoundingClientRect()
      return height > 0 && bottom > 0 && top < innerHeight
    })
  }
  const hasCome = (/** @type {HTMLImageElement} */ image) =>
    image.getAttribute('aria-busy') === null && image.complete && image.naturalWidth > 1
  const isMet = () =>
    there.every((selector) => find(selector) !== null) &&
    gone.every((selector) => find(selector) === null) &&
    (!says || find(says[0])?.textContent?.includes(says[1]) === true) &&
    (!changes || (value() !== null && value() !== before)) &&
    (!pictures || (inSight().length > 0 && inSight().every(hasCome)))
  return new Promise((resolve, reject) => {
    const late = () => reject(new Error(`Not after a ${type}: ${JSON.stringify(wanted)}`))
    const timer = setTimeout(late, 45_000)
    let pressed = Number.NaN
    const onEvent = (/** @type {Event} */ event) => {
      pressed = event.timeStamp
    }
    window.addEventListener(type, onEvent, { capture: true, once: true })
    const observer = new MutationObserver(look)
    let isDone = false
    function look() {
      if (isDone || Number.isNaN(pressed) || !isMet()) return
      isDone = true
      observer.disconnect()
      clearTimeout(timer)
      document.removeEventListener('load', look, true)
      void Promise.all(inSight().map((image) => image.decode().catch(() => null))).then(() => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => resolve(performance.now() - pressed)
          port2.postMessage(null)
        })
      })
    }
    // Loads of images do not rise to the document, but pass it on their way down.
    document.addEventListener('load', look, true)
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  })
}
