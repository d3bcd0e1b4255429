import {
  type CommemorationId,
  describeDate,
  type FindCommemoration,
} from '../../../../shared/domain/publications'
import { capitalize } from '../../../../shared/lib/spanish'
import { spanText } from '../notice-lines'
import classes from './catalogue.module.css'
import { type DatePreviewed, previewOf } from './rule-model'

interface DatePreviewProps {
  readonly date: DatePreviewed
  readonly id: CommemorationId | null
  readonly find: FindCommemoration
  readonly year: number
}

/** A date in words and the days of its next years, those of its exceptions marked. */
export function DatePreview({ date, id, find, year }: DatePreviewProps) {
  return (
    <section aria-label="Vista previa de la regla" aria-live="polite" className={classes.preview}>
      <strong>{capitalize(describeDate(date, find))}</strong>
      <ul>
        {previewOf(date, id, find, year).map(({ year: each, span, isException }) => (
          <li key={each}>
            {span === null
              ? `${each}: ${isException ? 'no se observa' : 'ninguno'}`
              : spanText(span.from, span.until)}
            {isException && <span className={classes.quiet}> · excepción</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
