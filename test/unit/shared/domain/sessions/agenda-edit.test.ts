import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  endOfAgenda,
  factsOfPoint,
  insertPoints,
  movePoint,
  type Point,
  removePoint,
  retitled,
  stepPoint,
  undoLast,
} from '../../../../../shared/domain/sessions'
import { clockTimeSchema } from '../../../../../shared/lib/iso-date'
import {
  countingEffects,
  makePoint,
  makeRecord,
  makeSession,
  opened,
  withFacts,
} from '../../../../helpers/make-session'

const session = makeSession(2)
const [a, b, c] = [1, 2, 3].map((n) => makePoint(session, n, { title: `Punto ${'ABC'[n - 1]}` })) as [
  Point,
  Point,
  Point,
]
const general = makePoint(session, 4, {
  title: 'Asuntos generales',
  kind: 'general-matters',
  closing: 'none',
})

function shape(points: readonly Point[]): string {
  return points.map((point) => `${point.number}:${point.title.replace('Punto ', '')}`).join(' ')
}

describe('before the session opens numbers follow the order', () => {
  it.each([
    [0, '1:C 2:A 3:B'],
    [1, '1:A 2:C 3:B'],
    [2, '1:A 2:B 3:C'],
    [99, '1:A 2:B 3:C'],
    [-5, '1:C 2:A 3:B'],
  ])('moving the last to place %i', (to, expected) => {
    const moved = movePoint([c, a, b], c.id, to, 'follow-order')
    expect(moved.ok && shape(moved.value)).toBe(expected)
  })

  it('moves a step at a time and stays at the ends', () => {
    const down = stepPoint([a, b, c], a.id, 1, 'follow-order')
    expect(down.ok && shape(down.value)).toBe('1:B 2:A 3:C')
    const top = stepPoint([a, b, c], a.id, -1, 'follow-order')
    expect(top.ok && shape(top.value)).toBe('1:A 2:B 3:C')
  })

  it('puts new points where asked and renumbers the rest', () => {
    const added = makePoint(session, 9, { title: 'Punto X' })
    expect(shape(insertPoints([a, b], 1, [added], 'follow-order'))).toBe('1:A 2:X 3:B')
  })

  it('closes the gap when a point is removed', () => {
    const left = removePoint([a, b, c], [], b.id, 'follow-order')
    expect(left.ok && shape(left.value)).toBe('1:A 2:C')
  })

  it('puts new points before general matters when nobody says where', () => {
    expect(endOfAgenda([a, b, general])).toBe(2)
    expect(endOfAgenda([a, b, c])).toBe(3)
    expect(endOfAgenda([])).toBe(0)
  })
})

describe('after it opened a printed number stays with its point', () => {
  it('moves without renumbering', () => {
    const moved = movePoint([a, b, c], c.id, 0, 'keep-printed')
    expect(moved.ok && shape(moved.value)).toBe('3:C 1:A 2:B')
    expect(moved.ok && moved.value.map((point) => point.order)).toEqual([0, 1, 2])
  })

  it('numbers what is added after the largest printed', () => {
    const added = makePoint(session, 9, { title: 'Punto X' })
    expect(shape(insertPoints([a, b, c], 1, [added], 'keep-printed'))).toBe('1:A 4:X 2:B 3:C')
  })

  it('leaves a gap when a point is removed', () => {
    const left = removePoint([a, b, c], [], b.id, 'keep-printed')
    expect(left.ok && shape(left.value)).toBe('1:A 3:C')
  })
})

describe('a point with something recorded', () => {
  const record = withFacts(opened(makeRecord(session, [a, b, c])), [
    { kind: 'point-opened', pointId: a.id },
    { kind: 'speech', pointId: a.id, speaker: null, act: 'narrates', text: 'Se dio lectura.' },
  ])

  it('cannot be removed, and the refusal says which and how much', () => {
    expect(removePoint([a, b, c], record.facts, a.id, 'keep-printed')).toEqual({
      ok: false,
      error: { code: 'point-has-facts', point: a, facts: 2 },
    })
    expect(removePoint([a, b, c], record.facts, b.id, 'keep-printed').ok).toBe(true)
  })

  it('still counts what was undone, because an undo can be undone', () => {
    const undone = undoLast(record, clockTimeSchema.parse('11:10'), countingEffects())
    if (!undone.ok) throw new Error(undone.error.code)
    expect(factsOfPoint([...record.facts, ...undone.value.facts], a.id)).toBe(2)
  })
})

describe('a new title', () => {
  const voted = 'Presentación y, en su caso, aprobación del Proyecto de acuerdo'
  const report = makePoint(session, 1, {
    title: 'Presentación del informe',
    kind: 'report',
    closing: 'receive',
  })

  it('brings the kind and closing it proposes', () => {
    expect(retitled(report, voted)).toEqual({ title: voted, kind: 'agreement-draft', closing: 'vote' })
  })

  it('leaves alone what was set by hand', () => {
    expect(retitled({ ...report, kind: 'other', closing: 'none' }, voted)).toEqual({
      title: voted,
      kind: 'other',
      closing: 'none',
    })
  })
})

it('refuses a point that is not there', () => {
  expect(movePoint([a], c.id, 0, 'follow-order')).toEqual({ ok: false, error: { code: 'unknown-point' } })
  expect(removePoint([a], [], c.id, 'follow-order')).toEqual({ ok: false, error: { code: 'unknown-point' } })
})

it('never loses or repeats a point however they are moved', () => {
  const all = Array.from({ length: 8 }, (_, i) => makePoint(session, i + 1))
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(7), fc.integer({ min: -2, max: 12 })), { maxLength: 20 }),
      (moves) => {
        let points: readonly Point[] = all
        for (const [which, to] of moves) {
          const moved = movePoint(points, (all[which] as Point).id, to, 'follow-order')
          if (moved.ok) points = moved.value
        }
        expect(new Set(points.map((point) => point.id)).size).toBe(8)
        expect(points.map((point) => point.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
        expect(points.map((point) => point.order)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
      },
    ),
  )
})
