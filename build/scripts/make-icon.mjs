import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from '../runtime/paths.mjs'
import { encodePng } from './lib/png.mjs'

/**
 * The app's icon: a round table seen from above with one seat standing out, which reads as a Q. It is drawn
 * from a few shapes, in units of the picture's width, so that the SVG and the PNG cannot disagree.
 */
const TILE = { from: 0.06, to: 0.94, radius: 0.2, colour: '#0b6f68' }
const RING = { centre: 0.48, radius: 0.245, width: 0.1, colour: '#ffffff' }
const SEAT = { from: 0.6, to: 0.76, width: 0.1, colour: '#ffffff' }
const TILE_SIDE = (TILE.to - TILE.from).toFixed(2)
const PNG_SIZE = 1024

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" width="512" height="512">
  <title>Quórum</title>
  <rect x="${TILE.from}" y="${TILE.from}" width="${TILE_SIDE}" height="${TILE_SIDE}" rx="${TILE.radius}" fill="${TILE.colour}"/>
  <circle cx="${RING.centre}" cy="${RING.centre}" r="${RING.radius}" fill="none" stroke="${RING.colour}" stroke-width="${RING.width}"/>
  <path d="M${SEAT.from} ${SEAT.from}L${SEAT.to} ${SEAT.to}" stroke="${SEAT.colour}" stroke-width="${SEAT.width}" stroke-linecap="round"/>
</svg>
`

/**
 * Signed distances to the shapes, negative inside.
 * @param {number} x
 * @param {number} y
 */
function tileDistance(x, y) {
  const half = (TILE.to - TILE.from) / 2
  const dx = Math.max(Math.abs(x - 0.5) - half + TILE.radius, 0)
  const dy = Math.max(Math.abs(y - 0.5) - half + TILE.radius, 0)
  return Math.hypot(dx, dy) - TILE.radius
}

/**
 * @param {number} x
 * @param {number} y
 */
function letterDistance(x, y) {
  const ring = Math.abs(Math.hypot(x - RING.centre, y - RING.centre) - RING.radius) - RING.width / 2
  const along = Math.min(Math.max((x + y) / 2, SEAT.from), SEAT.to)
  return Math.min(ring, Math.hypot(x - along, y - along) - SEAT.width / 2)
}

/**
 * Share of a pixel that a shape covers, so that edges are smooth.
 * @param {number} distance
 */
function coverage(distance) {
  return Math.min(Math.max(0.5 - distance * PNG_SIZE, 0), 1)
}

/**
 * @param {number} column
 * @param {number} row
 * @returns {[number, number, number, number]} red, green, blue, alpha
 */
function pixel(column, row) {
  const x = (column + 0.5) / PNG_SIZE
  const y = (row + 0.5) / PNG_SIZE
  const white = coverage(letterDistance(x, y))
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(TILE.colour.slice(at, at + 2), 16))
  const mix = (/** @type {number | undefined} */ value) =>
    Math.round(255 * white + (value ?? 0) * (1 - white))
  return [mix(red), mix(green), mix(blue), Math.round(255 * coverage(tileDistance(x, y)))]
}

const folder = join(projectRoot, 'build', 'icons')
await mkdir(folder, { recursive: true })
await writeFile(join(folder, 'icon.svg'), svg)
await writeFile(join(folder, 'icon.png'), encodePng(PNG_SIZE, pixel))
console.log('build/icons: icon.svg, icon.png')
