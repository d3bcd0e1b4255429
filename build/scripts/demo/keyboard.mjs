/**
 * Keystrokes of one phase. A chord such as Ctrl+Enter counts once, and so does a paste, whatever it
 * brings; what people say is typed too, and counted apart.
 * @typedef {{ name: string, keys: number, narrative: number, pasted: number, seconds: number }} Phase
 */

/** The only hands of the demo: it types, and counts what it types. */
export class CountingKeyboard {
  /** @type {Phase[]} */
  #phases = []
  #started = performance.now()
  #page
  #app

  /**
   * @param {import('playwright-core').Page} page
   * @param {import('playwright-core').ElectronApplication} app
   */
  constructor(page, app) {
    this.#page = page
    this.#app = app
  }

  /** @returns {readonly Phase[]} */
  get phases() {
    this.#stopClock()
    return this.#phases
  }

  /** @param {string} name */
  begin(name) {
    this.#stopClock()
    this.#phases.push({ name, keys: 0, narrative: 0, pasted: 0, seconds: 0 })
  }

  /**
   * @param {string} chord as Playwright writes it: `Enter`, `Control+Enter`, `a`
   * @param {number} [times]
   */
  async press(chord, times = 1) {
    for (let time = 0; time < times; time += 1) {
      await this.#page.keyboard.press(chord)
      this.#current().keys += 1
    }
  }

  /**
   * A chord of the application menu, which the system hears and no page does.
   * @param {string} letter pressed with Ctrl
   */
  async pressMenu(letter) {
    await this.#app.evaluate(({ BrowserWindow }, keyCode) => {
      const window = BrowserWindow.getAllWindows()[0]
      window?.focus()
      for (const type of /** @type {const} */ (['keyDown', 'keyUp'])) {
        window?.webContents.sendInputEvent({ type, keyCode, modifiers: ['control'] })
      }
    }, letter)
    this.#current().keys += 1
  }

  /**
   * Types what the form asks for, letter by letter.
   * @param {string} text
   */
  async type(text) {
    await this.#page.keyboard.type(text)
    this.#current().keys += [...text].length
  }

  /**
   * Types what somebody says, counted apart.
   * @param {string} text
   */
  async narrate(text) {
    await this.#page.keyboard.type(text)
    this.#current().narrative += [...text].length
  }

  /**
   * Pastes a table or a list that the secretary already has somewhere else.
   * @param {string} text
   */
  async paste(text) {
    await this.#app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text)
    await this.#page.keyboard.press('Control+V')
    const phase = this.#current()
    phase.keys += 1
    phase.pasted += 1
  }

  #current() {
    const phase = this.#phases.at(-1)
    if (!phase) throw new Error('No phase has begun')
    return phase
  }

  #stopClock() {
    const now = performance.now()
    const phase = this.#phases.at(-1)
    if (phase) phase.seconds += (now - this.#started) / 1000
    this.#started = now
  }
}
