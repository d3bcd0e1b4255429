import { useState } from 'react'
import { type Item, type ItemId, type ItemRecord, itemIdSchema } from '../../../../shared/domain/follow-up'
import { useDeps } from '../../../commands/deps'
import { useParties } from '../../../commands/directory/use-parties'
import { addItem } from '../../../commands/follow-up/add-item'
import { editItem } from '../../../commands/follow-up/edit-item'
import { useBody } from '../../../data/current-body'
import type { FollowUp } from '../../../data/follow-up-book'
import { SidePanel } from '../../../ui/side-panel'
import { useFollowUpActions } from '../actions-context'
import { lastAuthor } from '../follow-up-author'
import { ItemForm } from './item-form'
import { emptyItemForm, formOfItem, useItemForm } from './use-item-form'

interface NewItemFormProps {
  readonly followUp: FollowUp
  readonly onClose: () => void
  readonly onAdded: (id: ItemId) => void
}

/** A new item, typed by hand. */
export function NewItemForm({ followUp, onClose, onAdded }: NewItemFormProps) {
  const deps = useDeps()
  const body = useBody()
  const { run } = useFollowUpActions()
  const { finder } = useParties()
  const [id] = useState(() => itemIdSchema.parse(deps.effects.newId()))
  const form = useItemForm({
    initial: emptyItemForm(followUp.context.today),
    finder,
    before: null,
    store: (draft) => run('Se agregó el asunto.', () => addItem(deps, body.id, id, draft)),
    onSaved: () => onAdded(id),
  })
  return (
    <SidePanel onEscape="leaves-field" title="Nuevo asunto" onClose={onClose}>
      <ItemForm form={form} followUp={followUp} submitWord="Agregar asunto" onCancel={onClose} />
    </SidePanel>
  )
}

interface EditItemFormProps {
  readonly record: ItemRecord
  readonly followUp: FollowUp
  readonly onClose: () => void
}

/** The data of an item; what changes is added to its story. */
export function EditItemForm({ record, followUp, onClose }: EditItemFormProps) {
  const deps = useDeps()
  const { run } = useFollowUpActions()
  const { finder } = useParties()
  const item: Item = record.item
  const form = useItemForm({
    initial: formOfItem(item),
    finder,
    before: item,
    store: (draft) => run(`Se cambió ${item.code}.`, () => editItem(deps, item.id, draft, lastAuthor())),
    onSaved: onClose,
  })
  return (
    <SidePanel onEscape="leaves-field" title={`Editar ${item.code}`} onClose={onClose}>
      <ItemForm form={form} followUp={followUp} submitWord="Guardar cambios" onCancel={onClose} />
    </SidePanel>
  )
}
