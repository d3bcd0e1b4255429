import { capitalize } from '../../../lib/spanish'
import type { PacketView } from '../../view/packet-view'
import { esc, inline } from '../html'
import { pointAnchor } from '../places'
import { RESULT_MARKS } from '../words'
import { packetTitle } from './cover'

interface Entry {
  readonly id: string
  readonly title: string
  readonly count: number | null
}

function sessionEntries(view: PacketView): readonly Entry[] {
  const { session } = view
  if (session === null) return [{ id: 'sesiones', title: 'Sesiones', count: view.sessions.length }]
  const agreements = session.points.reduce((sum, { agreements }) => sum + agreements.length, 0)
  return [
    { id: 'orden', title: 'Orden del día', count: session.points.length },
    { id: 'documentos', title: 'Documentos', count: view.documents.length },
    { id: 'puntos', title: 'Punto por punto', count: null },
    { id: 'acuerdos', title: 'Acuerdos', count: agreements },
    { id: 'seguimiento', title: 'Seguimiento', count: view.items.length },
    { id: 'asistencia', title: 'Asistencia', count: null },
    { id: 'minuta', title: 'Minuta completa', count: null },
  ]
}

function entries(view: PacketView): readonly Entry[] {
  const { changes, session } = view
  const total = changes === null ? 0 : changes.added.length + changes.changed.length + changes.removed.length
  return [
    { id: 'sesion', title: 'Portada', count: null },
    ...(changes === null ? [] : [{ id: 'cambios', title: 'Qué cambió', count: total }]),
    ...sessionEntries(view),
    ...(session === null
      ? [
          { id: 'documentos', title: 'Documentos', count: view.documents.length },
          { id: 'seguimiento', title: 'Seguimiento', count: view.items.length },
        ]
      : []),
    { id: 'comprobacion', title: 'Comprobación', count: null },
  ]
}

/** Formulas with which many titles of an agenda begin, and that tell none of them apart. */
const FORMULAS = [
  /^(?:lectura|presentación|análisis|discusión|revisión)[\p{L},\s]{0,40}? en su caso,? aprobación (?:del |de la |de los |de las |de )?/iu,
  /^(?:lectura|presentación|análisis|discusión|revisión)(?: y [\p{L}]+)? (?:del |de la |de los |de las |de )/iu,
  /^proyecto de acuerdo (?:del? .{0,120}?)?(?:por el que|mediante el cual|que) (?=se )/iu,
]

/** A title without the formula it begins with, for where there is room for two lines only. */
function shortTitle(title: string): string {
  const short = FORMULAS.reduce((rest, formula) => rest.replace(formula, ''), title.trim())
  return short.length < 8 ? title : capitalize(short)
}

function pointLinks(view: PacketView): string {
  const lines = (view.session?.points ?? []).map((point, index) => {
    const { shape, tone } = RESULT_MARKS[point.result]
    return `<li><a href="#${pointAnchor(index)}"><span class="number">${point.number}</span><span class="name" dir="auto">${esc(shortTitle(point.title))}</span><span class="mark ${tone}"><span class="shape" aria-hidden="true">${shape}</span><span class="hidden">${inline(point.outcome)}</span></span></a></li>`
  })
  return lines.length === 0 ? '' : `<ol class="points">${lines.join('')}</ol>`
}

/** Where everything is, beside the content. */
export function navigation(view: PacketView): string {
  const lines = entries(view).map(({ id, title, count }) => {
    const figure = count === null ? '' : ` <span class="muted">${count}</span>`
    return `<li><a href="#${id}">${title}${figure}</a>${id === 'puntos' ? pointLinks(view) : ''}</li>`
  })
  return `<nav class="side" aria-label="Contenido del expediente"><ul>${lines.join('\n')}<li class="scripted" hidden><a href="#notas">Mis notas <span class="muted" id="notas-indice">0</span></a></li></ul></nav>`
}

/** The bar on top: what this is, the search, and what the page can do; its tools appear with scripts. */
export function topBar(view: PacketView): string {
  return `<header class="bar">
<p class="brand"><strong>${inline(view.body.acronym)}</strong> <span class="of">${inline(packetTitle(view))}</span> <span class="muted">versión ${view.version}</span></p>
<div class="tools scripted" hidden>
<div class="search" role="search"><div class="field"><input type="search" id="buscar" role="combobox" aria-label="Buscar en todo el expediente" aria-expanded="false" aria-controls="hallazgos" aria-autocomplete="list" autocomplete="off" spellcheck="false" placeholder="Buscar en todo el expediente" maxlength="200"><kbd aria-hidden="true">/</kbd></div>
<div class="steps" id="pasos" hidden><span id="cuenta" role="status" class="muted"></span><button type="button" id="anterior" title="Hallazgo anterior (Mayús+F3)" aria-label="Hallazgo anterior">↑</button><button type="button" id="siguiente" title="Hallazgo siguiente (F3)" aria-label="Hallazgo siguiente">↓</button></div>
<div class="found" id="panel" hidden><ul id="hallazgos" role="listbox" aria-label="Hallazgos"></ul><p class="muted small" id="hallazgos-mas"></p></div></div>
<button type="button" id="tema">Tema: sistema</button>
<button type="button" id="imprimir" aria-label="Imprimir">Imprimir</button>
<button type="button" id="abrir-ayuda" aria-label="Ayuda y atajos" title="Ayuda y atajos">?</button>
</div>
</header>`
}

/** The member's own notes, gathered; each is also shown where it belongs. */
export function notesPanel(): string {
  return `<aside class="notes scripted" id="notas" aria-labelledby="notas-titulo" hidden>
<h2 id="notas-titulo" tabindex="-1">Mis notas</h2>
<p class="muted small" id="notas-lugar"></p>
<div class="buttons"><button type="button" id="guardar-notas">Guardar en un archivo</button><label class="button" for="cargar-notas">Cargar un archivo<input type="file" id="cargar-notas" accept=".json,application/json"></label></div>
<p id="notas-aviso" role="status"></p>
<button type="button" id="deshacer" hidden>Deshacer</button>
<div id="notas-lista"></div>
<label class="check small"><input type="checkbox" id="imprimir-notas">Imprimir también mis notas</label>
</aside>`
}

const KEYS: readonly (readonly [keys: string, what: string])[] = [
  ['/', 'Buscar en todo el expediente'],
  ['↓ ↑ en la búsqueda', 'Hallazgo siguiente o anterior'],
  ['Enter en la búsqueda', 'Ir al hallazgo'],
  ['F3, Mayús+F3', 'Hallazgo siguiente o anterior, desde cualquier lugar'],
  ['J o →', 'Punto siguiente'],
  ['K o ←', 'Punto anterior'],
  ['N', 'Nota nueva sobre lo que está leyendo'],
  ['Ctrl+Enter en una nota', 'Guardar la nota'],
  ['Esc', 'Cerrar lo que esté abierto'],
  ['?', 'Esta ayuda'],
]

/** What the page does and with which keys. */
export function helpDialog(): string {
  const rows = KEYS.map(([keys, what]) => `<div><dt><kbd>${esc(keys)}</kbd></dt><dd>${esc(what)}</dd></div>`)
  return `<dialog id="ayuda" aria-labelledby="ayuda-titulo">
<h2 id="ayuda-titulo">Ayuda y atajos</h2>
<dl class="keys">${rows.join('')}</dl>
<label class="check"><input type="checkbox" id="atajos" checked>Usar los atajos de una sola tecla</label>
<p>Esta página funciona sin conexión y no envía nada. Sus notas se quedan en este navegador, donde puede leerlas quien use esta misma cuenta de la computadora. La siguiente versión del expediente, abierta aquí mismo, las encuentra casi siempre; si no aparecen, o para llevarlas a otra computadora, guárdelas en un archivo y cárguelo allá.</p>
<button type="button" id="cerrar-ayuda">Cerrar</button>
</dialog>`
}
