/// <reference lib="dom" />

import { instantAt } from './wall-time.mjs'

/** @typedef {import('../../../shared/session-file/index').SessionFile} SessionFile */
/** @typedef {import('../../../shared/domain/sessions/index').Attendee} Attendee */

const SETTLE_WITHIN_MS = 10_000

/** Key that gives an attendee each standing, once she is selected. */
const PRESENCE_KEYS = { present: 'Enter', absent: 'f', excused: 'e', away: 's' }

/** Keys of the roll call that act on whoever is selected; the first letter of initials must not be one. */
const ACTING_LETTERS = /^[FESD]/

/**
 * What the room shows at the moment, to know that a key did its work.
 * @typedef {{ facts: number, busy: boolean, message: string }} Shown
 */

/** Where the demo stands in the room: what it expects on record and who is there. */
export class RoomPosition {
  /** Facts that must be on record. */
  facts = 0
  /** @type {number | null} */
  current = null
  /** @type {Set<number>} points that were opened or ended */
  dealt = new Set()
  /** @type {Map<string, string>} standing by initials */
  presence = new Map()

  /**
   * @param {import('playwright-core').Page} page
   * @param {import('./keyboard.mjs').CountingKeyboard} keyboard
   * @param {SessionFile} file
   * @param {readonly Attendee[]} attendees
   */
  constructor(page, keyboard, file, attendees) {
    this.page = page
    this.keyboard = keyboard
    this.file = file
    this.attendees = attendees
  }

  /**
   * Puts the wall clock of the page at the time of a step: the session is recorded as if it were being held.
   * @param {string | undefined} time
   */
  async setClock(time) {
    if (time === undefined) return
    await this.page.clock.setFixedTime(instantAt(this.file.session.date, time, this.file.body.timeZone))
  }

  /**
   * Waits until the facts that a step should leave are on disk; otherwise tells what the room answered.
   * @param {number} added
   */
  async settle(added) {
    this.facts += added
    const deadline = Date.now() + SETTLE_WITHIN_MS
    let shown = await this.look()
    while ((shown.busy || shown.facts !== this.facts) && Date.now() < deadline) {
      await this.page.waitForTimeout(10)
      shown = await this.look()
    }
    if (shown.busy || shown.facts !== this.facts) {
      throw new Error(`la Sala tiene ${shown.facts} hechos y debía tener ${this.facts}. ${shown.message}`)
    }
  }

  /** @returns {Promise<Shown>} */
  look() {
    return this.page.evaluate(() => {
      const room = document.querySelector('[data-facts]')
      const message = document.querySelector('[data-testid="room-message"]')?.textContent ?? ''
      return {
        facts: Number(room?.getAttribute('data-facts')),
        busy: room?.getAttribute('data-busy') === 'true',
        message,
      }
    })
  }

  /**
   * The attendee with those initials or, failing that, of the seat with that acronym.
   * @param {string} key
   */
  find(key) {
    const wanted = key.toLocaleUpperCase('es-MX')
    const attendee =
      this.attendees.find((each) => each.initials === wanted) ??
      this.attendees.find((each) => each.areaAcronym.toLocaleUpperCase('es-MX') === wanted)
    if (!attendee) throw new Error(`«${key}» no está en la lista de asistencia`)
    return attendee
  }

  /** Attendees with a vote who are in the room. */
  voters() {
    return this.attendees.filter((each) => each.hasVote && this.presence.get(each.initials) === 'present')
  }
}

/**
 * Gives somebody her standing in the roll call: initials, and one key.
 * @param {RoomPosition} room
 * @param {Attendee} attendee
 * @param {keyof typeof PRESENCE_KEYS} status
 * @param {boolean} remote
 */
async function mark(room, attendee, status, remote) {
  await room.keyboard.type(attendee.initials.toLowerCase())
  await room.keyboard.press(status === 'present' && remote ? 'd' : PRESENCE_KEYS[status])
  room.presence.set(attendee.initials, status)
  await room.settle(1)
}

/**
 * The roll call: exceptions one by one, everybody else with one key.
 * @param {RoomPosition} room
 * @param {(name: string) => Promise<void>} shoot
 */
export async function callTheRoll(room, shoot) {
  const { file, keyboard } = room
  await room.setClock(file.session.rollCall ?? file.session.time)
  await keyboard.press('p')
  const exceptions = file.attendance.filter((line) => line.status !== 'present' || line.remote)
  for (const [index, line] of exceptions.entries()) {
    const attendee = room.find(line.person)
    // After a call the next person is selected, and a letter such as F would act on her.
    if (index > 0 && ACTING_LETTERS.test(attendee.initials)) {
      await keyboard.press('Escape')
      await keyboard.press('p')
    }
    await mark(room, attendee, line.status ?? 'absent', line.remote ?? false)
  }
  const rest = file.attendance.length - exceptions.length
  if (rest > 0) {
    await keyboard.press('Space')
    for (const line of file.attendance.filter((each) => !exceptions.includes(each))) {
      room.presence.set(room.find(line.person).initials, 'present')
    }
    await room.settle(rest)
  }
  await shoot('sala-pase-de-lista')
  await keyboard.press('Escape')
}

/**
 * Somebody arrives, leaves or comes back while the session runs.
 * @param {RoomPosition} room
 * @param {string} who
 * @param {keyof typeof PRESENCE_KEYS} status
 * @param {boolean} remote
 */
export async function changePresence(room, who, status, remote) {
  await room.keyboard.press('p')
  await mark(room, room.find(who), status, remote)
  await room.keyboard.press('Escape')
}

/**
 * Opens a point: Enter takes the next one not dealt with, the arrows any other.
 * @param {RoomPosition} room
 * @param {number} number
 */
export async function openPoint(room, number) {
  const count = room.file.agenda.length
  const next = Array.from({ length: count }, (_, index) => index + 1).find((each) => !room.dealt.has(each))
  const from = next ?? room.current ?? 1
  const arrow = number > from ? 'ArrowDown' : 'ArrowUp'
  // With nothing left to deal with, the first arrow already moves away from the current point.
  await room.keyboard.press(arrow, Math.abs(number - from))
  await room.keyboard.press('Enter')
  room.current = number
  room.dealt.add(number)
  await room.settle(1)
}
