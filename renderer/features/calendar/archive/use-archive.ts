import { useMemo } from 'react'
import type { Channel, Commemoration, Publication } from '../../../../shared/domain/publications'
import type { IsoDate } from '../../../../shared/lib/iso-date'
import { useDeps } from '../../../commands/deps'
import { useToday } from '../../../commands/follow-up/use-body-follow-up'
import { useBody } from '../../../data/current-body'
import { usePublishing } from '../../../data/publishing-book'

/** Everything that was ever planned or published. */
export interface Archive {
  readonly catalogue: readonly Commemoration[]
  readonly channels: readonly Channel[]
  readonly publications: readonly Publication[]
  readonly today: IsoDate
}

/** The archive of the body, kept up to date; undefined while it is read. */
export function useArchive(): Archive | undefined {
  const { store } = useDeps()
  const body = useBody()
  const today = useToday(body)
  const { id } = body
  const publishing = usePublishing(store, id)
  return useMemo(
    () => publishing && { ...publishing, publications: [...publishing.publications.values()], today },
    [publishing, today],
  )
}
