/** Marks a branch that the types say is unreachable; throws when data proves them wrong. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected variant: ${JSON.stringify(value)}`)
}

/** Returns the value, or throws when an invariant that should guarantee it does not hold. */
export function required<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`Missing ${what}`)
  return value
}
