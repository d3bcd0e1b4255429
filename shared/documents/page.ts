/**
 * The page of every document: letter size, upright. Lengths in millimetres. The bottom margin leaves
 * place for the running footer with the page number, the top one for the running header.
 */
export const PAGE = {
  width: 215.9,
  height: 279.4,
  marginTop: 25,
  marginBottom: 24,
  marginStart: 25,
  marginEnd: 25,
} as const

/** Fonts for documents, metric-compatible ones first, so that lines break alike on every machine. */
export const DOCUMENT_FONTS = ['Arial', 'Liberation Sans', 'Helvetica', 'sans-serif'] as const

/** Signatories that surely fit in one page under the last paragraph and the heading of the sheet. */
export const SIGNATORIES_PER_PAGE = 10
