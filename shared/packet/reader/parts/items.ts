import { STATE_LABELS } from '../../../domain/follow-up'
import { type IsoDate, wallClock } from '../../../lib/iso-date'
import type { PacketView, ViewItem } from '../../view/packet-view'
import { block, esc, inline } from '../html'
import { itemAnchor, pointAnchor } from '../places'
import { count, ITEM_MARKS, shortDay } from '../words'
import { mark, nothing, section, slot } from './common'

/** How an item stands. */
export function itemState({ state }: Pick<ViewItem, 'state'>): string {
  return mark(ITEM_MARKS[state], STATE_LABELS[state])
}

const STATES = ['pending', 'in-progress', 'fulfilled', 'cancelled', 'moot'] as const

function isOverdue({ state, due }: ViewItem, today: IsoDate): boolean {
  return due !== null && due < today && (state === 'pending' || state === 'in-progress')
}

function dueCell(item: ViewItem, today: IsoDate): string {
  const date =
    item.due === null
      ? '<span class="muted">sin fecha</span>'
      : `<time datetime="${item.due}">${shortDay(item.due)}</time>`
  const late = isOverdue(item, today) ? ` ${mark({ shape: '▲', tone: 'no' }, 'vencido')}` : ''
  const term = item.term === '' ? '' : `<br><span class="muted small">${inline(item.term)}</span>`
  return `${date}${late}${term}`
}

function who({ responsible, supporting }: ViewItem): string {
  const main =
    responsible.length === 0
      ? '<span class="muted">sin responsable</span>'
      : responsible.map(inline).join(', ')
  const help =
    supporting.length === 0
      ? ''
      : `<br><span class="muted small">Apoya: ${supporting.map(inline).join(', ')}</span>`
  return `${main}${help}`
}

function row(item: ViewItem, index: number, view: PacketView, today: IsoDate): string {
  const text = item.text === '' || item.text === item.title ? '' : block('p', item.text, 'prose')
  const last =
    item.lastUpdate === '' ? '' : `<p class="muted small">Última noticia: ${inline(item.lastUpdate)}</p>`
  const at = view.session?.points.findIndex(({ id }) => id === item.pointId) ?? -1
  const born =
    at < 0
      ? ''
      : `<p class="small"><a href="#${pointAnchor(at)}">Punto ${view.session?.points[at]?.number ?? ''} de esta sesión</a></p>`
  const late = isOverdue(item, today) ? ' data-late' : ''
  return `<tr role="row" id="${itemAnchor(index)}" data-t="item:${esc(item.id)}" data-w="Seguimiento" data-state="${item.state}" data-rank="${STATES.indexOf(item.state)}" data-due="${item.due ?? '9999'}" data-order="${index}"${late}><th scope="row" role="rowheader">${inline(item.code)}</th><td role="cell" data-l="Asunto">${block('p', item.title, 'title')}${text}${last}${born}${slot(`item:${item.id}`)}</td><td role="cell" data-l="Responsable"><p>${who(item)}</p></td><td role="cell" data-l="Vence"><p>${dueCell(item, today)}</p></td><td role="cell" data-l="Estado"><p>${itemState(item)}</p></td></tr>`
}

function filterBar(items: readonly ViewItem[], today: IsoDate): string {
  const present = STATES.filter((state) => items.some((item) => item.state === state))
  const boxes = present.map((state) => {
    const n = items.filter((item) => item.state === state).length
    return `<label><input type="checkbox" name="estado" value="${state}">${STATE_LABELS[state]} (${n})</label>`
  })
  const late = items.filter((item) => isOverdue(item, today)).length
  const lateBox =
    late === 0 ? '' : `<label><input type="checkbox" id="solo-vencidos">solo vencidos (${late})</label>`
  return `<div class="filters" id="filtros" hidden><label class="field">Filtrar <input type="search" id="filtro" autocomplete="off" placeholder="clave, texto o responsable"></label><fieldset><legend class="hidden">Estado</legend>${boxes.join('')}${lateBox}</fieldset><p class="muted" id="filtro-cuenta" role="status"></p></div>`
}

const HEADS = [
  ['order', 'Clave'],
  ['', 'Asunto'],
  ['who', 'Responsable'],
  ['due', 'Vence'],
  ['rank', 'Estado'],
] as const

/** The follow-up as it stood that day; with scripts it is also filtered and sorted. */
export function itemsPart(view: PacketView): string {
  const { items } = view
  const today = wallClock(view.madeAt, view.body.timeZone).date
  if (items.length === 0) {
    return section('seguimiento', 'Seguimiento', nothing('No hay asuntos en seguimiento.'))
  }
  const heads = HEADS.map(
    ([key, label]) =>
      `<th scope="col" role="columnheader"${key === '' ? '' : ` data-sort="${key}"`}>${label}</th>`,
  )
  return section(
    'seguimiento',
    'Seguimiento',
    `<p class="muted">${count(items.length, 'asunto', 'asuntos')} como estaban al ${shortDay(today)}.</p>
${filterBar(items, today)}
<table role="table" class="stack items" id="asuntos"><caption class="hidden">Asuntos en seguimiento</caption><thead role="rowgroup"><tr role="row">${heads.join('')}</tr></thead><tbody role="rowgroup">
${items.map((item, index) => row(item, index, view, today)).join('\n')}
</tbody></table>`,
  )
}
