import { escapeHtml } from '../../documents'
import {
  type Placement,
  PUBLICATION_STATE_LABELS,
  type Publication,
  type PublicationImage,
} from '../../domain/publications'
import { joinSpanish } from '../../lib/spanish'
import { longDay } from '../../lib/spanish-date'
import { wasPublished } from './archive-content'
import type { ExportedFile, YearExport } from './export-page'
import { absentText, counted } from './export-summary'

/** Kinds of files that a browser shows or keeps without running anything of them; others are only named. */
const OPENED = /\.(?:pdf|png|jpe?g|gif|webp|mp4|mov|mp3|txt|csv|docx|xlsx|pptx|zip)$/i

type Files = ReadonlyMap<string, ExportedFile>

/** What every entry of a page needs to know; the files of the year by their hash. */
export interface EntryContext {
  readonly channels: YearExport['channels']
  readonly images: Files
  readonly evidence: Files
}

function removedText({ removed, hadLocation }: ExportedFile): string | null {
  if (removed.length === 0) return null
  const where = hadLocation ? '; decían dónde se tomó' : ''
  return `se quitaron sus datos ocultos (${[...new Set(removed)].join(', ')})${where}`
}

function imageHtml(image: PublicationImage, images: Files): string {
  const { alt, rights, source, file } = image
  const exported = images.get(file.sha256)
  if (!exported || exported.path === null) {
    return `<p class="missing">Falta la imagen ${escapeHtml(absentText({ name: file.name, absent: exported?.absent ?? 'missing' }))}.${alt === '' ? '' : escapeHtml(` Mostraba: ${alt}`)}</p>`
  }
  const told = [
    alt === '' ? 'Sin texto alternativo' : alt,
    rights === '' ? null : `Derechos: ${rights}`,
    source === '' ? null : `Fuente: ${source}`,
    removedText(exported),
  ]
  const caption = told.filter((text) => text !== null).join(' · ')
  return `<figure><img src="${escapeHtml(exported.path)}" alt="${escapeHtml(alt)}" loading="lazy"><figcaption>${escapeHtml(caption)}</figcaption></figure>`
}

function evidenceHtml(sha256: string, evidence: Files): string {
  const file = evidence.get(sha256)
  if (!file) return ''
  if (file.path === null) return `<li class="missing">Evidencia ${escapeHtml(absentText(file))}.</li>`
  const name = escapeHtml(file.name)
  const named = OPENED.test(file.path)
    ? `<a href="${escapeHtml(file.path)}">${name}</a>`
    : `${name} <span class="quiet">(${escapeHtml(file.path)})</span>`
  const removed = removedText(file)
  return `<li>Evidencia: ${named}${removed === null ? '' : escapeHtml(` · ${removed}`)}</li>`
}

/** An address of the web; anything else is only text. */
function linkHtml(address: string): string {
  const text = escapeHtml(address)
  return /^https?:\/\//i.test(address) ? `<a href="${text}" rel="noreferrer noopener">${text}</a>` : text
}

function placementHtml(placement: Placement, { channels, evidence }: EntryContext): string {
  const { channelId, publishedOn, withdrawnOn, link, reach } = placement
  const name = channels.find(({ id }) => id === channelId)?.name ?? 'Canal retirado'
  const told = [
    publishedOn === null ? 'no consta que se publicara' : `publicada el ${longDay(publishedOn)}`,
    ...(withdrawnOn === null ? [] : [`retirada el ${longDay(withdrawnOn)}`]),
    ...(reach === null ? [] : [`alcance de ${counted(reach, 'persona', 'personas')}`]),
  ].join(', ')
  const files = placement.evidence.map(({ sha256 }) => evidenceHtml(sha256, evidence)).join('')
  return (
    `<li>${escapeHtml(`${name}: ${told}`)}${link === null ? '' : ` ${linkHtml(link)}`}` +
    `${files === '' ? '' : `<ul>${files}</ul>`}</li>`
  )
}

function whenText({ on, from, until }: Publication): string {
  if (from === on && until === on) return longDay(on)
  return `${longDay(on)} · se muestra del ${longDay(from)} al ${longDay(until)}`
}

function factsHtml({ approval, responsible, hashtags, links, consult }: Publication): string {
  const answer = consult?.answer ?? null
  const facts = [
    approval === null ? 'Sin acuerdo que la apruebe' : `Aprobada por: ${approval.reference}`,
    ...(answer === null
      ? []
      : [
          `Consulta a la CNCS: ${answer.allowed ? 'procede' : 'no procede'}${answer.reference === '' ? '' : ` (${answer.reference})`}`,
        ]),
    ...(responsible.length === 0 ? [] : [`Responsable: ${joinSpanish(responsible.map(({ name }) => name))}`]),
    ...(hashtags.length === 0 ? [] : [hashtags.join(' ')]),
  ].map(escapeHtml)
  const all = [...facts, ...links.map((link) => `Enlace: ${linkHtml(link)}`)]
  return `<ul class="quiet">${all.map((fact) => `<li>${fact}</li>`).join('')}</ul>`
}

/** One publication of the page, whole. */
export function publicationHtml(publication: Publication, place: string, context: EntryContext): string {
  const { title, state, note, placements } = publication
  const isDraft = !wasPublished(publication)
  const word = `${isDraft ? 'Borrador: ' : ''}${PUBLICATION_STATE_LABELS[state]}`
  const where = placements.map((placement) => placementHtml(placement, context)).join('')
  return [
    `<article aria-labelledby="${place}">`,
    `<h2 id="${place}">${escapeHtml(title)}</h2>`,
    `<p><span class="state${isDraft ? ' draft' : ''}">${escapeHtml(word)}</span> ${escapeHtml(whenText(publication))}</p>`,
    ...publication.images.map((image) => imageHtml(image, context.images)),
    note === '' ? '<p class="quiet">Sin nota.</p>' : `<p class="note">${escapeHtml(note)}</p>`,
    '<h3>Dónde se publicó</h3>',
    where === '' ? '<p class="quiet">No tiene ningún canal.</p>' : `<ul>${where}</ul>`,
    '<h3>Cómo se aprobó</h3>',
    factsHtml(publication),
    '</article>',
  ].join('\n')
}
