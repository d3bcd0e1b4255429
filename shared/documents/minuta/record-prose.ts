import type { PlainFactBody } from '../../domain/sessions'
import { foldText, joinSpanish } from '../../lib/spanish'
import { cleanLine, endSentence } from '../spanish'
import { typedProse } from './speech'

type BodyOf<K extends PlainFactBody['kind']> = Extract<PlainFactBody, { kind: K }>

/** An agreement as adopted: "Acuerdo INE/CGyPE/003/2021: …"; without number, "Acuerdo: …". */
export function agreementProse(body: BodyOf<'agreement'>): string {
  const label = body.number === null ? 'Acuerdo' : `Acuerdo ${cleanLine(body.number)}`
  return `${label}: ${typedProse(body.text)}`
}

/**
 * A commitment with who answers for it and by when. `before` is the speech that it comes from when
 * that is the passage just above: then its words are not repeated.
 */
export function commitmentProse(body: BodyOf<'commitment'>, before: BodyOf<'speech'> | null): string {
  const responsible = body.responsible.map(cleanLine)
  const who =
    responsible.length === 0
      ? ''
      : ` ${responsible.length === 1 ? 'Responsable' : 'Responsables'}: ${endSentence(joinSpanish(responsible))}`
  const due = body.due === null ? '' : ` Plazo: ${endSentence(cleanLine(body.due))}`
  const repeated = before !== null && foldText(before.text) === foldText(body.text)
  const what = repeated
    ? 'Lo anterior se registró como compromiso para su seguimiento.'
    : `Compromiso: ${typedProse(body.text)}`
  return what + who + due
}
