import type { ChangeSet } from '../../shared/journal'
import type { Journal } from '../services/journal'
import type { Log } from '../services/log'
import { ChangesAhead } from '../services/staged-changes'
import type { Handlers } from './door'

type Channels =
  | 'journal:status'
  | 'journal:reopen'
  | 'journal:read'
  | 'journal:append'
  | 'journal:stage'
  | 'journal:append-staged'

/** Answers questions about the journal. */
export function journalHandlers(journal: Journal, log: Log): Pick<Handlers, Channels> {
  const ahead = new ChangesAhead()
  const append = async (changeSet: ChangeSet, texts: readonly string[] = []) => {
    const answer = await journal.append(changeSet, texts)
    if (!answer.ok) log.error('append-refused', { code: answer.error.code })
    return answer
  }
  return {
    'journal:status': () => journal.status(),
    'journal:reopen': () => journal.reopen(),
    'journal:read': ({ afterSeq, limit }) => journal.read(afterSeq, limit),
    'journal:append': ({ changeSet }) => append(changeSet),
    'journal:stage': async (part) => {
      ahead.add(part)
      return null
    },
    'journal:append-staged': async ({ changeSet, staged }) =>
      append(changeSet, ahead.take(changeSet.id, staged)),
  }
}
