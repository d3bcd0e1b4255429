import { addDays, daysBetween } from '../../lib/day'
import { type IsoDate, isIsoDate, isoDate, yearOf } from '../../lib/iso-date'
import { oneLine } from '../../lib/one-line'
import { err, ok, type Result } from '../../lib/result'
import type { Party } from '../follow-up'
import type { Approval, Check, Consult, Placement, Publication, PublicationImage } from './publication'

/** A channel of a publication as it is typed: its days as written, null for none. */
export interface PlacementDraft extends Omit<Placement, 'publishedOn' | 'withdrawnOn'> {
  readonly publishedOn: string | null
  readonly withdrawnOn: string | null
}

/** A publication as it is typed. Days as written; hashtags and links as one text each, apart by spaces. */
export interface PublicationDraft {
  readonly title: string
  readonly on: string
  readonly from: string
  readonly until: string
  readonly note: string
  readonly hashtags: string
  readonly links: string
  readonly placements: readonly PlacementDraft[]
  readonly images: readonly PublicationImage[]
  readonly responsible: readonly Party[]
  readonly approval: Approval | null
  readonly confirmed: readonly Check[]
  readonly consult: Consult | null
}

/** Something wrong in a publication, with the sentence for the user. */
export interface PublicationProblem {
  readonly field: keyof PublicationDraft
  readonly message: string
}

/** What a draft decides; state, history, year and where it comes from are not typed. */
export type PublicationFields = Pick<Publication, keyof PublicationDraft>

/** Longest window that is not taken for a mistake of the year, in days. */
const LONGEST_WINDOW = 366
/** First year of the plan. */
const FIRST_YEAR = 1900
const HASHTAG = /^#[\p{L}\p{N}_]{1,99}$/u

/** The form of a stored publication. */
export function draftOfPublication(publication: Publication): PublicationDraft {
  return {
    ...publication,
    hashtags: publication.hashtags.join(' '),
    links: publication.links.join('\n'),
  }
}

function words(text: string): readonly string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((word) => word !== ''))]
}

/** Hashtags as typed, with or without the mark: "Niñez, #8M" is #Niñez #8M. */
function hashtagsOf(text: string): readonly string[] {
  return [...new Set(words(text).map((word) => (word.startsWith('#') ? word : `#${word}`)))]
}

function isWebAddress(text: string): boolean {
  if (!/^https?:\/\//i.test(text)) return false
  return URL.canParse(text)
}

function tooLong(what: string, length: number, most: number): string {
  const count = (amount: number) => amount.toLocaleString('es-MX')
  return `${what} tiene ${count(length)} caracteres y el máximo es ${count(most)}.`
}

function textProblems(draft: PublicationDraft): readonly PublicationProblem[] {
  const problems: PublicationProblem[] = []
  const { title, note } = draft
  if (title.trim() === '') problems.push({ field: 'title', message: 'Escriba el título.' })
  const limit = (field: 'title' | 'note', what: string, text: string, most: number) => {
    if (text.length > most) problems.push({ field, message: tooLong(what, text.length, most) })
  }
  limit('title', 'El título', oneLine(title), 300)
  limit('note', 'La nota', note.trim(), 20_000)
  const tags = hashtagsOf(draft.hashtags)
  const wrongTag = tags.find((tag) => !HASHTAG.test(tag))
  if (wrongTag !== undefined) {
    problems.push({
      field: 'hashtags',
      message: `«${wrongTag}» no sirve como etiqueta: use letras, cifras y guion bajo.`,
    })
  }
  if (tags.length > 40) problems.push({ field: 'hashtags', message: 'Son más de 40 etiquetas.' })
  const links = words(draft.links)
  const wrongLink = links.find((link) => !isWebAddress(link))
  if (wrongLink !== undefined) {
    problems.push({
      field: 'links',
      message: `«${wrongLink}» no es una dirección; debe empezar con https://.`,
    })
  }
  if (links.length > 40) problems.push({ field: 'links', message: 'Son más de 40 enlaces.' })
  return problems
}

function dayProblems(draft: PublicationDraft): readonly PublicationProblem[] {
  const wrong = (['on', 'from', 'until'] as const).filter((field) => !isIsoDate(draft[field].trim()))
  if (wrong.length > 0) {
    return wrong.map((field) => ({ field, message: 'La fecha no existe o está incompleta.' }))
  }
  const [on, from, until] = [
    isoDate(draft.on.trim()),
    isoDate(draft.from.trim()),
    isoDate(draft.until.trim()),
  ]
  if (yearOf(from) < FIRST_YEAR) {
    return [{ field: 'from', message: `Las fechas del plan empiezan en ${FIRST_YEAR}; revise el año.` }]
  }
  if (until < from) return [{ field: 'until', message: 'La ventana termina antes de empezar.' }]
  if (daysBetween(from, until) > LONGEST_WINDOW) {
    return [{ field: 'until', message: 'La ventana dura más de un año; revise las fechas.' }]
  }
  if (on < from || on > until) {
    return [{ field: 'on', message: 'El día debe quedar dentro de la ventana en que se muestra.' }]
  }
  return []
}

function partyProblems({ responsible }: PublicationDraft): readonly PublicationProblem[] {
  const told = (message: string) => [{ field: 'responsible' as const, message }]
  if (responsible.length > 20) return told(`Son ${responsible.length} responsables y el máximo es 20.`)
  const long = responsible.find(({ name }) => name.trim().length > 200)
  return long ? told(tooLong('El nombre de un responsable', long.name.trim().length, 200)) : []
}

function imageProblems({ images }: PublicationDraft): readonly PublicationProblem[] {
  const told = (message: string) => [{ field: 'images' as const, message }]
  if (images.length > 40) return told(`Son ${images.length} imágenes y el máximo es 40.`)
  for (const { file, alt, rights, source } of images) {
    const texts = [
      ['El texto alternativo', alt, 2_000],
      ['Lo que dice de sus derechos', rights, 500],
      ['La fuente', source, 500],
    ] as const
    const long = texts.find(([, text, most]) => text.trim().length > most)
    if (long) return told(`${file.name}: ${tooLong(long[0], long[1].trim().length, long[2])}`)
  }
  return []
}

/** A day of a channel as written: null for none, undefined when it is half typed or does not exist. */
function placementDay(text: string | null): IsoDate | null | undefined {
  if (text === null) return null
  return isIsoDate(text) ? isoDate(text) : undefined
}

function readPlacement(typed: PlacementDraft): Placement | null {
  const publishedOn = placementDay(typed.publishedOn)
  const withdrawnOn = placementDay(typed.withdrawnOn)
  return publishedOn === undefined || withdrawnOn === undefined
    ? null
    : { ...typed, publishedOn, withdrawnOn }
}

function placementProblems({ placements }: PublicationDraft): readonly PublicationProblem[] {
  if (placements.some((placement) => readPlacement(placement) === null)) {
    return [{ field: 'placements', message: 'En un canal hay una fecha que no existe o está incompleta.' }]
  }
  const wrongLink = placements.find(({ link }) => link !== null && !isWebAddress(link))
  if (wrongLink) {
    const message = `«${wrongLink.link}» no es la dirección de lo publicado; debe empezar con https://.`
    return [{ field: 'placements', message }]
  }
  const wrong = placements.some(
    ({ publishedOn, withdrawnOn }) =>
      withdrawnOn !== null && (publishedOn === null || withdrawnOn < publishedOn),
  )
  return wrong
    ? [
        {
          field: 'placements',
          message: 'En un canal la fecha de retiro es anterior a la de publicación, o falta esta.',
        },
      ]
    : []
}

/** Reads a typed publication; every field that is wrong is named. */
export function readPublication(
  draft: PublicationDraft,
): Result<PublicationFields, readonly PublicationProblem[]> {
  const problems = [
    ...textProblems(draft),
    ...dayProblems(draft),
    ...imageProblems(draft),
    ...placementProblems(draft),
    ...partyProblems(draft),
  ]
  if (problems.length > 0) return err(problems)
  const { images, responsible, approval, confirmed, consult } = draft
  return ok({
    title: oneLine(draft.title),
    on: isoDate(draft.on.trim()),
    from: isoDate(draft.from.trim()),
    until: isoDate(draft.until.trim()),
    note: draft.note.trim(),
    hashtags: hashtagsOf(draft.hashtags),
    links: words(draft.links),
    placements: draft.placements.flatMap((placement) => readPlacement(placement) ?? []),
    images,
    responsible: responsible.filter(({ name }) => name.trim() !== ''),
    approval,
    confirmed,
    consult,
  })
}

/**
 * The draft with the days of channels as they are stored (none when the channel is new) where they were left
 * half typed, so that the rest can be kept; null when no day was.
 */
export function withoutHalfDays(
  draft: PublicationDraft,
  stored: readonly Placement[],
): PublicationDraft | null {
  if (draft.placements.every((placement) => readPlacement(placement) !== null)) return null
  const placements = draft.placements.map((typed) => {
    const before = stored.find(({ channelId }) => channelId === typed.channelId)
    const publishedOn = placementDay(typed.publishedOn)
    const withdrawnOn = placementDay(typed.withdrawnOn)
    return {
      ...typed,
      publishedOn: publishedOn === undefined ? (before?.publishedOn ?? null) : publishedOn,
      withdrawnOn: withdrawnOn === undefined ? (before?.withdrawnOn ?? null) : withdrawnOn,
    }
  })
  return { ...draft, placements }
}

/** The publication on another day: its window moves with it and stays as long. The year of its plan stays. */
export function movedTo(publication: Publication, on: IsoDate): Publication {
  const days = daysBetween(publication.on, on)
  return {
    ...publication,
    on,
    from: addDays(publication.from, days),
    until: addDays(publication.until, days),
  }
}
