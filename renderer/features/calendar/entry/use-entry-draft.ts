import { useMemo, useRef, useState } from 'react'
import {
  draftOfPublication,
  type Publication,
  type PublicationDraft,
  type PublicationProblem,
} from '../../../../shared/domain/publications'
import type { IsoDate } from '../../../../shared/lib/iso-date'

/** What is typed over a publication, and what is wrong with it. */
export interface EntryDraft {
  readonly draft: PublicationDraft
  readonly isDirty: boolean
  /** The same, as of this moment and not of the last drawing. */
  readonly isDirtyNow: () => boolean
  readonly set: (change: Partial<PublicationDraft>) => void
  readonly clear: () => void
  readonly problems: readonly PublicationProblem[]
  readonly setProblems: (problems: readonly PublicationProblem[]) => void
  readonly errorOf: (field: keyof PublicationDraft) => string | undefined
}

/** A publication with nothing in it, for a day. */
export function emptyDraft(day: IsoDate): PublicationDraft {
  return {
    title: '',
    on: day,
    from: day,
    until: day,
    note: '',
    hashtags: '',
    links: '',
    placements: [],
    images: [],
    responsible: [],
    approval: null,
    confirmed: [],
    consult: null,
  }
}

/**
 * The form over what is stored: only what was typed is kept apart, so that a change made meanwhile (a drag,
 * a state) is seen in the rest.
 */
export function useEntryDraft(base: PublicationDraft): EntryDraft {
  const [changes, setChanges] = useState<Partial<PublicationDraft>>({})
  const [problems, setProblems] = useState<readonly PublicationProblem[]>([])
  const dirty = useRef(false)
  const doors = useMemo(
    () => ({
      isDirtyNow: () => dirty.current,
      set: (change: Partial<PublicationDraft>) => {
        dirty.current = true
        setChanges((now) => ({ ...now, ...change }))
      },
      clear: () => {
        dirty.current = false
        setChanges({})
        setProblems([])
      },
    }),
    [],
  )
  return {
    ...doors,
    draft: { ...base, ...changes },
    isDirty: Object.keys(changes).length > 0,
    problems,
    setProblems,
    errorOf: (field) => problems.find((problem) => problem.field === field)?.message,
  }
}

/** The form of a stored publication. */
export function baseOf(publication: Publication): PublicationDraft {
  const { title, on, from, until, note, hashtags, links, ...rest } = draftOfPublication(publication)
  const { placements, images, responsible, approval, confirmed, consult } = rest
  return {
    title,
    on,
    from,
    until,
    note,
    hashtags,
    links,
    placements,
    images,
    responsible,
    approval,
    confirmed,
    consult,
  }
}
