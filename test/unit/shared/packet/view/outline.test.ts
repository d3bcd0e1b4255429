import { describe, expect, it } from 'vitest'
import { MAX_OUTLINE, type OutlineEntry, outlineEntrySchema } from '../../../../../shared/domain/packets'
import { required } from '../../../../../shared/lib/assert'
import { changesBetween, outlineOf } from '../../../../../shared/packet'
import { renderReader } from '../../../../../shared/packet/reader'
import { makeItem, makeItemEvent } from '../../../../helpers/make-item'
import {
  annexed,
  bornItem,
  HEADING,
  recordAll,
  viewOf,
  viewSource,
  wholeSession,
} from '../../../../helpers/packet-view'

const view = viewOf('members')
const outline = outlineOf(view)
const previous = { version: 1, madeAt: HEADING.madeAt, outline }

describe('outline of a packet', () => {
  it('names everything once, in what can be stored', () => {
    for (const entry of outline) expect(outlineEntrySchema.parse(entry)).toEqual(entry)
    expect(new Set(outline.map(({ id }) => id)).size).toBe(outline.length)
    const kinds = new Set(outline.map(({ kind }) => kind))
    expect(kinds).toEqual(new Set(['session', 'attendance', 'point', 'annex', 'vote', 'agreement', 'item']))
  })

  it('of a body with more items than are remembered is still stored', () => {
    const [item] = view.items
    const items = Array.from({ length: MAX_OUTLINE + 5 }, (_, index) => ({
      ...required(item, 'item'),
      id: `${index}`,
    }))
    expect(outlineOf({ ...view, session: null, items })).toHaveLength(MAX_OUTLINE)
  })

  it('does not change with the packet it is of', () => {
    const later = viewOf('members', {}, viewSource(), {
      ...HEADING,
      version: 2,
      headSeq: 90,
      headHash: 'cd'.repeat(32),
      previous,
    })
    expect(later.changes).toEqual({
      sinceVersion: 1,
      sinceMadeAt: HEADING.madeAt,
      added: [],
      removed: [],
      changed: [],
    })
  })
})

describe('what changed since the packet before', () => {
  it('says which annex is another file, which went and which came', () => {
    const record = wholeSession()
    const points = annexed.map((point) => {
      const [first, second] = point.attachments
      if (point.number === 4 && first && second) {
        return { ...point, attachments: [{ ...first, sha256: '9'.repeat(64) }] }
      }
      return point.number === 6 && annexed[3]?.attachments[0]
        ? { ...point, attachments: [{ ...annexed[3].attachments[0], name: 'Nuevo.pdf' }] }
        : point
    })
    const source = viewSource({ record: { ...record, plan: { ...record.plan, points } } })
    const changes = changesBetween(previous, outlineOf(viewOf('members', {}, source)))
    expect(changes.added.map(({ label }) => label)).toEqual(['Nuevo.pdf'])
    expect(changes.removed.map(({ label }) => label)).toEqual(['informe.pdf'])
    expect(changes.changed.map(({ after }) => after.label)).toEqual(['Informe.pdf'])
  })

  it('says what an item says now and said before', () => {
    const { item, event } = bornItem()
    const done = makeItemEvent(item, 2, '2017-12-01', { kind: 'state', to: 'fulfilled' })
    const source = viewSource({ items: [item, makeItem(2)], events: [event, done] })
    const { added, changed } = changesBetween(previous, outlineOf(viewOf('members', {}, source)))
    expect(added.map(({ kind, label }) => [kind, label])).toEqual([['item', 'SEG-2017-002: Asunto 2']])
    const [change] = changed
    expect(change?.before.text).toMatch(/^En proceso/)
    expect(change?.after.text).toMatch(/^Cumplido/)
  })

  it('marks the point under which something more was said', () => {
    const record = wholeSession()
    const reopened = recordAll({ ...record, facts: record.facts.slice(0, -1) }, [
      [
        {
          kind: 'speech',
          pointId: required(annexed[5], 'point').id,
          speaker: null,
          act: 'narrates',
          text: 'Se hace constar que la red falló.',
        },
      ],
    ])
    const source = viewSource({ record: reopened })
    const { changed } = changesBetween(previous, outlineOf(viewOf('members', {}, source)))
    const point = changed.find(({ after }) => after.label.startsWith('Punto 6:'))
    expect(point?.before.text).not.toContain('la red falló')
    expect(point?.after.text).toContain('la red falló')
  })
})

describe('what was said before and is said no longer', () => {
  const digest = 'e'.repeat(64)
  const gone: readonly OutlineEntry[] = [
    ['agreement', 'Acuerdo INE/CGyPE/009/2017', 'QUITADO-acuerdo'],
    ['point', 'Punto 9: QUITADO-punto', 'QUITADO-desenlace'],
    ['annex', 'QUITADO-archivo.pdf', 'Anexo del punto 3, 90 bytes'],
    ['attendance', 'Lic. QUITADO-nombre', 'QUITADO-cargo. Presente.'],
    ['item', 'SEG-2017-009: QUITADO-asunto', 'QUITADO-estado'],
    ['vote', 'Punto 9, votación', 'QUITADO-resultado'],
    ['document', 'Minuta', 'QUITADO-minuta.pdf'],
  ].map(([kind, label, text]) => ({ kind, id: `${kind}:gone`, label, text, digest }) as OutlineEntry)

  /** A view of the next version, when every thing of the one before said something more. */
  function nextOf(audience: 'public' | 'members') {
    const said = outlineOf(viewOf(audience)).map((entry) => ({
      ...entry,
      label: `QUITADO-${entry.label}`,
      text: `${entry.text}\nQUITADO-${entry.kind}`,
      digest,
    }))
    const before = { version: 1, madeAt: HEADING.madeAt, outline: [...said, ...gone], namedVotes: false }
    return viewOf(audience, {}, viewSource(), { ...HEADING, version: 2, previous: before })
  }

  it('is not said to the public, neither in the page nor in the data, only that there was something', () => {
    const next = nextOf('public')
    const text = JSON.stringify(next) + renderReader(next)
    expect(text).not.toContain('QUITADO-')
    expect(text).not.toContain(digest)
    const { removed, changed } = required(next.changes, 'changes')
    expect(removed.map(({ label }) => label)).toEqual([
      'Acuerdo INE/CGyPE/009/2017',
      'Punto 9',
      'Anexo del punto 3',
      'Una persona de la lista',
      'SEG-2017-009',
      'Punto 9, votación',
      'Minuta',
    ])
    expect(changed.length).toBeGreaterThan(5)
    expect(text).toContain('Lo que se quitó de un expediente público no se vuelve a citar.')
    expect(text).toContain('Cambió; lo que decía antes no se vuelve a citar. Véalo en su lugar.')
  })

  it('is said to the members, before and after', () => {
    const next = nextOf('members')
    const page = renderReader(next)
    for (const entry of gone) expect(page).toContain(entry.label)
    expect(page).toContain('QUITADO-agreement')
    expect(page).not.toContain('no se vuelve a citar')
  })
})
