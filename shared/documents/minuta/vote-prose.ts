import type { ClosedVote, Point, SessionPlan } from '../../domain/sessions'
import { assertNever } from '../../lib/assert'
import { capitalize, ordinalWord } from '../../lib/spanish'
import { cleanLine, endSentence, sentence, withPreposition } from '../spanish'
import { type BodyNames, bodyNames, type Naming, roleTitle } from './names'
import { countsProse, reasonsProse } from './vote-counts'

/** What the account of a vote depends on besides the vote itself. */
export interface VoteContext {
  readonly point: Point
  /** Whether somebody spoke on the point before the vote ended. */
  readonly discussed: boolean
  /** Which vote on the point itself it is, from 1; votes on something else do not count. */
  readonly round: number
}

/** What was voted, as the subject of "fue aprobado" or of "se aprobó". */
interface Voted {
  /** "el orden del día", null when the sentence leaves it understood. */
  readonly subject: string | null
  readonly plural: boolean
}

function votedOf(vote: ClosedVote, point: Point): Voted {
  const isAgenda = point.kind === 'agenda-approval' && vote.subject === null
  const plural = point.kind === 'prior-minutes' && point.approvesSessions.length > 1 && vote.subject === null
  return { subject: isAgenda ? 'el orden del día' : null, plural }
}

/** "por unanimidad", saying so when seats were absent or did not take part. */
function unanimity(vote: ClosedVote, plan: SessionPlan): string {
  const { absent, recused } = vote.counts
  const present = absent > 0 ? ' de los integrantes presentes' : ''
  return recused > 0 ? `por unanimidad, con ${countsProse(vote, plan)}` : `por unanimidad${present}`
}

/** "del Presidente del Comité", whoever held the presidency in that vote. */
function president(vote: ClosedVote, naming: Naming): string {
  const voted = new Set(vote.electorate.filter((e) => e.option !== 'absent').map((e) => e.attendeeId))
  const all = naming.plan.attendees.filter((attendee) => attendee.role === 'presidency')
  const attendee = all.find((other) => voted.has(other.id)) ?? all[0]
  const title = attendee ? roleTitle(attendee, naming.body) : null
  if (!attendee || title === null) return 'de la Presidencia'
  return withPreposition('de', `${attendee.gender === 'f' ? 'la' : 'el'} ${title}`)
}

function approved(vote: ClosedVote, voted: Voted, names: BodyNames, plan: SessionPlan): string {
  const unanimous = vote.result.kind === 'approved' && vote.result.by === 'unanimity'
  const how = unanimous ? unanimity(vote, plan) : `por mayoría, con ${countsProse(vote, plan)}`
  if (voted.subject === null) return `se ${voted.plural ? 'aprobaron' : 'aprobó'} ${how}`
  const everybody = unanimous && vote.counts.absent === 0 && vote.counts.recused === 0
  const by = everybody ? ` por los miembros ${withPreposition('de', names.short)}` : ''
  return `${voted.subject} fue aprobado ${how}${by}`
}

function tiedSentence(vote: ClosedVote, again: boolean, plan: SessionPlan): string {
  // "En segunda votación, la votación…" would say it twice.
  return `${again ? 'se obtuvo un empate' : 'la votación resultó empatada'}, con ${countsProse(vote, plan)}`
}

/** The sentences that tell the result, without the opening that says what was voted. */
function resultSentences(vote: ClosedVote, voted: Voted, again: boolean, naming: Naming): readonly string[] {
  const plan = naming.plan
  const result = vote.result
  const refuse = `no se ${voted.plural ? 'aprobaron' : 'aprobó'}`
  const object = voted.subject === null ? '' : ` ${voted.subject}`
  if (result.kind === 'tied') return [tiedSentence(vote, again, plan)]
  switch (result.by) {
    case 'unanimity':
      return [approved(vote, voted, bodyNames(naming.body), plan)]
    case 'majority':
      return result.kind === 'approved'
        ? [approved(vote, voted, bodyNames(naming.body), plan)]
        : [`${refuse}${object}, con ${countsProse(vote, plan)}`]
    case 'casting-vote': {
      const verb = result.kind === 'approved' ? `se ${voted.plural ? 'aprobaron' : 'aprobó'}` : refuse
      return [
        tiedSentence(vote, again, plan),
        `en ejercicio del voto de calidad ${president(vote, naming)}, ${verb}${object}`,
      ]
    }
    case 'declaration': {
      const declared = result.kind === 'approved' ? 'se declaró la aprobación' : 'se declaró la no aprobación'
      const what = voted.subject === null ? '' : ` ${withPreposition('de', voted.subject)}`
      const reason =
        vote.declaredReason === null ? '' : `, por la siguiente razón: ${cleanLine(vote.declaredReason)}`
      const got = again ? 'el cómputo fue de' : 'la votación arrojó'
      return [`${got} ${countsProse(vote, plan)}`, `${declared}${what}${reason}`]
    }
    default:
      return assertNever(result)
  }
}

function opening(vote: ClosedVote, context: VoteContext): string {
  if (vote.subject !== null) {
    return `Se sometió a votación lo siguiente: ${endSentence(cleanLine(vote.subject))} `
  }
  if (context.round > 1) return `En ${ordinalWord(context.round, 'f')} votación, `
  // Something else was voted on the point before it.
  if (vote.round > 1) return 'Acto seguido, '
  if (context.point.kind === 'agenda-approval') return context.discussed ? '' : 'Acto seguido, '
  if (context.point.kind === 'prior-minutes') return ''
  return context.discussed ? '' : 'Sin comentarios al respecto, '
}

/**
 * What the minuta says of a vote that ended: how it came out, with counts in words and the seats behind
 * every vote that was not in favour, the casting vote or the declared result with its reason, and the
 * reasons that seats gave (domain §1.5, §2.11, R7).
 */
export function voteProse(vote: ClosedVote, context: VoteContext, naming: Naming): string {
  const again = vote.subject === null && context.round > 1
  const [first = '', ...rest] = resultSentences(vote, votedOf(vote, context.point), again, naming)
  const lead = opening(vote, context)
  const head = vote.subject === null ? sentence(lead + first) : `${lead}${endSentence(capitalize(first))}`
  return [head, ...rest.map(sentence), ...reasonsProse(vote, naming.plan)].join(' ')
}
