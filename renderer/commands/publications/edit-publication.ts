import type { BodyId } from '../../../shared/domain/bodies'
import {
  changeState,
  movedTo,
  type Publication,
  type PublicationDraft,
  type PublicationId,
  publicationIdSchema,
  publicationSchema,
  readPublication,
  type StateChange,
} from '../../../shared/domain/publications'
import { type IsoDate, instantSchema, yearOf } from '../../../shared/lib/iso-date'
import { err, ok } from '../../../shared/lib/result'
import { getPublication } from '../../data/publications'
import { insert, remove, update } from '../changes'
import type { CommandDeps } from '../deps'
import { loadPlanContext, type Published, savePublishing } from './save-publishing'

async function replace(deps: CommandDeps, before: Publication, after: Publication, label: string): Published {
  const parsed = publicationSchema.parse(after)
  if (JSON.stringify(publicationSchema.parse(before)) === JSON.stringify(parsed)) return ok(null)
  return savePublishing(deps, label, [update('publications', before, parsed)])
}

/** Adds a publication that no date of the catalogue asks for. */
export async function addPublication(
  deps: CommandDeps,
  bodyId: BodyId,
  draft: PublicationDraft,
  author: string,
): Published {
  const read = readPublication(draft)
  if (!read.ok) return err({ kind: 'publication', problems: read.error })
  const { today } = await loadPlanContext(deps, bodyId, author)
  const recordedAt = instantSchema.parse(deps.effects.now())
  const publication = publicationSchema.parse({
    ...read.value,
    id: publicationIdSchema.parse(deps.effects.newId()),
    bodyId,
    commemorationId: null,
    startedFrom: null,
    year: yearOf(read.value.on),
    state: 'proposed',
    history: [{ state: 'proposed', on: today, recordedAt, author, note: '' }],
  })
  return savePublishing(deps, `Agregar al plan: ${publication.title}`, [insert('publications', publication)])
}

/** Changes what a publication says and where it goes; its state and history stay. */
export async function editPublication(
  deps: CommandDeps,
  id: PublicationId,
  draft: PublicationDraft,
): Published {
  const read = readPublication(draft)
  if (!read.ok) return err({ kind: 'publication', problems: read.error })
  const before = await getPublication(deps.store, id)
  if (!before) return err({ kind: 'gone' })
  return replace(deps, before, { ...before, ...read.value }, `Publicación: ${read.value.title}`)
}

/** Moves a publication to another day, its window with it. */
export async function movePublication(deps: CommandDeps, id: PublicationId, on: IsoDate): Published {
  const before = await getPublication(deps.store, id)
  if (!before) return err({ kind: 'gone' })
  return replace(deps, before, movedTo(before, on), `Mover «${before.title}»`)
}

/** Changes the state of a publication; what stands against it asks for a reason. */
export async function changePublicationState(
  deps: CommandDeps,
  id: PublicationId,
  change: StateChange,
): Published {
  const before = await getPublication(deps.store, id)
  if (!before) return err({ kind: 'gone' })
  const changed = changeState(before, change, deps.effects)
  if (!changed.ok) {
    return changed.error.code === 'same-state'
      ? ok(null)
      : err({ kind: 'objections', objections: changed.error.objections })
  }
  return replace(deps, before, changed.value, `Estado de «${before.title}»`)
}

/** Takes a publication out of the plan and the archive; the journal keeps it and one undo brings it back. */
export async function removePublication(deps: CommandDeps, id: PublicationId): Published {
  const publication = await getPublication(deps.store, id)
  if (!publication) return err({ kind: 'gone' })
  return savePublishing(deps, `Quitar «${publication.title}»`, [remove('publications', publication)])
}
