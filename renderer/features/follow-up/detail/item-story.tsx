import { Link } from 'wouter'
import { type ItemRecord, isReviewEvent, type StoryEvent } from '../../../../shared/domain/follow-up'
import { useDeps } from '../../../commands/deps'
import { recordEvent } from '../../../commands/follow-up/record-event'
import type { FollowUp } from '../../../data/follow-up-book'
import { FilesField } from '../../../edits/files/files-field'
import { formatDay } from '../../../ui/format'
import { useFollowUpActions } from '../actions-context'
import { sessionNamer } from '../choices'
import classes from '../follow-up.module.css'
import { quickEvent } from '../follow-up-author'
import { originPath } from '../origin-path'
import { eventText, sourceText } from './story-words'

interface ItemStoryProps {
  readonly record: ItemRecord
  readonly followUp: FollowUp
}

function Changes({ entry }: { readonly entry: StoryEvent }) {
  const { body } = entry.event
  if (body.kind !== 'edited') return null
  return (
    <ul className={classes.changes}>
      {body.changes.map(({ field, before, after }) => (
        <li key={field}>
          {field}: <del>{before || 'vacío'}</del> → {after || 'vacío'}
        </li>
      ))}
    </ul>
  )
}

function Source({ entry, followUp }: { readonly entry: StoryEvent; readonly followUp: FollowUp }) {
  const { event } = entry
  const { sessionId, factId } = event.source
  return (
    <span className={classes.quiet}>
      {event.author} · {isReviewEvent(event) ? null : sourceText(event)}
      {sessionId !== null && (
        <>
          {' '}
          <Link
            href={originPath({ kind: 'session', sessionId, factId, pointId: null, pointNumber: null })}
            className={classes.link ?? ''}
          >
            {sessionNamer(followUp.sessions)(sessionId)}
          </Link>
        </>
      )}
    </span>
  )
}

function Entry({ entry, record, followUp }: ItemStoryProps & { readonly entry: StoryEvent }) {
  const deps = useDeps()
  const { run } = useFollowUpActions()
  const { event, voidedBy } = entry
  const canVoid =
    voidedBy === null && event.body.kind !== 'void' && event.body.kind !== 'edited' && !isReviewEvent(event)
  const takeBack = () =>
    run('El evento quedó sin efecto; sigue en la historia.', () =>
      recordEvent(deps, record.item.id, {
        ...quickEvent(followUp.context.today),
        body: { kind: 'void', targetId: event.id },
      }),
    )
  return (
    <li className={voidedBy ? classes.voided : undefined}>
      <span className={classes.when}>{formatDay(event.on)}</span>
      <div className={classes.what}>
        <strong>{eventText(event)}</strong>
        {event.note !== '' && <span className={classes.note}>{event.note}</span>}
        <Changes entry={entry} />
        <Source entry={entry} followUp={followUp} />
        {voidedBy && <span className={classes.quiet}>Sin efecto desde el {formatDay(voidedBy.on)}</span>}
        {event.evidence.length > 0 && <FilesField files={event.evidence} />}
        {isReviewEvent(event) && <span className={classes.quiet}>Se corrige en la Sala de esa sesión</span>}
        {canVoid && (
          <button type="button" className={classes.link} onClick={() => void takeBack()}>
            Dejar sin efecto
          </button>
        )}
      </div>
    </li>
  )
}

/** Everything that happened to an item, newest first; nothing is ever rewritten. */
export function ItemStory({ record, followUp }: ItemStoryProps) {
  const entries = [...record.standing.story].reverse()
  return (
    <section aria-label="Historia">
      <h3 className={classes.partTitle}>
        Historia <span className={classes.quiet}>{entries.length + 1}</span>
      </h3>
      <ol className={classes.story}>
        {entries.map((entry) => (
          <Entry key={entry.event.id} entry={entry} record={record} followUp={followUp} />
        ))}
        <li>
          <span className={classes.when}>{formatDay(record.item.openedOn)}</span>
          <div className={classes.what}>
            <strong>Queda pendiente</strong>
          </div>
        </li>
      </ol>
    </section>
  )
}
