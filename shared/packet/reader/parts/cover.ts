import { PACKET_PATHS } from '../../layout'
import type { PacketView, ViewSession } from '../../view/packet-view'
import { esc, inline } from '../html'
import { AUDIENCE_WORDS, count, fullDay, MODALITY_WORDS, PHASE_WORDS, shortDay, shortMoment } from '../words'
import { mark, nothing, section, slot } from './common'

/** What the page is about, in one line: the session, or that it is everything of the body. */
export function packetTitle(view: PacketView): string {
  return view.session?.title ?? `Respaldo de ${view.body.shortName}`
}

type Fact = readonly [label: string, html: string]

function quorumFact({ quorum, phase }: ViewSession): readonly Fact[] {
  if (quorum === null) return phase === 'before' ? [] : [['Quórum', 'No se verificó']]
  const { present, required } = quorum
  const held = present >= required
  const word = held
    ? mark({ shape: '●', tone: 'yes' }, 'Hubo quórum')
    : mark({ shape: '✕', tone: 'no' }, 'No hubo quórum')
  return [['Quórum', `${word}: ${count(present, 'presente', 'presentes')}; se requieren ${required}`]]
}

function sessionFacts(session: ViewSession): readonly Fact[] {
  const { openedAt, closedAt } = session
  const phase = PHASE_WORDS[session.phase]
  const hours = [
    openedAt === null ? '' : `inició a las ${openedAt}`,
    closedAt === null ? '' : `terminó a las ${closedAt}`,
  ].filter((one) => one !== '')
  const state = [mark(phase, phase.word), ...hours].join(', ')
  return [
    [
      'Fecha',
      `<time datetime="${session.date}T${session.time}">${fullDay(session.date)}, ${session.time} horas</time>`,
    ],
    ['Lugar', session.place === '' ? '<span class="muted">Sin lugar señalado</span>' : inline(session.place)],
    ['Modalidad', MODALITY_WORDS[session.modality]],
    ['Estado', state],
    ...quorumFact(session),
  ]
}

function packetFacts(view: PacketView): readonly Fact[] {
  const audience = AUDIENCE_WORDS[view.audience]
  const since =
    view.changes === null ? '' : ` · <a href="#cambios">qué cambió desde la ${view.changes.sinceVersion}</a>`
  return [
    ['Versión', `${view.version}${since}`],
    ['Quién puede verlo', `<strong>${audience.name}.</strong> ${audience.may}`],
    [
      'Se hizo',
      `<time datetime="${view.madeAt}">${shortMoment(view.madeAt, view.body.timeZone)} horas</time>`,
    ],
  ]
}

function facts(all: readonly Fact[]): string {
  return `<dl class="facts">${all.map(([label, html]) => `<div><dt>${label}</dt><dd>${html}</dd></div>`).join('')}</dl>`
}

/** The cover: what it is, when, where, how it stands, for whom, and which version. */
export function coverPart(view: PacketView): string {
  const { body, session } = view
  const own = session === null ? [] : sessionFacts(session)
  return `<section id="sesion" class="cover" aria-labelledby="titulo" data-w="Portada">
<p class="institution">${inline(body.institution)}</p>
<p class="body">${inline(body.name)}</p>
<h1 id="titulo" tabindex="-1">${inline(packetTitle(view))}</h1>
${facts([...own, ...packetFacts(view)])}
${session === null ? '' : slot(`session:${session.id}`)}
</section>`
}

/** The sessions that the backup of a whole body holds. */
export function sessionsPart(view: PacketView): string {
  const rows = view.sessions.map(
    ({ title, date }) =>
      `<li><bdi>${esc(title)}</bdi> <time class="muted" datetime="${date}">${shortDay(date)}</time></li>`,
  )
  const list =
    rows.length === 0
      ? nothing('Todavía no hay sesiones.')
      : `<p class="muted">${count(rows.length, 'sesión', 'sesiones')}. Se leen al incorporar el respaldo en Quórum.</p><ol class="sessions">${rows.join('')}</ol>`
  return section('sesiones', 'Sesiones', list)
}

/** How to know that nothing was altered: the head of the chain of records and where the steps are. */
export function checkPart({ headHash, headSeq, packetId }: PacketView): string {
  const grouped = headHash.replace(/(.{8})(?=.)/g, '$1 ')
  return section(
    'comprobacion',
    'Comprobación',
    `<p>Cada hecho asentado lleva la huella del anterior y forma con él una cadena: si algo se alterara, la huella final sería otra. Este expediente se hizo con la cadena en el registro ${headSeq}, cuya huella es:</p>
<p class="hash"><code>${esc(grouped)}</code></p>
<p>Para comprobar que ningún archivo cambió ni falta, siga los pasos de <a href="${PACKET_PATHS.readme}">${PACKET_PATHS.readme}</a>, que usan solo herramientas comunes.</p>
<p class="muted">Identificador de este expediente: <code>${inline(packetId)}</code></p>`,
  )
}
