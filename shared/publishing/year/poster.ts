import type { Block, DocTree } from '../../documents'
import type { Publication } from '../../domain/publications'
import { capitalize } from '../../lib/spanish'
import { longDay, monthName } from '../../lib/spanish-date'
import { goingOut, isDraft, type YearContent } from './year-calendar'

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)

function whenText({ on, from, until }: Publication): string {
  const day = String(Number(on.slice(8)))
  return from === until ? day : `${day} (del ${longDay(from)} al ${longDay(until)})`
}

function monthBlock(month: number, publications: readonly Publication[]): Block {
  const own = publications.filter(({ on }) => Number(on.slice(5, 7)) === month)
  const title = {
    kind: 'heading',
    level: 2,
    text: capitalize(monthName(month)),
    align: 'start',
  } as const
  if (own.length === 0) {
    const runs = [{ text: 'Sin fechas.', bold: false, italic: false }]
    const nothing = { kind: 'paragraph', look: 'small', runs, anchor: null, sources: [] } as const
    return { kind: 'keep-together', blocks: [title, nothing] }
  }
  const columns = [
    { title: 'Día', width: 25 },
    { title: 'Fecha conmemorativa', width: 75 },
  ]
  const rows = own.map((entry) => [
    whenText(entry),
    isDraft(entry) ? `${entry.title} (borrador)` : entry.title,
  ])
  return { kind: 'keep-together', blocks: [title, { kind: 'table', caption: '', columns, rows }] }
}

/** The year on paper: twelve months with their dates, a month with none saying so. Drafts only when asked, and named. */
export function yearPoster(
  year: number,
  body: { readonly name: string; readonly institution: string },
  publications: readonly Publication[],
  content: YearContent,
): DocTree {
  const shown = goingOut(publications, content)
  const title = `Fechas conmemorativas ${year}`
  return {
    title,
    language: 'es-MX',
    header: `${body.name} · ${title}`,
    footer: content === 'with-drafts' ? 'Incluye borradores: pueden cambiar' : body.institution,
    blocks: [
      { kind: 'letterhead', institution: body.institution, body: body.name, title },
      ...MONTHS.map((month) => monthBlock(month, shown)),
    ],
  }
}
