import {
  EVENT_LABELS,
  type ItemEvent,
  isReviewEvent,
  SOURCE_LABELS,
  STATE_LABELS,
} from '../../../../shared/domain/follow-up'
import { capitalize } from '../../../../shared/lib/spanish'
import { formatDay } from '../../../ui/format'

/** What an event says in one line: "Cumplido", "Prórroga al mié 15 nov 2017, concedida por…". */
export function eventText({ body }: ItemEvent): string {
  switch (body.kind) {
    case 'state':
      return capitalize(STATE_LABELS[body.to])
    case 'extension':
      return `Prórroga al ${formatDay(body.due)}, concedida por ${body.grantedBy}`
    case 'start':
      return `El plazo corre desde el ${formatDay(body.date)}${body.time === null ? '' : `, ${body.time}`}`
    case 'delivery':
      return body.period === '' ? 'Entrega del periodo' : `Entrega: ${body.period}`
    case 'edited':
      return `Cambio de datos: ${body.changes.map(({ field }) => field).join(', ')}`
    case 'progress':
    case 'void':
      return capitalize(EVENT_LABELS[body.kind])
  }
}

/** Where it is known from: "oficio INE/UNICOM/4321/2017", "segunda sesión ordinaria 2017". */
export function sourceText(event: ItemEvent): string {
  const { source } = event
  if (source.kind === 'otro' || isReviewEvent(event)) return source.reference
  return [SOURCE_LABELS[source.kind], source.reference].filter((word) => word !== '').join(' ')
}
