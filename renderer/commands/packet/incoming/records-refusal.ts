/** Why the rows of a packet were not read. */
export type RecordsRefusal =
  /** Made by a newer version of the app; `needed` is the schema it writes. */
  | { readonly code: 'newer-records'; readonly found: number; readonly known: number }
  /** A line that is no row, or says what no row may; counted from 1. */
  | { readonly code: 'bad-records'; readonly line: number; readonly detail: string }
