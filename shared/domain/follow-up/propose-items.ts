import { capitalize, foldText } from '../../lib/spanish'
import { deadlineFromWording, NO_DEADLINE } from '../deadlines'
import type { EffectiveFact, FactId, PointId, SessionState, SpeechAct } from '../sessions'
import type { ItemId } from './item'
import type { ItemDraft } from './item-draft'
import { type PartyDirectory, PartyFinder } from './parties'

/** A fact of a session that can become an item. */
export interface ItemProposal {
  readonly factId: FactId
  readonly pointId: PointId
  readonly source: 'commitment' | 'agreement' | 'speech'
  readonly draft: ItemDraft
  /** Whether it reads like something somebody must do, to be marked from the start. */
  readonly suggested: boolean
  /** The item that it already became; null while it has not been promoted. */
  readonly promotedTo: ItemId | null
}

const LONGEST_TITLE = 140
/** Speech that asks somebody for something (domain §1.4), and whether it binds. */
const ASKING_ACTS: Partial<Readonly<Record<SpeechAct, boolean>>> = {
  instructs: true,
  requests: true,
  urges: true,
  suggests: false,
  proposes: false,
}
/** Words of an agreement that lays a duty on somebody. */
const DUTY = /\b(se instruye|debera|deberan|se solicita|se requiere|se ordena|encomienda)\b/
const DEADLINE_PHRASE =
  /\b(dentro de|a m[aá]s tardar|en un plazo|en el plazo|para la pr[oó]xima sesi[oó]n|en la pr[oó]xima sesi[oó]n|a la brevedad|cuanto antes|a finales de|a fines de|al menos semestralmente|semestralmente|trimestralmente|anualmente|cada (?:dos|tres|seis) meses)[^.;]*/i

/** The words of a longer text that give a deadline; empty when none are recognised. */
export function findDeadlineWording(text: string): string {
  const found = DEADLINE_PHRASE.exec(text)?.[0] ?? ''
  // What comes after the first comma is seldom about the term: "…a la aprobación, lo haga del conocimiento".
  return (found.length > 80 ? (found.split(',')[0] ?? '') : found).trim().slice(0, 300)
}

/** A title from what was said: its first words, at most 140 characters, cut between words. */
export function titleFromText(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim().replace(/^que /i, '').replace(/\.$/, '')
  if (line.length <= LONGEST_TITLE) return capitalize(line)
  const cut = line.slice(0, LONGEST_TITLE)
  return `${capitalize(cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_TITLE / 2)).replace(/[,;:]$/, ''))}…`
}

interface Found {
  readonly source: ItemProposal['source']
  readonly pointId: PointId
  readonly text: string
  readonly title: string
  readonly responsible: readonly string[]
  readonly wording: string
  readonly suggested: boolean
}

function readFact(fact: EffectiveFact, taken: ReadonlySet<FactId>): Found | null {
  const { body } = fact
  if (body.kind === 'commitment') {
    const { pointId, text, responsible } = body
    const wording = body.due ?? findDeadlineWording(text)
    return { source: 'commitment', pointId, text, title: text, responsible, wording, suggested: true }
  }
  if (body.kind === 'agreement') {
    const { pointId, text, number } = body
    const title = number === null ? text : `${number}: ${text}`
    const suggested = DUTY.test(foldText(text))
    return {
      source: 'agreement',
      pointId,
      text,
      title,
      responsible: [],
      wording: findDeadlineWording(text),
      suggested,
    }
  }
  if (body.kind !== 'speech' || taken.has(fact.id)) return null
  const suggested = ASKING_ACTS[body.act]
  if (suggested === undefined) return null
  const { pointId, text } = body
  return {
    source: 'speech',
    pointId,
    text,
    title: text,
    responsible: [],
    wording: findDeadlineWording(text),
    suggested,
  }
}

/**
 * What the facts of a session leave to be done, in the order it was said: commitments, agreements, and
 * instructions, requests and suggestions that became no commitment (domain §6, 13: the user promotes
 * them). Facts that were corrected away are not there. `promoted` says which already have an item.
 */
export function itemsFromSession(
  state: SessionState,
  directory: PartyDirectory,
  promoted: ReadonlyMap<FactId, ItemId>,
): readonly ItemProposal[] {
  const { session, points } = state.plan
  const finder = new PartyFinder(directory)
  const taken = new Set(
    state.facts.flatMap(({ body }) =>
      body.kind === 'commitment' && body.sourceFactId !== null ? [body.sourceFactId] : [],
    ),
  )
  return state.facts.flatMap((fact): readonly ItemProposal[] => {
    const found = readFact(fact, taken)
    if (!found) return []
    const { source, pointId, suggested } = found
    const pointNumber = points.find((point) => point.id === pointId)?.number ?? null
    const deadline =
      found.wording === ''
        ? { ...NO_DEADLINE, start: { ...NO_DEADLINE.start, date: session.date } }
        : deadlineFromWording(found.wording, session.date)
    const draft: ItemDraft = {
      code: '',
      title: titleFromText(found.title),
      text: found.text,
      origin: { kind: 'session', sessionId: session.id, factId: fact.id, pointId, pointNumber },
      responsible: found.responsible.map((name) => finder.party(name)),
      supporting: [],
      external: '',
      priority: 'normal',
      tags: [],
      deadline,
      openedOn: session.date,
      attachments: [],
    }
    return [{ factId: fact.id, pointId, source, draft, suggested, promotedTo: promoted.get(fact.id) ?? null }]
  })
}
