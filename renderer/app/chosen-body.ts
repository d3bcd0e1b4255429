import type { Body } from '../../shared/domain/bodies'
import { readPreference, writePreference } from '../commands/local-preferences'

const LAST_BODY = 'body'

/** Id of the body that was on screen last; null when nobody chose one. */
export function chosenBodyId(): string | null {
  return readPreference(LAST_BODY)
}

export function rememberBody(id: string): void {
  writePreference(LAST_BODY, id)
}

/** The body to show: the chosen one, or the first; null when there is none. */
export function chooseBody(bodies: readonly Body[], chosen: string | null): Body | null {
  return bodies.find((body) => body.id === chosen) ?? bodies[0] ?? null
}
