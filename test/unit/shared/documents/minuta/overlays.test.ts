import { describe, expect, it } from 'vitest'
import { documentText } from '../../../../../shared/documents'
import {
  type Overlay,
  overlaySchema,
  type SessionRecord,
  undoLast,
} from '../../../../../shared/domain/sessions'
import { required } from '../../../../../shared/lib/assert'
import { clockTimeSchema } from '../../../../../shared/lib/iso-date'
import { countingEffects, opened, withFacts } from '../../../../helpers/make-session'
import { minutaOf } from '../../../../helpers/minuta'
import { committee, openPoint, prepared, speech, voteOn } from '../../../../helpers/minuta-committee'

const { computing, press, secretary } = committee

function overlay(record: SessionRecord, anchor: string, text: string, basis: string): Overlay {
  const sessionId = record.plan.session.id
  return overlaySchema.parse({ id: `${sessionId}:${anchor}`, sessionId, anchor, text, basis })
}

/** The record with its last passage rewritten as a text. */
function rewriteLast(record: SessionRecord, text: string): Overlay {
  const last = required(minutaOf(record).paragraphs.at(-1), 'paragraph')
  return overlay(record, last.anchor, text, last.generated)
}

describe('passages rewritten by hand', () => {
  const voted = withFacts(opened(prepared()), [openPoint(5), ...voteOn(5)])
  const byHand = rewriteLast(voted, 'Sin más, se aprobó por unanimidad de los presentes.')

  it('prints the rewritten text instead of the generated one', () => {
    const minuta = minutaOf(voted, { overlays: [byHand] })
    expect(minuta.paragraphs.at(-1)).toMatchObject({
      status: 'rewritten',
      text: byHand.text,
      generated: 'Sin comentarios al respecto, se aprobó por unanimidad.',
    })
    expect(documentText(minuta.tree)).toContain(byHand.text)
    expect(documentText(minuta.tree)).not.toContain('Sin comentarios al respecto')
  })

  it('survives further facts, which do not flag it', () => {
    const more = withFacts(voted, [openPoint(6), speech(6, press, 'informs', 'que sí')])
    const paragraph = minutaOf(more, { overlays: [byHand] }).paragraphs.find(
      (p) => p.anchor === byHand.anchor,
    )
    expect(paragraph).toMatchObject({ status: 'rewritten', text: byHand.text })
  })

  it('is flagged, and still printed, when the facts under it change', () => {
    const withSpeech = withFacts(opened(prepared()), [
      openPoint(5),
      speech(5, computing, 'suggests', 'esperar'),
      ...voteOn(5),
    ])
    const minuta = minutaOf(withSpeech, { overlays: [byHand] })
    expect(minuta.paragraphs.at(-1)).toMatchObject({
      status: 'needs-review',
      text: byHand.text,
      generated: 'Se aprobó por unanimidad.',
    })
    expect(documentText(minuta.tree)).toContain(byHand.text)
  })

  it('leaves a passage out when its text is empty', () => {
    const minuta = minutaOf(voted, { overlays: [{ ...byHand, text: '' }] })
    expect(documentText(minuta.tree)).not.toContain('se aprobó por unanimidad')
    expect(minuta.paragraphs.at(-1)?.status).toBe('rewritten')
  })

  it('names people in full after a passage that named them was left out', () => {
    const facts = [
      openPoint(6),
      speech(6, press, 'suggests', 'uno'),
      openPoint(7),
      speech(7, press, 'suggests', 'dos'),
    ]
    const record = withFacts(opened(prepared()), facts)
    const first = required(
      minutaOf(record).paragraphs.find((p) => p.text.endsWith('sugirió uno.')),
      'paragraph',
    )
    const minuta = minutaOf(record, { overlays: [overlay(record, first.anchor, '', first.generated)] })
    expect(minuta.paragraphs.at(-1)?.text).toBe(
      'El licenciado Rubén Álvarez Mendiola, representante de la Coordinación Nacional de Comunicación ' +
        'Social, sugirió dos.',
    )
  })

  it('is not flagged when only the way of naming somebody changes', () => {
    const facts = [openPoint(6), speech(6, press, 'suggests', 'uno'), speech(6, press, 'proposes', 'dos')]
    const record = withFacts(opened(prepared()), facts)
    const rewritten = rewriteLast(record, 'El licenciado Álvarez propuso dos.')
    expect(rewritten.basis).toBe('Propuso dos.')
    const target = required(
      record.facts.find((fact) => fact.body.kind === 'speech'),
      'fact',
    )
    const without = { ...record, facts: record.facts.filter((fact) => fact.id !== target.id) }
    const paragraph = minutaOf(without, { overlays: [rewritten] }).paragraphs.at(-1)
    expect(paragraph?.generated).toMatch(/^El licenciado Rubén Álvarez Mendiola, representante/)
    expect(paragraph?.status).toBe('rewritten')
  })

  it('starts a sentence anew after a passage rewritten by hand', () => {
    const facts = [
      openPoint(6),
      speech(6, secretary, 'suggests', 'uno'),
      speech(6, secretary, 'proposes', 'dos'),
    ]
    const record = withFacts(opened(prepared()), facts)
    const first = required(
      minutaOf(record).paragraphs.find((p) => p.text.endsWith('sugirió uno.')),
      'paragraph',
    )
    const minuta = minutaOf(record, {
      overlays: [overlay(record, first.anchor, 'Se sugirió uno.', first.generated)],
    })
    expect(minuta.paragraphs.at(-1)?.text).toBe('La licenciada Azuara propuso dos.')
  })

  it('keeps and lists what was rewritten over facts that were taken back', () => {
    const undone = undoLast(voted, clockTimeSchema.parse('11:10'), countingEffects(4_000_000))
    if (!undone.ok) throw new Error(undone.error.code)
    const facts = [...voted.facts, ...undone.value.facts]
    const minuta = minutaOf({ ...voted, facts }, { overlays: [byHand] })
    expect(minuta.orphans).toEqual([byHand])
    expect(documentText(minuta.tree)).not.toContain(byHand.text)
  })
})
