import type { Body, Gender } from '../../domain/bodies'
import type { Attendee, SessionPlan, Speaker } from '../../domain/sessions'
import { foldText } from '../../lib/spanish'
import { articleFor, cleanLine, withArticle, withPreposition } from '../spanish'

/** Preposition before somebody's name; empty when she is the subject. */
export type Before = '' | 'a' | 'de'

/** The body as sentences name it: short ("el Comité") and in full, each with its article. */
export interface BodyNames {
  readonly short: string
  readonly full: string
  readonly institution: string
}

const WITH_ARTICLE = /^(el|la|los|las)\s+/i

/** How sentences name a body: "el Comité", "la Comisión", with the article it was typed with or its own. */
export function bodyNames(body: Body): BodyNames {
  const article = body.gender === 'f' ? 'la' : 'el'
  const named = (name: string) => {
    const clean = cleanLine(name)
    const typed = WITH_ARTICLE.exec(clean)?.[1]
    return typed ? typed.toLowerCase() + clean.slice(typed.length) : `${article} ${clean}`
  }
  return {
    short: named(body.shortName),
    full: named(body.name),
    institution: withArticle(cleanLine(body.institution)),
  }
}

/** "Presidente del Comité", "Presidenta de la Comisión", with "suplente" for who stands in. */
export function roleTitle(attendee: Attendee, body: Body): string | null {
  const feminine = attendee.gender === 'f'
  const standing = attendee.standing === 'suplente' ? ' suplente' : ''
  switch (attendee.role) {
    case 'presidency':
      return `${feminine ? 'Presidenta' : 'Presidente'}${standing} ${withPreposition('de', bodyNames(body).short)}`
    case 'technical-secretariat':
      return `${feminine ? 'Secretaria Técnica' : 'Secretario Técnico'}${standing}`
    case 'member':
    case 'content-manager':
    case 'guest':
      return null
  }
}

/** What follows a name the first time: the title of her role, or her charge as prose writes it. */
function apposition(attendee: Attendee, body: Body): string {
  const charge = cleanLine(attendee.charge).replace(/\.$/, '')
  return roleTitle(attendee, body) ?? charge.replace(/^Representante\b/, 'representante')
}

function withHonorific(honorificLong: string, name: string, gender: Gender): string {
  const honorific = cleanLine(honorificLong)
  return honorific === ''
    ? cleanLine(name)
    : `${gender === 'f' ? 'la' : 'el'} ${honorific} ${cleanLine(name)}`
}

/**
 * Whether naming follows the reading order, or is always one way (to compare wordings): in full, in
 * short, or in short and going on after the same speaker.
 */
export type NamingMode = 'as-read' | 'always-full' | 'always-short' | 'always-continued'

/** What tells one speaker from another while naming. */
export function speakerKey(speaker: Speaker): string {
  return speaker.kind === 'attendee' ? speaker.attendeeId : `outsider:${foldText(speaker.fullName)}`
}

/**
 * Names people while a minuta is read from top to bottom: in full with charge the first time, with the
 * short surname after that. Two people whom the short form would confuse keep their full names. Whoever
 * goes on speaking is not named again (000, point 7: "Precisó que…").
 */
export class Naming {
  readonly plan: SessionPlan
  readonly body: Body
  readonly #mode: NamingMode
  #known: ReadonlySet<string> = new Set()
  #lastSpeaker: string | null = null
  #continues: boolean

  constructor(plan: SessionPlan, body: Body, mode: NamingMode = 'as-read') {
    this.plan = plan
    this.body = body
    this.#mode = mode
    this.#continues = mode === 'always-continued'
  }

  /** The same naming as it stands now; naming in the copy leaves this one as it was. */
  copy(): Naming {
    const copy = new Naming(this.plan, this.body, this.#mode)
    copy.#known = this.#known
    copy.#lastSpeaker = this.#lastSpeaker
    return copy
  }

  /** A passage begins; `speaker` is whose words it tells, null when nobody's. */
  beginPassage(speaker: string | null): void {
    if (this.#mode !== 'as-read') return
    this.#continues = speaker !== null && speaker === this.#lastSpeaker
    this.#lastSpeaker = speaker
  }

  /** What comes next cannot lean on the passage just told, because it was rewritten by hand. */
  forgetSpeaker(): void {
    this.#lastSpeaker = null
  }

  /** Whether the passage goes on with the words of whoever spoke in the one before. */
  get continues(): boolean {
    return this.#continues
  }

  /** True the first time somebody is named; from then on she counts as known. */
  #isFirst(key: string): boolean {
    if (this.#mode !== 'as-read') return this.#mode === 'always-full'
    if (this.#known.has(key)) return false
    this.#known = new Set([...this.#known, key])
    return true
  }

  #shortForm(attendee: Attendee): string {
    const form = (other: Attendee) => foldText(`${other.honorificLong} ${other.shortName}`)
    const confused = this.plan.attendees.some((o) => o.id !== attendee.id && form(o) === form(attendee))
    const name = confused ? attendee.fullName : attendee.shortName
    return withHonorific(attendee.honorificLong, name, attendee.gender)
  }

  /** "el licenciado Edmundo Jacobo Molina, Presidente del Comité," and later "el licenciado Jacobo Molina". */
  person(attendee: Attendee, before: Before = ''): string {
    const first = this.#isFirst(attendee.id)
    const name = first
      ? withHonorific(attendee.honorificLong, attendee.fullName, attendee.gender)
      : this.#shortForm(attendee)
    const phrase = before === '' ? name : withPreposition(before, name)
    return first ? `${phrase}, ${apposition(attendee, this.body)},` : phrase
  }

  /** "la Secretaria Técnica, la licenciada Cecilia Azuara Arai," and later "la Secretaria Técnica". */
  role(attendee: Attendee, before: Before = ''): string {
    const title = roleTitle(attendee, this.body)
    if (title === null) return this.person(attendee, before)
    const first = this.#isFirst(attendee.id)
    const named = `${attendee.gender === 'f' ? 'la' : 'el'} ${title}`
    const phrase = before === '' ? named : withPreposition(before, named)
    return first
      ? `${phrase}, ${withHonorific(attendee.honorificLong, attendee.fullName, attendee.gender)},`
      : phrase
  }

  /** Whoever speaks: an attendee, or a person outside the list with her charge the first time. */
  speaker(speaker: Speaker, before: Before = ''): string {
    if (speaker.kind === 'attendee') {
      const attendee = this.plan.attendees.find((other) => other.id === speaker.attendeeId)
      if (!attendee) throw new Error(`Speaker ${speaker.attendeeId} is not in the attendance list`)
      return this.person(attendee, before)
    }
    const name = withHonorific(speaker.honorificLong, speaker.fullName, speaker.gender)
    const phrase = before === '' ? name : withPreposition(before, name)
    const charge = cleanLine(speaker.charge)
      .replace(/\.$/, '')
      .replace(/^Representante\b/, 'representante')
    const first = this.#isFirst(speakerKey(speaker))
    return first && charge !== '' ? `${phrase}, ${charge},` : phrase
  }
}

/** Who a seat is in the account of a vote: its área with article, or the person when it has none. */
export function seatName(attendee: Attendee, plan: SessionPlan): string {
  const area = cleanLine(attendee.areaName)
  const shared = plan.attendees.some(
    (other) => other.id !== attendee.id && other.hasVote && foldText(other.areaName) === foldText(area),
  )
  if (area !== '' && !shared) return articleFor(area) === '' ? area : withArticle(area)
  return withHonorific(attendee.honorificLong, attendee.fullName, attendee.gender)
}
