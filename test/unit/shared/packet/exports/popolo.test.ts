import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { required } from '../../../../../shared/lib/assert'
import { jsonText, type PopoloFile, popoloFile } from '../../../../../shared/packet'
import { committee, pointNumber } from '../../../../helpers/minuta-committee'
import { viewOf, viewSource } from '../../../../helpers/packet-view'
import { movesArbitrary, randomSession } from '../../../../helpers/random-session'

/** What the standard asks: totals agree with the votes, and every reference finds its object. */
function expectSound(file: PopoloFile): void {
  const persons = new Set(file.persons.map((person) => Reflect.get(person, 'id')))
  const events = new Map(file.vote_events.map((event) => [event.id, event]))
  expect(events.size).toBe(file.vote_events.length)
  for (const event of file.vote_events) {
    if (event.votes === undefined) continue
    for (const { option, value } of event.counts) {
      expect(event.votes.filter((vote) => vote.option === option)).toHaveLength(value)
    }
    const total = event.counts.reduce((sum, { value }) => sum + value, 0)
    expect(event.votes).toHaveLength(total)
    for (const vote of event.votes) {
      expect(persons).toContain(vote.voter_id)
      expect(vote.vote_event_id).toBe(event.id)
    }
  }
  for (const motion of file.motions) {
    for (const id of motion.vote_event_ids) expect(events.get(id)?.motion_id).toBe(motion.id)
    expect(events.get(motion.vote_event_ids.at(-1) ?? '')?.result).toBe(motion.result)
  }
}

describe('votes in Popolo', () => {
  const file = popoloFile(viewOf('members'))
  const event = (n: number, classification = 'vote') =>
    required(
      file.vote_events.find(
        (found) => found.classification === classification && found.motion_id === pointNumber(n).id,
      ),
      'vote event',
    )

  it('says what each seat did with the options of the standard, and why', () => {
    const votes = event(5).votes ?? []
    expect(votes.find(({ voter_id }) => voter_id === committee.press.id)).toEqual({
      vote_event_id: event(5).id,
      voter_id: committee.press.id,
      option: 'no',
      weight: 1,
      note: 'El costo es secreto',
    })
    expect(votes.find(({ voter_id }) => voter_id === committee.presidency.id)?.option).toBe('absent')
    expect(event(5)).toMatchObject({ result: 'pass', start_date: '2017-11-15T11:16:00-06:00' })
  })

  it('tells a casting vote as a vote event of its own, by the chair', () => {
    expect(event(6)).toMatchObject({ result: 'tied' })
    expect(event(6, 'tie-break')).toMatchObject({
      result: 'pass',
      counts: [{ option: 'yes', value: 1 }],
      votes: [{ voter_id: committee.president.id, role: 'chair', option: 'yes' }],
    })
    const motion = file.motions.find(({ id }) => id === pointNumber(6).id)
    expect(motion).toMatchObject({ result: 'pass', context: 'Punto 6 del orden del día' })
    expect(motion?.vote_event_ids).toHaveLength(2)
  })

  it('is sound, also when only totals are told', () => {
    expectSound(file)
    const open = popoloFile(viewOf('public'))
    expectSound(open)
    expect(open.vote_events.length).toBe(file.vote_events.length)
    for (const each of open.vote_events) expect(each).not.toHaveProperty('votes')
    expect(jsonText(open)).not.toContain('secreto')
  })

  it('has nothing in the backup of a whole body but the body', () => {
    const backup = popoloFile(viewOf('backup', {}, viewSource({ record: null })))
    expect(backup).toMatchObject({ motions: [], vote_events: [] })
    expect(backup.organizations).toHaveLength(1)
  })

  it('is sound for any session, with votes apart and several rounds', () => {
    let apart = 0
    let rounds = 0
    fc.assert(
      fc.property(movesArbitrary, (moves) => {
        const any = popoloFile(viewOf('members', {}, viewSource({ record: randomSession(moves) })))
        expectSound(any)
        apart += any.motions.filter(({ id }) => id.includes(':')).length
        rounds += any.motions.filter(({ vote_event_ids }) => vote_event_ids.length > 1).length
      }),
      { numRuns: 60 },
    )
    expect(apart).toBeGreaterThan(0)
    expect(rounds).toBeGreaterThan(0)
  })
})
