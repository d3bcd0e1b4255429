import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { type SessionId, sessionIdSchema } from '../../../../shared/domain/sessions'
import type { FollowUp } from '../../../data/follow-up-book'
import { EmptyState } from '../../../ui/empty-state'
import { SidePanel } from '../../../ui/side-panel'
import { sessionNamer } from '../choices'
import { ProposalList } from './proposal-list'

interface PromotePanelProps {
  readonly followUp: FollowUp
  readonly sessionId: SessionId | null
  readonly onClose: () => void
}

/** Facts of a session on their way to the follow-up. */
export function PromotePanel({ followUp, sessionId, onClose }: PromotePanelProps) {
  const sessions = followUp.sessions.filter(({ antecedent }) => antecedent !== true)
  const [chosen, setChosen] = useState<SessionId | null>(sessionId ?? sessions[0]?.id ?? null)
  const nameOf = sessionNamer(followUp.sessions)
  return (
    <SidePanel onEscape="leaves-field" title="Promover de una sesión" onClose={onClose}>
      {chosen === null ? (
        <EmptyState
          title="Todavía no hay sesiones"
          hint="Cuando una sesión tenga acuerdos o compromisos, aquí se pasan a seguimiento."
        />
      ) : (
        <>
          <NativeSelect
            label="Sesión"
            value={chosen}
            data={sessions.map(({ id }) => ({ value: id, label: nameOf(id) }))}
            onChange={(event) => setChosen(sessionIdSchema.parse(event.currentTarget.value))}
          />
          <ProposalList key={chosen} sessionId={chosen} followUp={followUp} />
        </>
      )}
    </SidePanel>
  )
}
