import type { Body } from '../../domain/bodies'
import type { SessionPlan, Speaker, SpeechAct } from '../../domain/sessions'
import { capitalize, foldText } from '../../lib/spanish'
import { asClause, cleanLine, endSentence, sentence } from '../spanish'
import { Naming } from './names'

/** A speech as recorded or as it is being typed. */
export interface SpeechText {
  readonly speaker: Speaker | null
  readonly act: SpeechAct
  readonly text: string
}

/** How an act is told: verb in the past, the word that links it to what was said, and impersonal verb. */
interface ActWording {
  readonly verb: string
  readonly impersonal: string
  readonly link: '' | 'que' | 'a'
}

const WORDING: Readonly<Record<Exclude<SpeechAct, 'narrates'>, ActWording>> = {
  informs: { verb: 'informó', impersonal: 'se informó', link: 'que' },
  presents: { verb: 'presentó', impersonal: 'se presentó', link: '' },
  suggests: { verb: 'sugirió', impersonal: 'se sugirió', link: '' },
  instructs: { verb: 'instruyó', impersonal: 'se instruyó', link: '' },
  urges: { verb: 'instó', impersonal: 'se instó', link: 'a' },
  proposes: { verb: 'propuso', impersonal: 'se propuso', link: '' },
  requests: { verb: 'solicitó', impersonal: 'se solicitó', link: '' },
  'points-out': { verb: 'señaló', impersonal: 'se señaló', link: 'que' },
  specifies: { verb: 'precisó', impersonal: 'se precisó', link: 'que' },
  'gives-floor': { verb: 'cedió la palabra', impersonal: 'se cedió la palabra', link: 'a' },
  asks: { verb: 'preguntó', impersonal: 'se preguntó', link: '' },
  reiterates: { verb: 'reiteró', impersonal: 'se reiteró', link: '' },
}

/** First words after which "que" would be one link too many: "informó sobre…", "precisó cuándo…". */
const LINKED = new Set(
  'que sobre de del acerca respecto a al como cuando donde cual cuales cuanto quien'.split(' '),
)

/**
 * The verb with what was said, linked once: "informó que…", "instó a…", and no second link when the
 * text already begins with one.
 */
function linked(verb: string, link: ActWording['link'], said: string): string {
  const text = asClause(said)
  if (/^[¿«"“¡]/.test(text) && link !== 'a') return `${verb}: ${text}`
  const first = foldText(/^[\p{L}]+/u.exec(text)?.[0] ?? '')
  if (link === 'que') return LINKED.has(first) ? `${verb} ${text}` : `${verb} que ${text}`
  if (link === '' || first === 'a' || first === 'al') return `${verb} ${text}`
  return text.startsWith('el ') ? `${verb} al ${text.slice(3)}` : `${verb} a ${text}`
}

/** Lines that the secretary typed, clean, without the empty ones. */
function typedLines(text: string): readonly string[] {
  return text
    .split(/\r\n|\r|\n|\u2028|\u2029/)
    .map(cleanLine)
    .filter((line) => line !== '')
}

/** Whether a typed line is an item of a list. */
export function isListLine(line: string): boolean {
  return /^[•\-–*]\s+\S/.test(line)
}

/** Ends each paragraph; a line that introduces a list ends with a colon, items stay as typed. */
function punctuated(lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => {
    if (isListLine(line)) return line.replace(/^[•\-–*]\s+/, '• ')
    const introduces = lines[index + 1] !== undefined && isListLine(lines[index + 1] ?? '')
    if (introduces && !/[.:!?…]$/.test(line)) return `${line.replace(/[,;]$/, '')}:`
    return endSentence(line)
  })
}

/** Prose as the minuta prints it: clean lines, each ended, list items marked with •. */
export function typedProse(text: string): string {
  return punctuated(typedLines(text)).join('\n')
}

/**
 * What the minuta says of a speech: speaker, verb in the past, and the typed text with its final
 * period. Further typed lines are further paragraphs; lines that begin with • or - make a list.
 */
export function speechProse(speech: SpeechText, naming: Naming): string {
  const lines = typedLines(speech.text)
  if (speech.act === 'narrates') return capitalize(punctuated(lines).join('\n'))
  const wording = WORDING[speech.act]
  const [first = '', ...rest] = lines
  const said = isListLine(first) || first === '' ? '' : first
  const others = said === '' ? lines : rest
  const named = speech.speaker !== null && !naming.continues
  const subject = named && speech.speaker ? `${naming.speaker(speech.speaker)} ` : ''
  const verb = speech.speaker === null ? wording.impersonal : wording.verb
  const opening = subject + (said === '' ? `${verb} lo siguiente:` : linked(verb, wording.link, said))
  const [head = '', ...tail] = punctuated([opening, ...others])
  return [sentence(head), ...tail].join('\n')
}

/**
 * The sentence that a speech will be, for showing it while it is typed; the speaker is named in the
 * short form. A speech without text gives an empty string.
 */
export function sentenceOf(speech: SpeechText, plan: SessionPlan, body: Body): string {
  if (cleanLine(speech.text) === '') return ''
  return speechProse(speech, new Naming(plan, body, 'always-short'))
}
