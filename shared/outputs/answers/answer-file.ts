import { z } from 'zod'
import { bodyIdSchema } from '../../domain/bodies'
import { itemIdSchema } from '../../domain/follow-up'
import { instantSchema, isoDateSchema } from '../../lib/iso-date'
import { err, ok, type Result } from '../../lib/result'
import { fromBase64 } from '../mail/base64'
import { fromUtf8 } from '../mail/utf8'

/** Name of the format of returned answers. */
export const ANSWER_FORMAT = 'quorum/respuestas'
/** Version of the format that this app writes and reads. */
export const ANSWER_VERSION = 1
/** Longest text read, in characters; a form of 2,000 items answered at length stays below. */
export const MAX_ANSWER_TEXT = 8_000_000
/** Line before the answers in the text that is pasted in an e-mail. */
export const PASTE_START = '-----INICIO QUORUM-----'
/** Line after them. */
export const PASTE_END = '-----FIN QUORUM-----'

const line = (longest: number) => z.string().trim().max(longest)

/**
 * What an área answers about one item. `state` null means that it did not change. `on` is the day it
 * happened. `fingerprint` is that of the item when the form was made.
 */
export const answerSchema = z
  .strictObject({
    itemId: itemIdSchema,
    code: line(60),
    fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
    state: z.enum(['in-progress', 'fulfilled']).nullable(),
    on: isoDateSchema,
    note: line(20_000),
  })
  .readonly()
/** What an área answers about one item. */
export type Answer = z.infer<typeof answerSchema>

/** The answers of an área, as its form writes them, one for an item; `madeAt` is when the form was made. */
export const answerFileSchema = z
  .strictObject({
    format: z.literal(ANSWER_FORMAT),
    version: z.literal(ANSWER_VERSION),
    formId: z.uuid(),
    bodyId: bodyIdSchema,
    area: line(200).min(1),
    madeAt: instantSchema,
    answeredBy: line(200).min(1),
    position: line(200),
    reference: line(300),
    answers: z
      .array(answerSchema)
      .max(2_000)
      .refine((answers) => new Set(answers.map(({ itemId }) => itemId)).size === answers.length, 'repeated')
      .readonly(),
  })
  .readonly()
/** The answers of an área. */
export type AnswerFile = z.infer<typeof answerFileSchema>

/** Why a text holds no answers. */
export interface AnswerProblem {
  readonly code: 'too-long' | 'not-answers' | 'cut' | 'newer' | 'damaged'
  /** The sentence for the user. */
  readonly message: string
}

const NOT_ANSWERS: AnswerProblem = {
  code: 'not-answers',
  message:
    'No contiene respuestas de un formulario de Quórum. Abra el archivo .json que devolvió el área, o pegue completo el texto de su correo.',
}
const CUT: AnswerProblem = {
  code: 'cut',
  message:
    'El texto está incompleto: copie desde la línea «INICIO QUORUM» hasta «FIN QUORUM», ambas incluidas.',
}

/** The JSON inside a pasted e-mail; quoting marks and broken lines are forgiven. */
function pastedJson(text: string): Result<string, AnswerProblem> {
  const start = text.indexOf(PASTE_START)
  const end = text.indexOf(PASTE_END, start)
  if (start === -1) return err(NOT_ANSWERS)
  if (end === -1) return err(CUT)
  const block = text.slice(start + PASTE_START.length, end).replace(/[\s>|]+/g, '')
  // A lost line could leave JSON that still reads, so its length is said before it.
  const [, length = '', digits = ''] = /^#(\d+)#(.*)$/.exec(block) ?? []
  const bytes = digits.length === Number(length) && length !== '' ? fromBase64(digits) : null
  const json = bytes === null ? null : fromUtf8(bytes)
  return json === null ? err(CUT) : ok(json)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const headSchema = z.looseObject({ format: z.literal(ANSWER_FORMAT), version: z.int() })

/** Reads what an área returned: the file of the form, or an e-mail with its text pasted. */
export function readAnswers(text: string): Result<AnswerFile, AnswerProblem> {
  if (text.length > MAX_ANSWER_TEXT) {
    return err({ code: 'too-long', message: 'El archivo es demasiado grande para ser de un formulario.' })
  }
  const trimmed = text.replace(/^\ufeff/, '').trim()
  const json = trimmed.startsWith('{') ? ok(trimmed) : pastedJson(trimmed)
  if (!json.ok) return json
  const value = parseJson(json.value)
  if (value === undefined) return err(trimmed.startsWith('{') ? NOT_ANSWERS : CUT)
  const head = headSchema.safeParse(value)
  if (!head.success) return err(NOT_ANSWERS)
  if (head.data.version > ANSWER_VERSION) {
    return err({
      code: 'newer',
      message: 'El formulario es de una versión más nueva de Quórum; actualice la aplicación para leerlo.',
    })
  }
  const file = answerFileSchema.safeParse(value)
  if (file.success) return ok(file.data)
  const [issue] = file.error.issues
  const place = issue?.path.find((part) => typeof part === 'number')
  const where = place === undefined ? '' : ` en la respuesta ${place + 1}`
  return err({
    code: 'damaged',
    message: `El archivo fue alterado o está dañado${where}. Nada se registró; pida al área que lo guarde de nuevo.`,
  })
}
