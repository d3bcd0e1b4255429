import type { ViewParagraph, ViewSession } from '../../view/packet-view'
import { block, inline } from '../html'
import { nothing, section } from './common'

/**
 * Paragraphs of the minuta. `copies` says that those of a point are already on the page, under it, so that
 * the search finds each once; null when these are the ones under the point.
 */
export function paragraphs(all: readonly ViewParagraph[], copies: 'copies' | null): string {
  const html: string[] = []
  let list = false
  for (const { kind, text, pointId } of all) {
    const copy = copies !== null && pointId !== null ? ' data-copy' : ''
    if (list !== (kind === 'list-item')) html.push(list ? '</ul>' : '<ul>')
    list = kind === 'list-item'
    if (kind === 'list-item') html.push(`<li${copy}>${inline(text)}</li>`)
    else if (kind === 'heading') html.push(`<p class="heading"${copy}><strong>${inline(text)}</strong></p>`)
    else html.push(copy === '' ? block('p', text) : block('p', text).replace('<p', `<p${copy}`))
  }
  if (list) html.push('</ul>')
  return `<div class="minuta">${html.join('\n')}</div>`
}

/** The whole minuta, read from beginning to end. */
export function minutaPart({ minuta }: ViewSession): string {
  const body = minuta.length === 0 ? nothing('Todavía no hay minuta.') : paragraphs(minuta, 'copies')
  return section('minuta', 'Minuta completa', body)
}
