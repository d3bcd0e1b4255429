import { useEffect, useRef } from 'react'
import {
  ACT_WORDS,
  type EffectiveFact,
  findAttendee,
  findPoint,
  OUTCOME_WORDS,
  type Point,
  REVIEW_WORDS,
  type SessionState,
  type Speaker,
  shortTitle,
  votesOf,
} from '../../../shared/domain/sessions'
import { capitalize, joinSpanish } from '../../../shared/lib/spanish'
import { EmptyState } from '../../ui/empty-state'
import { StateMark } from '../../ui/state-mark'
import { reviewPoint } from './keys-review'
import { ReviewPanel } from './review-panel'
import classes from './room.module.css'
import type { Room } from './use-room'
import { VoteLine } from './vote-line'

function speakerName(state: SessionState, speaker: Speaker | null): string {
  if (speaker === null) return ''
  if (speaker.kind === 'outsider') return `${speaker.fullName} (no está en la lista)`
  return findAttendee(state.plan, speaker.attendeeId)?.shortName ?? '?'
}

interface Line {
  readonly who: string
  readonly what: string
  readonly text: string
}

/** What the point's record shows of a fact; null for facts shown elsewhere. */
function lineOf(state: SessionState, fact: EffectiveFact): Line | null {
  const { body } = fact
  switch (body.kind) {
    case 'speech':
      return { who: speakerName(state, body.speaker), what: ACT_WORDS[body.act], text: body.text }
    case 'agreement':
      return { who: body.number ?? '', what: 'acuerdo', text: body.text }
    case 'commitment': {
      const owners = body.responsible.length > 0 ? ` (${joinSpanish(body.responsible)})` : ''
      return { who: body.due ?? '', what: 'seguimiento', text: body.text + owners }
    }
    case 'item-reviewed':
      return {
        who: body.item.code,
        what: REVIEW_WORDS[body.outcome],
        text: body.note ?? body.item.title,
      }
    default:
      return null
  }
}

function belongsTo(fact: EffectiveFact, point: Point): boolean {
  return 'pointId' in fact.body && fact.body.pointId === point.id
}

function PointRecord({ point, room }: { readonly point: Point; readonly room: Room }) {
  const { state } = room
  const end = useRef<HTMLDivElement>(null)
  const lines = state.facts.filter((fact) => belongsTo(fact, point))
  const status = state.points.get(point.id)
  const { facts } = state
  useEffect(() => {
    if (facts.length > 0) end.current?.scrollIntoView({ block: 'end' })
  }, [facts])
  return (
    <div className={classes.record} role="log" aria-label="Lo registrado en el punto" tabIndex={0}>
      {lines.map((fact) => {
        const line = lineOf(state, fact)
        return (
          line && (
            <p key={fact.id} className={classes.line}>
              <span className={classes.time}>{fact.time}</span>
              <span className={classes.text}>
                <span className={classes.who}>{line.who}</span>{' '}
                <span className={classes.what}>{line.what}</span> {line.text}
              </span>
            </p>
          )
        )
      })}
      {votesOf(state, point.id).map((vote) => (
        <VoteLine key={vote.id} state={state} vote={vote} />
      ))}
      {status?.kind === 'ended' && (
        <div className={classes.result}>
          <StateMark kind="done" word={capitalize(OUTCOME_WORDS[status.outcome])} />
          {status.reason !== null && <span>{status.reason}</span>}
        </div>
      )}
      <div ref={end} />
    </div>
  )
}

function emptyHint(state: SessionState): { readonly title: string; readonly hint: string } {
  switch (state.phase) {
    case 'before':
      return {
        title: 'La sesión está por iniciar',
        hint: 'Pase lista con P (Espacio marca presentes a todas las personas que falten) y ábrala con O.',
      }
    case 'closed':
      return {
        title: 'La sesión concluyó',
        hint: 'La minuta está lista en su pestaña. Los hechos se pueden corregir con H.',
      }
    default:
      return {
        title: 'Ningún punto en discusión',
        hint: 'Verifique el quórum con Q y abra el siguiente punto con Enter.',
      }
  }
}

/** The point under discussion: what it is, what was said, how it ended. */
export function PointPanel({ room }: { readonly room: Room }) {
  const { state } = room
  // Outside the session the cursor only looks around, so the middle shows the point it is on.
  const shownId = state.currentPointId ?? (state.phase === 'in-session' ? null : room.ui.pointCursor)
  const point = shownId === null ? null : findPoint(state.plan, shownId)
  if (!point) {
    const { title, hint } = emptyHint(state)
    return (
      <div className={classes.pointPanel}>
        <EmptyState title={title} hint={hint} />
      </div>
    )
  }
  const canReview = reviewPoint(state)?.id === point.id
  const isReviewing = canReview && room.ui.mode === 'review'
  return (
    <div className={isReviewing ? `${classes.pointPanel} ${classes.reviewing}` : classes.pointPanel}>
      <div className={classes.pointHead}>
        <h2 className={classes.currentTitle}>
          <span className={classes.number}>{point.number}</span> {shortTitle(point.title)}
        </h2>
        <p className={classes.fullTitle}>{point.title}</p>
        <p className={classes.small}>
          {point.presenter !== '' && `Presenta: ${point.presenter}`}
          {point.attachments.length > 0 && ` · ${point.attachments.length} anexos`}
          {point.links.length > 0 && ` · ${point.links.length} enlaces`}
        </p>
      </div>
      {canReview && <ReviewPanel room={room} />}
      <PointRecord point={point} room={room} />
    </div>
  )
}
