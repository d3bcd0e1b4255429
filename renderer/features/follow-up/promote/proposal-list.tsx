import { Button, TextInput } from '@mantine/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import { deadlineText } from '../../../../shared/domain/deadlines'
import { type ItemProposal, partiesText } from '../../../../shared/domain/follow-up'
import type { SessionId } from '../../../../shared/domain/sessions'
import type { FollowUp } from '../../../data/follow-up-book'
import { EmptyState } from '../../../ui/empty-state'
import { Kbd } from '../../../ui/kbd'
import { useShortcuts } from '../../../ui/use-shortcuts'
import classes from '../follow-up.module.css'
import { hasOwner, type Owners, usePromotion } from './use-promotion'

const SOURCES: Readonly<Record<ItemProposal['source'], string>> = {
  commitment: 'Compromiso',
  agreement: 'Acuerdo',
  speech: 'Intervención',
}

interface ProposalProps {
  readonly proposal: ItemProposal
  readonly followUp: FollowUp
  readonly owner: string
  readonly onOwner: (text: string) => void
  readonly onAccept: () => void
}

function Proposal({ proposal, followUp, owner, onOwner, onAccept }: ProposalProps) {
  const { draft, promotedTo, source, suggested } = proposal
  const code = promotedTo === null ? null : followUp.byId.get(promotedTo)?.item.code
  const who = partiesText(draft.responsible)
  return (
    <li className={promotedTo === null ? classes.proposal : `${classes.proposal} ${classes.taken}`}>
      <span className={classes.quiet}>
        {SOURCES[source]}
        {!suggested && promotedTo === null && ' · quizá no obliga a nadie'}
      </span>
      <strong>{draft.title}</strong>
      {who !== '' && <span className={classes.note}>{who}</span>}
      {draft.deadline.term.kind !== 'none' && (
        <span className={classes.quiet}>Plazo: {deadlineText(draft.deadline)}</span>
      )}
      {promotedTo === null ? (
        <span className={classes.accept}>
          {who === '' && (
            <TextInput
              size="xs"
              aria-label={`Responsable de ${draft.title}`}
              placeholder="Responsable"
              value={owner}
              onChange={(event) => onOwner(event.currentTarget.value)}
              onKeyDown={(event) => event.key === 'Enter' && onAccept()}
            />
          )}
          <Button size="compact-sm" variant="default" data-accept onClick={onAccept}>
            Pasar a seguimiento
          </Button>
        </span>
      ) : (
        <span className={classes.good}>✓ en seguimiento{code ? `: ${code}` : ''}</span>
      )}
    </li>
  )
}

/** From one "Pasar a seguimiento" to the next with ↑ ↓; Enter on it accepts. */
function useArrows() {
  const list = useRef<HTMLUListElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('[data-accept]') ?? [])]
    if (step === 0 || buttons.length === 0) return
    event.preventDefault()
    const at = buttons.indexOf(document.activeElement as HTMLElement)
    buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus()
  }
  return { list, onKeyDown }
}

interface ProposalListProps {
  readonly sessionId: SessionId
  readonly followUp: FollowUp
}

/** What a session leaves to be done: each accepted with Enter, or all those proposed with Ctrl+Enter. */
export function ProposalList({ sessionId, followUp }: ProposalListProps) {
  const [owners, setOwners] = useState<Owners>(new Map())
  const { proposals, accept } = usePromotion(sessionId, owners)
  const { list, onKeyDown } = useArrows()
  const ready = (proposals ?? []).filter(
    (proposal) => proposal.promotedTo === null && proposal.suggested && hasOwner(proposal, owners),
  )
  useShortcuts({ 'ctrl+enter': () => void accept(ready) })
  if (!proposals) return null
  if (proposals.length === 0) {
    return (
      <EmptyState
        title="Nada que promover"
        hint="Esta sesión no tiene acuerdos, compromisos ni peticiones registrados."
      />
    )
  }
  return (
    <>
      {ready.length > 0 && (
        <Button rightSection={<Kbd keys="Ctrl+Enter" />} onClick={() => void accept(ready)}>
          {ready.length === 1 ? 'Pasar el propuesto' : `Pasar los ${ready.length} propuestos`}
        </Button>
      )}
      <ul ref={list} className={classes.proposals} onKeyDown={onKeyDown}>
        {proposals.map((proposal) => (
          <Proposal
            key={proposal.factId}
            proposal={proposal}
            followUp={followUp}
            owner={owners.get(proposal.factId) ?? ''}
            onOwner={(text) => setOwners(new Map(owners).set(proposal.factId, text))}
            onAccept={() => void accept([proposal])}
          />
        ))}
      </ul>
    </>
  )
}
