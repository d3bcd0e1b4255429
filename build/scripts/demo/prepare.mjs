/// <reference lib="dom" />

import { choose, fill, fillDate, fillTime, goThrough, tabTo } from './fields.mjs'

/** @typedef {import('../../../shared/session-file/index').SessionFile} SessionFile */

/**
 * @typedef {object} Scene
 * @property {import('playwright-core').Page} page
 * @property {import('./keyboard.mjs').CountingKeyboard} keyboard
 * @property {SessionFile} file
 * @property {(name: string) => Promise<void>} shoot
 */

/**
 * First start: an empty body, filled in by its form.
 * @param {Scene} scene
 */
export async function createBody(scene) {
  const { page, keyboard, file, shoot } = scene
  const { body } = file
  await page.getByRole('heading', { name: /órgano va a trabajar/ }).waitFor()
  await shoot('bienvenida')
  await keyboard.press('2')
  await page.getByRole('button', { name: /Crear órgano/ }).waitFor()
  await fill(page, keyboard, body.name)
  await keyboard.press('Tab')
  await fill(page, keyboard, body.shortName)
  await keyboard.press('Tab')
  await fill(page, keyboard, body.acronym)
  await keyboard.press('Tab')
  await fill(page, keyboard, body.institution)
  await keyboard.press('Tab')
  await choose(page, keyboard, body.gender === 'm' ? 'Masculino (el Comité)' : 'Femenino (la Comisión)')
  await keyboard.press('Tab')
  await chooseTimeZone(scene)
  await keyboard.press('Tab')
  await fill(page, keyboard, body.agreementPattern ?? '')
  await shoot('organo-nuevo')
  await keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: 'Directorio', level: 1 }).waitFor()
}

/**
 * The form offers the zones of Mexico; a session of another zone cannot be recorded by keyboard.
 * @param {Scene} scene
 */
async function chooseTimeZone({ page, keyboard, file }) {
  const { timeZone } = file.body
  const label = await page.evaluate((zone) => {
    const list = document.activeElement
    const options = list instanceof HTMLSelectElement ? [...list.options] : []
    return options.find((option) => option.value === zone)?.label ?? null
  }, timeZone)
  if (label === null) throw new Error(`el formulario del órgano no ofrece la zona horaria ${timeZone}`)
  await choose(page, keyboard, label)
}

/**
 * Agenda as it would be copied from the convocatoria: numbered, presenter in brackets, links below.
 * @param {SessionFile} file
 */
export function agendaText(file) {
  return file.agenda
    .map((point, index) => {
      const presenter = point.presenter ? ` [${point.presenter}]` : ''
      return [`${index + 1}. ${point.title}${presenter}`, ...(point.links ?? [])].join('\n')
    })
    .join('\n')
}

/**
 * A new session with its data and the points that the form proposes, which cannot be none.
 * @param {Scene} scene
 */
export async function createSession({ page, keyboard, file, shoot }) {
  const { session } = file
  await keyboard.pressMenu('N')
  await page.getByRole('dialog', { name: 'Nueva sesión' }).waitFor()
  const type = async () => {
    if (session.type === 'extraordinaria') await keyboard.press('ArrowRight')
  }
  await goThrough(page, keyboard, [
    [/^(Ordinaria|Extraordinaria)$/, type],
    [/^Número/, () => fill(page, keyboard, session.ordinal === null ? '' : String(session.ordinal))],
    [/^Fecha/, () => fillDate(page, keyboard, session.date)],
    [/^Hora/, () => fillTime(page, keyboard, session.time)],
    [/^Lugar/, () => fill(page, keyboard, session.place)],
    [/^Modalidad/, () => choose(page, keyboard, capitalized(session.modality))],
  ])
  await shoot('sesion-nueva')
  await keyboard.press('Control+Enter')
  await page.getByRole('textbox', { name: 'Punto nuevo' }).waitFor()
}

/** @param {string} word */
function capitalized(word) {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

const KIND_LABELS = {
  'agenda-approval': 'Orden del día',
  'prior-minutes': 'Minutas anteriores',
  'follow-up': 'Seguimiento de acuerdos',
  report: 'Informe',
  'agreement-draft': 'Proyecto de acuerdo',
  'general-matters': 'Asuntos generales',
  other: 'Otro asunto',
}

const CLOSING_LABELS = { vote: 'Se vota', receive: 'Se da por recibido', none: 'Sin fórmula' }

/**
 * Says what a point is about, in its editor.
 * @param {Pick<Scene, 'page' | 'keyboard'>} scene
 * @param {number} number
 * @param {string} label
 */
async function changeKind({ page, keyboard }, number, label) {
  await tabTo(page, keyboard, new RegExp(`^${number}\\.`))
  await keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA')
  await tabTo(page, keyboard, /^Asunto/)
  await choose(page, keyboard, label)
  await keyboard.press('Shift+Tab')
  await keyboard.press('Escape')
  await page.waitForFunction(() => document.activeElement?.matches('button[data-point]'))
}

/**
 * Preparación: the proposed points make room for the agenda of the convocatoria, pasted whole; a point is
 * about something else, or closes otherwise, than its title says only if the file asks for it.
 * @param {Scene} scene
 */
export async function prepareAgenda({ page, keyboard, file, shoot }) {
  const titles = page.locator('button[data-point]')
  await titles.first().waitFor()
  await tabTo(page, keyboard, /^1\./)
  for (let left = await titles.count(); left > 0; left -= 1) {
    await page.waitForFunction(() => document.activeElement?.matches('button[data-point]'))
    await keyboard.press('Delete')
    await page.waitForFunction((most) => document.querySelectorAll('button[data-point]').length < most, left)
  }
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Punto nuevo')
  await keyboard.paste(agendaText(file))
  await titles.nth(file.agenda.length - 1).waitFor()
  for (const [index, point] of file.agenda.entries()) {
    if (point.kind) await changeKind({ page, keyboard }, index + 1, KIND_LABELS[point.kind])
    if (!point.closing) continue
    await tabTo(page, keyboard, new RegExp(`^Cómo cierra el punto ${index + 1}$`))
    await choose(page, keyboard, CLOSING_LABELS[point.closing])
  }
  await shoot('preparacion')
}
