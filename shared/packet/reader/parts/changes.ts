import type { OutlineEntry } from '../../../domain/packets'
import type { PacketChanges, PacketView } from '../../view/packet-view'
import { changedLines, differingWords, type LineChange } from '../diff'
import { esc, inline } from '../html'
import type { Places } from '../places'
import { count, KIND_WORDS, shortMoment } from '../words'
import { section } from './common'

function title(entry: OutlineEntry, places: Places): string {
  const anchor = places.anchors.get(entry.id)
  const name = anchor === undefined ? inline(entry.label) : `<a href="#${anchor}">${inline(entry.label)}</a>`
  return `<p class="entry"><span class="kind">${KIND_WORDS[entry.kind]}</span> ${name}</p>`
}

/** Around what changed, enough of the rest to know where it is. */
function context(text: string, side: 'start' | 'end'): string {
  if (text.length <= 120) return esc(text)
  const kept = side === 'start' ? text.slice(-100) : text.slice(0, 100)
  const whole = kept.replace(side === 'start' ? /^\S*\s/ : /\s\S*$/, '')
  return side === 'start' ? `…${esc(whole)}` : `${esc(whole)}…`
}

function lineChange({ before, after }: LineChange): string {
  const was = (html: string) => `<p class="was" dir="auto"><span class="tag">Antes:</span> ${html}</p>`
  const now = (html: string) => `<p class="now" dir="auto"><span class="tag">Ahora:</span> ${html}</p>`
  if (before === null) return now(`<ins>${esc(after ?? '')}</ins>`)
  if (after === null) return was(`<del>${esc(before)}</del>`)
  const words = differingWords(before, after)
  const [start, end] = [context(words.start, 'start'), context(words.end, 'end')]
  const part = (tag: 'del' | 'ins', text: string) => (text === '' ? '' : `<${tag}>${esc(text)}</${tag}>`)
  return was(`${start}${part('del', words.before)}${end}`) + now(`${start}${part('ins', words.after)}${end}`)
}

/** Said of a change that has no line of its own, and once where the public no longer reads what was taken out. */
const NO_ROOM = 'Cambió en algo que no cabe en este resumen: véalo en su lugar.'
const NOT_QUOTED = 'Cambió; lo que decía antes no se vuelve a citar. Véalo en su lugar.'
const GONE_NOT_QUOTED = 'Lo que se quitó de un expediente público no se vuelve a citar.'

function changedEntry(
  { before, after }: PacketChanges['changed'][number],
  places: Places,
  isPublic: boolean,
): string {
  const label = before.label === after.label ? [] : [{ before: before.label, after: after.label }]
  const lines = [...label, ...changedLines(before.text, after.text)]
  const body =
    lines.length === 0
      ? `<p class="muted">${isPublic ? NOT_QUOTED : NO_ROOM}</p>`
      : lines.map(lineChange).join('')
  return `<li>${title(after, places)}${body}</li>`
}

function group(id: string, name: string, lines: readonly string[], copy: boolean): string {
  if (lines.length === 0) return ''
  return `<h3 id="cambios-${id}">${name} (${lines.length})</h3><ul class="changes"${copy ? ' data-copy' : ''}>${lines.join('\n')}</ul>`
}

function oneLine({ text }: OutlineEntry): string {
  const first = text.split('\n')[0] ?? ''
  return first === '' ? '' : `<p class="muted" dir="auto">${esc(first)}</p>`
}

/** What is different since an earlier version, each thing with a link to where it is now. */
export function changesPart(view: PacketView, places: Places): string {
  const { changes } = view
  if (changes === null) return ''
  const { added, changed, removed } = changes
  const isPublic = view.audience === 'public'
  const total = added.length + changed.length + removed.length
  const since = `La versión ${changes.sinceVersion} se hizo el ${shortMoment(changes.sinceMadeAt, view.body.timeZone)} horas`
  const body =
    total === 0
      ? `<p>${since}. Nada de lo que se muestra cambió desde entonces.</p>`
      : `<p class="muted">${since}; desde entonces hay ${count(total, 'diferencia', 'diferencias')}.</p>
${group(
  'cambiado',
  'Cambió',
  changed.map((one) => changedEntry(one, places, isPublic)),
  true,
)}
${group(
  'nuevo',
  'Es nuevo',
  added.map((one) => `<li>${title(one, places)}${oneLine(one)}</li>`),
  true,
)}
${group(
  'quitado',
  'Ya no está',
  removed.map((one) => `<li>${title(one, places)}${oneLine(one)}</li>`),
  false,
)}${isPublic && removed.length > 0 ? `<p class="muted">${GONE_NOT_QUOTED}</p>` : ''}`
  return section('cambios', `Qué cambió desde la versión ${changes.sinceVersion}`, body)
}
