import { useState } from 'react'
import type { SessionId } from '../../../shared/domain/sessions'

/** What stands at the right of the list. */
export type Panel =
  /** The story of the item under the keys, when there is one. */
  | { readonly kind: 'item' }
  | { readonly kind: 'edit' }
  | { readonly kind: 'new' }
  | { readonly kind: 'promote'; readonly sessionId: SessionId | null }

export function useSidePanel() {
  const [panel, setPanel] = useState<Panel>({ kind: 'item' })
  return { panel, open: setPanel, close: () => setPanel({ kind: 'item' }) }
}

export type SidePanelControl = ReturnType<typeof useSidePanel>
