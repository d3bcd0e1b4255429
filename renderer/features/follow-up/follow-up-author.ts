import type { EventDraft } from '../../../shared/domain/follow-up'
import type { IsoDate } from '../../../shared/lib/iso-date'
import { readPreference, writePreference } from '../../commands/local-preferences'

const AUTHOR = 'seguimiento.autor'

/** Who signs the next event: whoever signed the last one on this computer. */
export function lastAuthor(): string {
  return readPreference(AUTHOR) ?? 'Secretaría Técnica'
}

export function rememberAuthor(author: string): void {
  if (author.trim() !== '') writePreference(AUTHOR, author.trim())
}

/** What a gesture of one key writes about itself: today, by the usual author, in the app. */
export function quickEvent(today: IsoDate): Omit<EventDraft, 'body'> {
  return {
    on: today,
    author: lastAuthor(),
    source: { kind: 'otro', reference: 'Registro en la aplicación', sessionId: null, factId: null },
    note: '',
    evidence: [],
  }
}
