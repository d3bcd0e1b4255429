import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { toBase64 } from '../../outputs'
import type { PacketView } from '../view/packet-view'
import { dataBlock, plain } from './html'
import { agendaPart, documentsPart } from './parts/agenda'
import { attendancePart } from './parts/attendance'
import { changesPart } from './parts/changes'
import { checkPart, coverPart, packetTitle, sessionsPart } from './parts/cover'
import { itemsPart } from './parts/items'
import { minutaPart } from './parts/minuta'
import { agreementsPart, pointsPart } from './parts/points'
import { helpDialog, navigation, notesPanel, topBar } from './parts/shell'
import { type Places, placesOf } from './places'
import { READER_SCRIPT } from './script'
import { READER_STYLE } from './style'

function hashSource(text: string): string {
  return `'sha256-${toBase64(sha256(utf8ToBytes(text)))}'`
}

/** Only this script and this style run, and the script writes text, never markup; nothing is loaded or sent. */
function contentPolicy(): string {
  return [
    "default-src 'none'",
    `script-src ${hashSource(READER_SCRIPT)}`,
    `style-src ${hashSource(READER_STYLE)}`,
    "img-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
}

function fileStem(view: PacketView): string {
  const words = packetTitle(view)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
  return `notas-${words.slice(0, 60).replace(/-$/, '') || 'expediente'}`
}

/** What the script needs to know: whose notes these are, and what every thing says now. */
function scriptData(view: PacketView, { anchors, entries }: Places): string {
  return dataBlock({
    notesOf: view.session?.id ?? view.body.id,
    title: packetTitle(view),
    version: view.version,
    fileStem: fileStem(view),
    hasChanges: view.changes !== null,
    targets: entries.flatMap(({ id, label, digest }) => {
      const anchor = anchors.get(id)
      return anchor === undefined ? [] : [[id, label, digest, anchor]]
    }),
  })
}

function content(view: PacketView, places: Places): string {
  const { session, documents } = view
  const own =
    session === null
      ? [sessionsPart(view), documentsPart(documents), itemsPart(view)]
      : [
          agendaPart(session.points),
          documentsPart(documents),
          pointsPart(view, session),
          agreementsPart(session),
          itemsPart(view),
          attendancePart(session),
          minutaPart(session),
        ]
  return [coverPart(view), changesPart(view, places), ...own, checkPart(view)]
    .filter((part) => part !== '')
    .join('\n')
}

/**
 * The reader page of a packet as one HTML file: everything readable offline from the disk, also without
 * scripts; with them it searches, filters, and keeps a member's notes. All of the view is escaped, and
 * the policy of the page lets nothing run but its own script. The same view gives the same page.
 */
export function renderReader(view: PacketView): string {
  const places = placesOf(view)
  return `<!doctype html>
<html lang="es-MX">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${plain(packetTitle(view))} · ${plain(view.body.acronym)}</title>
<style>${READER_STYLE}</style>
<script>${READER_SCRIPT}</script>
</head>
<body>
<a class="skip" href="#contenido">Ir al contenido</a>
${topBar(view)}
<div class="frame">
${navigation(view)}
<main id="contenido" tabindex="-1">
${content(view, places)}
</main>
${notesPanel()}
</div>
${helpDialog()}
<script type="application/json" id="datos">${scriptData(view, places)}</script>
</body>
</html>
`
}
