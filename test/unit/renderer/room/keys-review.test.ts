import { beforeEach, describe, expect, it } from 'vitest'
import { pressKey } from '../../../../renderer/features/room/keys'
import { INITIAL_UI, type RoomUi } from '../../../../renderer/features/room/room-ui'
import { makeCalendar } from '../../../../shared/domain/calendar'
import { type ItemRecord, itemsToReview, recordOf } from '../../../../shared/domain/follow-up'
import { itemReviews, type SessionPlan, unreviewedItems } from '../../../../shared/domain/sessions'
import { isoDate } from '../../../../shared/lib/iso-date'
import { makeCommittee, presence, Recorder, voteId } from '../../../helpers/committee'
import { makeItem } from '../../../helpers/make-item'

const context = { calendar: makeCalendar([]), today: isoDate('2017-11-15'), sessionDates: [] }
const three = [1, 2, 3].map((n) => recordOf(makeItem(n), [], context))

function planWith(kind: 'follow-up' | 'report'): SessionPlan {
  const plan = makeCommittee(7, 1)
  return { ...plan, points: plan.points.map((point, index) => (index === 0 ? { ...point, kind } : point)) }
}

class Keyboard {
  ui: RoomUi = INITIAL_UI
  said: string | null = null
  #votes = 0

  constructor(
    readonly room: Recorder,
    readonly records: readonly ItemRecord[] | null = three,
  ) {}

  get reviewed(): readonly (readonly [string, string])[] {
    return itemReviews(this.room.state.facts).map(({ item, outcome }) => [item.code.slice(-1), outcome])
  }

  press(...keys: readonly string[]): this {
    for (const key of keys) {
      const { state } = this.room
      const review = () =>
        this.records && itemsToReview(this.records, state.plan.session, itemReviews(state.facts), context)
      const unreviewed = () => (review() ?? []).filter((line) => line.review === null).length
      this.#votes += 1
      const newVoteId = () => voteId(this.#votes)
      const outcome = pressKey(this.ui, key, { state, newVoteId, review, unreviewed })
      if (!outcome) continue
      this.ui = outcome.ui
      this.said = outcome.intent?.kind === 'say' ? outcome.intent.text : null
      if (outcome.intent?.kind === 'record') this.room.do(...outcome.intent.bodies)
    }
    return this
  }
}

describe('the keys that review what is pending', () => {
  let keyboard: Keyboard
  beforeEach(() => {
    keyboard = new Keyboard(new Recorder(planWith('follow-up')).open())
  })

  it('review three items in four keys, the next one chosen by itself', () => {
    keyboard.press('b', 'c', 'e', 'x')
    expect(keyboard.reviewed).toEqual([
      ['1', 'fulfilled'],
      ['2', 'in-progress'],
      ['3', 'cancelled'],
    ])
    expect(keyboard.ui.mode).toBe('review')
  })

  it('go up and down the list, and put an item right by reviewing it again', () => {
    keyboard.press('b', 'arrowdown', 'm', 'arrowup', 'arrowup', 'p')
    expect(keyboard.reviewed).toEqual([
      ['2', 'moot'],
      ['1', 'pending'],
    ])
    keyboard.press('arrowup', 'arrowup', 'c')
    expect(keyboard.reviewed).toEqual([
      ['2', 'moot'],
      ['1', 'fulfilled'],
    ])
    keyboard.press('c')
    expect(keyboard.said).toContain('SEG-2017-001 ya consta así')
  })

  it('leave with Esc or B, and then each letter is again what it was', () => {
    keyboard.press('b', 'b')
    expect(keyboard.ui.mode).toBe('floor')
    keyboard.press('b', 'escape', 'p')
    expect(keyboard.ui.mode).toBe('roll')
    expect(keyboard.reviewed).toEqual([])
  })

  it('let interventions in, and open a note for the chosen item', () => {
    keyboard.press('b', 'i')
    expect(keyboard.ui.form).toMatchObject({ kind: 'speech' })
    keyboard.press('escape', 'n')
    expect(keyboard.ui.form).toMatchObject({ kind: 'review', itemId: three[0]?.item.id })
    keyboard.press('escape', 'f2')
    expect(keyboard.ui).toMatchObject({ mode: 'review', form: { kind: 'speech' } })
  })

  it('do nothing under another point, and say where the items are reviewed', () => {
    const elsewhere = new Keyboard(new Recorder(planWith('report')).open())
    expect(elsewhere.press('c').reviewed).toEqual([])
    expect(elsewhere.press('b').said).toBe('Esta sesión no tiene un punto de seguimiento de acuerdos.')
    const early = new Keyboard(new Recorder(planWith('follow-up')))
    early.room.do(presence(early.room.attendee(1).id, 'present')).do({ kind: 'session-opened' })
    early.room.do({ kind: 'point-opened', pointId: early.room.point(2).id })
    expect(early.press('b').said).toContain('en el punto 1, seguimiento de acuerdos')
    expect(early.ui.mode).toBe('floor')
  })

  it('go back to the point that was left with items unreviewed, and not once all are reviewed', () => {
    keyboard.press('b', 'c', 'escape')
    keyboard.room.do({ kind: 'point-opened', pointId: keyboard.room.point(2).id })
    keyboard.press('b', 'e', 'p')
    expect(keyboard.reviewed).toEqual([
      ['1', 'fulfilled'],
      ['2', 'in-progress'],
      ['3', 'pending'],
    ])
    expect(keyboard.room.state.currentPointId).toBe(keyboard.room.point(1).id)
    keyboard.press('escape')
    keyboard.room.do({ kind: 'point-opened', pointId: keyboard.room.point(2).id })
    expect(keyboard.press('b').said).toContain('en el punto 1')
    expect(keyboard.room.state.currentPointId).toBe(keyboard.room.point(2).id)
  })

  it('leave in the record how many there were to review', () => {
    keyboard.press('b', 'c')
    expect(unreviewedItems(keyboard.room.state.facts)).toBe(2)
    keyboard.press('e', 'x')
    expect(unreviewedItems(keyboard.room.state.facts)).toBe(0)
  })

  it('stop being of the review when another point is opened under them', () => {
    keyboard.press('b')
    keyboard.room.do({ kind: 'point-opened', pointId: keyboard.room.point(2).id })
    keyboard.press('r')
    expect(keyboard.room.state.points.get(keyboard.room.point(2).id)?.kind).toBe('ended')
  })

  it('say so when nothing is pending, and when the follow-up is still being read', () => {
    const none = new Keyboard(new Recorder(planWith('follow-up')).open(), [])
    expect(none.press('b').said).toBe('No hay asuntos pendientes que revisar.')
    const early = new Keyboard(new Recorder(planWith('follow-up')).open(), null)
    expect(early.press('b').said).toContain('Se está leyendo el seguimiento')
    expect([none.ui.mode, early.ui.mode]).toEqual(['floor', 'floor'])
  })
})
