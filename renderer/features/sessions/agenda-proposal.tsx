import { Checkbox, Stack, Text } from '@mantine/core'
import type { ProposalReason, ProposedPoint } from '../../../shared/domain/sessions'
import { CLOSING_LABELS } from './labels'
import classes from './new-session-dialog.module.css'

const REASONS: Readonly<Record<ProposalReason, string>> = {
  'every-session': 'abre toda sesión',
  'awaiting-minutas': 'hay minutas por aprobar',
  'earlier-session': 'hubo sesiones anteriores',
  'ordinary-session': 'solo en ordinarias',
}

interface AgendaProposalProps {
  readonly proposed: readonly ProposedPoint[]
  readonly unticked: ReadonlySet<string>
  readonly onToggle: (kind: string) => void
}

/** The points proposed, each with its reason; those unticked are left out. */
export function AgendaProposal({ proposed, unticked, onToggle }: AgendaProposalProps) {
  return (
    <section aria-labelledby="proposal-title" className={classes.proposal}>
      <p id="proposal-title" className={classes.legend}>
        Puntos propuestos
      </p>
      <Stack gap="sm">
        {proposed.map((point) => (
          <Checkbox
            key={point.kind}
            checked={!unticked.has(point.kind)}
            onChange={() => onToggle(point.kind)}
            label={point.title}
            description={`${CLOSING_LABELS[point.closing]} · ${REASONS[point.reason]}`}
          />
        ))}
        {proposed.length === 0 && (
          <Text size="sm" c="var(--q-muted)">
            Elija la fecha para proponer el orden del día.
          </Text>
        )}
        <Text size="sm" c="var(--q-muted)">
          Los demás puntos se agregan después; también puede pegar el orden del día completo.
        </Text>
      </Stack>
    </section>
  )
}
