import type { FollowUp } from '../../data/follow-up-book'
import { ItemPanel } from './detail/item-panel'
import { EditItemForm, NewItemForm } from './forms/item-form-panel'
import { PromotePanel } from './promote/promote-panel'
import type { Selection } from './use-selection'
import type { SidePanelControl } from './use-side-panel'

interface SidePanelProps {
  readonly panel: SidePanelControl
  readonly selection: Selection
  readonly followUp: FollowUp
}

/** At the right of the list: the story of an item, a form, or what a session leaves to be done. */
export function SidePanel({ panel, selection, followUp }: SidePanelProps) {
  const { current } = selection
  const record = current ? followUp.byId.get(current.id) : undefined
  const shown = panel.panel
  if (shown.kind === 'promote') {
    return <PromotePanel followUp={followUp} sessionId={shown.sessionId} onClose={panel.close} />
  }
  if (shown.kind === 'new') {
    return (
      <NewItemForm
        followUp={followUp}
        onClose={panel.close}
        onAdded={(id) => {
          selection.choose(id, id)
          panel.close()
        }}
      />
    )
  }
  if (!record) return null
  if (shown.kind === 'edit') {
    return <EditItemForm key={record.item.id} record={record} followUp={followUp} onClose={panel.close} />
  }
  return (
    <ItemPanel
      key={record.item.id}
      record={record}
      followUp={followUp}
      onEdit={() => panel.open({ kind: 'edit' })}
      onClose={selection.close}
    />
  )
}
