/** @typedef {import('../../../shared/session-file/index').SessionFile} SessionFile */
/** @typedef {SessionFile['record'][number]} Step */

/** Steps that the demo types; the rest is only written by the app itself, for sessions that took odd turns. */
const TYPED = new Set([
  ...[
    'open',
    'quorum',
    'point',
    'speech',
    'vote',
    'outcome',
    'agreement',
    'commitment',
    'review',
    'presence',
  ],
  ...['recess', 'resume', 'close'],
])

/**
 * Why a step is not typed, or null.
 * @param {Step} step
 */
function untypedStep(step) {
  if (!TYPED.has(step.do)) return `el paso «${step.do}»`
  if ('point' in step && step.do !== 'outcome') return '«point» en un paso'
  if ('fromSpeech' in step) return '«fromSpeech»'
  if (step.do === 'speech' && step.speaker === null) return 'una intervención sin orador'
  if (step.do !== 'vote') return null
  const voting = Object.keys(step.ballots ?? {})
  const reasoning = Object.keys(step.reasons ?? {})
  // A reason is typed after the ballot that it is of.
  return reasoning.some((key) => !voting.includes(key)) ? 'el motivo de un área que vota con «rest»' : null
}

/**
 * What a file says that the demo does not type, in Spanish; empty when it types all of it. The format says
 * more than a person types from nothing: it also carries sessions that the app exported.
 * @param {SessionFile} file
 * @returns {readonly string[]}
 */
export function untyped(file) {
  const { people, attendance, agenda, record } = file
  const overridden = attendance.some(({ person: _person, status: _status, remote: _remote, ...other }) =>
    Object.values(other).some((value) => value !== undefined),
  )
  const found = [
    people.some(({ seat }) => seat === undefined) && 'personas sin área',
    attendance.some(({ status }) => status === undefined) && 'personas a las que no se pasó lista',
    overridden && 'datos de asistencia distintos de los del área',
    agenda.some(({ number }, index) => number !== undefined && number !== index + 1) &&
      'números del orden del día que no son su lugar',
    file.clock !== undefined && 'horas que retroceden («clock»)',
    ...record.map(untypedStep),
  ]
  return [...new Set(found)].flatMap((what) => (what ? [what] : []))
}
