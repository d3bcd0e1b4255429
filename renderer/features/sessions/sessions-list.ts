import {
  compareSessions,
  foldSession,
  minutaApprovals,
  type Phase,
  type Session,
  type SessionRecord,
  sessionName,
  sessionTitle,
} from '../../../shared/domain/sessions'
import { yearOf } from '../../../shared/lib/iso-date'
import { capitalize, foldText } from '../../../shared/lib/spanish'
import { formatDay } from '../../ui/format'
import { PHASE_MARKS } from './labels'

/** Where the minuta of a session stands; nothing of it is stored. */
export type MinutaStanding =
  | { readonly kind: 'none' }
  | { readonly kind: 'awaiting' }
  | { readonly kind: 'approved'; readonly in: Session }

/** State of a session held before the app was in use, of which only the data are kept. */
export const ANTECEDENT = 'antecedente'

/** One line of the list of sessions. */
export interface SessionLine {
  readonly session: Session
  /** Without the year, which heads the group. */
  readonly name: string
  readonly phase: Phase
  readonly points: number
  readonly minuta: MinutaStanding
  /** Everything the line shows, folded, for finding it by typing. */
  readonly haystack: string
}

function minutaOf(phase: Phase, approvedIn: Session | undefined): MinutaStanding {
  if (approvedIn) return { kind: 'approved', in: approvedIn }
  return phase === 'closed' ? { kind: 'awaiting' } : { kind: 'none' }
}

/** What the minuta column says. */
export function minutaText(minuta: MinutaStanding): string {
  switch (minuta.kind) {
    case 'none':
      return '—'
    case 'awaiting':
      return 'por aprobar'
    case 'approved':
      return `aprobada ${formatDay(minuta.in.date)}`
  }
}

/** Lines of the list, newest session first. */
export function sessionLines(records: readonly SessionRecord[]): readonly SessionLine[] {
  const approvals = minutaApprovals(records)
  return records
    .map(({ plan, facts }): SessionLine => {
      const { session } = plan
      const { phase } = foldSession(plan, facts)
      const minuta = minutaOf(phase, approvals.get(session.id))
      const shown = [
        sessionTitle(session),
        formatDay(session.date),
        session.date,
        session.place,
        session.antecedent ? ANTECEDENT : PHASE_MARKS[phase].word,
      ]
      const haystack = foldText([...shown, minutaText(minuta)].join(' '))
      const name = capitalize(sessionName(session))
      return { session, name, phase, points: plan.points.length, minuta, haystack }
    })
    .sort((a, b) => compareSessions(b.session, a.session))
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
}

/**
 * Lines where every typed word begins a word, accents and case aside: "ordinaria" does not find the
 * extraordinary ones.
 */
export function filterLines(lines: readonly SessionLine[], typed: string): readonly SessionLine[] {
  const asked = wordsOf(foldText(typed))
  return lines.filter((line) => {
    const words = wordsOf(line.haystack)
    return asked.every((ask) => words.some((word) => word.startsWith(ask)))
  })
}

/** The lines under their year, newest first. */
export function linesByYear(
  lines: readonly SessionLine[],
): readonly { readonly year: number; readonly lines: readonly SessionLine[] }[] {
  const years = [...new Set(lines.map((line) => yearOf(line.session.date)))]
  return years.map((year) => ({ year, lines: lines.filter((line) => yearOf(line.session.date) === year) }))
}
