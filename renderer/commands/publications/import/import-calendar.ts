import type { BodyId } from '../../../../shared/domain/bodies'
import {
  type CommemorationDraft,
  commemorationSchema,
  finderOf,
  readCommemoration,
} from '../../../../shared/domain/publications'
import type { Change } from '../../../../shared/journal'
import { err, ok, type Result } from '../../../../shared/lib/result'
import { foldText } from '../../../../shared/lib/spanish'
import { listCommemorations } from '../../../data/publications'
import { insert } from '../../changes'
import type { CommandDeps } from '../../deps'
import type { PublishingEdited, PublishingFailure } from '../failures'
import { savePublishing } from '../save-publishing'
import { type LeftEvent, MAX_CALENDAR_BYTES, readCalendar } from './read-calendar'

/** What came out of a calendar file. */
export interface ImportedCalendar {
  readonly edited: PublishingEdited
  readonly added: number
  readonly left: readonly LeftEvent[]
}

/** Why nothing of a file was taken. */
export type CalendarFailure =
  | PublishingFailure
  | { readonly kind: 'calendar'; readonly why: 'not-a-calendar' | 'too-large' | 'unreadable' }

/** Adds the dates of a calendar file that the catalogue lacks by name, as one change that one undo takes back. */
export async function importCalendar(
  deps: CommandDeps,
  bodyId: BodyId,
  file: File,
): Promise<Result<ImportedCalendar, CalendarFailure>> {
  if (file.size > MAX_CALENDAR_BYTES) return err({ kind: 'calendar', why: 'too-large' })
  const text = await file.text().catch(() => null)
  if (text === null) return err({ kind: 'calendar', why: 'unreadable' })
  const read = readCalendar(text)
  if (read === null) return err({ kind: 'calendar', why: 'not-a-calendar' })
  const catalogue = await listCommemorations(deps.store, bodyId)
  const known = new Set(catalogue.map(({ name }) => foldText(name)))
  const left: LeftEvent[] = [...read.left]
  const changes: Change[] = []
  const take = (draft: CommemorationDraft) => {
    const { name } = draft
    const checked = readCommemoration(draft, null, finderOf(catalogue))
    if (known.has(foldText(name))) left.push({ name, why: 'ya está en el catálogo' })
    else if (!checked.ok) left.push({ name, why: checked.error.map(({ message }) => message).join(' ') })
    else {
      known.add(foldText(name))
      const date = commemorationSchema.parse({ ...checked.value, id: deps.effects.newId(), bodyId })
      changes.push(insert('commemorations', date))
    }
  }
  for (const draft of read.drafts) take(draft)
  const saved = await savePublishing(deps, `Importar ${changes.length} fechas de ${file.name}`, changes)
  return saved.ok ? ok({ edited: saved.value, added: changes.length, left }) : saved
}
