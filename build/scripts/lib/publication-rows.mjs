/**
 * A year of publications as nobody will ever have it: all of them in the year on screen, shown for some days
 * before and after theirs, in several channels, with a place in the title so that a search can narrow.
 */
import { PLACES } from './follow-up-rows.mjs'

/** @typedef {Readonly<Record<string, import('../../../shared/journal/index').JsonValue>>} Row */
/** @typedef {{ readonly table: 'commemorations' | 'channels' | 'publications', readonly row: Row }} TableRow */

/** Version of the rows below; the app brings them to its own. */
export const ROWS_SCHEMA = 3

const DATES = 60
const DAY_MS = 86_400_000
const STATES = ['proposed', 'in-review', 'approved', 'scheduled', 'published', 'published', 'withdrawn']
const AREAS = ['UNICOM', 'CNCS', 'DECEyEC', 'UTTyPDP', 'UTIGyND', 'DEOE', 'Secretaría Técnica']
const WHAT = ['Infografía', 'Cápsula', 'Imagen alusiva', 'Nota', 'Efeméride', 'Aviso', 'Mosaico']
const CHANNELS = /** @type {const} */ ([
  ['Portal', 'portal', 1200, 600],
  ['Facebook', 'facebook', 1200, 630],
  ['X', 'x', 1600, 900],
  ['Instagram', 'instagram', 1080, 1080],
  ['YouTube', 'youtube', 1280, 720],
  ['Intranet', 'intranet', 0, 0],
])

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
 * @param {number} year
 * @param {number} day counted from the first of January
 */
function dayOf(year, day) {
  return new Date(Date.UTC(year, 0, 1) + day * DAY_MS).toISOString().slice(0, 10)
}

/**
 * The day of the n-th of so many publications, counted from the first of January: each month is fuller towards its
 * middle, as plans are.
 * @param {number} n
 * @param {number} count
 */
function dayInYear(n, count) {
  const share = n / count
  return Math.floor(365 * (share - Math.sin(share * 24 * Math.PI) / (32 * Math.PI)))
}

/**
 * @param {number} n
 * @param {{ id: string, bodyId: string }} given
 */
function dateOf(n, { id, bodyId }) {
  const nothing = { basis: '', since: null, note: '', validFrom: null, validUntil: null }
  const rule = { kind: 'fixed', month: 1 + (n % 12), day: 1 + ((n * 7) % 28), years: { kind: 'every' } }
  return {
    id,
    bodyId,
    name: `Día ${n + 1} de la memoria`,
    rule,
    scope: 'national',
    suggested: true,
    ...nothing,
  }
}

/**
 * @param {number} n
 * @param {{ id: string, bodyId: string }} given
 */
function channelOf(n, { id, bodyId }) {
  const [name, kind, width, height] = nth(CHANNELS, n)
  const image = width === 0 ? null : { width, height }
  return { id, bodyId, order: n, name, kind, image, validFrom: null, validUntil: null }
}

/**
 * @param {number} n
 * @param {import('./seed-images.mjs').SeedImage} image
 */
function imageOf(n, { sha256, name, size, width, height }) {
  return {
    file: { sha256, name, mediaType: 'image/png', size },
    alt: `Campos de color del ${n + 1}`,
    rights: 'Del Instituto',
    source: 'Archivo de comunicación social',
    width,
    height,
    hash: ((BigInt(n + 1) * 0x9e3779b97f4a7c15n) & 0xffffffffffffffffn).toString(16).padStart(16, '0'),
    focus: { x: 0.5, y: 0.5 },
  }
}

/**
 * @param {number} n
 * @param {{ count: number, year: number, id: string, bodyId: string, dates: readonly Row[],
 *   channels: readonly Row[], image: import('./seed-images.mjs').SeedImage | null }} given
 */
function publicationOf(n, { count, year, id, bodyId, dates, channels, image }) {
  const day = dayInYear(n, count)
  const on = dayOf(year, day)
  const nothing = { publishedOn: null, withdrawnOn: null, link: null, evidence: [], reach: null }
  const state = nth(STATES, n)
  return {
    id,
    bodyId,
    commemorationId: nth(dates, n).id ?? null,
    startedFrom: null,
    year,
    title: `${nth(WHAT, n >> 2)} ${n + 1} de ${nth(PLACES, n)}`,
    on,
    from: dayOf(year, Math.max(0, day - (n % 4))),
    until: dayOf(year, Math.min(364, day + (n % 9))),
    placements: channels
      .filter((_, index) => (n + index) % 3 === 0)
      .map((channel) => ({ channelId: channel.id ?? '', ...nothing })),
    images: image === null ? [] : [imageOf(n, image)],
    note: `Nota de la fecha ${n + 1}: se recuerda con un elemento alusivo en el portal y en las redes, según los criterios.`,
    hashtags: n % 2 === 0 ? [`#Memoria${n % 40}`] : [],
    links: [],
    responsible: [{ name: nth(AREAS, n), seatId: null, personId: null }],
    approval: n % 3 === 0 ? { sessionId: null, factId: null, reference: `Acuerdo ${1 + (n % 30)}` } : null,
    confirmed: [],
    consult: null,
    state,
    history: [
      { state, on, recordedAt: `${year}-01-02T17:00:00.000Z`, author: 'Secretaría Técnica', note: '' },
    ],
  }
}

/**
 * A catalogue, channels and so many publications of a year; the images go one by one to publications spread
 * over the year.
 * @param {number} count
 * @param {{ bodyId: string, year: number, newId: () => string, images: readonly import('./seed-images.mjs').SeedImage[] }} given
 * @returns {readonly TableRow[]}
 */
export function publicationRows(count, { bodyId, year, newId, images }) {
  const dates = Array.from({ length: DATES }, (_, n) => dateOf(n, { id: newId(), bodyId }))
  const channels = CHANNELS.map((_, n) => channelOf(n, { id: newId(), bodyId }))
  const every = images.length === 0 ? Number.POSITIVE_INFINITY : Math.floor(count / images.length)
  const publications = Array.from({ length: count }, (_, n) => {
    const image = n % every === 0 ? (images[n / every] ?? null) : null
    return publicationOf(n, { count, year, id: newId(), bodyId, dates, channels, image })
  })
  return [
    ...dates.map((row) => /** @type {const} */ ({ table: 'commemorations', row })),
    ...channels.map((row) => /** @type {const} */ ({ table: 'channels', row })),
    ...publications.map((row) => /** @type {const} */ ({ table: 'publications', row })),
  ]
}
