import { escapeHtml } from '../../documents'
import { type Channel, PUBLICATION_STATE_LABELS, type Publication } from '../../domain/publications'
import type { IsoDate } from '../../lib/iso-date'
import { longDay } from '../../lib/spanish-date'
import { type ArchiveContent, wasPublished } from './archive-content'
import { publicationHtml } from './export-entry'
import { summaryHtml } from './export-summary'

/**
 * Where the page finds a stored file, and what was done to the copy. `path` null: it did not go out, for the
 * reason in `absent`. `removed` names what was taken out. `unchecked`: a kind of image of which it cannot be
 * told whether it says where it was taken.
 */
export interface ExportedFile {
  readonly sha256: string
  readonly name: string
  readonly path: string | null
  readonly absent: 'missing' | 'damaged' | 'not-cleanable' | null
  readonly removed: readonly string[]
  readonly hadLocation: boolean
  readonly unchecked: boolean
}

/** A year of the archive on its way out; the publications in the order in which they are shown. */
export interface YearExport {
  readonly year: number
  readonly body: string
  readonly madeOn: IsoDate
  readonly content: ArchiveContent
  readonly publications: readonly Publication[]
  /** Publications of the year that are not shown, because they were never published. */
  readonly leftOut: number
  readonly channels: readonly Channel[]
  readonly images: readonly ExportedFile[]
  readonly evidence: readonly ExportedFile[]
}

/** Nothing but the images and the style beside the page; no script, no network. */
const POLICY =
  "default-src 'none'; img-src 'self' file:; style-src 'self' file:; base-uri 'none'; form-action 'none'"

/** Name of the place of a publication in the page, by its number from 1. */
export function placeOf(number: number): string {
  return `p-${String(number).padStart(3, '0')}`
}

function indexHtml(publications: readonly Publication[]): string {
  const lines = publications.map((publication, index) => {
    const { on, title, state } = publication
    const word = wasPublished(publication)
      ? PUBLICATION_STATE_LABELS[state]
      : `Borrador: ${PUBLICATION_STATE_LABELS[state].toLocaleLowerCase('es-MX')}`
    return `<li><a href="#${placeOf(index + 1)}">${escapeHtml(`${longDay(on)}: ${title}`)}</a> <span class="quiet">${escapeHtml(word)}</span></li>`
  })
  return `<nav aria-labelledby="indice"><h2 id="indice">Índice</h2><ol>${lines.join('\n')}</ol></nav>`
}

/**
 * The index page of an exported year: what there is, what was taken out of it and what is missing, and then
 * every publication with its images, note, channels, evidence, figures and agreement. It stands alone beside
 * its files: no script, nothing from the network.
 */
export function exportPage(year: YearExport): string {
  const byHash = (files: readonly ExportedFile[]) => new Map(files.map((file) => [file.sha256, file]))
  const context = { channels: year.channels, images: byHash(year.images), evidence: byHash(year.evidence) }
  const heading = `Publicaciones de ${year.year}`
  return [
    '<!doctype html>',
    '<html lang="es-MX">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(POLICY)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeHtml(`${heading} · ${year.body}`)}</title>`,
    '<link rel="stylesheet" href="estilo.css">',
    '</head>',
    '<body>',
    `<header><h1>${escapeHtml(heading)}</h1><p>${escapeHtml(year.body)}</p></header>`,
    '<main>',
    summaryHtml(year),
    indexHtml(year.publications),
    ...year.publications.map((publication, index) =>
      publicationHtml(publication, placeOf(index + 1), context),
    ),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

/** The note of a publication as a text file of its own; null when it has none. */
export function noteText({ title, on, note, hashtags, links }: Publication): string | null {
  if (note === '') return null
  return [
    title,
    longDay(on),
    '',
    note,
    ...(hashtags.length === 0 ? [] : ['', hashtags.join(' ')]),
    ...links,
    '',
  ].join('\n')
}
