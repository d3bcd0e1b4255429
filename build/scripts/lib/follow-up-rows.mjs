/**
 * Items as a secretary of many years would have them: every kind of deadline, every state, several áreas,
 * and a place in the title so that a search can narrow letter by letter.
 */

/** @typedef {Readonly<Record<string, import('../../../shared/journal/index').JsonValue>>} Row */
/** @typedef {{ readonly table: 'items' | 'itemEvents', readonly row: Row }} TableRow */

/** Typing {@link SEARCH} leaves fewer of them with every letter; no other word of the items has a Z. */
export const PLACES = [
  'Zitácuaro',
  'Zacatecas',
  'Zapaluta',
  'Zapopan',
  'Zapotlán',
  'Zapotiltic',
  'Zapotitlán',
  'Tlalpan',
  'Colima',
]
/** What the bench types, a letter at a time. */
export const SEARCH = 'zapot'

const ACTIONS = ['Publicar', 'Revisar', 'Enviar', 'Presentar', 'Corregir', 'Integrar', 'Validar']
const OBJECTS = [
  'los tableros de resultados',
  'el informe trimestral de contenidos',
  'la propuesta de micrositio',
  'el calendario de publicación electrónica',
  'la lista de permisos de los gestores',
  'el dictamen de accesibilidad',
]
const AREAS = ['UNICOM', 'CNCS', 'DECEyEC', 'DERFE', 'UTVOPL', 'DEOE', 'DEPPP', 'UTTyPDP', 'DJ', 'DESPEN']
const TAGS = ['portal', 'transparencia', 'accesibilidad', 'redes', 'datos abiertos']
const PRIORITIES = ['normal', 'normal', 'high', 'low']
/** Six of every ten are still open. */
const STATES = [
  null,
  'fulfilled',
  'in-progress',
  null,
  'cancelled',
  null,
  'in-progress',
  'fulfilled',
  null,
  'moot',
]

const DAY_MS = 86_400_000
/** Items were agreed over these many days, up to today. */
const SPAN = 2900

/**
 * @param {string} date
 * @param {number} days
 */
function daysAfter(date, days) {
  return new Date(Date.parse(`${date}T12:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/**
 * @template T
 * @param {readonly T[]} values
 * @param {number} n
 * @returns {T}
 */
function nth(values, n) {
  return /** @type {T} */ (values[n % values.length])
}

/**
 * @param {number} n
 * @param {string} openedOn
 * @returns {{ readonly term: Row, readonly wording: string }}
 */
function termOf(n, openedOn) {
  const fixed = daysAfter(openedOn, 20 + (n % 90))
  const [year, month] = fixed.split('-').map(Number)
  /** @type {readonly (readonly [Row, string])[]} */
  const terms = [
    [
      { kind: 'business-days', amount: 5 + (n % 20), everyDayCounts: false },
      'en los días hábiles siguientes',
    ],
    [{ kind: 'natural-days', amount: 10 + (n % 50) }, 'en los días naturales siguientes'],
    [{ kind: 'fixed-date', date: fixed }, `a más tardar el ${fixed}`],
    [{ kind: 'months', amount: 1 + (n % 12) }, 'en los meses siguientes'],
    [{ kind: 'hours', amount: 24 + (n % 72), workingDaysOnly: true }, 'en las horas hábiles siguientes'],
    [{ kind: 'end-of-month', year: year ?? 0, month: month ?? 0 }, 'a finales del mes'],
    [{ kind: 'recurring', every: 'quarter', by: 'calendar' }, 'cada tres meses'],
    [{ kind: 'next-session' }, 'para la próxima sesión'],
    [{ kind: 'none' }, ''],
  ]
  const [term, wording] = nth(terms, n >> 1)
  return { term, wording }
}

/**
 * @param {number} n
 * @param {{ id: string, bodyId: string, code: string, openedOn: string }} given
 * @returns {Row & { readonly id: string }}
 */
function itemOf(n, { id, bodyId, code, openedOn }) {
  const { term, wording } = termOf(n, openedOn)
  const party = (/** @type {string} */ name) => ({ name, seatId: null, personId: null })
  const what = `${nth(ACTIONS, n)} ${nth(OBJECTS, n >> 2)} de ${nth(PLACES, n)}`
  return {
    id,
    bodyId,
    code,
    title: what,
    text: `Se instruye a ${nth(AREAS, n)} ${what} y dar cuenta al Comité de lo que se haga.`,
    origin: { kind: 'report', reference: `Informe ${1 + (n % 40)}` },
    responsible: [party(nth(AREAS, n))],
    supporting: n % 3 === 0 ? [party(nth(AREAS, n + 3))] : [],
    external: n % 50 === 0 ? 'INAI' : '',
    priority: nth(PRIORITIES, n),
    tags: n % 2 === 0 ? [nth(TAGS, n >> 1)] : [],
    deadline: { term, start: { event: 'approval', date: openedOn, time: '11:00' }, wording },
    openedOn,
    attachments: [],
  }
}

/**
 * @param {Row} item
 * @param {{ id: string, seq: number, on: string, to: string }} given
 * @returns {Row & { readonly id: string }}
 */
function eventOf(item, { id, seq, on, to }) {
  return {
    id,
    bodyId: item.bodyId ?? '',
    itemId: item.id ?? '',
    seq,
    recordedAt: `${on}T17:00:00.000Z`,
    on,
    author: 'Secretaría Técnica',
    source: {
      kind: 'oficio',
      reference: `INE/CGYPE/${on.slice(0, 4)}/${seq}`,
      sessionId: null,
      factId: null,
    },
    body: { kind: 'state', to },
    note: 'El área informó por oficio cómo va lo que se le pidió.',
    evidence: [],
  }
}

/**
 * So many items up to a day, each followed by its events.
 * @param {number} count
 * @param {{ bodyId: string, today: string, newId: () => string }} given
 * @returns {readonly TableRow[]}
 */
export function followUpRows(count, { bodyId, today, newId }) {
  /** @type {TableRow[]} */
  const rows = []
  /** @type {Map<string, number>} */
  const ofYear = new Map()
  for (let n = 0; n < count; n += 1) {
    const openedOn = daysAfter(today, -Math.floor((SPAN * (count - n)) / count))
    const year = openedOn.slice(0, 4)
    const number = (ofYear.get(year) ?? 0) + 1
    ofYear.set(year, number)
    const code = `SEG-${year}-${String(number).padStart(3, '0')}`
    const item = itemOf(n, { id: newId(), bodyId, code, openedOn })
    rows.push({ table: 'items', row: item })
    const to = nth(STATES, n)
    const story = to === null ? [] : to === 'fulfilled' ? ['in-progress', to] : [to]
    for (const [index, state] of story.entries()) {
      const seq = index + 1
      const event = eventOf(item, { id: newId(), seq, on: openedOn, to: state })
      rows.push({ table: 'itemEvents', row: event })
    }
  }
  return rows
}
