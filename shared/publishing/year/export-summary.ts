import { escapeHtml } from '../../documents'
import type { Publication } from '../../domain/publications'
import { longDay } from '../../lib/spanish-date'
import type { ExportedFile, YearExport } from './export-page'

/** "1 imagen", "12 imágenes". */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('es-MX')} ${count === 1 ? one : many}`
}

/** People reached by a publication in all its channels; null when none tells. */
function reachOf({ placements }: Publication): number | null {
  const told = placements.flatMap(({ reach }) => (reach === null ? [] : [reach]))
  return told.length === 0 ? null : told.reduce((sum, reach) => sum + reach, 0)
}

function contentText({ content, leftOut, madeOn }: YearExport): string {
  const others = counted(leftOut, 'publicación que no se publicó', 'publicaciones que no se publicaron')
  const told =
    content === 'with-drafts'
      ? 'Incluye el plan completo: lo que no se ha publicado dice «Borrador».'
      : leftOut === 0
        ? 'Lleva todo lo del año: se publicó o se retiró.'
        : `Lleva lo publicado y lo retirado; no lleva ${others}.`
  return `Hecho el ${longDay(madeOn)}. ${told}`
}

/** What was taken out of the copies of images, in a sentence. */
function strippedText(files: readonly ExportedFile[], one: string, many: string): string | null {
  const stripped = files.filter(({ removed }) => removed.length > 0)
  if (stripped.length === 0) return null
  const located = stripped.filter(({ hadLocation }) => hadLocation).length
  const where =
    located === 0 ? '' : ` ${located === 1 ? 'Una decía' : `${located} decían`} el lugar en que se tomó.`
  return `Se quitaron los datos ocultos de ${counted(stripped.length, one, many)}; los originales no cambiaron.${where}`
}

function metadataTexts({ images, evidence }: YearExport): readonly string[] {
  const told = [
    strippedText(images, 'imagen', 'imágenes') ?? 'Ninguna imagen llevaba datos ocultos que quitar.',
    strippedText(evidence, 'evidencia que decía dónde se tomó', 'evidencias que decían dónde se tomaron'),
    evidence.some(({ path }) => path !== null)
      ? 'Las demás evidencias van tal como se guardaron, con los datos que lleven.'
      : null,
  ]
  const unchecked = evidence.filter((file) => file.unchecked).length
  const warning =
    unchecked === 0
      ? []
      : [
          `De ${counted(unchecked, 'evidencia', 'evidencias')} en HEIC o TIFF no se pudo revisar si dicen dónde se tomaron.`,
        ]
  return [...told.filter((text) => text !== null), ...warning]
}

/** Why a file is not there, after its name. */
export function absentText({ name, absent }: Pick<ExportedFile, 'name' | 'absent'>): string {
  switch (absent) {
    case 'damaged':
      return `${name}: su archivo está dañado y no se incluyó`
    case 'not-cleanable':
      return `${name}: no se le pudieron quitar los datos ocultos y no se incluyó`
    default:
      return `${name}: falta su archivo`
  }
}

function missingHtml({ images, evidence }: YearExport): string {
  const absent = [...images, ...evidence].filter(({ path }) => path === null)
  if (absent.length === 0) return ''
  const lines = absent.map((file) => `<li>${escapeHtml(absentText(file))}.</li>`)
  return `<p class="missing">${counted(absent.length, 'archivo no está', 'archivos no están')} aquí:</p><ul>${lines.join('')}</ul>`
}

/** What the year has, in figures; what was taken out of its copies; what is missing. */
export function summaryHtml(year: YearExport): string {
  const { publications, images, evidence } = year
  const reaches = publications.map(reachOf).filter((reach) => reach !== null)
  const reach = reaches.reduce((sum, each) => sum + each, 0)
  const there = (files: readonly ExportedFile[]) => files.filter(({ path }) => path !== null).length
  const facts = [
    [
      counted(publications.length, 'publicación', 'publicaciones'),
      counted(there(images), 'imagen', 'imágenes'),
      ...(evidence.length === 0 ? [] : [counted(there(evidence), 'evidencia', 'evidencias')]),
    ].join(', '),
    ...(reaches.length === 0
      ? []
      : [
          `Alcance registrado en ${counted(reaches.length, 'publicación', 'publicaciones')}: ${counted(reach, 'persona', 'personas')}`,
        ]),
  ]
  return (
    '<section aria-labelledby="resumen"><h2 id="resumen">Resumen</h2>' +
    `<p>${escapeHtml(contentText(year))}</p>` +
    `<ul>${facts.map((fact) => `<li>${escapeHtml(fact)}.</li>`).join('')}` +
    `${metadataTexts(year)
      .map((text) => `<li>${escapeHtml(text)}</li>`)
      .join('')}</ul>${missingHtml(year)}</section>`
  )
}
