import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Choice, ImportPlan } from '../../../../../shared/packet'
import { Laptop } from '../../../../helpers/laptop'
import { laptopMove, play, withBody } from '../../../../helpers/laptop-moves'

/** Few on every run; PACKET_RUNS=10000 once in a while. */
const RUNS = Number(process.env.PACKET_RUNS ?? 40)
const PATIENCE_MS = 30_000 + RUNS * 600

const moves = fc.array(laptopMove, { minLength: 5, maxLength: 40, size: 'max' })
const resolutions: fc.Arbitrary<Choice> = fc.constantFrom('take', 'keep')

/** The states that the units of a plan have. */
function statesOf({ units }: ImportPlan): readonly string[] {
  return [...new Set(units.map(({ state }) => state))]
}

/** Rows of the units that may not change when nobody chose: those in conflict and those newer here. */
function untouchable(laptop: Laptop, lines: readonly string[]): () => void {
  const before = new Laptop(0)
  for (const record of laptop.records) before.commit(record.changeSet.changes)
  const { plan } = laptop.take(lines, 'leave')
  const kept = plan.units.filter(({ state }) => state === 'conflict' || state === 'older')
  return () => {
    for (const { table, key } of kept.flatMap(({ pairs }) => pairs)) {
      expect(laptop.get(table, key)).toEqual(before.get(table, key))
    }
  }
}

describe('a body that is exported', () => {
  it('is the same on an empty machine, in whatever order its packets come, and ten times over', {
    timeout: PATIENCE_MS,
  }, () => {
    fc.assert(
      fc.property(
        fc.array(moves, { minLength: 1, maxLength: 4 }),
        fc.infiniteStream(fc.nat({ max: 999 })),
        (stages, order) => {
          const home = withBody(new Laptop(1))
          const packets = stages.map((stage, index) => {
            for (const move of stage) play(home, move)
            return home.pack({ audience: 'backup' }, index + 1)
          })
          const shuffled = [...packets, ...packets]
            .map((lines) => ({ lines, at: order.next().value ?? 0 }))
            .sort((a, b) => a.at - b.at)
          const other = new Laptop(2)
          for (const { lines } of shuffled) other.take(lines)
          expect(other.stateHash()).toBe(home.stateHash())
          expect(other.factIds()).toEqual(home.factIds())
          for (let again = 0; again < 10; again += 1) {
            const lines = packets[again % packets.length] ?? []
            expect(other.take(lines).changes).toEqual([])
          }
        },
      ),
      { numRuns: RUNS },
    )
  })

  it('comes back to where it was made and changes nothing', { timeout: PATIENCE_MS }, () => {
    fc.assert(
      fc.property(moves, moves, (first, then) => {
        const home = withBody(new Laptop(1))
        for (const move of first) play(home, move)
        const old = home.pack()
        for (const move of then) play(home, move)
        const other = new Laptop(2)
        other.take(home.pack())
        const hash = home.stateHash(true)
        for (const lines of [old, home.pack(), other.pack()]) {
          const { plan, changes } = home.take(lines)
          expect(changes).toEqual([])
          expect(['identical', 'older']).toEqual(expect.arrayContaining([...statesOf(plan)]))
        }
        expect(home.stateHash(true)).toBe(hash)
      }),
      { numRuns: RUNS },
    )
  })
})

describe('an import', () => {
  it('is taken back exactly by one undo, and can be done again', { timeout: PATIENCE_MS }, () => {
    fc.assert(
      fc.property(moves, moves, moves, resolutions, (common, here, there, resolution) => {
        const home = withBody(new Laptop(1))
        for (const move of common) play(home, move)
        const other = new Laptop(2)
        other.take(home.pack())
        for (const move of here) play(home, move)
        for (const move of there) play(other, move)
        const before = other.stateHash(true)
        const lines = home.pack()
        const { changes } = other.take(lines, resolution)
        if (changes.length === 0) return
        const after = other.stateHash()
        const record = other.records.at(-1)
        if (record) other.undo(record)
        expect(other.stateHash(true)).toBe(before)
        if (resolution === 'take') {
          other.take(lines, resolution)
          expect(other.stateHash()).toBe(after)
        }
      }),
      { numRuns: RUNS },
    )
  })
})

describe('two laptops', () => {
  it('never overwrite each other in silence, and agree once conflicts are decided', {
    timeout: PATIENCE_MS,
  }, () => {
    const rounds = fc.array(fc.tuple(moves, moves, fc.constantFrom<Choice>('leave', 'take', 'keep')), {
      minLength: 1,
      maxLength: 3,
    })
    let agreed = 0
    fc.assert(
      fc.property(moves, rounds, resolutions, (common, exchanges, last) => {
        const [a, b] = [withBody(new Laptop(1)), new Laptop(2)]
        for (const move of common) play(a, move)
        b.take(a.pack())
        for (const [onA, onB, resolution] of exchanges) {
          for (const move of onA) play(a, move)
          for (const move of onB) play(b, move)
          const [fromA, fromB] = [a.pack(), b.pack()]
          untouchable(b, fromA)()
          untouchable(a, fromB)()
          if (resolution !== 'leave') b.take(a.pack(), resolution)
        }
        const onB = b.take(a.pack(), last)
        const { plan, held } = a.take(b.pack(), 'leave')
        // A membership whose person was deleted on the other side waits, and then they differ by it.
        if (onB.held + held > 0) return
        agreed += 1
        expect(statesOf(plan)).not.toContain('conflict')
        expect(a.stateHash()).toBe(b.stateHash())
        expect(statesOf(b.take(a.pack()).plan)).toEqual(['identical'])
      }),
      { numRuns: RUNS },
    )
    expect(agreed).toBeGreaterThan(RUNS / 2)
  })
})
