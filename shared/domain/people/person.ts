import { z } from 'zod'
import { bodyIdSchema, genderSchema } from '../bodies'

/** Identifier of a person. */
export const personIdSchema = z.uuid().brand<'PersonId'>()
/** Identifier of a person. */
export type PersonId = z.infer<typeof personIdSchema>

/**
 * A person known to the body. `honorificShort` goes in lists ("Lic."), `honorificLong` in prose
 * ("licenciado"); both may be empty. `shortName` is how prose names her after the first time
 * ("Azuara", "Jacobo Molina"). `initials` are the keys that find her in the room, upper case.
 */
export const personSchema = z
  .strictObject({
    id: personIdSchema,
    bodyId: bodyIdSchema,
    fullName: z.string().trim().min(1),
    shortName: z.string().trim().min(1),
    initials: z.string().regex(/^[A-ZÑ]{1,4}$/),
    honorificShort: z.string().trim(),
    honorificLong: z.string().trim(),
    gender: genderSchema,
  })
  .readonly()
/** A person known to the body, with her forms of address. */
export type Person = z.infer<typeof personSchema>
