/// <reference lib="dom" />

import { choose, fill, goThrough, tabTo } from './fields.mjs'

/** @typedef {import('../../../shared/session-file/index').SessionFile} SessionFile */
/** @typedef {import('./prepare.mjs').Scene} Scene */

const HEADINGS = [
  ...['Área', 'Sigla', 'Rol', 'Voto', 'Firma', 'Carácter', 'Tratamiento', 'Tratamiento largo', 'Nombre'],
  ...['Nombre corto', 'Iniciales', 'Género', 'Cargo', 'Cargo en firmas'],
]

const yesNo = (/** @type {boolean} */ value) => (value ? 'Sí' : 'No')

/**
 * The directory as a table copied from a spreadsheet: whoever comes, in the order of the attendance list,
 * and the areas that nobody comes for.
 * @param {SessionFile} file
 * @param {Pick<typeof import('../../../shared/domain/people/index'), 'ROLE_LABELS' | 'STANDING_LABELS'>} labels
 */
export function directoryTable(file, labels) {
  const same = (/** @type {string} */ a, /** @type {string} */ b) =>
    a.localeCompare(b, 'es-MX', { sensitivity: 'base' }) === 0
  const comers = file.attendance.flatMap((line) =>
    file.people.filter((person) => same(person.initials, line.person)),
  )
  const seatCells = (/** @type {SessionFile['seats'][number]} */ seat) => [
    seat.name,
    seat.acronym,
    labels.ROLE_LABELS[seat.role],
    yesNo(seat.hasVote),
    yesNo(seat.signs),
  ]
  const taken = comers.flatMap((person) => {
    const seat = file.seats.find((each) => same(each.acronym, person.seat ?? ''))
    if (!seat) return []
    const { honorificShort, honorificLong, fullName, shortName, initials, gender, charge } = person
    const standing = labels.STANDING_LABELS[person.standing ?? 'titular']
    const names = [standing, honorificShort, honorificLong, fullName, shortName, initials]
    return [[...seatCells(seat), ...names, gender.toUpperCase(), charge, person.signatureCaption ?? '']]
  })
  const vacant = file.seats
    .filter((seat) => !comers.some((person) => same(person.seat ?? '', seat.acronym)))
    .map((seat) => [...seatCells(seat), '', '', '', 'Vacante', '', '', '', '', ''])
  return [HEADINGS, ...taken, ...vacant].map((cells) => cells.map(quoted).join('\t')).join('\n')
}

/** @param {string} cell as a spreadsheet copies it */
function quoted(cell) {
  return /["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/**
 * The directory, pasted whole and confirmed.
 * @param {Scene} scene
 * @param {string} table
 */
export async function pasteDirectory({ page, keyboard, shoot }, table) {
  await keyboard.paste(table)
  const confirm = page.getByRole('button', { name: /^Importar/ }).last()
  await confirm.waitFor()
  await shoot('directorio-por-importar')
  await keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: 'Directorio', level: 1 }).waitFor()
  await page
    .getByText(/al directorio\./)
    .first()
    .waitFor()
  await shoot('directorio')
}

/**
 * @typedef {object} RuleChange
 * @property {string} title of the rule on screen
 * @property {string} choice
 * @property {string} amount empty when the rule has none
 */

/**
 * The rules that the file changes, as the form of Ajustes asks for them.
 * @param {NonNullable<SessionFile['body']['rules']>} rules
 * @returns {readonly RuleChange[]}
 */
export function ruleChanges({ quorumSeats, majority, castingVote }) {
  const majorities = {
    simple: 'Simple: más votos a favor que en contra',
    absolute: 'Absoluta: más de la mitad de quienes integran el órgano con voto',
    'two-thirds': 'Calificada: dos terceras partes',
  }
  const casting = castingVote ? 'La Presidencia decide los empates' : 'Un empate no aprueba'
  const fixed = { title: 'Quórum', choice: 'Un número fijo de lugares con voto', amount: String(quorumSeats) }
  return [
    ...(quorumSeats === undefined ? [] : [fixed]),
    ...(majority === undefined
      ? []
      : [{ title: 'Mayoría para aprobar', choice: majorities[majority], amount: '' }]),
    ...(castingVote === undefined ? [] : [{ title: 'Voto de calidad', choice: casting, amount: '' }]),
  ]
}

/**
 * Rules other than the proposed ones, changed in Ajustes with their reason.
 * @param {Scene} scene
 */
export async function changeRules({ page, keyboard, file, shoot }) {
  const { rules } = file.body
  if (!rules) return
  await keyboard.pressMenu(',')
  await page.getByRole('heading', { name: 'Ajustes', level: 1 }).waitFor()
  for (const { title, choice, amount } of ruleChanges(rules)) {
    await tabTo(page, keyboard, new RegExp(`^Cambiar ${title}$`))
    await keyboard.press('Enter')
    await page.getByRole('combobox', { name: 'Valor' }).waitFor()
    await choose(page, keyboard, choice)
    const count = () => fill(page, keyboard, amount)
    await goThrough(page, keyboard, [
      ...(amount === '' ? [] : [/** @type {const} */ ([/^Lugares/, count])]),
      [/^Por qué se cambia/, () => fill(page, keyboard, rules.reason, 'narrative')],
    ])
    await keyboard.press('Enter')
    await page.getByRole('button', { name: `Cambiar ${title}` }).waitFor()
  }
  await shoot('ajustes')
}
