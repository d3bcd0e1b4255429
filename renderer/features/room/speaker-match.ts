import type { Attendee, SessionPlan } from '../../../shared/domain/sessions'
import { foldText } from '../../../shared/lib/spanish'

/** Whom the text typed as speaker means. */
export type SpeakerMatch =
  /** Nothing typed: prose without a speaker. */
  | { readonly kind: 'nobody' }
  | { readonly kind: 'attendee'; readonly attendee: Attendee }
  /** A name that is not in the attendance list: allowed, and flagged. */
  | { readonly kind: 'outsider'; readonly name: string }

const ROLE_WORDS: readonly (readonly [RegExp, Attendee['role']])[] = [
  [/^president[ea]$/, 'presidency'],
  [/^(st|secretari[ao]( tecnic[ao])?)$/, 'technical-secretariat'],
  [/^gestora?( de contenidos)?$/, 'content-manager'],
]

/** People that fit what was typed: initials, acronym of the área, part of the name, or role; best first. */
export function matchingSpeakers(plan: SessionPlan, typed: string): readonly Attendee[] {
  const text = foldText(typed)
  if (text === '') return []
  const role = ROLE_WORDS.find(([words]) => words.test(text))?.[1]
  const rank = (attendee: Attendee): number => {
    if (foldText(attendee.initials) === text) return 0
    if (foldText(attendee.areaAcronym) === text || attendee.role === role) return 1
    if (foldText(attendee.shortName).startsWith(text)) return 2
    if (foldText(attendee.fullName).includes(text)) return 3
    if (foldText(attendee.areaAcronym).startsWith(text)) return 4
    return Number.POSITIVE_INFINITY
  }
  return plan.attendees
    .map((attendee) => ({ attendee, rank: rank(attendee) }))
    .filter((each) => Number.isFinite(each.rank))
    .sort((a, b) => a.rank - b.rank || a.attendee.order - b.attendee.order)
    .map((each) => each.attendee)
}

/** Whom the text means: the best match, or a person outside the list. */
export function matchSpeaker(plan: SessionPlan, typed: string): SpeakerMatch {
  if (typed.trim() === '') return { kind: 'nobody' }
  const [best] = matchingSpeakers(plan, typed)
  return best ? { kind: 'attendee', attendee: best } : { kind: 'outsider', name: typed.trim() }
}
