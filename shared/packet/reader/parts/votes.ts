import type { BallotOption } from '../../../domain/sessions'
import type { ViewAttendee, ViewBallot, ViewVote } from '../../view/packet-view'
import { block, esc, inline } from '../html'
import { type Mark, RESULT_MARKS } from '../words'
import { mark } from './common'

type Option = BallotOption | 'absent'

interface OptionRow extends Mark {
  readonly option: Option
  readonly count: keyof ViewVote['counts']
  readonly word: string
  /** Shown also when nobody chose it. */
  readonly always: boolean
}

const ROWS: readonly OptionRow[] = [
  { option: 'yes', count: 'yes', word: 'a favor', always: true, shape: '●', tone: 'yes' },
  { option: 'no', count: 'no', word: 'en contra', always: true, shape: '✕', tone: 'no' },
  { option: 'abstain', count: 'abstain', word: 'abstención', always: true, shape: '◌', tone: 'abstain' },
  { option: 'recused', count: 'recused', word: 'excusa', always: false, shape: '⊘', tone: 'quiet' },
  { option: 'not-voting', count: 'notVoting', word: 'no votó', always: false, shape: '○', tone: 'quiet' },
  { option: 'absent', count: 'absent', word: 'ausente', always: false, shape: '–', tone: 'quiet' },
]

const BY_WORDS: Readonly<Record<ViewVote['by'], string>> = {
  unanimity: 'por unanimidad',
  majority: 'por mayoría',
  'casting-vote': 'con voto de calidad',
  declaration: 'por declaración de la presidencia',
}

function outcomeWords({ outcome, by }: ViewVote): string {
  if (outcome === 'tied') return 'Empate'
  return `${outcome === 'approved' ? 'Aprobado' : 'No aprobado'} ${BY_WORDS[by]}`
}

/** A bar out of attributes alone: the policy of the page lets no style be written beside a tag. */
function bar(share: number, tone: Mark['tone']): string {
  const width = Math.round(share * 1000) / 10
  return `<svg class="share ${tone}" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="all" width="100" height="8"/><rect class="part" width="${width}" height="8"/></svg>`
}

type Names = ReadonlyMap<string, ViewAttendee>

/** The name of a seat, with the área it sits for. */
export function seatName(names: Names, id: string): string {
  const attendee = names.get(id)
  if (attendee === undefined) return 'sin nombre'
  const area =
    attendee.areaAcronym === '' ? '' : ` <span class="muted">${inline(attendee.areaAcronym)}</span>`
  return `${inline(attendee.fullName)}${area}`
}

function ballotNames(ballots: readonly ViewBallot[], option: Option, names: Names): string {
  const own = ballots.filter((ballot) => ballot.option === option)
  if (own.length === 0) return ''
  const lines = own.map(({ attendeeId, reason }) => {
    const why = reason === null || reason === '' ? '' : `: <q dir="auto">${esc(reason)}</q>`
    return `<li>${seatName(names, attendeeId)}${why}</li>`
  })
  return `<ul class="names">${lines.join('')}</ul>`
}

function tally(vote: ViewVote, names: Names): string {
  const total = Object.values(vote.counts).reduce((sum, n) => sum + n, 0)
  if (total === 0) return '<p class="muted">No se asentaron votos.</p>'
  const rows = ROWS.filter((row) => row.always || vote.counts[row.count] > 0).map((row) => {
    const n = vote.counts[row.count]
    const who = vote.ballots === null ? '' : ballotNames(vote.ballots, row.option, names)
    return `<li class="option"><p class="count">${mark(row, row.word)} <strong>${n}</strong></p>${bar(n / total, row.tone)}${who}</li>`
  })
  return `<ul class="tally">${rows.join('')}</ul>`
}

/** A vote: its result, its counts as figures and bars, who chose what when names are given, its sentence. */
export function votePart(vote: ViewVote, anchor: string, names: Names): string {
  const { castingVote, subject, round } = vote
  const times = vote.openedAt === vote.closedAt ? vote.closedAt : `${vote.openedAt} a ${vote.closedAt}`
  const title = `Votación${round > 1 ? ` (${round}.ª vuelta)` : ''}`
  const about = subject === null || subject === '' ? '' : block('p', subject, 'subject')
  const who = castingVote?.attendeeId ?? null
  const casting =
    castingVote === null
      ? ''
      : `<p class="casting">Voto de calidad ${castingVote.option === 'yes' ? 'a favor' : 'en contra'}${who === null ? '' : ` de ${seatName(names, who)}`}</p>`
  const noNames =
    vote.ballots === null ? '<p class="muted small">Se muestran los totales, sin nombres.</p>' : ''
  const sentence = vote.sentence === '' ? '' : block('p', vote.sentence, 'sentence')
  return `<div class="vote" id="${anchor}" data-w="${esc(title)}">
<h4>${title} <span class="muted time">${times} horas</span></h4>
${about}<p class="result">${mark(RESULT_MARKS[vote.outcome], outcomeWords(vote))}</p>
${tally(vote, names)}${casting}${noNames}${sentence}
</div>`
}
