import { PreferenceDatabase } from '../data/preference-database'

/**
 * Small conveniences of this window that may be lost without harm: which body was open, a sentence half
 * typed. Data of the body never goes here.
 */
const known = new Map<string, string>()
let database: PreferenceDatabase | null = null

/** Reads what was kept; until then, and where nothing can be kept, everything holds for this run only. */
export async function openPreferences(): Promise<void> {
  const opened = new PreferenceDatabase()
  try {
    for (const [name, value] of await opened.all()) known.set(name, value)
    database = opened
  } catch {
    database = null
  }
}

export function readPreference(name: string): string | null {
  return known.get(name) ?? null
}

/** Null forgets it. Takes effect at once and is kept a moment later. */
export function writePreference(name: string, value: string | null): void {
  if (value === null) known.delete(name)
  else known.set(name, value)
  void database?.put(name, value).catch(() => undefined)
}
