import {
  type Attendee,
  applyFact,
  asRecorded,
  type EffectiveFact,
  type Fact,
  type FactId,
  factSchema,
  type ItemId,
  initialState,
  itemReviews,
  type PlainFactBody,
  type Refusal,
  type ReviewedItem,
  type SessionPlan,
  type SessionState,
} from '../domain/sessions'
import type { Effects } from '../lib/effects'
import { type ClockTime, instantSchema } from '../lib/iso-date'
import { foldText } from '../lib/spanish'

/** An item of the follow-up that a session may review, with the last number of its story. */
export interface ExistingItem {
  readonly id: ItemId
  readonly code: string
  readonly revision: number
}

/**
 * Writes down what a script says, fact by fact, over a session as prepared. It keeps the running state
 * so that a long script is folded once, and the same fold decides here and on screen.
 */
export class Scribe {
  private readonly written: Fact[] = []
  private current: SessionState
  private lastSpeech: FactId | null = null
  private readonly speeches: FactId[] = []

  constructor(
    private readonly plan: SessionPlan,
    private readonly effects: Effects,
    private clock: ClockTime,
    private readonly items: readonly ExistingItem[] = [],
  ) {
    this.current = initialState(plan)
  }

  get facts(): readonly Fact[] {
    return this.written
  }

  get state(): SessionState {
    return this.current
  }

  get time(): ClockTime {
    return this.clock
  }

  /** The last speech of the point under discussion; null when nobody has spoken on it. */
  get lastSpeechId(): FactId | null {
    return this.lastSpeech
  }

  /** The speech with that place among those recorded, from 1; null when there is none. */
  speechId(place: number): FactId | null {
    return this.speeches[place - 1] ?? null
  }

  private heard(id: FactId): void {
    this.lastSpeech = id
    this.speeches.push(id)
  }

  /** Moves the wall clock; a step without time keeps the one before. */
  setTime(time: ClockTime | undefined): void {
    this.clock = time ?? this.clock
  }

  /** Records the facts of one gesture; null when all hold, else the first refusal. */
  record(bodies: readonly PlainFactBody[]): Refusal | null {
    const gesture = this.effects.newId()
    for (const given of bodies) {
      const body = asRecorded(given, this.plan)
      const fact = this.makeFact(body, gesture)
      const effective: EffectiveFact = { id: fact.id, seq: fact.seq, time: fact.time, body, corrected: false }
      const next = applyFact(this.current, effective)
      if (!next.ok) return next.error
      this.current = next.value
      this.written.push(fact)
      if (body.kind === 'speech') this.heard(fact.id)
      if (body.kind === 'point-opened') this.lastSpeech = null
    }
    return null
  }

  newId(): string {
    return this.effects.newId()
  }

  /** The attendee with those initials or, failing that, whoever comes for the seat with that acronym. */
  findAttendee(key: string): Attendee | null {
    const { attendees } = this.plan
    const byInitials = attendees.find((attendee) => attendee.initials === key.toUpperCase())
    const bySeat = attendees.find((attendee) => foldText(attendee.areaAcronym) === foldText(key))
    return byInitials ?? bySeat ?? null
  }

  /** An item as a review names it, with the next number of its story when it is in the follow-up. */
  reviewedItem(code: string, title: string): ReviewedItem {
    const stored = this.items.find((item) => item.code === code)
    const made = itemReviews(this.current.facts).find((review) => review.item.code === code)
    const last = Math.max(stored?.revision ?? 0, made?.item.seq ?? 0)
    return { id: stored?.id ?? null, code, title, seq: last + 1 }
  }

  private makeFact(body: PlainFactBody, gesture: string): Fact {
    return factSchema.parse({
      id: this.effects.newId(),
      sessionId: this.plan.session.id,
      seq: this.written.length + 1,
      recordedAt: instantSchema.parse(this.effects.now()),
      time: this.clock,
      gesture,
      body,
    })
  }
}
