import { err, ok, type Result } from '../../../../shared/lib/result'
import { type FileProblem, SESSION_FILE_MAX_BYTES } from '../../../../shared/session-file'

function whole(message: string): Result<never, readonly FileProblem[]> {
  return err([{ where: '', message }])
}

/** The text of a file that somebody chose or dropped; a problem when it cannot be a session file at all. */
export async function readTextFile(file: File): Promise<Result<string, readonly FileProblem[]>> {
  if (!/\.json$/i.test(file.name)) return whole(`«${file.name}» no es un archivo .json`)
  if (file.size > SESSION_FILE_MAX_BYTES) {
    return whole(`el archivo pasa de ${SESSION_FILE_MAX_BYTES / 1_000_000} MB`)
  }
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()))
  } catch {
    return whole('el archivo no se pudo leer como texto UTF-8')
  }
}
