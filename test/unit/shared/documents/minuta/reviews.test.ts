import { describe, expect, it } from 'vitest'
import type { PlainFactBody, ReviewOutcome } from '../../../../../shared/domain/sessions'
import { makeItem } from '../../../../helpers/make-item'
import { makeReview } from '../../../../helpers/make-review'
import { opened, withFacts } from '../../../../helpers/make-session'
import { minutaOf, told } from '../../../../helpers/minuta'
import { committee, openPoint, pointNumber, prepared, speech } from '../../../../helpers/minuta-committee'

const FOLLOW_UP = pointNumber(3)

function review(n: number, outcome: ReviewOutcome, note: string | null = null): PlainFactBody {
  return makeReview(FOLLOW_UP.id, makeItem(n, { title: `Asunto ${n}.` }), outcome, { note })
}

function tell(...facts: readonly PlainFactBody[]): readonly string[] {
  return told(withFacts(opened(prepared()), [openPoint(3), ...facts])).slice(2)
}

describe('the follow-up reviewed in the session', () => {
  it('is told in the wording of the minutas: how many, how many fulfilled, and how each remains', () => {
    const reviews = [
      review(1, 'fulfilled'),
      review(2, 'fulfilled', 'se publicó el 3 de noviembre'),
      review(3, 'in-progress', 'La UNICOM espera al INAI'),
      review(4, 'fulfilled'),
      review(5, 'pending'),
      review(6, 'pending'),
    ]
    expect(tell(...reviews)).toEqual([
      [
        'Se revisaron 6 puntos pendientes, de los cuales 3 ya fueron cumplidos y 3 siguen pendientes.',
        'Se dieron por cumplidos:',
        '• Asunto 1 (SEG-2017-001).',
        '• Asunto 2 (SEG-2017-002): se publicó el 3 de noviembre.',
        '• Asunto 4 (SEG-2017-004).',
        'Sigue pendiente y está en proceso:',
        '• Asunto 3 (SEG-2017-003): La UNICOM espera al INAI.',
        'Siguen pendientes:',
        '• Asunto 5 (SEG-2017-005).',
        '• Asunto 6 (SEG-2017-006).',
      ].join('\n'),
    ])
  })

  it.each([
    [['fulfilled'], 'Se revisó 1 punto pendiente, que ya fue cumplido.'],
    [['moot'], 'Se revisó 1 punto pendiente, que quedó sin materia.'],
    [['pending', 'in-progress'], 'Se revisaron 2 puntos pendientes: los 2 siguen pendientes.'],
    [
      ['cancelled', 'moot', 'delivered', 'pending'],
      'Se revisaron 4 puntos pendientes, de los cuales 1 tuvo la entrega de su periodo, 1 se canceló, 1 quedó sin materia y 1 sigue pendiente.',
    ],
  ] as const)('counts %j', (outcomes, sentence) => {
    const [text = ''] = tell(...outcomes.map((outcome, index) => review(index + 1, outcome)))
    expect(text.split('\n')[0]).toBe(sentence)
  })

  it('says how many were not reviewed when the session counted what it had to review', () => {
    const counted = (n: number, outcome: ReviewOutcome, listed: number) =>
      makeReview(FOLLOW_UP.id, makeItem(n), outcome, { listed })
    const first = (...facts: readonly PlainFactBody[]) => tell(...facts)[0]?.split('\n')[0]
    expect(first(counted(1, 'fulfilled', 6), counted(2, 'fulfilled', 6), counted(3, 'pending', 6))).toBe(
      'Quedaban pendientes 6 puntos, de los cuales 2 ya fueron cumplidos, 1 sigue pendiente y 3 no se revisaron.',
    )
    expect(first(counted(1, 'moot', 2))).toBe(
      'Quedaban pendientes 2 puntos, de los cuales 1 quedó sin materia y 1 no se revisó.',
    )
    expect(first(counted(1, 'fulfilled', 3), counted(1, 'pending', 3))).toBe(
      'Quedaban pendientes 3 puntos, de los cuales 1 sigue pendiente y 2 no se revisaron.',
    )
    expect(first(counted(1, 'fulfilled', 2), counted(2, 'fulfilled', 2))).toBe(
      'Se revisaron 2 puntos pendientes: los 2 ya fueron cumplidos.',
    )
  })

  it('warns before signing of what was not reviewed, and of nothing once all was', () => {
    const counted = (n: number) => makeReview(FOLLOW_UP.id, makeItem(n), 'pending', { listed: 2 })
    const warnings = (...facts: readonly PlainFactBody[]) =>
      minutaOf(withFacts(opened(prepared()), [openPoint(3), ...facts])).warnings.filter(
        ({ code }) => code === 'items-not-reviewed',
      )
    expect(warnings(counted(1))).toEqual([{ code: 'items-not-reviewed', count: 1 }])
    expect(warnings(counted(1), counted(2))).toEqual([])
    expect(warnings(review(1, 'pending'))).toEqual([])
  })

  it('is one passage where the first was reviewed, with what was said last and all its facts', () => {
    const record = withFacts(opened(prepared()), [
      openPoint(3),
      review(1, 'fulfilled'),
      speech(3, committee.computing, 'informs', 'que falta un dictamen'),
      review(2, 'pending'),
      review(1, 'in-progress'),
    ])
    const { paragraphs } = minutaOf(record)
    const passages = paragraphs.filter(({ anchor }) => anchor === `point:${FOLLOW_UP.id}:reviews`)
    expect(passages.map(({ text }) => text.split('\n')[0])).toEqual([
      'Se revisaron 2 puntos pendientes: los 2 siguen pendientes.',
    ])
    const at = paragraphs.findIndex(({ anchor }) => anchor.endsWith(':reviews'))
    expect(paragraphs[at + 1]?.text).toContain('falta un dictamen')
  })

  it('says nothing when nothing was reviewed', () => {
    expect(tell().join('\n')).not.toContain('Se revis')
  })
})
