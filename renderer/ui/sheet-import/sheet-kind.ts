import type { DraftEditor, SheetColumn, SheetPlan } from '../../../shared/lib/sheet'

/** What the user reads of one kind of import. */
export interface SheetWords {
  /** What is done: "Importar al directorio". */
  readonly title: string
  /** What is to be known of the columns, before their list. */
  readonly columns: string
  /** "hasta 10 MB y 10,000 filas". */
  readonly limits: string
  /** When the sheet brings nothing: "Todo lo que dice la hoja ya está en el directorio." */
  readonly nothingNew: string
}

/** One kind of sheet that can be imported: its columns, how its rows are shown, its words. */
export interface SheetKind<Id extends string, P extends SheetPlan<Id>> {
  readonly columns: readonly SheetColumn<Id>[]
  readonly editor: DraftEditor<Id>
  /** Columns of the preview, those that tell rows apart first. */
  readonly shown: readonly Id[]
  /** What a column of a good row would hold once imported. */
  readonly cellText: (planned: P['rows'][number], column: Id) => string
  /** Files that it takes beside spreadsheets. */
  readonly alsoOpens?: readonly { readonly extension: string; readonly mediaType: string }[]
  readonly words: SheetWords
}
