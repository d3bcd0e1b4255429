import { describe, expect, it } from 'vitest'
import { type DocTree, documentText, pageTemplates, renderHtml } from '../../../../../shared/documents'
import { opened, withFacts } from '../../../../helpers/make-session'
import { minutaOf } from '../../../../helpers/minuta'
import { committee, openPoint, prepared, speech } from '../../../../helpers/minuta-committee'

const record = withFacts(opened(prepared()), [
  openPoint(6),
  speech(6, committee.press, 'informs', 'los hallazgos son\n• uno <b>\n• dos & tres'),
  { kind: 'session-closed' },
])
const tree = minutaOf(record, { headHash: 'ab'.repeat(32) }).tree

/** The text of the HTML in reading order, one line per element that ends one. */
function textOf(html: string): string {
  return html
    .replace(/<\/(p|li|h\d|td|th|dd|caption|span)>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
}

describe('HTML for print', () => {
  it('uses headings, tables and lists that mean what they are', () => {
    const { html } = renderHtml(tree)
    expect(html.match(/<h1>/g)).toHaveLength(1)
    expect(html).toContain('<th scope="col">Nombre</th>')
    expect(html).toContain('<caption>Lista de asistencia</caption>')
    expect(html).toMatch(/<ol class="list"><li>Presentación y, en su caso/)
    expect(html).toContain('<ul class="list"><li>uno &lt;b&gt;</li><li>dos &amp; tres</li></ul>')
  })

  it('says every line of the tree', () => {
    const text = textOf(renderHtml(tree).html).replace(/\s+/g, ' ')
    for (const line of documentText(tree).split('\n')) {
      const said = line.replace(/^(\d+\.|•) /, '')
      for (const piece of said.split(/ \| | — /)) expect(text).toContain(piece.trim())
    }
  })

  it('escapes everything and carries neither script, style attribute nor address', () => {
    const nasty = '<img src=x onerror=alert(1)>"\'&'
    const runs = [{ text: nasty, bold: true, italic: true }]
    const bad: DocTree = {
      title: nasty,
      language: 'es-MX',
      header: nasty,
      footer: nasty,
      blocks: [
        { kind: 'letterhead', institution: nasty, body: nasty, title: nasty },
        { kind: 'heading', level: 2, text: nasty, align: 'center' },
        { kind: 'paragraph', look: 'body', runs, anchor: null, sources: [] },
        { kind: 'key-values', entries: [{ label: nasty, value: nasty }] },
        { kind: 'table', caption: nasty, columns: [{ title: nasty, width: 12.5 }], rows: [[nasty]] },
        { kind: 'list', ordered: true, items: [runs], anchor: null, sources: [] },
        { kind: 'signatures', signatories: [{ name: nasty, caption: nasty }] },
      ],
    }
    const { html, css } = renderHtml(bad)
    const { header, footer } = pageTemplates(bad)
    for (const part of [html, header, footer]) {
      expect(part).not.toContain('<img')
      expect(part).not.toMatch(/<script|https?:/)
    }
    expect(html).not.toMatch(/style=/)
    expect(css).toContain('.w12-5 { width: 12.5%; }')
  })

  it('numbers the pages in the footer', () => {
    expect(pageTemplates(tree).footer).toContain(
      'Página <span class="pageNumber"></span> de <span class="totalPages"></span>',
    )
  })

  it('hangs the signature sheet on the paragraph before it', () => {
    const { html, css } = renderHtml(tree)
    const keep = /<section class="keep">([\s\S]*?)<\/section>/.exec(html)?.[1] ?? ''
    expect(keep.trimStart()).toMatch(/^<p class="body">Concluyó la sesión/)
    expect(keep).toContain('HOJA DE FIRMAS DE LA MINUTA DE LA SEGUNDA SESIÓN ORDINARIA DEL COMITÉ')
    expect(keep.match(/<li>/g)).toHaveLength(7)
    expect(css).toContain('.keep { break-inside: avoid; }')
  })
})
