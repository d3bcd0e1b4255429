/**
 * Functions that the bench sends into a page as text, so they use nothing but what a page has. A moment
 * counts as painted in the first task after the animation frame that follows it.
 */

/** Resolves when the room shows a session under way and listens to keys; milliseconds since 1970. */
export function roomReady() {
  return new Promise((resolve) => {
    const observer = new MutationObserver(look)
    function look() {
      if (document.querySelector('[data-mode] section[aria-label="Asistencia y votos"] li') === null) return
      observer.disconnect()
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.timeOrigin + performance.now())
        port2.postMessage(null)
      })
    }
    observer.observe(document, { subtree: true, childList: true })
    look()
  })
}

/** Resolves when a voter is selected and painted so. */
export function voterSelected() {
  return new Promise((resolve) => {
    const observer = new MutationObserver(look)
    function look() {
      const selected = 'section[aria-label="Asistencia y votos"] li[aria-current="true"]'
      if (document.querySelector(selected) === null) return
      observer.disconnect()
      requestAnimationFrame(() => setTimeout(() => resolve(true), 0))
    }
    observer.observe(document, { subtree: true, childList: true, attributes: true })
    look()
  })
}

/**
 * Resolves when the next press of a key has been saved, shown and painted: from the event's own time
 * stamp, given by the browser process, to the task after the frame in which the first voter's row has the
 * new mark and the badge names a later record than before.
 * @param {'f' | 'c'} key
 */
export function votePainted(key) {
  const word = key === 'f' ? 'a favor' : 'en contra'
  const savedSeq = () => Number(document.querySelector('[data-save-seq]')?.getAttribute('data-save-seq') ?? 0)
  const isShown = () =>
    document
      .querySelector('section[aria-label="Asistencia y votos"] li')
      ?.querySelector(`[title="${word}"]`) instanceof HTMLElement
  const before = savedSeq()
  return new Promise((resolve) => {
    let pressed = Number.NaN
    const onKey = (/** @type {KeyboardEvent} */ event) => {
      pressed = event.timeStamp
    }
    window.addEventListener('keydown', onKey, { capture: true, once: true })
    const observer = new MutationObserver(() => {
      if (!isShown() || savedSeq() <= before) return
      observer.disconnect()
      const shown = performance.now() - pressed
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve({ shown, painted: performance.now() - pressed })
        port2.postMessage(null)
      })
    })
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  })
}

/**
 * Times between animation frames, in milliseconds.
 * @param {number} count
 * @returns {Promise<number[]>}
 */
export function frameTimes(count) {
  return new Promise((resolve) => {
    /** @type {number[]} */
    const times = []
    let last = Number.NaN
    function frame(/** @type {number} */ now) {
      if (!Number.isNaN(last)) times.push(now - last)
      last = now
      if (times.length < count) requestAnimationFrame(frame)
      else resolve(times)
    }
    requestAnimationFrame(frame)
  })
}
