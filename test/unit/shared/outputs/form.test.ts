import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../../shared/lib/iso-date'
import { answerFileName, formDataOf, itemFingerprint, renderForm } from '../../../../shared/outputs'
import { makeItem, makeItemEvent } from '../../../helpers/make-item'
import { makeBody, testId } from '../../../helpers/make-session'
import { makeRecord } from '../../../helpers/outputs'

const HOSTILE = '</script><img src=x onerror=alert(1)>"\'<!-- \u2028 & =1+1'

function formOf(title: string, area = 'UNICOM'): string {
  const item = makeItem(1, { title, text: title })
  const event = makeItemEvent(item, 1, '2017-10-01', { kind: 'progress' }, { note: title })
  return renderForm(
    formDataOf({
      formId: testId(9),
      body: makeBody(),
      area,
      madeAt: '2017-11-15T17:00:00.000Z',
      madeOn: isoDate('2017-11-15'),
      records: [makeRecord(item, [event])],
    }),
  )
}

describe('the form of an área', () => {
  it('lets nothing run but its own script and style', () => {
    const html = formOf('Portal')
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? ''
    const hashes = [...html.matchAll(/<(?:script|style)>([\s\S]*?)<\/(?:script|style)>/g)].map(
      ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
    )
    expect(hashes).toHaveLength(2)
    for (const hash of hashes) expect(policy).toContain(hash)
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    expect(html).not.toMatch(/<[^>]*\s(src|href|action|on\w+)=/i)
    expect(html).not.toMatch(/https?:/)
  })

  it('shows hostile text as text', () => {
    const html = formOf(HOSTILE, HOSTILE)
    expect(html).not.toContain('<img')
    expect(html.match(/<script/g)).toHaveLength(2)
    expect(html.match(/<\/script>/g)).toHaveLength(2)
    expect(html).toContain('&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&lt;!--')
  })

  it('holds what its answers need to find the item again', () => {
    const data =
      /<script type="application\/json" id="datos">([\s\S]*?)<\/script>/.exec(formOf(HOSTILE))?.[1] ?? ''
    const item = makeItem(1, { title: HOSTILE, text: HOSTILE })
    const event = makeItemEvent(item, 1, '2017-10-01', { kind: 'progress' }, { note: HOSTILE })
    expect(JSON.parse(data)).toMatchObject({
      format: 'quorum/respuestas',
      version: 1,
      fileName: 'respuestas-UNICOM-2017-11-15.json',
      items: [{ itemId: item.id, title: HOSTILE, fingerprint: itemFingerprint(makeRecord(item, [event])) }],
    })
  })

  it('names its answers with letters that every system takes', () => {
    expect(answerFileName('Coordinación / «Social»', '2017-11-15T17:00:00.000Z')).toBe(
      'respuestas-Coordinacion-Social-2017-11-15.json',
    )
    expect(answerFileName('¿?', '2017-11-15T17:00:00.000Z')).toBe('respuestas-area-2017-11-15.json')
  })
})
