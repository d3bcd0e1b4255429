import type { BodyId } from '../../../shared/domain/bodies'
import { type ItemView, type ItemViewId, itemViewSchema } from '../../../shared/domain/follow-up'
import { err, ok } from '../../../shared/lib/result'
import { foldText } from '../../../shared/lib/spanish'
import { listItemViews } from '../../data/follow-up'
import { insert, remove, update } from '../changes'
import type { CommandDeps } from '../deps'
import { type Edited, saveFollowUp } from './edit-follow-up'

/** What a saved view shows. */
export type ViewFields = Pick<ItemView, 'name' | 'filter' | 'grouping' | 'sort'>

/** Saves a view under a name; the same name is the same view, and its contents are replaced. */
export async function saveItemView(deps: CommandDeps, bodyId: BodyId, fields: ViewFields): Edited {
  const name = fields.name.trim()
  if (name === '' || name.length > 60) {
    return err({ kind: 'view-name', message: 'Escriba un nombre de hasta 60 caracteres.' })
  }
  const views = await listItemViews(deps.store, bodyId)
  const before = views.find((view) => foldText(view.name) === foldText(name))
  const after = itemViewSchema.parse({
    ...fields,
    name,
    id: before?.id ?? deps.effects.newId(),
    bodyId,
    order: before?.order ?? Math.max(-1, ...views.map(({ order }) => order)) + 1,
  })
  if (before && JSON.stringify(before) === JSON.stringify(after)) return ok(null)
  return saveFollowUp(deps, `Guardar la vista «${name}»`, [
    before ? update('itemViews', before, after) : insert('itemViews', after),
  ])
}

/** Forgets a saved view; the items stay. */
export async function removeItemView(deps: CommandDeps, bodyId: BodyId, id: ItemViewId): Edited {
  const view = (await listItemViews(deps.store, bodyId)).find((one) => one.id === id)
  if (!view) return err({ kind: 'gone' })
  return saveFollowUp(deps, `Quitar la vista «${view.name}»`, [remove('itemViews', view)])
}
