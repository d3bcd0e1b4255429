import type { ViewFile } from '../../view/packet-view'
import { esc, hrefOf, inline, plain } from '../html'
import { bytesWords, fileKind, type Mark } from '../words'

/** A state: its shape and colour, and the word that says the same. */
export function mark({ shape, tone }: Mark, word: string): string {
  return `<span class="mark ${tone}"><span class="shape" aria-hidden="true">${shape}</span> ${inline(word)}</span>`
}

/** Where the notes of a thing go, by its id in the outline. */
export function slot(id: string): string {
  return `<div class="slot" data-n="${esc(id)}"></div>`
}

/** Link to a file of the packet with its kind and size; only its name when its path is not to be trusted. */
export function fileLink(file: ViewFile): string {
  const href = hrefOf(file.path)
  const name = `<bdi>${plain(file.name)}</bdi>`
  const kind = `<span class="muted"> ${esc(fileKind(file.name, file.mediaType))} · ${bytesWords(file.size)}</span>`
  return href === null ? `${name}${kind}` : `<a href="${esc(href)}">${name}</a>${kind}`
}

/** A section of the page with its heading. `where` tells the hits of the search where they are. */
export function section(id: string, title: string, body: string, attributes = ''): string {
  const heading = `<h2 id="${id}-titulo" tabindex="-1">${esc(title)}</h2>`
  return `<section id="${id}" aria-labelledby="${id}-titulo" data-w="${esc(title)}"${attributes}>\n${heading}\n${body}\n</section>`
}

/** What a section says when it has nothing to show. */
export function nothing(text: string): string {
  return `<p class="muted">${esc(text)}</p>`
}
