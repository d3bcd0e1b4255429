import type { IsoDate } from '../../lib/iso-date'
import { foldText } from '../../lib/spanish'
import type { Deadline, StartEvent, Term } from './deadline'
import { readDateWords } from './read-dates'
import { readAmount, readRecurrence } from './read-terms'

/** What was understood of a deadline written in ordinary Spanish. */
export type WordingReading =
  | {
      readonly kind: 'proposed'
      readonly deadline: Deadline
      /** What was supposed and should be looked at, in Spanish; empty when the words say it all. */
      readonly notes: readonly string[]
    }
  /** It names a date that does not exist. */
  | { readonly kind: 'impossible'; readonly message: string }
  | { readonly kind: 'unknown' }

/** A term found in the words, before its start is added. */
export interface FoundTerm {
  readonly term: Term
  readonly notes: readonly string[]
}

const OPEN_ENDED =
  /\b(a la (mayor )?brevedad|lo antes posible|cuanto antes|tan pronto como|en su oportunidad|oportunamente|de inmediato|inmediatamente|sin (fecha|plazo|termino)|a la mayor prontitud|permanente(mente)?)\b/
const NEXT_SESSION = /\b(proxima|siguiente) (sesion|reunion)\b|\bsesion (proxima|siguiente)\b/

/** "cada año", "semestralmente": stronger than a date beside it; "programa anual" is not. */
const SAYS_REPEATED = /\b(cada|todos los)\b|\b(mensual|bimestral|trimestral|semestral|anual)mente\b/

const EVENTS: readonly (readonly [StartEvent, RegExp])[] = [
  ['entry-into-force', /\b(entrada en vigor|entre en vigor|entrar en vigor)\b/],
  ['notice', /\b(notific\w*|recepcion|reciba\w*|recibid\w*|se (le )?comuni\w*|aviso|acuse|consulta)\b/],
  ['approval', /\b(aprobacion|aprobad[oa]s?|apruebe\w*|sesion)\b/],
]

/** What sets the term running, by the words after the amount; approval when they do not say. */
function readStartEvent(folded: string): { readonly event: StartEvent; readonly said: boolean } {
  const found = EVENTS.find(([, pattern]) => pattern.test(folded))
  return found ? { event: found[0], said: true } : { event: 'approval', said: false }
}

function readTerm(folded: string, on: IsoDate): FoundTerm | { readonly impossible: string } | null {
  const amount = readAmount(folded)
  if (amount) return amount
  const recurrence = readRecurrence(folded)
  if (recurrence && SAYS_REPEATED.test(folded)) return recurrence
  const date = readDateWords(folded, on)
  if (date) return date
  if (NEXT_SESSION.test(folded)) return { term: { kind: 'next-session' }, notes: [] }
  if (recurrence) return recurrence
  return OPEN_ENDED.test(folded) ? { term: { kind: 'none' }, notes: [] } : null
}

/**
 * Reads a deadline as people write it ("dentro de los cinco días hábiles siguientes a la aprobación",
 * "a finales del mes de octubre", "para la próxima sesión") and proposes one, never more than that: the
 * words are kept beside it. `agreedOn` is when it was agreed: the approval, and the date from which a
 * month without a year is looked for.
 */
export function readDeadlineWording(wording: string, agreedOn: IsoDate): WordingReading {
  const text = wording.trim()
  const folded = foldText(text).replace(/[«»"“”]/g, '')
  if (folded === '') return { kind: 'unknown' }
  const found = readTerm(folded, agreedOn)
  if (found === null) return { kind: 'unknown' }
  if ('impossible' in found) return { kind: 'impossible', message: found.impossible }
  const counts = ['business-days', 'natural-days', 'hours', 'months', 'recurring'].includes(found.term.kind)
  const { event, said } = counts ? readStartEvent(folded) : { event: 'approval' as const, said: true }
  const notes =
    said || found.term.kind === 'recurring'
      ? found.notes
      : [...found.notes, 'No dice desde cuándo se cuenta: se propone la aprobación.']
  const start = { event, date: event === 'approval' ? agreedOn : null, time: null }
  return { kind: 'proposed', deadline: { term: found.term, start, wording: text.slice(0, 500) }, notes }
}

/** The deadline to propose for words that may say nothing: what was understood, else no date with the words kept. */
export function deadlineFromWording(wording: string, agreedOn: IsoDate): Deadline {
  const reading = readDeadlineWording(wording, agreedOn)
  if (reading.kind === 'proposed') return reading.deadline
  return {
    term: { kind: 'none' },
    start: { event: 'approval', date: agreedOn, time: null },
    wording: wording.trim().slice(0, 500),
  }
}
