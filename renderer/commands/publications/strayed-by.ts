import {
  type CommemorationId,
  commemorationSchema,
  finderOf,
  type Publication,
  strayedPublications,
} from '../../../shared/domain/publications'
import { listCommemorations, listPublicationsOf } from '../../data/publications'
import type { Store } from '../../data/store'
import type { PublishingEdited } from './failures'

/** The publications that a change of a date of the catalogue left on a day that is no longer its own. */
export async function strayedBy(
  store: Store,
  edited: PublishingEdited,
  id: CommemorationId,
): Promise<readonly Publication[]> {
  const change = edited?.changeSet.changes.find(({ key }) => key === id)
  const before = commemorationSchema.safeParse(change?.before)
  const after = commemorationSchema.safeParse(change?.after)
  if (!before.success || !after.success) return []
  const [catalogue, publications] = await Promise.all([
    listCommemorations(store, after.data.bodyId),
    listPublicationsOf(store, id),
  ])
  return strayedPublications(before.data, after.data, publications, finderOf(catalogue))
}
