import type { BodyId } from '../../shared/domain/bodies'
import type {
  Channel,
  Commemoration,
  CommemorationId,
  Publication,
  PublicationId,
} from '../../shared/domain/publications'
import type { Store } from './store'

const FIRST_YEAR = 0
const LAST_YEAR = 9_999

/** The catalogue of dates of a body, in no order. */
export async function listCommemorations(store: Store, bodyId: BodyId): Promise<readonly Commemoration[]> {
  return store.where('commemorations', 'bodyId', bodyId)
}

/** The channels of a body, in their order. */
export async function listChannels(store: Store, bodyId: BodyId): Promise<readonly Channel[]> {
  const channels = await store.where('channels', 'bodyId', bodyId)
  return [...channels].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
}

/** The plan of one year, in no order. */
export async function listPlan(store: Store, bodyId: BodyId, year: number): Promise<readonly Publication[]> {
  return store.between('publications', '[bodyId+year]', [bodyId, year], [bodyId, year])
}

/** Every publication of a body, by year. */
export async function listPublications(store: Store, bodyId: BodyId): Promise<readonly Publication[]> {
  return store.between('publications', '[bodyId+year]', [bodyId, FIRST_YEAR], [bodyId, LAST_YEAR])
}

/** Publications read at once: they are large, with images, channels and history. */
const READ_PART = 60

/** Every publication of a body, some at a time, in no order. */
export function publicationPages(store: Store, bodyId: BodyId): AsyncGenerator<readonly Publication[]> {
  return store.pages('publications', 'bodyId', bodyId, READ_PART)
}

/** Every publication of a date of the catalogue, in no order. */
export async function listPublicationsOf(store: Store, id: CommemorationId): Promise<readonly Publication[]> {
  return store.where('publications', 'commemorationId', id)
}

export async function getPublication(store: Store, id: PublicationId): Promise<Publication | null> {
  return store.get('publications', id)
}

/** Years that have a plan, without reading it. */
export async function plannedYears(store: Store, bodyId: BodyId): Promise<readonly number[]> {
  const keys = await store.indexKeys(
    'publications',
    '[bodyId+year]',
    [bodyId, FIRST_YEAR],
    [bodyId, LAST_YEAR],
  )
  return [...new Set(keys.map(([, year]) => Number(year)))]
}
