import type { IsoDate } from '../../lib/iso-date'
import { yearOf } from '../../lib/iso-date'
import { capitalize } from '../../lib/spanish'
import { nextOrdinal, sessionName } from './agenda-rules'
import { compareSessions } from './propose-agenda'
import type { Session } from './session'
import type { SessionDraft } from './session-draft'

/** Name of a session with its year, as lists and headings show it: "Segunda sesión ordinaria 2017". */
export function sessionTitle(session: Pick<Session, 'type' | 'ordinal' | 'date'>): string {
  return `${capitalize(sessionName(session))} ${yearOf(session.date)}`
}

/**
 * What the form for a new session starts with: an ordinary one on the given day, with the place, time
 * and modality of the last session of the body. `today` decides the year of the ordinal.
 */
export function proposeSession(sessions: readonly Session[], today: IsoDate): SessionDraft {
  const last = sessions
    .filter((session) => !session.antecedent)
    .sort(compareSessions)
    .at(-1)
  return {
    type: 'ordinaria',
    ordinal: String(nextOrdinal(sessions, 'ordinaria', yearOf(today))),
    date: today,
    time: last?.time ?? '',
    place: last?.place ?? '',
    modality: last?.modality ?? 'presencial',
  }
}
