import type { PlainFactBody } from '../../domain/sessions'
import { joinSpanish } from '../../lib/spanish'
import { cleanLine, endSentence } from '../spanish'
import { typedProse } from './speech'

type BodyOf<K extends PlainFactBody['kind']> = Extract<PlainFactBody, { kind: K }>

/** An agreement as adopted: "Acuerdo INE/CGyPE/003/2021: …"; without number, "Acuerdo: …". */
export function agreementProse(body: BodyOf<'agreement'>): string {
  const label = body.number === null ? 'Acuerdo' : `Acuerdo ${cleanLine(body.number)}`
  return `${label}: ${typedProse(body.text)}`
}

/** A commitment with who answers for it and by when. */
export function commitmentProse(body: BodyOf<'commitment'>): string {
  const responsible = body.responsible.map(cleanLine)
  const who =
    responsible.length === 0
      ? ''
      : ` ${responsible.length === 1 ? 'Responsable' : 'Responsables'}: ${endSentence(joinSpanish(responsible))}`
  const due = body.due === null ? '' : ` Plazo: ${endSentence(cleanLine(body.due))}`
  return `Compromiso: ${typedProse(body.text)}${who}${due}`
}
