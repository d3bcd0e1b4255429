import { z } from 'zod'
import { type DocTree, docTreeSchema } from './doc-tree'
import { type PageTemplates, pageTemplates, type RenderedHtml, renderHtml } from './html/render-html'
import { type YearPoster, yearPosterSchema } from './poster/poster'
import { posterTemplates, renderPoster } from './poster/render-poster'

/** What can be printed: a document, or the poster of a year. */
export const printableSchema = z.union([docTreeSchema, yearPosterSchema])
/** What can be printed: a document, or the poster of a year. */
export type Printable = DocTree | YearPoster

/** Draws what is printed: the content of its page, its style sheet, and what runs on every sheet. */
export function drawPrintable(tree: Printable): RenderedHtml & PageTemplates {
  return 'kind' in tree
    ? { ...renderPoster(tree), ...posterTemplates(tree) }
    : { ...renderHtml(tree), ...pageTemplates(tree) }
}
