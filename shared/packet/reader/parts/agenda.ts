import type { PacketView, ViewPoint } from '../../view/packet-view'
import { esc, inline } from '../html'
import { pointAnchor } from '../places'
import { count, RESULT_MARKS } from '../words'
import { fileLink, mark, nothing, section, slot } from './common'

function agendaLine(point: ViewPoint, index: number): string {
  const annexes = point.annexes.map((annex) => `<li>${fileLink(annex)}</li>`).join('')
  const files = annexes === '' ? '' : `<ul class="files">${annexes}</ul>`
  return `<li class="line"><span class="number">${point.number}</span><div class="what"><a href="#${pointAnchor(index)}">${inline(point.title)}</a>${files}</div>${mark(RESULT_MARKS[point.result], point.outcome)}</li>`
}

/** The agenda: each point with its outcome and its annexes, which open from the disk. */
export function agendaPart(points: readonly ViewPoint[]): string {
  const body =
    points.length === 0
      ? nothing('Esta sesión todavía no tiene orden del día.')
      : `<ol class="agenda" data-copy>${points.map(agendaLine).join('\n')}</ol>`
  return section('orden', 'Orden del día', body)
}

/** The documents of the session, each in the formats in which it is there. */
export function documentsPart(documents: PacketView['documents']): string {
  const lines = documents.map(
    ({ kind, title, files }) =>
      `<li id="documento-${kind}" data-t="document:${kind}"><strong>${inline(title)}</strong><ul class="files">${files
        .map((file) => `<li>${fileLink(file)}</li>`)
        .join('')}</ul></li>`,
  )
  const body =
    lines.length === 0
      ? nothing('Este expediente no lleva documentos aparte.')
      : `<ul class="documents">${lines.join('\n')}</ul>`
  return section('documentos', 'Documentos', body)
}

/** Annexes of a point where notes can be taken on each. */
export function annexList(point: ViewPoint, anchor: string): string {
  if (point.annexes.length === 0) return ''
  const lines = point.annexes.map(
    (annex, n) =>
      `<li id="${anchor}-anexo-${n + 1}" data-t="${esc(annex.id)}"><p>${fileLink(annex)}</p>${slot(annex.id)}</li>`,
  )
  return `<h4>${count(point.annexes.length, 'anexo', 'anexos')}</h4><ul class="files own">${lines.join('')}</ul>`
}
