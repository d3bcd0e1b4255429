import type { Journal } from '../services/journal'
import type { Log } from '../services/log'
import type { Handlers } from './door'

type Channels = 'journal:status' | 'journal:reopen' | 'journal:read' | 'journal:append'

/** Answers questions about the journal. */
export function journalHandlers(journal: Journal, log: Log): Pick<Handlers, Channels> {
  return {
    'journal:status': () => journal.status(),
    'journal:reopen': () => journal.reopen(),
    'journal:read': ({ afterSeq, limit }) => journal.read(afterSeq, limit),
    'journal:append': async ({ changeSet }) => {
      const answer = await journal.append(changeSet)
      if (!answer.ok) log.error('append-refused', { code: answer.error.code })
      return answer
    },
  }
}
