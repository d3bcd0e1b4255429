import { type CountedDay, skipText } from '../../../../shared/domain/calendar'
import { computeDue, deadlineText, dueText } from '../../../../shared/domain/deadlines'
import { deadlineContextOf, type FollowUpContext, type ItemRecord } from '../../../../shared/domain/follow-up'
import { formatDay } from '../../../ui/format'
import classes from '../follow-up.module.css'

interface DeadlineCountProps {
  readonly record: ItemRecord
  readonly context: FollowUpContext
}

function Day({ day }: { readonly day: CountedDay }) {
  return (
    <li className={day.skipped ? classes.skipped : undefined}>
      <span className={classes.dayNumber}>{day.counted ?? '–'}</span>
      <span>{formatDay(day.date)}</span>
      <span className={classes.quiet}>{day.skipped ? skipText(day.skipped) : ''}</span>
    </li>
  )
}

function Trace({ trace }: { readonly trace: readonly CountedDay[] }) {
  const skipped = trace.filter((day) => day.skipped !== null).length
  const summary =
    skipped === 0
      ? `La cuenta día por día (${trace.length})`
      : `La cuenta día por día: ${trace.length - skipped} contados, ${skipped} saltados`
  return (
    <details className={classes.trace}>
      <summary>{summary}</summary>
      <ol className={classes.days}>
        {trace.map((day) => (
          <Day key={day.date} day={day} />
        ))}
      </ol>
    </details>
  )
}

/** The deadline as agreed, the rule behind its date, its extension, and every day counted or skipped. */
export function DeadlineCount({ record, context }: DeadlineCountProps) {
  const { item, standing, due } = record
  const { deadline, extension, periodsMet } = standing
  const computed = computeDue(deadline, { ...deadlineContextOf(item, context), periodsMet })
  const rule = deadlineText(deadline)
  return (
    <section aria-label="Plazo">
      <h3 className={classes.partTitle}>Plazo</h3>
      <p className={classes.line}>
        <strong>{dueText(due)}</strong>
      </p>
      {deadline.wording !== '' && <p className={classes.line}>Como se acordó: «{deadline.wording}»</p>}
      {rule !== dueText(due) && deadline.term.kind !== 'none' && <p className={classes.quietLine}>{rule}</p>}
      {extension && (
        <p className={classes.line}>
          Prórroga concedida por {extension.grantedBy} el {formatDay(extension.on)}; vencía:{' '}
          {dueText(computed)}.
        </p>
      )}
      {periodsMet > 0 && <p className={classes.quietLine}>Periodos entregados: {periodsMet}.</p>}
      {computed.kind === 'date' && computed.trace.length > 0 && <Trace trace={computed.trace} />}
    </section>
  )
}
