import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { SessionId } from '../../../../shared/domain/sessions'
import { useBodyFollowUp } from '../../../commands/follow-up/use-body-follow-up'
import { SidePanel } from '../../../ui/side-panel'
import { FollowUpActionsContext } from '../actions-context'
import classes from '../follow-up.module.css'
import { useFollowUpEdit } from '../use-follow-up-edit'
import { ProposalList } from './proposal-list'

/** Beside the agreements of a session: takes them to the follow-up without leaving them. */
export function PromoteSession({ sessionId }: { readonly sessionId: SessionId }) {
  const followUp = useBodyFollowUp()
  const { run } = useFollowUpEdit()
  const actions = useMemo(() => ({ run }), [run])
  const [isOpen, setOpen] = useState(false)
  if (!followUp) return null
  if (!isOpen) {
    return (
      <Button className={classes.promoteButton ?? ''} variant="default" onClick={() => setOpen(true)}>
        Pasar a seguimiento…
      </Button>
    )
  }
  return (
    <FollowUpActionsContext value={actions}>
      <div className={classes.inline}>
        <SidePanel
          onEscape="leaves-field"
          isInline
          title="Pasar a seguimiento"
          onClose={() => setOpen(false)}
        >
          <ProposalList sessionId={sessionId} followUp={followUp} />
        </SidePanel>
      </div>
    </FollowUpActionsContext>
  )
}
