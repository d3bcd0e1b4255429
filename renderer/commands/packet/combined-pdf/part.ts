/** One piece of the combined PDF. `level` 0 is a chapter (a point, a document), 1 what belongs to it. */
export interface CombinedPart {
  readonly title: string
  readonly level: 0 | 1
  /** What the header of its pages says: "Punto 3 · Anexo 1 · Informe.pdf". */
  readonly header: string
  readonly content: PartContent
}

/**
 * What a piece is made of. `ours` was drawn by the app and has its own header; `pdf` and `image` come
 * from somewhere; `absent` cannot be put into a PDF, and a page says where it is instead; `none` is only
 * a line of the table of contents, over what follows.
 */
export type PartContent =
  | { readonly kind: 'ours'; readonly bytes: Uint8Array }
  | { readonly kind: 'pdf'; readonly bytes: Uint8Array }
  | { readonly kind: 'image'; readonly mediaType: 'image/jpeg' | 'image/png'; readonly bytes: Uint8Array }
  | { readonly kind: 'absent'; readonly note: string }
  | { readonly kind: 'none' }

/** Everything that the combined PDF is made from. `at` is the only date in it (UTC, ISO 8601). */
export interface CombinedInput {
  readonly title: string
  readonly subtitle: string
  readonly at: string
  readonly parts: readonly CombinedPart[]
}
