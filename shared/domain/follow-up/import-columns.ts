import { ColumnReader, DraftEditor, type SheetColumn } from '../../lib/sheet'

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

/** A column that the import understands; its help says enough without an example. */
type ItemColumn = Omit<SheetColumn<ItemColumnId>, 'example'>

const COLUMNS: readonly ItemColumn[] = [
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

/** Every column understood, in the order of the template. Titles are those of the exported sheet. */
export const ITEM_COLUMNS: readonly SheetColumn<ItemColumnId>[] = COLUMNS.map((column) => ({
  ...column,
  example: '',
}))

/**
 * Recognises the columns of a sheet of items. The exported sheet has the deadline twice, as agreed and as
 * counted: its own titles win.
 */
export const ITEM_READER = new ColumnReader(ITEM_COLUMNS, { titleWins: true })

/** Corrects sheets of items before they are imported. */
export const ITEM_EDITOR = new DraftEditor(ITEM_READER)
