import { z } from 'zod'
import { factIdSchema } from '../domain/sessions'

/** A stretch of text with one look. `text` is plain: no markup, no line breaks. */
export const runSchema = z
  .strictObject({ text: z.string().max(40_000), bold: z.boolean(), italic: z.boolean() })
  .readonly()
/** A stretch of text with one look. */
export type Run = z.infer<typeof runSchema>

/** Stable name of a passage that can be rewritten by hand; several blocks in a row may share it. */
const anchor = z.string().min(1).max(200).nullable()
/** Facts that the passage states; empty for fixed text. */
const sources = z.array(factIdSchema).max(20_000).readonly()
const line = z.string().max(4_000)

const letterheadSchema = z
  .strictObject({ kind: z.literal('letterhead'), institution: line, body: line, title: line })
  .readonly()

const headingSchema = z
  .strictObject({
    kind: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    text: line,
    align: z.enum(['start', 'center']),
  })
  .readonly()

const paragraphSchema = z
  .strictObject({
    kind: z.literal('paragraph'),
    look: z.enum(['body', 'small', 'notice']),
    runs: z.array(runSchema).readonly(),
    anchor,
    sources,
  })
  .readonly()

const keyValuesSchema = z
  .strictObject({
    kind: z.literal('key-values'),
    entries: z.array(z.strictObject({ label: line, value: line }).readonly()).readonly(),
  })
  .readonly()

const tableSchema = z
  .strictObject({
    kind: z.literal('table'),
    caption: line,
    columns: z
      .array(z.strictObject({ title: line, width: z.number().min(1).max(100) }).readonly())
      .min(1)
      .max(12)
      .readonly(),
    rows: z.array(z.array(line).readonly()).readonly(),
  })
  .readonly()

const listSchema = z
  .strictObject({
    kind: z.literal('list'),
    ordered: z.boolean(),
    items: z.array(z.array(runSchema).readonly()).readonly(),
    anchor,
    sources,
  })
  .readonly()

const barsSchema = z
  .strictObject({
    kind: z.literal('bars'),
    caption: line,
    bars: z
      .array(z.strictObject({ label: line, value: z.number().min(0) }).readonly())
      .min(1)
      .max(40)
      .readonly(),
  })
  .readonly()

const signaturesSchema = z
  .strictObject({
    kind: z.literal('signatures'),
    signatories: z.array(z.strictObject({ name: line, caption: line }).readonly()).readonly(),
  })
  .readonly()

const simpleBlocks = [
  letterheadSchema,
  headingSchema,
  paragraphSchema,
  keyValuesSchema,
  tableSchema,
  barsSchema,
  listSchema,
  signaturesSchema,
] as const

/** A block that holds no other block. */
export const leafBlockSchema = z.discriminatedUnion('kind', simpleBlocks)
/** A block that holds no other block. */
export type LeafBlock = z.infer<typeof leafBlockSchema>

const keepTogetherSchema = z
  .strictObject({ kind: z.literal('keep-together'), blocks: z.array(leafBlockSchema).readonly() })
  .readonly()

/**
 * Any block. `keep-together` asks for its blocks to share a page; when they do not fit in one, the
 * first ones stay together and the rest flows on.
 */
export const blockSchema = z.discriminatedUnion('kind', [...simpleBlocks, keepTogetherSchema])
/** Any block of a document. */
export type Block = z.infer<typeof blockSchema>
/** A block of one kind. */
export type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>

/**
 * A finished document, independent of where it is shown. Screen, DOCX and PDF are drawn from this same
 * tree, so they cannot disagree. `header` and `footer` run on every page (letter size); the page
 * number is added beside the footer by whoever draws the pages.
 */
export const docTreeSchema = z
  .strictObject({
    title: line.min(1),
    language: z.literal('es-MX'),
    header: line,
    footer: line,
    blocks: z.array(blockSchema).max(50_000).readonly(),
  })
  .readonly()
/** A finished document: what it says and how it is built, not how it is drawn. */
export type DocTree = z.infer<typeof docTreeSchema>
