import { escapeHtml } from '../../documents'
import {
  type Channel,
  type Placement,
  PUBLICATION_STATE_LABELS,
  type Publication,
  type PublicationImage,
} from '../../domain/publications'
import { longDay } from '../../lib/spanish-date'

/** Where the page finds an image, and what was taken out of the copy. Null path: its file is missing or damaged. */
export interface ExportedImage {
  readonly sha256: string
  readonly path: string | null
  readonly removed: readonly string[]
  readonly hadLocation: boolean
}

/** A year of the archive on its way out. */
export interface YearExport {
  readonly year: number
  readonly body: string
  readonly publications: readonly Publication[]
  readonly channels: readonly Channel[]
  readonly images: readonly ExportedImage[]
}

/** The style of the page, in a file of its own. */
export const EXPORT_STYLE = `body{max-width:60rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif;color:#1b1f23;background:#fff}
article{padding:1rem 0;border-top:1px solid #ccd2d8}
img{display:block;max-width:100%;max-height:30rem}
figure{margin:0 0 .75rem}
figcaption,.quiet{color:#55606a;font-size:.875rem}
.note{white-space:pre-wrap;overflow-wrap:anywhere}
`

/** Nothing but the images and the style beside the page; no script, no network. */
const POLICY =
  "default-src 'none'; img-src 'self' file:; style-src 'self' file:; base-uri 'none'; form-action 'none'"

function imageHtml(image: PublicationImage, exported: ExportedImage | undefined): string {
  const { alt, rights, source, file } = image
  if (!exported || exported.path === null) {
    return `<p class="quiet">Falta la imagen ${escapeHtml(file.name)}: su archivo no está o está dañado.</p>`
  }
  const told = [
    alt,
    rights && `Derechos: ${rights}`,
    source && `Fuente: ${source}`,
    exported.removed.length > 0 && `se quitaron sus datos ocultos (${exported.removed.join(', ')})`,
    exported.hadLocation && 'decían dónde se tomó',
  ]
  const caption = told.filter((text) => text !== '' && text !== false).join(' · ')
  return `<figure><img src="${escapeHtml(exported.path)}" alt="${escapeHtml(alt)}"><figcaption>${escapeHtml(caption)}</figcaption></figure>`
}

function placementHtml(placement: Placement, channels: readonly Channel[]): string {
  const { channelId, publishedOn, withdrawnOn, link, reach } = placement
  const name = channels.find(({ id }) => id === channelId)?.name ?? 'Canal retirado'
  const told = [
    publishedOn === null ? 'no consta que se publicara' : `publicada el ${longDay(publishedOn)}`,
    ...(withdrawnOn === null ? [] : [`retirada el ${longDay(withdrawnOn)}`]),
    ...(reach === null ? [] : [`alcance de ${reach.toLocaleString('es-MX')} personas`]),
  ].join(', ')
  const address =
    link === null ? '' : ` <a href="${escapeHtml(link)}" rel="noreferrer">${escapeHtml(link)}</a>`
  return `<li>${escapeHtml(`${name}: ${told}`)}${address}</li>`
}

function publicationHtml(publication: Publication, { channels, images }: YearExport): string {
  const { title, on, state, note, placements, approval, hashtags } = publication
  const byHash = new Map(images.map((image) => [image.sha256, image]))
  return [
    '<article>',
    `<h2>${escapeHtml(title)}</h2>`,
    `<p class="quiet">${escapeHtml(`${longDay(on)} · ${PUBLICATION_STATE_LABELS[state]}`)}</p>`,
    ...publication.images.map((image) => imageHtml(image, byHash.get(image.file.sha256))),
    note === '' ? '<p class="quiet">Sin nota.</p>' : `<p class="note">${escapeHtml(note)}</p>`,
    hashtags.length === 0 ? '' : `<p>${escapeHtml(hashtags.join(' '))}</p>`,
    `<ul>${placements.map((placement) => placementHtml(placement, channels)).join('')}</ul>`,
    `<p class="quiet">${escapeHtml(approval === null ? 'Sin acuerdo que la apruebe' : `Aprobada por: ${approval.reference}`)}</p>`,
    '</article>',
  ].join('\n')
}

function metadataText({ images }: YearExport): string {
  const stripped = images.filter(({ removed }) => removed.length > 0)
  const located = stripped.filter(({ hadLocation }) => hadLocation)
  if (stripped.length === 0) return 'Ninguna imagen llevaba datos ocultos que quitar.'
  const count = stripped.length === 1 ? 'una imagen' : `${stripped.length} imágenes`
  const where =
    located.length === 0
      ? ''
      : ` ${located.length === 1 ? 'Una decía' : `${located.length} decían`} dónde se tomó.`
  return `Se quitaron los datos ocultos de ${count} sin volver a comprimir; los originales siguen en la aplicación.${where}`
}

/** The index page of a year: everything escaped, links relative, nothing that runs. */
export function exportPage(year: YearExport): string {
  const heading = `Publicaciones de ${year.year}`
  const sorted = [...year.publications].sort((a, b) => a.on.localeCompare(b.on))
  return [
    '<!doctype html>',
    '<html lang="es-MX">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(POLICY)}">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>${escapeHtml(`${heading} · ${year.body}`)}</title>`,
    '<link rel="stylesheet" href="estilo.css">',
    '</head>',
    '<body>',
    `<h1>${escapeHtml(heading)}</h1>`,
    `<p>${escapeHtml(year.body)}</p>`,
    `<p class="quiet">${escapeHtml(metadataText(year))}</p>`,
    '<main>',
    ...sorted.map((publication) => publicationHtml(publication, year)),
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
