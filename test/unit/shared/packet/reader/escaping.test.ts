import { describe, expect, it } from 'vitest'
import type { PacketView } from '../../../../../shared/packet'
import { renderReader } from '../../../../../shared/packet/reader'
import { HOSTILE_TEXTS } from '../../../../helpers/hostile'
import { backupView, readerView, secondVersion } from '../../../../helpers/reader-view'

/** Fields that a schema holds to a fixed set of words, or to a date: they cannot carry a text. */
const CLOSED = new Set([
  'kind',
  'result',
  'outcome of a vote',
  'option',
  'by',
  'state',
  'audience',
  'gender',
  'role',
  'status',
  'modality',
  'phase',
  'type',
  'date',
  'time',
  'due',
  'openedOn',
  'openedAt',
  'closedAt',
  'madeAt',
  'sinceMadeAt',
  'timeZone',
  'sha256',
  'digest',
  'headHash',
])
const IDS = new Set(['id', 'pointId', 'attendeeId', 'personId', 'seatId', 'packetId'])

/** A copy of a value with every free text replaced; ids too, so that they still find each other. */
function withText(value: unknown, text: string, key = '', inVote = false): unknown {
  if (typeof value === 'string') {
    if (CLOSED.has(key) || (key === 'outcome' && inVote)) return value
    if (IDS.has(key)) return `${text}${value}`
    return key === 'path' ? value : text
  }
  if (Array.isArray(value)) return value.map((one) => withText(one, text, key, inVote))
  if (typeof value !== 'object' || value === null) return value
  const vote = 'counts' in value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, withText(one, text, name, vote)]),
  )
}

const TAG = /<(\/?[a-zA-Z][^\s/>]*|!doctype[^>]*)((?:\s+[^\s=/>]+(?:="[^"]*")?)*)\s*\/?>/g
const SCRIPTS = /(<script[^>]*>)[\s\S]*?(<\/script>)/g

/** The tags of a page with the names of their attributes, in order, and the text that is left between them. */
function skeleton(html: string): { readonly tags: readonly string[]; readonly rest: string } {
  const quiet = html.replace(SCRIPTS, '$1$2').replace(/<style>[\s\S]*?<\/style>/, '<style></style>')
  const tags = [...quiet.matchAll(TAG)].map(
    ([, name = '', attributes = '']) =>
      `${name} ${[...attributes.matchAll(/([^\s=]+)(?:="[^"]*")?/g)].map(([, one]) => one).join(' ')}`,
  )
  return { tags, rest: quiet.replace(TAG, '') }
}

const views = [secondVersion(), backupView(), readerView({ audience: 'public' })]

function hostile(view: PacketView, text: string): string {
  return renderReader(withText(view, text) as PacketView)
}

describe('hostile text in every field', () => {
  const plain = views.map((view) => skeleton(hostile(view, 'texto')).tags)

  it('is at least a hundred texts', () => {
    expect(new Set(HOSTILE_TEXTS).size).toBeGreaterThanOrEqual(100)
  })

  it.each(HOSTILE_TEXTS)('adds no tag and no attribute: %j', (text) => {
    views.forEach((view, n) => {
      const { tags, rest } = skeleton(hostile(view, text))
      expect(tags).toEqual(plain[n])
      expect(rest).not.toMatch(/[<>]/)
    })
  })

  it('stays inside its data block', () => {
    for (const text of HOSTILE_TEXTS) {
      const html = hostile(secondVersion(), text)
      expect(html.match(/<script/g)).toHaveLength(2)
      expect(html.match(/<\/script>/g)).toHaveLength(2)
      const block = /<script type="application\/json" id="datos">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? ''
      expect(block).not.toMatch(/[<>\u2028\u2029]/)
      expect(JSON.parse(block)).toMatchObject({ title: text })
    }
  })

  it('leads nowhere but into the packet, whatever the path of a file says', () => {
    for (const path of HOSTILE_TEXTS) {
      const view = readerView()
      const documents = view.documents.map((one) => ({
        ...one,
        files: one.files.map((file) => ({ ...file, path })),
      }))
      const hrefs = [...renderReader({ ...view, documents }).matchAll(/\shref="([^"]*)"/g)].map(
        ([, href = '']) => href,
      )
      for (const href of hrefs) {
        expect(href).toMatch(/^(#[a-z0-9-]+|[A-Za-z0-9%._~!*&#;()'-]+(\/[A-Za-z0-9%._~!*&#;()'-]+)*)$/)
        const at = new URL(
          href.replaceAll('&#39;', "'").replaceAll('&amp;', '&'),
          'file:///expediente/index.html',
        )
        expect(at.href.startsWith('file:///expediente/')).toBe(true)
      }
    }
  })

  it('cannot turn the text around it, nor a file name into another', () => {
    const html = hostile(readerView(), 'informe\u202efdp.exe')
    const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? ''
    expect(title).not.toContain('\u202e')
    const names = [...html.matchAll(/<a href="data[^>]*><bdi>([^<]*)<\/bdi>/g)].map(([, name = '']) => name)
    expect(names.length).toBeGreaterThan(5)
    for (const name of names) expect(name).toBe('informe\ufffdfdp.exe')
    const loose = html
      .replace(SCRIPTS, '')
      .replace(/<bdi>[^<]*<\/bdi>/g, '')
      .replace(/<(p|li|h3|h4|span|q)[^>]*\sdir="auto"[^>]*>[^<]*<\/\1>/g, '')
      .replace(/="[^"]*"/g, '')
    expect(loose.match(/.{0,80}\u202e/g)).toBeNull()
  })

  it('is shown, not swallowed', () => {
    const html = hostile(readerView(), '</script> & "comillas" \ud800')
    expect(html).toContain('&lt;/script&gt; &amp; &quot;comillas&quot; \ufffd')
    expect(html).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/)
  })
})
