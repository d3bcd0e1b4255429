import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  objectionText,
  PUBLICATION_STATE_LABELS,
  PUBLICATION_STATES,
  type Publication,
  type PublicationState,
  type StateObjection,
} from '../../../../shared/domain/publications'
import type { IsoDate } from '../../../../shared/lib/iso-date'
import { useDeps } from '../../../commands/deps'
import { changePublicationState } from '../../../commands/publications/edit-publication'
import { formatDay } from '../../../ui/format'
import { MessageNote } from '../../../ui/message-note'
import { useCalendarActions } from '../calendar-context'
import { planAuthor, rememberPlanAuthor } from '../plan-author'
import { PublicationMark } from '../publication-marks'
import classes from './entry.module.css'

interface StateSectionProps {
  readonly publication: Publication
  readonly today: IsoDate
  /** Stores what was typed first; false when it cannot be. */
  readonly onBefore: () => Promise<boolean>
}

/** The state that usually follows; null after the last one. */
export function nextState(state: PublicationState): PublicationState | null {
  return PUBLICATION_STATES[PUBLICATION_STATES.indexOf(state) + 1] ?? null
}

const VERBS: Readonly<Record<PublicationState, string>> = {
  proposed: 'Volver a propuesta',
  'in-review': 'Pasar a revisión',
  approved: 'Aprobar',
  scheduled: 'Programar',
  published: 'Marcar como publicada',
  withdrawn: 'Retirar',
}

interface Objected {
  readonly to: PublicationState
  readonly objections: readonly StateObjection[]
}

interface ReasonProps {
  readonly objected: Objected
  readonly onGoOn: (reason: string) => void
  readonly onCancel: () => void
}

/** What stands against the state, and the reason to go on all the same. */
function Reason({ objected, onGoOn, onCancel }: ReasonProps) {
  const [reason, setReason] = useState('')
  const isMissing = reason.trim() === ''
  return (
    <MessageNote kind="warning" title={`${VERBS[objected.to]}: hay algo en contra`}>
      <ul className={classes.objections}>
        {objected.objections.map((objection) => (
          <li key={JSON.stringify(objection)}>{objectionText(objection)}</li>
        ))}
      </ul>
      <Textarea
        size="xs"
        label="Motivo para continuar así"
        autosize
        minRows={2}
        maxLength={2_000}
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button size="compact-sm" disabled={isMissing} onClick={() => onGoOn(reason)}>
          {VERBS[objected.to]} con este motivo
        </Button>
        <Button size="compact-sm" variant="default" onClick={onCancel}>
          Cancelar
        </Button>
      </div>
    </MessageNote>
  )
}

function useStateChange({ publication, today, onBefore }: StateSectionProps) {
  const deps = useDeps()
  const { run } = useCalendarActions()
  const [objected, setObjected] = useState<Objected | null>(null)
  const [author, setAuthor] = useState(planAuthor)
  const change = async (to: PublicationState, note: string) => {
    if (!(await onBefore())) return
    rememberPlanAuthor(author)
    const done = `«${publication.title}»: ${PUBLICATION_STATE_LABELS[to].toLocaleLowerCase('es-MX')}.`
    const changed = await run(done, () =>
      changePublicationState(deps, publication.id, { to, on: today, author, note }),
    )
    if (changed.ok) setObjected(null)
    else if (changed.error.kind === 'objections') {
      setObjected({ to, objections: changed.error.objections })
    }
  }
  return { objected, setObjected, author, setAuthor, change }
}

/** The state of a publication and the step that follows. */
export function StateSection(props: StateSectionProps) {
  const { publication } = props
  const { objected, setObjected, author, setAuthor, change } = useStateChange(props)
  const next = nextState(publication.state)
  const others = PUBLICATION_STATES.filter((state) => state !== publication.state && state !== next)
  return (
    <section className={classes.part} aria-label="Estado">
      <div className={classes.buttons}>
        <PublicationMark state={publication.state} />
        {next && (
          <Button size="compact-sm" ml="auto" onClick={() => void change(next, '')}>
            {VERBS[next]}
          </Button>
        )}
        <NativeSelect
          size="xs"
          w={76}
          {...(next ? {} : { ml: 'auto' })}
          aria-label="Otro estado"
          value=""
          data={[
            { value: '', label: 'Otro…' },
            ...others.map((state) => ({ value: state, label: VERBS[state] })),
          ]}
          onChange={(event) => {
            const to = others.find((state) => state === event.currentTarget.value)
            if (to) void change(to, '')
          }}
        />
      </div>
      {objected && (
        <Reason
          key={objected.to}
          objected={objected}
          onGoOn={(reason) => void change(objected.to, reason)}
          onCancel={() => setObjected(null)}
        />
      )}
      <details className={classes.detail}>
        <summary>Historia ({publication.history.length})</summary>
        <TextInput
          size="xs"
          label="Quién firma los cambios de estado"
          maxLength={200}
          value={author}
          onChange={(event) => setAuthor(event.currentTarget.value)}
        />
        <ol className={classes.history} reversed>
          {[...publication.history].reverse().map(({ state, on, recordedAt, author: by, note }) => (
            <li key={recordedAt + state}>
              {formatDay(on)}: {PUBLICATION_STATE_LABELS[state]}
              {by !== '' && <span className={classes.quiet}> · {by}</span>}
              {note !== '' && <span className={classes.reason}>Motivo: {note}</span>}
            </li>
          ))}
        </ol>
      </details>
    </section>
  )
}
