import type { AgendaRefusal, AttendanceRefusal, FieldProblem, Session } from '../../../shared/domain/sessions'
import type { AppendFailure } from '../../platform/desktop'
import type { Committed } from '../commit'

/** Why an edit of a session left no trace: the rules refused it, or it could not be written. */
export type EditFailure =
  | { readonly kind: 'not-saved'; readonly failure: AppendFailure }
  | { readonly kind: 'agenda'; readonly refusal: AgendaRefusal }
  | { readonly kind: 'attendance'; readonly refusal: AttendanceRefusal }
  | { readonly kind: 'fields'; readonly problems: readonly FieldProblem[] }
  | { readonly kind: 'agenda-empty' }
  | { readonly kind: 'session-gone' }
  | { readonly kind: 'session-has-facts' }
  | { readonly kind: 'session-is-named'; readonly by: Session }

/** What an edit stored; null when there was nothing to change. */
export type Edited = Committed | null
