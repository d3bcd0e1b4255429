import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { docTreeSchema, documentText, type Minuta } from '../../../../../shared/documents'
import { atTime, numberWords } from '../../../../../shared/documents/spanish'
import {
  type AttendeeId,
  type ClosedVote,
  foldSession,
  type SessionRecord,
  type SessionState,
  type VoteCounts,
} from '../../../../../shared/domain/sessions'
import { required } from '../../../../../shared/lib/assert'
import { minutaOf } from '../../../../helpers/minuta'
import { movesArbitrary, randomSession } from '../../../../helpers/random-session'

vi.setConfig({ testTimeout: 60_000 })

const RUNS = { numRuns: 100 }

function forSessions(check: (record: SessionRecord, state: SessionState, minuta: Minuta) => void): void {
  fc.assert(
    fc.property(movesArbitrary, (moves) => {
      const record = randomSession(moves)
      check(record, foldSession(record.plan, record.facts), minutaOf(record))
    }),
    RUNS,
  )
}

function textAt(minuta: Minuta, anchor: string): string {
  return required(
    minuta.paragraphs.find((paragraph) => paragraph.anchor === anchor),
    `passage ${anchor}`,
  ).text
}

const WORDS = new Map<string, number>()
for (let n = 0; n <= 8; n++) {
  for (const form of ['un', 'una', 'uno'] as const) WORDS.set(numberWords(n, form), n)
}
WORDS.set('ningún', 0)

/** The number in words before a noun in a text, 0 when the noun is not there. */
function counted(text: string, noun: RegExp): number {
  const word = new RegExp(`(\\p{L}+) ${noun.source}`, 'u').exec(text)?.[1]
  return word === undefined ? 0 : required(WORDS.get(word), `number «${word}»`)
}

function countsIn(text: string): VoteCounts {
  return {
    yes: counted(text, /votos? a favor/),
    no: counted(text, /en contra/),
    abstain: counted(text, /abstenci(?:ón|ones)/),
    recused: counted(text, /excusas?(?=[,. ])/),
    notVoting: counted(text, /votos? sin emitir/),
    absent: counted(text, /ausencias?/),
  }
}

/** The account without the reasons of seats, which speak of votes too. */
function account(text: string): string {
  return text.replace(/Como (razón|motivo) [^.]*\./g, '').replace(/voto de calidad/g, '')
}

function resultName(vote: ClosedVote): string {
  return vote.result.kind === 'tied' ? 'tied' : `${vote.result.kind} by ${vote.result.by}`
}

function isPlainUnanimity(vote: ClosedVote): boolean {
  const { result, counts } = vote
  return result.kind === 'approved' && result.by === 'unanimity' && counts.recused === 0
}

/** Who attended, read from the facts one by one: in the room at the opening, or later. */
function attendedByHand(state: SessionState): ReadonlySet<AttendeeId> {
  const inside = new Set<AttendeeId>()
  const came = new Set<AttendeeId>()
  let isOpen = false
  for (const { body } of state.facts) {
    if (body.kind === 'presence' && body.status === 'present') inside.add(body.attendeeId)
    else if (body.kind === 'presence') inside.delete(body.attendeeId)
    else if (body.kind === 'session-opened') isOpen = true
    if (isOpen) for (const id of inside) came.add(id)
  }
  return isOpen ? came : inside
}

describe('a minuta cannot contradict the record', () => {
  it('is tried on sessions in which votes end in every way', () => {
    const results = fc.sample(movesArbitrary, { numRuns: 150, seed: 2017 }).flatMap((moves) => {
      const record = randomSession(moves)
      return [...foldSession(record.plan, record.facts).votes.values()].flatMap((vote) =>
        vote.status === 'closed' ? [resultName(vote)] : [],
      )
    })
    expect([...new Set(results)].sort()).toEqual([
      'approved by casting-vote',
      'approved by declaration',
      'approved by majority',
      'approved by unanimity',
      'rejected by casting-vote',
      'rejected by declaration',
      'rejected by majority',
      'tied',
    ])
  })

  it('tells every vote with the counts and the result of the record', () => {
    forSessions((_, state, minuta) => {
      for (const vote of state.votes.values()) {
        if (vote.status !== 'closed') continue
        const text = textAt(minuta, `vote:${vote.id}`)
        if (isPlainUnanimity(vote)) expect(text).toMatch(/aprob\p{L}+ por unanimidad/u)
        else expect(countsIn(account(text))).toEqual(vote.counts)
        const refused = /no se aprob|no aprobación/i.test(text)
        expect(refused).toBe(vote.result.kind === 'rejected')
        expect(/empatada|un empate/.test(text)).toBe(
          vote.result.kind === 'tied' || vote.result.by === 'casting-vote',
        )
        const unanimous = vote.result.kind === 'approved' && vote.result.by === 'unanimity'
        expect(text.includes('por unanimidad')).toBe(unanimous)
        if (vote.declaredReason !== null) expect(text).toContain(vote.declaredReason)
        for (const entry of vote.electorate) if (entry.reason !== null) expect(text).toContain(entry.reason)
      }
    })
  })

  it('lists as attending exactly who was present after the opening', () => {
    forSessions((_, state, minuta) => {
      const table = minuta.tree.blocks.find((block) => block.kind === 'table')
      const listed = table?.kind === 'table' ? table.rows.map((row) => row[0]) : []
      const came = attendedByHand(state)
      const expected = state.plan.attendees.filter((attendee) => came.has(attendee.id))
      expect(listed).toEqual(expected.map((attendee) => `${attendee.honorificShort} ${attendee.fullName}`))
      expect(minuta.signatories.every((attendee) => attendee.signs && came.has(attendee.id))).toBe(true)
    })
  })

  it('tells every movement with its time, every outcome and everything put on record', () => {
    forSessions((_, state, minuta) => {
      for (const movement of state.movements) {
        const text = textAt(minuta, `fact:${movement.factId}`)
        expect(text.toLowerCase()).toContain(atTime(movement.time))
        const attendee = state.plan.attendees.find((other) => other.id === movement.attendeeId)
        expect(text).toContain(attendee?.shortName.split(' ').at(-1))
      }
      const whole = documentText(minuta.tree)
      for (const { id, body } of state.facts) {
        if (body.kind === 'point-outcome' && body.outcome !== 'unrecorded') {
          const words = {
            received: 'se dio por recibido',
            withdrawn: 'se retiró',
            deferred: 'quedó diferido',
          }
          expect(textAt(minuta, `fact:${id}`)).toContain(words[body.outcome])
        }
        if (body.kind === 'agreement') expect(whole).toContain(`Acuerdo ${body.number}:`)
        if (body.kind === 'commitment' && body.sourceFactId === null) {
          expect(textAt(minuta, `fact:${id}`)).toContain('Compromiso: ')
        }
        if (body.kind === 'item-reviewed') {
          expect(textAt(minuta, `point:${body.pointId}:reviews`)).toContain(`(${body.item.code})`)
        }
        if (body.kind === 'speech') expect(textAt(minuta, `fact:${id}`)).not.toBe('')
      }
    })
  })

  it('is clean Spanish without seams, in a valid tree whose passages have names of their own', () => {
    forSessions((_, __, minuta) => {
      const whole = documentText(minuta.tree)
      expect(whole).not.toMatch(/undefined|null|NaN|\[object/)
      expect(whole).not.toMatch(/ {2}| [,.;:]|,[.,;]|\.\.|\b(de|a) el\b/)
      for (const paragraph of minuta.paragraphs) expect(paragraph.text).toMatch(/^\p{Lu}/u)
      const anchors = minuta.paragraphs.map((paragraph) => paragraph.anchor)
      expect(new Set(anchors).size).toBe(anchors.length)
      expect(docTreeSchema.parse(minuta.tree)).toEqual(minuta.tree)
    })
  })

  it('never loses what was rewritten, whatever is recorded or undone later', () => {
    fc.assert(
      fc.property(movesArbitrary, movesArbitrary, (first, second) => {
        const before = minutaOf(randomSession(first))
        const overlays = before.paragraphs.map((paragraph) => ({
          id: paragraph.anchor,
          sessionId: required(before.signatories[0] ?? null, 'signatory').sessionId,
          anchor: paragraph.anchor,
          text: `Reescrito ${paragraph.anchor}`,
          basis: paragraph.generated,
        }))
        const now = minutaOf(randomSession(first), { overlays })
        expect(now.paragraphs.every((paragraph) => paragraph.status === 'rewritten')).toBe(true)
        const later = minutaOf(randomSession([...first, ...second]), { overlays })
        const text = documentText(later.tree)
        for (const overlay of overlays) {
          const orphan = later.orphans.includes(overlay)
          expect(text.includes(overlay.text)).toBe(!orphan)
        }
      }),
      { numRuns: 60 },
    )
  })
})
