/**
 * Something wrong in a session file. `where` names the place in words ("agenda, punto 3"), empty when
 * it is the file as a whole; `message` says what is wrong, in Spanish, without a final full stop.
 */
export interface FileProblem {
  readonly where: string
  readonly message: string
}

/** A problem in one line: "agenda, punto 3: falta el título". */
export function formatProblem(problem: FileProblem): string {
  return problem.where === '' ? problem.message : `${problem.where}: ${problem.message}`
}

/** Names of the parts of the file as people read them. */
const PARTS: Readonly<Record<string, string>> = {
  body: 'órgano',
  seats: 'áreas',
  people: 'personas',
  earlierSessions: 'sesiones anteriores',
  session: 'sesión',
  attendance: 'asistencia',
  agenda: 'agenda',
  signatures: 'firmas',
  record: 'desarrollo',
  notes: 'notas',
}

/** What one element of a part is called. */
const ITEMS: Readonly<Record<string, string>> = {
  seats: 'área',
  people: 'persona',
  earlierSessions: 'sesión',
  attendance: 'línea',
  agenda: 'punto',
  signatures: 'línea',
  record: 'paso',
  notes: 'nota',
}

/**
 * A place of the file in words, from the names and positions that lead to it: `['agenda', 2]` is
 * "agenda, punto 3". Deeper keys are left to the message.
 */
export function placeInWords(part: string, index: number | null = null): string {
  const name = PARTS[part] ?? part
  return index === null ? name : `${name}, ${ITEMS[part] ?? 'elemento'} ${index + 1}`
}

/** A problem at a place of the file. */
export function problemAt(part: string, index: number | null, message: string): FileProblem {
  return { where: placeInWords(part, index), message }
}
