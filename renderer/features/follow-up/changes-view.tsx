import { NativeSelect } from '@mantine/core'
import { useMemo, useState } from 'react'
import { partiesText, STATE_LABELS } from '../../../shared/domain/follow-up'
import type { FollowUp } from '../../data/follow-up-book'
import { EmptyState } from '../../ui/empty-state'
import { formatDay } from '../../ui/format'
import { changesSince, type ItemChange, lastSession } from './changes'
import { sessionNamer } from './choices'
import { eventText } from './detail/story-words'
import { DueCell, ItemStateMark } from './marks'
import type { Selection } from './use-selection'
import classes from './views.module.css'

interface ChangesViewProps {
  readonly followUp: FollowUp
  readonly selection: Selection
  readonly onOpen: () => void
}

/** Changes drawn of each kind. */
const MAX_SHOWN = 200

function Change({
  change,
  selection,
  onOpen,
}: Omit<ChangesViewProps, 'followUp'> & { readonly change: ItemChange }) {
  const { record, before, events, isNew } = change
  const { item, standing } = record
  return (
    <li className={classes.change}>
      <button
        type="button"
        className={classes.changeTitle}
        aria-pressed={selection.current?.id === item.id}
        onClick={() => {
          selection.choose(item.id, item.id)
          onOpen()
        }}
      >
        <span className={classes.quiet}>{item.code}</span> {item.title}
      </button>
      <span className={classes.quiet}>{partiesText(item.responsible)}</span>
      <span>
        {!isNew && before !== null && before !== standing.state && <>{STATE_LABELS[before]} → </>}
        <ItemStateMark state={standing.state} />
      </span>
      {standing.isOpen && <DueCell record={record} />}
      {events.map((event) => (
        <span key={event.id} className={classes.changeEvent}>
          {formatDay(event.on)}: {eventText(event)}
          {event.note !== '' && `. ${event.note}`}
        </span>
      ))}
    </li>
  )
}

function Part({
  title,
  changes,
  ...props
}: Omit<ChangesViewProps, 'followUp'> & { readonly title: string; readonly changes: readonly ItemChange[] }) {
  if (changes.length === 0) return null
  return (
    <section aria-label={title}>
      <h2 className={classes.areaTitle}>
        {title} <span className={classes.quiet}>{changes.length.toLocaleString('es-MX')}</span>
      </h2>
      <ul className={classes.changeList}>
        {changes.slice(0, MAX_SHOWN).map((change) => (
          <Change key={change.record.item.id} change={change} {...props} />
        ))}
      </ul>
    </section>
  )
}

/** What changed since the last session, or since another one. */
export function ChangesView({ followUp, ...props }: ChangesViewProps) {
  const { records, sessions, context } = followUp
  const nameOf = useMemo(() => sessionNamer(sessions), [sessions])
  const [chosen, setChosen] = useState<string | null>(null)
  const session = sessions.find(({ id }) => id === chosen) ?? lastSession(sessions, context.today)
  const changes = useMemo(() => (session ? changesSince(records, session) : []), [records, session])
  if (!session) {
    return (
      <EmptyState
        title="Todavía no hay sesiones celebradas"
        hint="Después de una sesión, aquí se ve qué ha cambiado."
      />
    )
  }
  const closed = changes.filter(({ record, isNew }) => !isNew && !record.standing.isOpen)
  const moved = changes.filter(({ record, isNew }) => !isNew && record.standing.isOpen)
  return (
    <div className={classes.areas}>
      <NativeSelect
        w={420}
        label="Desde la"
        value={session.id}
        data={sessions
          .filter(({ date }) => date <= context.today)
          .map(({ id, date }) => ({ value: id, label: `${nameOf(id)}, ${formatDay(date)}` }))}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      {changes.length === 0 && (
        <EmptyState
          title="Nada ha cambiado"
          hint="Ningún asunto es nuevo ni tiene noticias desde esa sesión."
        />
      )}
      <Part title="Concluidos" changes={closed} {...props} />
      <Part title="Con noticias" changes={moved} {...props} />
      <Part title="Nuevos" changes={changes.filter(({ isNew }) => isNew)} {...props} />
    </div>
  )
}
