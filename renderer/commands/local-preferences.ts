/**
 * Small conveniences of this window that may be lost without harm: which body was open, a sentence half
 * typed. Data of the body never goes here.
 */
const PREFIX = 'quorum.'

export function readPreference(name: string): string | null {
  return localStorage.getItem(PREFIX + name)
}

/** Null forgets it. */
export function writePreference(name: string, value: string | null): void {
  if (value === null) localStorage.removeItem(PREFIX + name)
  else localStorage.setItem(PREFIX + name, value)
}
