import { z } from 'zod'
import { sessionIdSchema } from './ids'

/**
 * A paragraph of the minuta rewritten by hand. `anchor` names the generated paragraph, `text` replaces
 * it, and `basis` is the generated text it was written over: when the facts under it change, the
 * newly generated text differs from `basis` and the paragraph is flagged for review. `text` empty
 * leaves the paragraph out. The key is `sessionId` + ':' + `anchor`.
 */
export const overlaySchema = z
  .strictObject({
    id: z.string().min(1),
    sessionId: sessionIdSchema,
    anchor: z.string().min(1),
    text: z.string(),
    basis: z.string(),
  })
  .readonly()
/** A paragraph of the minuta rewritten by hand. */
export type Overlay = z.infer<typeof overlaySchema>
