import { describe, expect, it } from 'vitest'
import { seekPassage } from '../../../../../renderer/features/minuta/sought-passage'
import { itemsFromSession } from '../../../../../shared/domain/follow-up'
import { foldSession } from '../../../../../shared/domain/sessions'
import { exampleSession } from '../../../../../shared/examples'
import { NOTHING_STORED, planSessionFile } from '../../../../../shared/session-file'
import { countingEffects } from '../../../../helpers/make-session'
import { minutaOf } from '../../../../helpers/minuta'

function example() {
  const planned = planSessionFile(exampleSession(), NOTHING_STORED, countingEffects())
  if (!planned.ok) throw new Error('The example is refused')
  const { body, session, attendees, points, facts, seats, persons } = planned.value
  const record = { plan: { session, rules: body.rules, attendees, points }, facts }
  const state = foldSession(record.plan, facts)
  const { paragraphs } = minutaOf(record)
  const proposals = itemsFromSession(state, { seats, persons }, new Map())
  return { shown: { paragraphs, facts: state.facts }, points, proposals }
}

describe('the passage that an item comes from', () => {
  const { shown, points, proposals } = example()
  const passageAt = (place: string) => {
    const sought = seekPassage(shown, place)
    return shown.paragraphs.find((passage) => sought.kind === 'passage' && passage.anchor === sought.anchor)
  }

  it('rests on its fact or, for a commitment, on the speech that it was taken from', () => {
    expect(new Set(proposals.map(({ source }) => source)).size).toBeGreaterThan(1)
    const taken = proposals.map(({ factId }) => {
      const body = shown.facts.find(({ id }) => id === factId)?.body
      const source = body?.kind === 'commitment' ? body.sourceFactId : null
      expect(passageAt(factId)?.sources).toContain(source ?? factId)
      return source
    })
    expect(taken.some((source) => source !== null)).toBe(true)
  })

  it('is the first of its point when no fact is known, and none when it is nowhere', () => {
    const [point] = points.slice(2)
    if (!point) throw new Error('no point')
    const first = shown.paragraphs.find(({ pointId }) => pointId === point.id)
    expect(first).toBeDefined()
    expect(passageAt(point.id)).toBe(first)
    expect(seekPassage(shown, '015fc000-0000-7000-8000-00000000ffff')).toEqual({ kind: 'absent' })
    expect(seekPassage(shown, undefined)).toEqual({ kind: 'nothing' })
  })
})
