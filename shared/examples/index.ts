import { readSessionFile, type SessionFile } from '../session-file'
import { formatProblem } from '../session-file/problem'
import session20171115 from './session-2017-11-15.json'

export * from './follow-up'

/**
 * The example: second ordinary session of 2017 of the CGyPE, 15-nov-2017 (000). Names, dates, results
 * and figures are those of its minuta; what people say is worded anew. Throws when the file that ships
 * with the app is wrong, which a test prevents.
 */
export function exampleSession(): SessionFile {
  const read = readSessionFile(JSON.stringify(session20171115))
  if (!read.ok) throw new Error(`The example is wrong: ${read.error.map(formatProblem).join('; ')}`)
  return read.value
}
