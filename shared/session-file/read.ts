import type { Effects } from '../lib/effects'
import { err, ok, type Result } from '../lib/result'
import { type ParsedJson, parseJsonText } from './json-text'
import { NOTHING_STORED, planSessionFile } from './plan'
import type { FileProblem } from './problem'
import { referenceProblems } from './references'
import {
  SESSION_FILE_FORMAT,
  SESSION_FILE_MAX_BYTES,
  SESSION_FILE_VERSION,
  type SessionFile,
  sessionFileSchema,
} from './schema'
import { shapeProblems } from './zod-problems'

/** Most problems that one reading lists; the rest would only repeat them. */
const MAX_PROBLEMS = 50

function whole(message: string): readonly FileProblem[] {
  return [{ where: '', message }]
}

/** Bytes that a text takes in UTF-8. */
function utf8Length(text: string): number {
  let bytes = 0
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

/** Problems that make the rest not worth reading: another format, or a version this build is too old for. */
function headerProblems(root: ParsedJson): readonly FileProblem[] {
  if (typeof root !== 'object' || root === null || Array.isArray(root)) {
    return whole('el archivo no es una sesión de Quórum: debe ser un objeto entre llaves')
  }
  const format: unknown = Reflect.get(root, 'format')
  const version: unknown = Reflect.get(root, 'version')
  if (format !== SESSION_FILE_FORMAT) {
    return whole(`el archivo no es una sesión de Quórum: falta "format": "${SESSION_FILE_FORMAT}"`)
  }
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return whole(`la versión del formato debe ser un número entero, por ejemplo ${SESSION_FILE_VERSION}`)
  }
  if (version > SESSION_FILE_VERSION) {
    return whole(
      `el archivo usa la versión ${version} del formato y esta versión de Quórum lee hasta la ` +
        `${SESSION_FILE_VERSION}; actualice Quórum para abrirlo`,
    )
  }
  return []
}

/** Effects for a rehearsal whose rows nobody keeps: ids that only have to differ. */
function rehearsalEffects(): Effects {
  let count = 0
  return {
    now: () => '2000-01-01T00:00:00.000Z',
    newId: () => {
      count += 1
      return `00000000-0000-7000-8000-${count.toString(16).padStart(12, '0')}`
    },
  }
}

/**
 * Reads a session file from its text. Everything is checked, down to playing the whole script with the
 * rules of the room, so that a file that is accepted can be recorded. Otherwise says what is wrong and
 * where, and nothing has changed.
 */
export function readSessionFile(text: string): Result<SessionFile, readonly FileProblem[]> {
  if (text.length > SESSION_FILE_MAX_BYTES || utf8Length(text) > SESSION_FILE_MAX_BYTES) {
    return err(whole(`el archivo pasa de ${SESSION_FILE_MAX_BYTES / 1_000_000} MB`))
  }
  const json = parseJsonText(text)
  if (!json.ok) {
    const { line, column, message } = json.error
    return err([{ where: `línea ${line}, columna ${column}`, message }])
  }
  const header = headerProblems(json.value)
  if (header.length > 0) return err(header)
  const parsed = sessionFileSchema.safeParse(json.value)
  if (!parsed.success) return err(shapeProblems(parsed.error.issues, json.value).slice(0, MAX_PROBLEMS))
  const file = parsed.data
  const references = referenceProblems(file)
  if (references.length > 0) return err(references.slice(0, MAX_PROBLEMS))
  const rehearsal = planSessionFile(file, NOTHING_STORED, rehearsalEffects())
  return rehearsal.ok ? ok(file) : err(rehearsal.error.slice(0, MAX_PROBLEMS))
}
