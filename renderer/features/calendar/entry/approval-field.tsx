import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Approval } from '../../../../shared/domain/publications'
import { sessionTitle } from '../../../../shared/domain/sessions'
import { useDeps } from '../../../commands/deps'
import { listAgreements, type RecordedAgreement } from '../../../data/agreements'
import { useBody } from '../../../data/current-body'
import { useLive } from '../../../data/use-live'
import { ApprovalLink } from '../approval-link'
import classes from './entry.module.css'

interface ApprovalFieldProps {
  readonly approval: Approval | null
  readonly error: string | undefined
  readonly onChange: (approval: Approval | null) => void
}

const LONGEST = 300
const LONGEST_LABEL = 90

/** How an agreement is called: its number, or how it begins. */
function referenceOf({ number, text, session }: RecordedAgreement): string {
  const start = text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL)}…` : text
  return `${number ?? `«${start}»`}, ${sessionTitle(session)}`.slice(0, LONGEST)
}

function Choice({ onChoose }: { readonly onChoose: (chosen: RecordedAgreement) => void }) {
  const { store } = useDeps()
  const { id } = useBody()
  const agreements = useLive(() => listAgreements(store, id), [store, id])
  if (!agreements) return null
  if (agreements.length === 0) {
    return <p className={classes.quiet}>Ninguna sesión registrada tiene acuerdos todavía.</p>
  }
  return (
    <NativeSelect
      label="Acuerdo de una sesión"
      size="xs"
      value=""
      data={[
        { value: '', label: 'Elija el acuerdo' },
        ...agreements.map((agreement) => ({ value: agreement.factId, label: referenceOf(agreement) })),
      ]}
      onChange={(event) => {
        const chosen = agreements.find(({ factId }) => factId === event.currentTarget.value)
        if (chosen) onChoose(chosen)
      }}
    />
  )
}

/** The agreement that approves it: one recorded here, or how it is called. */
export function ApprovalField({ approval, error, onChange }: ApprovalFieldProps) {
  const [isChoosing, setChoosing] = useState(false)
  return (
    <div className={classes.stack}>
      <TextInput
        label="Acuerdo que la aprueba"
        placeholder="Número o nombre del acuerdo"
        maxLength={LONGEST}
        value={approval?.reference ?? ''}
        error={error}
        onChange={(event) => {
          const reference = event.currentTarget.value
          onChange(reference.trim() === '' ? null : { sessionId: null, factId: null, reference })
        }}
      />
      {approval !== null && approval.sessionId !== null && (
        <p className={classes.line}>
          Ligado a la sesión: <ApprovalLink approval={approval}>ver el acuerdo en su minuta</ApprovalLink>
        </p>
      )}
      {isChoosing ? (
        <Choice
          onChoose={(chosen) => {
            onChange({
              sessionId: chosen.session.id,
              factId: chosen.factId,
              reference: referenceOf(chosen),
            })
            setChoosing(false)
          }}
        />
      ) : (
        <Button
          size="compact-sm"
          variant="default"
          className={classes.start ?? ''}
          onClick={() => setChoosing(true)}
        >
          Elegir de las sesiones…
        </Button>
      )}
    </div>
  )
}
