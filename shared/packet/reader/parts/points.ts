import type { PacketView, ViewParagraph, ViewPoint, ViewSession } from '../../view/packet-view'
import { block, esc, inline, plain } from '../html'
import { itemAnchor, pointAnchor } from '../places'
import { count, RESULT_MARKS } from '../words'
import { annexList } from './agenda'
import { mark, nothing, section, slot } from './common'
import { itemState } from './items'
import { paragraphs } from './minuta'
import { votePart } from './votes'

interface PointContext {
  readonly view: PacketView
  readonly names: ReadonlyMap<string, ViewSession['attendees'][number]>
  readonly told: ReadonlyMap<string | null, readonly ViewParagraph[]>
}

function linkList(point: ViewPoint): string {
  if (point.links.length === 0) return ''
  const lines = point.links.map((link) => `<li><code class="address">${plain(link)}</code></li>`)
  return `<h4>En internet</h4><p class="muted small">Esta página no se conecta: copie la dirección en su navegador.</p><ul class="files">${lines.join('')}</ul>`
}

function agreementList(point: ViewPoint, anchor: string): string {
  const lines = point.agreements.map(({ id, number, text }, n) => {
    const title = number === null ? 'Acuerdo' : `Acuerdo ${inline(number)}`
    return `<div class="agreement" id="${anchor}-acuerdo-${n + 1}" data-t="agreement:${esc(id)}" data-w="Acuerdo"><h4>${title}</h4>${block('p', text, 'prose')}${slot(`agreement:${id}`)}</div>`
  })
  return lines.join('\n')
}

function bornItems(point: ViewPoint, view: PacketView): string {
  const lines = view.items.flatMap((item, index) =>
    item.pointId === point.id
      ? [
          `<li><p><a href="#${itemAnchor(index)}">${inline(item.code)}</a> ${inline(item.title)} ${itemState(item)}</p></li>`,
        ]
      : [],
  )
  return lines.length === 0
    ? ''
    : `<h4>Seguimiento que nació aquí</h4><ul class="born" data-copy>${lines.join('')}</ul>`
}

function told(point: ViewPoint, { told }: PointContext): string {
  const own = told.get(point.id) ?? []
  if (own.length === 0) return ''
  return `<details class="told" data-w="Minuta"><summary>Lo que dice la minuta (${count(own.length, 'párrafo', 'párrafos')})</summary>${paragraphs(own, null)}</details>`
}

function pointArticle(point: ViewPoint, index: number, context: PointContext): string {
  const anchor = pointAnchor(index)
  const presenter = point.presenter === '' ? '' : `<p class="muted">Presenta: ${inline(point.presenter)}</p>`
  const votes = point.votes.map((vote, n) => votePart(vote, `${anchor}-votacion-${n + 1}`, context.names))
  return `<article class="point" id="${anchor}" data-t="point:${esc(point.id)}" data-w="Punto ${point.number}" aria-labelledby="${anchor}-titulo">
<header><p class="number">Punto ${point.number}</p>${mark(RESULT_MARKS[point.result], point.outcome)}</header>
<h3 id="${anchor}-titulo" tabindex="-1" dir="auto">${esc(point.title)}</h3>
${presenter}${slot(`point:${point.id}`)}
${annexList(point, anchor)}${linkList(point)}
${votes.join('\n')}
${agreementList(point, anchor)}
${bornItems(point, context.view)}${told(point, context)}
</article>`
}

function paragraphsByPoint(session: ViewSession): PointContext['told'] {
  const told = new Map<string | null, ViewParagraph[]>()
  for (const paragraph of session.minuta) {
    const own = told.get(paragraph.pointId)
    if (own === undefined) told.set(paragraph.pointId, [paragraph])
    else own.push(paragraph)
  }
  return told
}

/** Every point with all that belongs to it: annexes, votes, agreements, follow-up, what the minuta says. */
export function pointsPart(view: PacketView, session: ViewSession): string {
  const context: PointContext = {
    view,
    names: new Map(session.attendees.map((attendee) => [attendee.id, attendee])),
    told: paragraphsByPoint(session),
  }
  const articles = session.points.map((point, index) => pointArticle(point, index, context))
  return section(
    'puntos',
    'Punto por punto',
    articles.length === 0 ? nothing('No hay puntos que mostrar.') : articles.join('\n'),
  )
}

/** The agreements of the session together, each leading to the point it was taken at. */
export function agreementsPart({ points }: ViewSession): string {
  const lines = points.flatMap((point, index) =>
    point.agreements.map(({ number, text }, n) => {
      const anchor = pointAnchor(index)
      const title =
        number === null
          ? `Acuerdo del punto ${point.number}`
          : `Acuerdo ${inline(number)}, punto ${point.number}`
      return `<li><p><a href="#${anchor}-acuerdo-${n + 1}">${title}</a></p>${block('p', text, 'prose')}</li>`
    }),
  )
  const body =
    lines.length === 0
      ? nothing('En esta sesión no se asentaron acuerdos con texto propio.')
      : `<ul class="agreements" data-copy>${lines.join('\n')}</ul>`
  return section('acuerdos', 'Acuerdos de la sesión', body)
}
