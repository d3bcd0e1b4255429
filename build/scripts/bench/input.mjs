/** Input through Chromium's own path, as keyboard and mouse of the user take it. */

/**
 * @param {import('electron').WebContents} contents
 * @param {string} keyCode
 */
export function press(contents, keyCode) {
  contents.sendInputEvent({ type: 'keyDown', keyCode })
  contents.sendInputEvent({ type: 'char', keyCode })
  contents.sendInputEvent({ type: 'keyUp', keyCode })
}

/**
 * Clicks in the middle of what a selector finds.
 * @param {import('electron').WebContents} contents
 * @param {string} selector
 * @param {string} [text] what the element says, when the selector finds several
 */
export async function click(contents, selector, text = '') {
  const place = await contents.executeJavaScript(
    `(${middleOf})(${JSON.stringify(selector)}, ${JSON.stringify(text)})`,
  )
  // Told here: what is thrown inside the page loses its words on the way.
  if (place === null) throw new Error(`${selector} ${text} is not on the page`)
  contents.sendInputEvent({ type: 'mouseMove', ...place })
  contents.sendInputEvent({ type: 'mouseDown', button: 'left', clickCount: 1, ...place })
  contents.sendInputEvent({ type: 'mouseUp', button: 'left', clickCount: 1, ...place })
}

/**
 * Runs in the page.
 * @param {string} selector
 * @param {string} text
 */
function middleOf(selector, text) {
  const found = [...document.querySelectorAll(selector)].find(
    (element) => text === '' || element.textContent?.trim().endsWith(text),
  )
  if (found === undefined) return null
  found.scrollIntoView({ block: 'nearest' })
  const { left, top, width, height } = found.getBoundingClientRect()
  return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) }
}
