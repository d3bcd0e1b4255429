import { useEffect, useRef } from 'react'
import {
  decidingVote,
  OUTCOME_WORDS,
  type Point,
  type SessionState,
  shortTitle,
} from '../../../shared/domain/sessions'
import { StateMark } from '../../ui/state-mark'
import { chosenPoint } from './keys'
import classes from './room.module.css'
import type { Room } from './use-room'
import { resultWord } from './vote-words'

function PointState({ point, state }: { readonly point: Point; readonly state: SessionState }) {
  const status = state.points.get(point.id)
  if (point.id === state.currentPointId && status?.kind === 'open') return <StateMark kind="current" />
  switch (status?.kind) {
    case 'voted': {
      const vote = decidingVote(state, point.id)
      if (!vote) return null
      return (
        <StateMark kind={vote.result.kind === 'approved' ? 'yes' : 'no'} word={resultWord(vote.result)} />
      )
    }
    case 'ended':
      return <StateMark kind="done" word={OUTCOME_WORDS[status.outcome]} />
    case 'left':
      return point.closing === 'none' ? (
        <StateMark kind="done" word="tratado" />
      ) : (
        <StateMark kind="warning" word="sin resultado" />
      )
    default:
      return <span className={classes.pending}>pendiente</span>
  }
}

interface RowProps {
  readonly point: Point
  readonly room: Room
  readonly chosen: boolean
}

function PointRow({ point, room, chosen }: RowProps) {
  const ref = useRef<HTMLLIElement>(null)
  const current = point.id === room.state.currentPointId
  useEffect(() => {
    if (chosen || current) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen, current])
  const look = [classes.point, current ? classes.current : '', chosen ? classes.chosen : ''].join(' ')
  return (
    <li ref={ref} className={look} aria-current={current ? 'step' : undefined}>
      <button
        type="button"
        className={classes.pointButton}
        onClick={() =>
          void room.run({ kind: 'record', bodies: [{ kind: 'point-opened', pointId: point.id }] })
        }
        disabled={room.state.phase !== 'in-session'}
        title={point.title}
      >
        <span className={classes.number}>{point.number}</span>
        <span className={classes.pointTitle}>{shortTitle(point.title)}</span>
      </button>
      <div className={classes.pointState}>
        <PointState point={point} state={room.state} />
        {chosen && room.state.phase === 'in-session' && <span className={classes.enterHint}>Enter abre</span>}
      </div>
    </li>
  )
}

/** The agenda with the state of every point; the one that Enter would open is marked. */
export function AgendaPanel({ room }: { readonly room: Room }) {
  const { ui, state } = room
  const chosenId = state.phase === 'closed' ? ui.pointCursor : chosenPoint(ui, state)?.id
  return (
    <section className={classes.agenda} aria-label="Orden del día" tabIndex={0}>
      <h2 className={classes.panelTitle}>Orden del día</h2>
      <ol className={classes.points}>
        {room.state.plan.points.map((point) => (
          <PointRow key={point.id} point={point} room={room} chosen={chosenId === point.id} />
        ))}
      </ol>
    </section>
  )
}
