import { choose, fill, goThrough } from './fields.mjs'
import { reviewItem } from './follow-up.mjs'
import { changePresence, openPoint } from './room.mjs'

/** @typedef {import('./room.mjs').RoomPosition} RoomPosition */
/** @typedef {import('../../../shared/session-file/index').SessionFileStep} Step */
/** @typedef {import('../../../shared/session-file/index').SessionFileVote} VoteStep */
/**
 * @template {Step['do']} K
 * @typedef {Extract<Step, { do: K }>} StepOf
 */

/**
 * How options are called on screen, where the demo has to choose them by their words.
 * @typedef {object} Words
 * @property {Readonly<Record<string, string>>} acts
 * @property {Readonly<Record<string, string>>} outcomes
 * @property {Readonly<Record<string, string>>} reviews
 */

/** @typedef {(name: string) => Promise<void>} Shoot */

const BALLOT_KEYS = { yes: 'f', no: 'c', abstain: 'a', recused: 'x', 'not-voting': 'n' }

/**
 * @param {RoomPosition} room
 * @param {StepOf<'speech'>} step
 * @param {Words} words
 * @param {Shoot} shoot
 */
async function speak(room, step, words, shoot) {
  const { page, keyboard } = room
  await keyboard.press('i')
  const { outsider } = step
  const speaker = outsider?.fullName ?? (step.speaker ? room.find(step.speaker).initials : '')
  /** @type {[RegExp, () => Promise<void>][]} */
  const controls = [
    [/^Quién/, () => fill(page, keyboard, outsider ? speaker : speaker.toLowerCase())],
    [/^Qué hace/, () => choose(page, keyboard, words.acts[step.act] ?? step.act)],
    [/^Qué dice/, () => fill(page, keyboard, step.text, 'narrative')],
  ]
  if (outsider) {
    const gender = outsider.gender === 'f' ? 'femenino' : 'masculino'
    controls.push(
      [/^Tratamiento/, () => fill(page, keyboard, outsider.honorificLong)],
      [/^Género/, () => choose(page, keyboard, gender)],
      [/^Cargo/, () => fill(page, keyboard, outsider.charge)],
    )
  }
  await goThrough(page, keyboard, controls)
  await shoot(outsider ? 'sala-intervencion-de-fuera' : 'sala-intervencion')
  await keyboard.press('Enter')
  await room.settle(1)
}

/**
 * One seat votes: initials and one key.
 * @param {RoomPosition} room
 * @param {string} key
 * @param {keyof typeof BALLOT_KEYS} option
 */
async function castBallot(room, key, option) {
  await room.keyboard.type(room.find(key).initials.toLowerCase())
  await room.keyboard.press(BALLOT_KEYS[option])
  await room.settle(1)
}

/**
 * Sends the form that is open and waits until what it recorded is on disk.
 * @param {RoomPosition} room
 * @param {number} added facts that it adds; a correction adds none
 */
async function send(room, added) {
  await room.keyboard.press('Enter')
  await room.page.getByRole('form').waitFor({ state: 'detached' })
  await room.settle(added)
}

/**
 * Why the seat that has just voted did so.
 * @param {RoomPosition} room
 * @param {string | undefined} reason
 */
async function explain(room, reason) {
  if (reason === undefined) return
  await room.keyboard.press('Alt+m')
  await fill(room.page, room.keyboard, reason, 'narrative')
  await send(room, 0)
}

/**
 * The vote ends with a result that its ballots do not give.
 * @param {RoomPosition} room
 * @param {NonNullable<VoteStep['declared']>} declared
 */
async function declare(room, { result, reason }) {
  const { page, keyboard } = room
  await keyboard.press('Alt+d')
  await choose(page, keyboard, result === 'approved' ? 'Aprobado' : 'No aprobado')
  await keyboard.press('Tab')
  await fill(page, keyboard, reason, 'narrative')
  await send(room, 1)
}

/**
 * Whoever is left votes the same way: one key when it is in favour, one by one otherwise.
 * @param {RoomPosition} room
 * @param {VoteStep} step
 */
async function castRest(room, step) {
  if (step.rest === undefined) return
  const voted = new Set(Object.keys(step.ballots ?? {}).map((key) => room.find(key).initials))
  const left = room.voters().filter((each) => !voted.has(each.initials))
  if (left.length === 0) return
  if (step.rest === 'yes') {
    await room.keyboard.press('Space')
    await room.settle(1)
    return
  }
  for (const attendee of left) await castBallot(room, attendee.initials, step.rest)
}

/**
 * @param {RoomPosition} room
 * @param {VoteStep} step
 * @param {Shoot} shoot
 */
async function vote(room, step, shoot) {
  const { page, keyboard } = room
  const ballots = Object.entries(step.ballots ?? {})
  const isUnanimous = step.unanimous || (step.rest === 'yes' && ballots.length === 0)
  if (step.subject !== undefined) {
    await keyboard.press('Alt+q')
    await fill(page, keyboard, step.subject, 'narrative')
    await send(room, 1)
  } else if (!isUnanimous || step.declared) {
    await keyboard.press('v')
    await room.settle(1)
  }
  if (isUnanimous && !step.declared) {
    await keyboard.press('u')
    await room.settle(step.subject === undefined ? 3 : 2)
    return
  }
  for (const [key, option] of ballots) {
    await castBallot(room, key, option)
    await explain(room, step.reasons?.[key])
  }
  await castRest(room, step.unanimous ? { ...step, rest: 'yes' } : step)
  if (step.castingVote) {
    await keyboard.press(step.castingVote === 'yes' ? 'Alt+f' : 'Alt+c')
    await room.settle(1)
  }
  await shoot('sala-votacion')
  if (step.declared) return declare(room, step.declared)
  await keyboard.press('Enter')
  await room.settle(1)
}

/**
 * @param {RoomPosition} room
 * @param {StepOf<'outcome'>} step
 * @param {Words} words
 */
async function end(room, step, words) {
  const { page, keyboard } = room
  const before = room.current
  const elsewhere = step.point !== undefined && step.point !== before
  if (elsewhere) await openPoint(room, step.point ?? 0)
  if (step.outcome === 'received' && step.reason === undefined) await keyboard.press('r')
  else {
    await keyboard.press('d')
    await choose(page, keyboard, words.outcomes[step.outcome] ?? step.outcome)
    await keyboard.press('Tab')
    await fill(page, keyboard, step.reason ?? '', 'narrative')
    await keyboard.press('Enter')
  }
  await room.settle(1)
  if (elsewhere && before !== null) await openPoint(room, before)
}

/**
 * @param {RoomPosition} room
 * @param {StepOf<'agreement'>} step
 * @param {Shoot} shoot
 */
async function agree(room, step, shoot) {
  const { page, keyboard } = room
  await keyboard.press('a')
  await page.getByRole('form', { name: 'Acuerdo' }).waitFor()
  await goThrough(page, keyboard, [
    [/^Número/, () => fill(page, keyboard, step.number ?? '')],
    [/^Texto del acuerdo/, () => fill(page, keyboard, step.text, 'narrative')],
  ])
  await shoot('sala-acuerdo')
  await keyboard.press('Enter')
  await room.settle(1)
}

/**
 * @param {RoomPosition} room
 * @param {StepOf<'commitment'>} step
 * @param {Shoot} shoot
 */
async function commit(room, step, shoot) {
  const { page, keyboard } = room
  await keyboard.press('s')
  await goThrough(page, keyboard, [
    [/^Qué se pidió/, () => fill(page, keyboard, step.text, 'narrative')],
    [/^Responsables/, () => fill(page, keyboard, step.responsible.join(', '))],
    [/^Plazo/, () => fill(page, keyboard, step.due ?? '')],
  ])
  await shoot('sala-compromiso')
  await keyboard.press('Enter')
  await room.settle(1)
}

/**
 * Does one step of the file at the keyboard.
 * @param {RoomPosition} room
 * @param {Step} step
 * @param {Words} words
 * @param {Shoot} shoot
 */
export async function takeStep(room, step, words, shoot) {
  await room.setClock(step.at)
  switch (step.do) {
    case 'open':
      return pressOnce(room, 'o')
    case 'quorum':
      return pressOnce(room, 'q')
    case 'recess':
    case 'resume':
      return pressOnce(room, 'F8')
    case 'close':
      return pressOnce(room, 'Control+Enter')
    case 'point':
      return openPoint(room, step.number)
    case 'presence':
      return changePresence(room, step.who, step.status, step.remote ?? false)
    case 'speech':
      return speak(room, step, words, shoot)
    case 'vote':
      return vote(room, step, shoot)
    case 'outcome':
      return end(room, step, words)
    case 'agreement':
      return agree(room, step, shoot)
    case 'commitment':
      return commit(room, step, shoot)
    case 'review':
      return reviewItem(room, step, words)
  }
}

/**
 * A step that is one key.
 * @param {RoomPosition} room
 * @param {string} key
 */
async function pressOnce(room, key) {
  await room.keyboard.press(key)
  await room.settle(1)
}
