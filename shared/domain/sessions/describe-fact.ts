import type { PlainFactBody, Speaker } from './fact'
import { ACT_WORDS, BALLOT_WORDS, DECLARED_WORDS, OUTCOME_WORDS, REVIEW_WORDS } from './fact-words'
import type { AttendeeId, PointId } from './ids'
import { findAttendee, findPoint } from './queries'
import type { SessionPlan } from './state'

type Describers = {
  readonly [K in PlainFactBody['kind']]: (body: Extract<PlainFactBody, { kind: K }>, words: Words) => string
}

/** Names that a description needs. */
interface Words {
  readonly who: (id: AttendeeId) => string
  readonly point: (id: PointId) => string
  readonly speaker: (speaker: Speaker | null) => string
}

const LONGEST_QUOTE = 90

function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > LONGEST_QUOTE ? `«${line.slice(0, LONGEST_QUOTE - 1)}…»` : `«${line}»`
}

/** What somebody gave as reason, after what it is the reason of. */
function said(reason: string | null): string {
  return reason === null ? '' : `: ${quote(reason)}`
}

const DESCRIBERS: Describers = {
  'session-opened': () => 'se abre la sesión',
  presence: (body, words) => `${words.who(body.attendeeId)}: ${presenceWords(body.status, body.remote)}`,
  'quorum-verified': () => 'se verifica el quórum',
  'point-opened': (body, words) => `se abre el punto ${words.point(body.pointId)}`,
  speech: (body, words) => `${words.speaker(body.speaker)}${ACT_WORDS[body.act]} ${quote(body.text)}`,
  'vote-opened': (body, words) =>
    `se abre votación, punto ${words.point(body.pointId)}${body.subject === null ? '' : `: ${quote(body.subject)}`}`,
  ballot: (body, words) =>
    `voto ${BALLOT_WORDS[body.option]}, ${words.who(body.attendeeId)}${said(body.reason)}`,
  'ballots-rest': ({ option, exceptions = [] }, words) => {
    const apart = exceptions.map(
      (each) => `${words.who(each.attendeeId)} ${BALLOT_WORDS[each.option]}${said(each.reason)}`,
    )
    const named = apart.length === 0 ? '' : ` (${apart.join('; ')})`
    return `los demás votan ${BALLOT_WORDS[option]}${named}`
  },
  'casting-vote': (body) => `voto de calidad ${BALLOT_WORDS[body.option]}`,
  'vote-closed': (body) =>
    body.declared === null
      ? 'se cierra la votación'
      : `se cierra la votación y se declara ${DECLARED_WORDS[body.declared.result]}${said(body.declared.reason)}`,
  'point-outcome': (body, words) => `punto ${words.point(body.pointId)}: ${OUTCOME_WORDS[body.outcome]}`,
  agreement: (body) => `acuerdo${body.number === null ? '' : ` ${body.number}`}: ${quote(body.text)}`,
  commitment: (body) => `compromiso: ${quote(body.text)}`,
  'item-reviewed': ({ item, outcome, note }) =>
    `revisa ${item.code}: ${REVIEW_WORDS[outcome]}${note === null ? '' : ` ${quote(note)}`}`,
  'recess-started': () => 'inicia un receso',
  'recess-ended': () => 'se reanuda la sesión',
  'session-closed': () => 'concluye la sesión',
}

function presenceWords(
  status: Extract<PlainFactBody, { kind: 'presence' }>['status'],
  remote: boolean,
): string {
  switch (status) {
    case 'present':
      return remote ? 'en la sesión, a distancia' : 'en la sala'
    case 'absent':
      return 'ausente'
    case 'excused':
      return 'ausente con excusa'
    case 'away':
      return 'se retira'
  }
}

/** What a fact says, in one line of Spanish for lists and messages (not for the minuta). */
export function describeFact(plan: SessionPlan, body: PlainFactBody): string {
  const words: Words = {
    who: (id) => {
      const attendee = findAttendee(plan, id)
      return attendee ? attendee.areaAcronym || attendee.shortName : 'persona desconocida'
    },
    point: (id) => String(findPoint(plan, id)?.number ?? '?'),
    speaker: (speaker) => {
      if (speaker === null) return ''
      if (speaker.kind === 'outsider') return `${speaker.fullName} `
      return `${findAttendee(plan, speaker.attendeeId)?.shortName ?? 'persona desconocida'} `
    },
  }
  const describe = DESCRIBERS[body.kind] as (body: PlainFactBody, words: Words) => string
  return describe(body, words)
}
