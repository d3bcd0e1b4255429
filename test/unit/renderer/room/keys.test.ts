import { describe, expect, it } from 'vitest'
import { pressKey } from '../../../../renderer/features/room/keys'
import { INITIAL_UI, type RoomUi } from '../../../../renderer/features/room/room-ui'
import type { ReviewLine } from '../../../../shared/domain/follow-up'
import type { PlainFactBody, SessionPlan } from '../../../../shared/domain/sessions'
import { makeCommittee, Recorder, voteId } from '../../../helpers/committee'

const INITIALS = ['EJ', 'CA', 'AP', 'RA', 'JT', 'JC', 'JG', 'FG']

function committee(): SessionPlan {
  const plan = makeCommittee(7, 1)
  const attendees = plan.attendees.map((attendee, index) => ({
    ...attendee,
    initials: INITIALS[index] ?? 'XX',
  }))
  return { ...plan, attendees }
}

/** Presses keys one after the other; what they record is recorded by the real rules. */
class Keyboard {
  ui: RoomUi = INITIAL_UI
  said: string | null = null
  lines: readonly ReviewLine[] | null = null
  readonly recorded: PlainFactBody[] = []
  #votes = 0

  constructor(readonly room: Recorder) {}

  press(...keys: readonly string[]): this {
    for (const key of keys) this.#press(key)
    return this
  }

  #press(key: string): void {
    const newVoteId = () => {
      this.#votes += 1
      return voteId(this.#votes)
    }
    const outcome = pressKey(this.ui, key, {
      state: this.room.state,
      newVoteId,
      review: () => this.lines,
      unreviewed: () => 0,
    })
    if (!outcome) return
    this.ui = outcome.ui
    this.said = outcome.intent?.kind === 'say' ? outcome.intent.text : null
    if (outcome.intent?.kind !== 'record') return
    this.recorded.push(...outcome.intent.bodies)
    this.room.do(...outcome.intent.bodies)
  }
}

function counts(room: Recorder) {
  const vote = [...room.state.votes.values()].at(-1)
  return vote?.status === 'closed' ? vote.counts : null
}

describe('the keyboard of the room', () => {
  it('calls the roll, opens the session and the first point, and records unanimity: 7 keys', () => {
    const keyboard = new Keyboard(new Recorder(committee()))
    keyboard.press('p', 'space', 'escape', 'o', 'q', 'enter', 'u')
    expect(counts(keyboard.room)).toMatchObject({ yes: 7, absent: 0 })
  })

  it('records one dissent of seven with V, initials, C and U: 5 keys', () => {
    const keyboard = new Keyboard(new Recorder(committee()).open())
    keyboard.press('v', 'j', 't', 'c', 'u')
    expect(counts(keyboard.room)).toMatchObject({ yes: 6, no: 1 })
  })

  it('does not take the second letter of CA for an abstention', () => {
    const keyboard = new Keyboard(new Recorder(committee()).open())
    keyboard.press('v', 'c', 'a')
    expect(keyboard.recorded.some((body) => body.kind === 'ballot')).toBe(false)
    expect(keyboard.ui.selected).toBe(keyboard.room.attendee(2).id)
    keyboard.press('a')
    expect(keyboard.recorded.at(-1)).toMatchObject({ kind: 'ballot', option: 'abstain' })
  })

  it('votes for nobody who is absent or has no vote', () => {
    const keyboard = new Keyboard(new Recorder(committee()).open(6))
    keyboard.press('v', 'j', 'g', 'c')
    expect(keyboard.recorded.some((body) => body.kind === 'ballot')).toBe(false)
    keyboard.press('f', 'g', 'f')
    expect(keyboard.recorded.some((body) => body.kind === 'ballot')).toBe(false)
  })

  it('says that nobody has such initials, and starts over', () => {
    const keyboard = new Keyboard(new Recorder(committee()).open())
    keyboard.press('v', 'j', 'z')
    expect(keyboard.said).toContain('JZ')
    expect(keyboard.ui.typed).toBe('')
  })

  it('marks who is missing at the roll call by initials, and goes on down the list with Enter', () => {
    const keyboard = new Keyboard(new Recorder(committee()))
    keyboard.press('p', 'j', 't', 'f', 'space')
    expect(keyboard.room.state.presence.get(keyboard.room.attendee(5).id)?.status).toBe('absent')
    expect(keyboard.room.state.presence.get(keyboard.room.attendee(8).id)?.status).toBe('present')
    const list = new Keyboard(new Recorder(committee()))
    list.press('p', 'arrowdown', 'enter', 'enter', 'enter')
    expect(list.recorded.length).toBe(3)
  })

  it('calls by initials whoever was typed, and nobody after', () => {
    const keyboard = new Keyboard(new Recorder(committee()))
    keyboard.press('p', 'c', 'a', 'enter', 'f', 'g', 'enter')
    expect(keyboard.recorded).toMatchObject([
      { attendeeId: keyboard.room.attendee(2).id, status: 'present' },
      { attendeeId: keyboard.room.attendee(8).id, status: 'present' },
    ])
  })

  it('does not guess between two people with the same initials', () => {
    const plan = committee()
    const twins = plan.attendees.map((attendee, index) =>
      index === 5 ? { ...attendee, initials: 'JT' } : attendee,
    )
    const keyboard = new Keyboard(new Recorder({ ...plan, attendees: twins }).open())
    keyboard.press('v', 'j', 't', 'c')
    expect(keyboard.recorded.some((body) => body.kind === 'ballot')).toBe(false)
  })

  it('does not vote twice with one key', () => {
    const keyboard = new Keyboard(new Recorder(committee()).open())
    keyboard.press('u', 'u')
    expect(keyboard.said).toContain('ya se votó')
    expect(keyboard.room.state.votes.size).toBe(1)
  })

  it('needs a point under discussion for what belongs to one', () => {
    const room = new Recorder(committee())
    room.do(
      ...room.plan.attendees.map(
        (a) => ({ kind: 'presence', attendeeId: a.id, status: 'present', remote: false }) as const,
      ),
    )
    const keyboard = new Keyboard(room.do({ kind: 'session-opened' }))
    expect(keyboard.press('u').said).toContain('Ábralo con Enter')
    expect(keyboard.recorded).toEqual([])
  })

  it('leaves keys alone while a form has them, but for Esc', () => {
    const keyboard = new Keyboard(new Recorder(committee()).open())
    keyboard.press('i', 'u', 'r')
    expect(keyboard.recorded).toEqual([])
    expect(keyboard.ui.form?.kind).toBe('speech')
    expect(keyboard.press('escape').ui.form).toBeNull()
  })

  it('fills a commitment from the last speech that asked for something', () => {
    const room = new Recorder(committee()).open()
    const speaker = { kind: 'attendee', attendeeId: room.attendee(1).id } as const
    room.do({
      kind: 'speech',
      pointId: room.point(1).id,
      speaker,
      act: 'instructs',
      text: 'reunir los datos',
    })
    room.do({ kind: 'speech', pointId: room.point(1).id, speaker, act: 'informs', text: 'que no hay más' })
    const keyboard = new Keyboard(room).press('s')
    expect(keyboard.ui.form).toMatchObject({ kind: 'commitment', text: 'reunir los datos' })
  })
})
