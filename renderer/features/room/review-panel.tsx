import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import {
  countReviewed,
  eventSentence,
  outcomeFor,
  partiesText,
  type ReviewLine,
  STATE_LABELS,
  urgencyText,
} from '../../../shared/domain/follow-up'
import { REVIEW_WORDS, type ReviewOutcome } from '../../../shared/domain/sessions'
import { capitalize } from '../../../shared/lib/spanish'
import { formatDay } from '../../ui/format'
import { Kbd } from '../../ui/kbd'
import { type MarkKind, StateMark } from '../../ui/state-mark'
import { chosenLine, REVIEW_KEYS } from './keys-review'
import classes from './review-panel.module.css'
import type { Room } from './use-room'

const MARKS: Readonly<Record<ReviewOutcome, MarkKind>> = {
  fulfilled: 'done',
  delivered: 'done',
  'in-progress': 'in-progress',
  pending: 'pending',
  cancelled: 'cancelled',
  moot: 'moot',
}

/** Height of a line that is not chosen, before it is measured. */
const LINE_HEIGHT = 54

/** When it is due and how close that was on the day of the session. */
function Due({ due, urgency }: ReviewLine) {
  const late = urgency.kind === 'overdue' || urgency.kind === 'today'
  return (
    <span>
      {due.kind === 'date' && `${formatDay(due.due)} · `}
      <span className={late ? classes.late : undefined}>
        {late && <span aria-hidden="true">▲ </span>}
        {urgencyText(urgency)}
      </span>
    </span>
  )
}

/** What is told of the chosen item besides its line: what was agreed and what was last reported. */
function Details({ record, standing }: ReviewLine) {
  const { text } = record.item
  return (
    <div className={classes.details}>
      {text !== '' && <p>{text}</p>}
      <p>
        <span className={classes.label}>Último informe: </span>
        {standing.lastUpdate ? eventSentence(standing.lastUpdate) : 'nadie ha informado todavía.'}
      </p>
    </div>
  )
}

function LineButton({ line, onChoose }: { readonly line: ReviewLine; readonly onChoose: () => void }) {
  const { record, standing, review } = line
  const { code, title, responsible } = record.item
  return (
    <button type="button" className={classes.lineButton} onClick={onChoose}>
      <span className={classes.head}>
        <span className={classes.title}>
          <span className={classes.code}>{code}</span> {title}
        </span>
        {review ? (
          <strong>
            <StateMark kind={MARKS[review.outcome]} word={REVIEW_WORDS[review.outcome]} />
          </strong>
        ) : (
          <span className={classes.quiet}>{STATE_LABELS[standing.state]}, sin revisar</span>
        )}
      </span>
      <span className={classes.facts}>
        <span>{responsible.length === 0 ? 'Sin responsable' : partiesText(responsible)}</span>
        <Due {...line} />
      </span>
    </button>
  )
}

function List({ room, lines }: { readonly room: Room; readonly lines: readonly ReviewLine[] }) {
  const scroller = useRef<HTMLOListElement>(null)
  const chosen = chosenLine(lines, room.ui.itemCursor)
  const at = chosen ? lines.indexOf(chosen) : -1
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_HEIGHT,
    getItemKey: (index) => lines[index]?.record.item.id ?? index,
    overscan: 6,
  })
  // A form takes height from the list: the chosen line must stay in sight.
  const hasForm = room.ui.form !== null
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: hasForm ? 'start' : 'auto' })
  }, [at, hasForm, virtual])
  return (
    <ol ref={scroller} className={classes.list} aria-label="Asuntos pendientes" tabIndex={0}>
      <li aria-hidden="true" style={{ height: virtual.getTotalSize() }} />
      {virtual.getVirtualItems().map(({ index, key, start }) => {
        const line = lines[index]
        if (!line) return null
        const isChosen = line === chosen
        return (
          <li
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            aria-current={isChosen ? 'true' : undefined}
            aria-setsize={lines.length}
            aria-posinset={index + 1}
            className={isChosen ? `${classes.line} ${classes.chosen}` : classes.line}
            style={{ transform: `translateY(${start}px)` }}
          >
            <LineButton
              line={line}
              onChoose={() => room.setUi({ ...room.ui, itemCursor: line.record.item.id })}
            />
            {line.review?.note && <p className={classes.note}>«{line.review.note}»</p>}
            {isChosen && <Details {...line} />}
          </li>
        )
      })}
    </ol>
  )
}

/** What each letter records of the chosen item, for whoever uses the mouse. */
function OutcomeButtons({ room, line }: { readonly room: Room; readonly line: ReviewLine | null }) {
  if (!line) return null
  return (
    <fieldset className={classes.outcomes} aria-label={`Cómo queda ${line.record.item.code}`}>
      {Object.entries(REVIEW_KEYS).map(([key, outcome]) => (
        <button key={key} type="button" className={classes.outcome} onClick={() => room.press(key)}>
          {capitalize(REVIEW_WORDS[outcomeFor(line.record, outcome)])} <Kbd keys={key.toUpperCase()} />
        </button>
      ))}
      <button type="button" className={classes.outcome} onClick={() => room.press('n')}>
        Con una nota <Kbd keys="N" />
      </button>
    </fieldset>
  )
}

function progressText(lines: readonly ReviewLine[]): string {
  if (lines.length === 0) return 'No hay asuntos pendientes que revisar.'
  const reviewed = countReviewed(lines)
  if (reviewed === 0) return lines.length === 1 ? '1 asunto pendiente' : `${lines.length} asuntos pendientes`
  return `${reviewed} de ${lines.length} ${lines.length === 1 ? 'revisado' : 'revisados'}`
}

/** The pending items under the point of the follow-up: one line, and the list while they are reviewed. */
export function ReviewPanel({ room }: { readonly room: Room }) {
  const { review: lines, ui } = room
  if (lines === null) return null
  const isOpen = ui.mode === 'review'
  return (
    <section className={classes.panel} aria-label="Revisión de pendientes" data-testid="review">
      <div className={classes.bar}>
        <span className={classes.progress} data-testid="review-progress">
          {progressText(lines)}
        </span>
        {lines.length > 0 && (
          <button type="button" className={classes.toggle} onClick={() => room.press('b')}>
            {isOpen ? 'Terminar la revisión' : 'Revisar pendientes'} <Kbd keys={isOpen ? 'Esc' : 'B'} />
          </button>
        )}
      </div>
      {isOpen && (
        <>
          {ui.form === null && <OutcomeButtons room={room} line={chosenLine(lines, ui.itemCursor)} />}
          <List room={room} lines={lines} />
        </>
      )}
    </section>
  )
}
