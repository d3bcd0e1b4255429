import type { Refusal } from '../domain/sessions'
import type { SessionFileStep } from './schema'

/** A step of the script, by what it does. */
export type StepOf<K extends SessionFileStep['do']> = Extract<SessionFileStep, { do: K }>

/** What came of one step: nothing wrong, something written wrongly, or something that cannot be. */
export type Outcome =
  | { readonly kind: 'done' }
  /** The file says it badly; `goesOn` when the steps after it can still be checked. */
  | { readonly kind: 'wrong'; readonly messages: readonly string[]; readonly goesOn: boolean }
  /** It could not have happened, so what follows cannot be judged. */
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** A step with which nothing was wrong. */
export const DONE: Outcome = { kind: 'done' }

/** What a refusal of the rules, or none, makes of a step. */
export function outcomeOf(refusal: Refusal | null): Outcome {
  return refusal ? { kind: 'refused', refusal } : DONE
}

/** Something badly written, after which checking goes on; nothing wrong without messages. */
export function wrong(...messages: readonly string[]): Outcome {
  return messages.length === 0 ? DONE : { kind: 'wrong', messages, goesOn: true }
}

/** Something badly written without which the steps after it cannot be judged. */
export function lost(message: string): Outcome {
  return { kind: 'wrong', messages: [message], goesOn: false }
}

/** What is wrong with a step outside any point. */
export const NO_POINT = 'antes hay que abrir un punto («point»)'

/** What is wrong with a name that is not in the attendance list. */
export function nobodyCalled(key: string): string {
  return `«${key}» no está en la lista de asistencia; use las iniciales de una persona o la sigla de un área`
}
