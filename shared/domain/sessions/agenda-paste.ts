import { z } from 'zod'
import { err, ok, type Result } from '../../lib/result'
import { foldText } from '../../lib/spanish'
import { proposeClosing, proposeKind } from './agenda-rules'
import type { Closing, PointKind } from './point'

/** A point read from pasted text, with the kind and closing that its title proposes. */
export interface PastedPoint {
  readonly title: string
  /** Text in brackets at the end of the line, empty when there was none. */
  readonly presenter: string
  readonly kind: PointKind
  readonly closing: Closing
  /** Addresses written on lines of their own under the point (001, point 1). */
  readonly links: readonly string[]
}

/** Why no agenda could be read from pasted text; `line` counts from 1. */
export type PasteProblem =
  | { readonly code: 'nothing-to-read' }
  | { readonly code: 'too-many'; readonly found: number; readonly most: number }
  | { readonly code: 'no-title'; readonly line: number }

/** Most points taken from one paste; more than that is not an agenda. */
export const MOST_PASTED_POINTS = 100

const ARABIC =
  /^(?:[Pp]unto\s+)?(\d{1,3})(?:(?:\.\d{1,2})+\.?\s+(?=\p{Lu})|\s*(?:\.-|[.)°º:–-])(?:\s+|(?=\D)))(.*)$/u
const ROMAN = /^([ivxl]{1,7})\s*(?:\.-|[.)])\s+(.*)$/i
const BULLET = /^[•●▪◦·*–—-]\s+(.*)$/
const HEADING = /^(proyecto de )?orden del dia\b/
const LINK = /^<?(https?:\/\/[^\s<>]+?)>?[.,;]?$/i
const webAddress = z.url({ protocol: /^https?$/ })

interface Line {
  readonly number: number
  readonly text: string
}

interface Draft {
  readonly line: number
  readonly words: readonly string[]
  readonly links: readonly string[]
}

function readLines(text: string): readonly Line[] {
  return text
    .replace(/\uFEFF/g, '')
    .split(/\r\n|[\r\n\v\f\u2028\u2029]/)
    .map((raw, index) => ({ number: index + 1, text: raw.replace(/[\s\u00A0]+/g, ' ').trim() }))
    .filter((line) => line.text !== '')
    .filter((line, index) => index > 0 || !HEADING.test(foldText(line.text)))
}

/** The http or https address that is all there is in a text, in angle brackets or not; null otherwise. */
export function readWebAddress(line: string): string | null {
  const parsed = webAddress.safeParse(LINK.exec(line.trim())?.[1])
  return parsed.success ? parsed.data : null
}

type Opening = (
  line: string,
  last: number | null,
) => { readonly rest: string; readonly number: number } | null

/**
 * A wrapped line may begin with a figure ("2017. El informe…"), so a number only opens a point when it
 * comes soon after the one before, or repeats it (lists pasted as "1. 1. 1.").
 */
function opensArabic(line: string, last: number | null): ReturnType<Opening> {
  const match = ARABIC.exec(line)
  if (!match) return null
  const number = Number(match[1])
  const plausible = last === null ? number <= MOST_PASTED_POINTS : number >= last && number <= last + 20
  return plausible ? { rest: match[2] ?? '', number } : null
}

function opensRoman(line: string): ReturnType<Opening> {
  const match = ROMAN.exec(line)
  return match ? { rest: match[2] ?? '', number: 0 } : null
}

function opensBullet(line: string): ReturnType<Opening> {
  const match = BULLET.exec(line)
  return match ? { rest: match[1] ?? '', number: 0 } : null
}

/** Without numbers every line is a point, unless it plainly continues the one before. */
function opensPlain(line: string, last: number | null): ReturnType<Opening> {
  const continues = last !== null && /^[\p{Ll}\d([<«"“,;]/u.test(line)
  return continues || readWebAddress(line) !== null ? null : { rest: line, number: 0 }
}

/** The mark that the list uses: on its first line, or on several; one alone may be a wrapped figure. */
function chooseOpening(lines: readonly Line[]): Opening {
  const marked = [opensArabic, opensRoman, opensBullet].find((opening) => {
    const places = lines.flatMap((line, index) => (opening(line.text, null) ? [index] : []))
    return places[0] === 0 || places.length > 1
  })
  return marked ?? opensPlain
}

function group(lines: readonly Line[]): readonly Draft[] {
  const opening = chooseOpening(lines)
  const drafts: Draft[] = []
  let last: number | null = null
  for (const line of lines) {
    const opened = opening(line.text, last)
    const current = drafts[drafts.length - 1]
    const link = readWebAddress(line.text)
    if (opened || !current) {
      drafts.push({ line: line.number, words: [opened?.rest ?? line.text], links: [] })
      last = opened?.number ?? null
    } else if (link !== null) {
      drafts[drafts.length - 1] = { ...current, links: [...current.links, link] }
    } else {
      drafts[drafts.length - 1] = { ...current, words: [...current.words, line.text] }
    }
  }
  return drafts
}

function readPoint(draft: Draft): PastedPoint | null {
  const text = draft.words
    .join(' ')
    .replace(/[\s\t]+/g, ' ')
    .trim()
  const bracketed = /^(.*?)\s*\[([^[\]]*)\]\s*[.;]?$/.exec(text)
  const title = (bracketed?.[1] ?? text).replace(/(?<![.\s]|\b\p{Lu})[.;]$/u, '').trim()
  if (title === '') return null
  return {
    title,
    presenter: (bracketed?.[2] ?? '').trim(),
    kind: proposeKind(title),
    closing: proposeClosing(title),
    links: draft.links,
  }
}

/**
 * Reads an agenda from pasted text: numbering (arabic, roman or bullets) is dropped, wrapped lines are
 * joined, the presenter is taken from the brackets at the end, and addresses on their own line become
 * links. Nothing is taken when any point has no title, so that no line is lost unseen.
 */
export function readPastedAgenda(text: string): Result<readonly PastedPoint[], PasteProblem> {
  const drafts = group(readLines(text))
  if (drafts.length === 0) return err({ code: 'nothing-to-read' })
  if (drafts.length > MOST_PASTED_POINTS) {
    return err({ code: 'too-many', found: drafts.length, most: MOST_PASTED_POINTS })
  }
  const points: PastedPoint[] = []
  for (const draft of drafts) {
    const point = readPoint(draft)
    if (!point) return err({ code: 'no-title', line: draft.line })
    points.push(point)
  }
  return ok(points)
}
