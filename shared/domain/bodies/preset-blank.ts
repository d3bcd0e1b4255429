import { z } from 'zod'
import type { Effects } from '../../lib/effects'
import { readAgreementPattern } from './agreement-number'
import { type Body, bodySchema, genderSchema, isTimeZone } from './body'
import { DEFAULT_RULES } from './rules'

/** A required line of text with the message shown when it is missing. */
function line(missing: string, max: number) {
  return z.string().trim().min(1, missing).max(max, `Use ${max} caracteres como máximo.`)
}

/**
 * What a user writes of a body, with messages for a form. `agreementPattern` is empty when its
 * agreements carry no number (2016–2017 acuerdos show none).
 */
export const bodyDraftSchema = z.strictObject({
  name: line('Escriba el nombre completo del órgano.', 200),
  shortName: line('Escriba cómo lo nombra el texto corrido, por ejemplo «el Comité».', 60).regex(
    /^(el|la|los|las)\s\S/i,
    'Incluya el artículo, por ejemplo «el Comité» o «la Comisión».',
  ),
  acronym: line('Escriba la sigla.', 20),
  institution: line('Escriba la institución a la que pertenece.', 200),
  gender: genderSchema,
  timeZone: z.string().refine(isTimeZone, 'Esa zona horaria no existe. Por ejemplo: America/Mexico_City.'),
  agreementPattern: z
    .string()
    .trim()
    .max(80, 'Use 80 caracteres como máximo.')
    .superRefine((pattern, context) => {
      const read = pattern === '' ? null : readAgreementPattern(pattern)
      if (!read || read.ok) return
      context.addIssue({
        code: 'custom',
        message:
          read.error === 'no-counter'
            ? 'Falta el consecutivo: escriba {NNN} donde va el número.'
            : 'Hay más de un consecutivo; deje solo un {NNN}.',
      })
    }),
})
/** What a user writes of a body. */
export type BodyDraft = z.infer<typeof bodyDraftSchema>

/** A new body with the rules proposed by default, from a draft already checked. */
export function bodyFromDraft(draft: BodyDraft, effects: Effects): Body {
  return bodySchema.parse({
    ...draft,
    id: effects.newId(),
    agreementPattern: draft.agreementPattern === '' ? null : draft.agreementPattern,
    rules: DEFAULT_RULES,
  })
}

/** The body with what the user rewrote; its rules and id stay. */
export function applyBodyDraft(body: Body, draft: BodyDraft): Body {
  return bodySchema.parse({
    ...body,
    ...draft,
    agreementPattern: draft.agreementPattern === '' ? null : draft.agreementPattern,
  })
}

/** The draft that shows a stored body in a form. */
export function draftOfBody(body: Body): BodyDraft {
  return {
    name: body.name,
    shortName: body.shortName,
    acronym: body.acronym,
    institution: body.institution,
    gender: body.gender,
    timeZone: body.timeZone,
    agreementPattern: body.agreementPattern ?? '',
  }
}
