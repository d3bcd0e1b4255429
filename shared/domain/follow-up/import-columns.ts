import { foldText } from '../../lib/spanish'
import type { DirectorySheet } from '../people'

/** What a column of an imported sheet may hold. */
export type ItemColumnId =
  | 'code'
  | 'title'
  | 'text'
  | 'responsible'
  | 'supporting'
  | 'external'
  | 'priority'
  | 'state'
  | 'since'
  | 'deadline'
  | 'due'
  | 'progress'
  | 'progressOn'
  | 'tags'
  | 'openedOn'

/** A column that the import understands. */
export interface ItemColumn {
  readonly id: ItemColumnId
  readonly title: string
  /** Other headings understood, in lower case, without accents, punctuation or link words. */
  readonly also: readonly string[]
  /** What to write in it, for the help. */
  readonly help: string
}

/** Every column understood, in the order of the template. Titles are those of the exported sheet. */
export const ITEM_COLUMNS: readonly ItemColumn[] = [
  {
    id: 'code',
    title: 'Clave',
    also: ['no', 'num', 'numero', 'id', 'folio', 'consecutivo', 'clave asunto'],
    help: 'Clave del asunto; en blanco recibe la siguiente.',
  },
  {
    id: 'title',
    title: 'Asunto',
    also: [
      'acuerdo',
      'compromiso',
      'tema',
      'titulo',
      'punto',
      'actividad',
      'tarea',
      'descripcion',
      'pendiente',
    ],
    help: 'Qué se debe hacer.',
  },
  {
    id: 'text',
    title: 'Texto acordado',
    also: ['texto', 'texto acuerdo', 'redaccion', 'acuerdo textual', 'detalle'],
    help: 'El acuerdo palabra por palabra.',
  },
  {
    id: 'responsible',
    title: 'Responsable',
    also: [
      'responsables',
      'area responsable',
      'areas responsables',
      'area',
      'unidad responsable',
      'quien',
      'encargado',
    ],
    help: 'Áreas o personas, separadas por comas.',
  },
  {
    id: 'supporting',
    title: 'Apoyo',
    also: ['areas apoyo', 'area apoyo', 'corresponsable', 'corresponsables', 'participantes'],
    help: 'Áreas que ayudan, separadas por comas.',
  },
  {
    id: 'external',
    title: 'Dependencia externa',
    also: ['externo', 'instancia externa', 'dependencia', 'tercero'],
    help: 'Institución ajena de la que depende (por ejemplo, INAI).',
  },
  { id: 'priority', title: 'Prioridad', also: ['importancia', 'urgencia'], help: 'Alta, normal o baja.' },
  {
    id: 'state',
    title: 'Estado',
    also: ['estatus', 'status', 'situacion', 'estado actual', 'cumplimiento'],
    help: 'Pendiente, en proceso, cumplido, cancelado o sin materia.',
  },
  {
    id: 'since',
    title: 'Desde',
    also: ['fecha estado', 'fecha estatus', 'fecha cumplimiento', 'fecha conclusion', 'fecha atencion'],
    help: 'Desde qué fecha está en ese estado.',
  },
  {
    id: 'deadline',
    title: 'Redacción del plazo',
    also: ['plazo', 'termino', 'plazo cumplimiento', 'vigencia'],
    help: 'El plazo como se acordó: «60 días hábiles», «a finales de octubre».',
  },
  {
    id: 'due',
    title: 'Vence',
    also: ['vencimiento', 'fecha limite', 'fecha vencimiento', 'fecha compromiso', 'fecha entrega', 'limite'],
    help: 'Fecha límite.',
  },
  {
    id: 'progress',
    title: 'Último avance',
    also: [
      'avance',
      'avances',
      'seguimiento',
      'observaciones',
      'observacion',
      'comentarios',
      'nota',
      'notas',
    ],
    help: 'Lo último que se sabe.',
  },
  {
    id: 'progressOn',
    title: 'Fecha del avance',
    also: ['fecha seguimiento', 'actualizacion'],
    help: 'De qué día es.',
  },
  {
    id: 'tags',
    title: 'Etiquetas',
    also: ['etiqueta', 'categoria', 'categorias', 'rubro'],
    help: 'Separadas por comas.',
  },
  {
    id: 'openedOn',
    title: 'Pendiente desde',
    also: ['fecha', 'fecha acuerdo', 'fecha sesion', 'fecha inicio', 'fecha alta', 'sesion'],
    help: 'Fecha en que se acordó.',
  },
]

/** Where the data start and what each column holds. */
export interface ItemLayout {
  /** Index of the headings; null when none were recognised and every row is data. */
  readonly headerIndex: number | null
  readonly columns: readonly (ItemColumnId | null)[]
}

/** What each heading meant last time, by its key: the mapping that the app remembers. */
export type ColumnMemory = Readonly<Record<string, ItemColumnId | null>>

const HEADER_SEARCH_ROWS = 10
const LINK_WORDS = new Set(['de', 'del', 'la', 'el', 'los', 'las', 'en', 'para', 'y', 'o', 'a', 'con'])

/** A heading without accents, punctuation or link words, to recognise it again. */
export function headingKeyOf(text: string): string {
  return foldText(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .split(' ')
    .filter((word) => word !== '' && !LINK_WORDS.has(word))
    .join(' ')
}

/** Spanish title of a column. */
export function itemColumnTitle(id: ItemColumnId): string {
  return ITEM_COLUMNS.find((column) => column.id === id)?.title ?? id
}

const BY_TITLE = new Map(ITEM_COLUMNS.map((column) => [headingKeyOf(column.title), column.id]))
const BY_OTHER = new Map(
  ITEM_COLUMNS.flatMap(({ id, also }) => also.map((other) => [headingKeyOf(other), id] as const)),
)

/** What each heading holds. A title of the template wins over another heading that would mean the same. */
function recognise(cells: readonly string[], memory: ColumnMemory): readonly (ItemColumnId | null)[] {
  const keys = cells.map(headingKeyOf)
  const exact = new Set(keys.map((key) => BY_TITLE.get(key)).filter((id) => id !== undefined))
  return keys.map((key) => {
    if (key === '') return null
    const remembered = memory[key]
    if (remembered !== undefined) return remembered
    const titled = BY_TITLE.get(key)
    if (titled) return titled
    const other = BY_OTHER.get(key)
    return other === undefined || exact.has(other) ? null : other
  })
}

/** Recognises the heading row: the one, among the first ten, that names most columns (two at least). */
export function readItemLayout(sheet: DirectorySheet, memory: ColumnMemory = {}): ItemLayout {
  let best: ItemLayout = { headerIndex: null, columns: [] }
  let bestCount = 1
  for (const [index, cells] of sheet.rows.slice(0, HEADER_SEARCH_ROWS).entries()) {
    const columns = recognise(cells, memory)
    const count = new Set(columns.filter((id) => id !== null)).size
    if (count > bestCount) {
      best = { headerIndex: index, columns }
      bestCount = count
    }
  }
  if (best.headerIndex !== null) return best
  const width = sheet.rows.reduce((widest, cells) => Math.max(widest, cells.length), 0)
  return { headerIndex: null, columns: Array.from({ length: width }, () => null) }
}

/** What to remember of a mapping that the user confirmed. */
export function rememberColumns(
  sheet: DirectorySheet,
  layout: ItemLayout,
  memory: ColumnMemory,
): ColumnMemory {
  const headings = layout.headerIndex === null ? [] : (sheet.rows[layout.headerIndex] ?? [])
  const learned = headings.flatMap((heading, index) => {
    const key = headingKeyOf(heading)
    return key === '' ? [] : [[key, layout.columns[index] ?? null] as const]
  })
  return { ...memory, ...Object.fromEntries(learned) }
}
