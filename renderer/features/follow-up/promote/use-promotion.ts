import type { ItemProposal } from '../../../../shared/domain/follow-up'
import type { FactId, SessionId } from '../../../../shared/domain/sessions'
import { useDeps } from '../../../commands/deps'
import { useParties } from '../../../commands/directory/use-parties'
import {
  type Promotion,
  promoteFromSession,
  proposeFromSession,
} from '../../../commands/follow-up/promote-from-session'
import { useLive } from '../../../data/use-live'
import { useFollowUpActions } from '../actions-context'

/** Who answers for a proposal, as corrected in the panel. */
export type Owners = ReadonlyMap<FactId, string>

export function hasOwner(proposal: ItemProposal, owners: Owners): boolean {
  return proposal.draft.responsible.length > 0 || (owners.get(proposal.factId) ?? '').trim() !== ''
}

/** What a session leaves to be done, and turning it into items. */
export function usePromotion(sessionId: SessionId | null, owners: Owners) {
  const deps = useDeps()
  const { run } = useFollowUpActions()
  const { finder } = useParties()
  const proposals = useLive(
    async () => (sessionId === null ? [] : await proposeFromSession(deps.store, sessionId)),
    [deps.store, sessionId],
  )
  const promotionOf = ({ factId, draft }: ItemProposal): Promotion => {
    const typed = owners.get(factId)?.trim() ?? ''
    const changes =
      draft.responsible.length === 0 && typed !== '' ? { responsible: finder.parties(typed) } : {}
    return { factId, changes }
  }
  const accept = async (chosen: readonly ItemProposal[]) => {
    if (sessionId === null || chosen.length === 0) return
    const done =
      chosen.length === 1 ? 'Pasó a seguimiento 1 asunto.' : `Pasaron a seguimiento ${chosen.length} asuntos.`
    await run(done, () => promoteFromSession(deps, sessionId, chosen.map(promotionOf)))
  }
  return { proposals, accept }
}
