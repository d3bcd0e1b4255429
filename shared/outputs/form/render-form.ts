import { sha256 } from '@noble/hashes/sha2.js'
import { escapeHtml } from '../../documents'
import { ANSWER_FORMAT, ANSWER_VERSION, PASTE_END, PASTE_START } from '../answers/answer-file'
import { toBase64 } from '../mail/base64'
import { utf8 } from '../mail/utf8'
import type { FormData, FormItem } from './form-data'
import { FORM_SCRIPT } from './form-script'
import { FORM_STYLE } from './form-style'

function hashSource(text: string): string {
  return `'sha256-${toBase64(sha256(utf8(text)))}'`
}

/** Only this script and this style run; nothing is loaded, sent or framed. */
function contentPolicy(): string {
  return [
    "default-src 'none'",
    `script-src ${hashSource(FORM_SCRIPT)}`,
    `style-src ${hashSource(FORM_STYLE)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

/** JSON that no `</script>` or `<!--` inside can close or hide. */
function dataBlock(value: unknown): string {
  return JSON.stringify(value)
    .replace(/</g, '\\u003c')
    .replace(/>/g, '\\u003e')
    .replace(/&/g, '\\u0026')
    .replace(/[\u2028\u2029]/g, (c) => (c === '\u2028' ? '\\u2028' : '\\u2029'))
}

function textField(id: string, label: string, required: boolean): string {
  const attributes = required ? ' required autocomplete="name"' : ' autocomplete="off"'
  return (
    `<div class="row"><label class="field" for="${id}">${label}</label>` +
    `<input type="text" id="${id}" maxlength="200" aria-describedby="${id}-error"${attributes}>` +
    `<p class="error" id="${id}-error" role="alert"></p></div>`
  )
}

function choice(n: number, value: string, label: string, checked: boolean): string {
  return `<label><input type="radio" name="state-${n}" value="${value}"${checked ? ' checked' : ''}>${label}</label>`
}

function details(item: FormItem): string {
  const entries = [
    ['Estado', item.state],
    ['Vence', item.due],
    ['Plazo', item.term],
    ['Última noticia', item.lastUpdate],
  ].filter(([, value]) => value !== '')
  return `<dl>${entries
    .map(([label = '', value = '']) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`)
    .join('')}</dl>`
}

function itemSection(item: FormItem, n: number): string {
  const text = item.text === '' ? '' : `<p class="agreed">${escapeHtml(item.text)}</p>`
  return `<section class="item" aria-labelledby="title-${n}">
<p class="code">${escapeHtml(item.code)}</p>
<h2 id="title-${n}">${escapeHtml(item.title)}</h2>
${text}${details(item)}
<fieldset><legend>¿Cómo está?</legend><div class="choices">${[
    choice(n, '', 'Sin cambio', true),
    choice(n, 'in-progress', 'En proceso', false),
    choice(n, 'fulfilled', 'Cumplido', false),
  ].join('')}</div></fieldset>
<div class="row"><label class="field" for="note-${n}">Qué se hizo o qué falta</label>
<textarea id="note-${n}" maxlength="20000"></textarea></div>
<div class="row"><label class="field" for="on-${n}">Desde cuándo</label>
<input type="date" id="on-${n}" min="${escapeHtml(item.openedOn)}" aria-describedby="on-${n}-error"><p class="error" id="on-${n}-error" role="alert"></p></div>
</section>`
}

/** Name of the file in which the form saves the answers, without accents or spaces. */
export function answerFileName(area: string, madeAt: string): string {
  const plain = area
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return `respuestas-${plain || 'area'}-${madeAt.slice(0, 10)}.json`
}

/**
 * The form of an área as one HTML file: it opens from a disk or an e-mail without network, is filled in
 * with the keyboard alone, prints, and saves its answers as a file or as text for an e-mail. All data is
 * escaped, and its policy lets nothing run but its own script.
 */
export function renderForm(form: FormData): string {
  const { area, bodyName, institution, items, madeOn } = form
  const count = items.length === 1 ? '1 asunto' : `${items.length} asuntos`
  const data = {
    format: ANSWER_FORMAT,
    version: ANSWER_VERSION,
    formId: form.formId,
    bodyId: form.bodyId,
    area,
    madeAt: form.madeAt,
    fileName: answerFileName(area, form.madeAt),
    pasteStart: PASTE_START,
    pasteEnd: PASTE_END,
    items: items.map(({ itemId, code, fingerprint, title, openedOn }) => ({
      itemId,
      code,
      fingerprint,
      title,
      openedOn,
    })),
  }
  return `<!doctype html>
<html lang="es-MX">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Seguimiento de acuerdos: ${escapeHtml(area)}</title>
<style>${FORM_STYLE}</style>
</head>
<body>
<main>
<header>
<p class="institution">${escapeHtml(institution)}</p>
<p class="institution">${escapeHtml(bodyName)}</p>
<h1>Seguimiento de acuerdos: ${escapeHtml(area)}</h1>
<p class="muted">${count} al ${escapeHtml(madeOn)}. Todo se queda en este archivo: nada se envía por internet.</p>
</header>
<p class="help">Indique cómo está cada asunto, guarde las respuestas y envíelas por correo a la Secretaría Técnica. Los que deje «Sin cambio» y sin texto no se envían.</p>
<section class="who" aria-labelledby="who-title"><h2 id="who-title">Quién responde</h2>
${textField('who', 'Nombre (obligatorio)', true)}
<div class="pair">${textField('position', 'Cargo', false)}${textField('reference', 'Número de oficio, si lo hay', false)}</div>
</section>
${items.map(itemSection).join('\n')}
<section class="send" id="send" aria-label="Enviar" hidden>
<div class="buttons"><button type="button" class="main" id="save">Guardar respuestas</button><button type="button" id="copy">Copiar para un correo</button><button type="button" id="print">Imprimir</button></div>
<p id="status" role="status"></p>
<div class="row" id="paste-row" hidden><label class="field" for="paste">Texto para pegar en el correo</label><textarea id="paste" readonly></textarea></div>
</section>
<p class="help" id="ask">Este navegador no permite guardar las respuestas: imprima el formulario, llénelo a mano y devuélvalo firmado, o ábralo con otro navegador.</p>
</main>
<script type="application/json" id="datos">${dataBlock(data)}</script>
<script>${FORM_SCRIPT}</script>
</body>
</html>
`
}
