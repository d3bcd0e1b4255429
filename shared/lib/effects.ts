/**
 * The outside world that rules may not reach for themselves. Composition roots make the real one,
 * tests make a fixed one.
 */
export interface Effects {
  /** The present instant, UTC, ISO 8601 with milliseconds. */
  readonly now: () => string
  /** A new UUID version 7, lower case. */
  readonly newId: () => string
}
