import {
  type ColumnMemory,
  ColumnReader,
  DraftEditor,
  headingKeyOf,
  type Sheet,
  type SheetColumn,
  type SheetLayout,
} from '../../lib/sheet'

/** What a column of an imported sheet of dates may hold. */
export type DateColumnId =
  | 'name'
  | 'rule'
  | 'years'
  | 'exceptions'
  | 'scope'
  | 'basis'
  | 'since'
  | 'note'
  | 'validFrom'
  | 'validUntil'
  | 'suggested'

/** Every column understood, in the order of the template. */
export const DATE_COLUMNS: readonly SheetColumn<DateColumnId>[] = [
  {
    id: 'name',
    title: 'Nombre',
    also: [
      'conmemoracion',
      'fecha conmemorativa',
      'dia conmemorativo',
      'efemeride',
      'celebracion',
      'evento',
      'titulo',
      'nombre fecha',
      'nombre conmemoracion',
      'motivo',
      'asunto',
    ],
    help: 'Nombre de la fecha; con el mismo nombre se cambia la que ya está.',
    example: 'Día Internacional de los Archivos',
  },
  {
    id: 'rule',
    title: 'Cuándo cae',
    also: [
      'fecha',
      'dia',
      'regla',
      'cuando',
      'cuando es',
      'dia mes',
      'fecha celebracion',
      'fecha inicio',
      'fecha comienzo',
      'se celebra',
    ],
    help: 'El día o la regla, con palabras.',
    example: '9 de junio; tercer lunes de noviembre; 8 días antes de «Día de Muertos»',
  },
  {
    id: 'years',
    title: 'Año',
    also: ['anos', 'en que anos', 'que anos', 'periodicidad', 'frecuencia'],
    help: 'En qué años, si no es cada año.',
    example: '2018, 2024; cada 3 años (2018, 2021…); años de elección federal',
  },
  {
    id: 'exceptions',
    title: 'Excepciones',
    also: ['excepcion', 'excepto', 'anos distintos', 'salvedades'],
    help: 'Años en que fue otro día o no se observó.',
    example: '2018: 1.º de julio; 2020: no se observa',
  },
  {
    id: 'scope',
    title: 'Ámbito',
    also: ['alcance', 'tipo', 'nivel', 'caracter', 'ambito fecha'],
    help: 'Internacional, Nacional o Institucional.',
    example: 'Internacional',
  },
  {
    id: 'basis',
    title: 'Fundamento',
    also: ['fundamento legal', 'base legal', 'decreto', 'resolucion', 'disposicion', 'sustento'],
    help: 'Decreto, acuerdo o resolución.',
    example: 'DOF, 23 de mayo de 2014',
  },
  {
    id: 'since',
    title: 'Desde qué año',
    also: ['desde', 'ano inicio', 'desde cuando', 'se celebra desde', 'observada desde', 'ano proclamacion'],
    help: 'Primer año en que se observó.',
    example: '1975',
  },
  {
    id: 'note',
    title: 'Nota',
    also: ['notas', 'observaciones', 'observacion', 'comentarios', 'comentario', 'descripcion', 'detalle'],
    help: 'Lo que convenga recordar.',
    example: '',
  },
  {
    id: 'validFrom',
    title: 'Vigente desde',
    also: ['vigencia desde', 'inicio vigencia', 'vigencia inicio'],
    help: 'Primer día en que se usa en el plan, dd/mm/aaaa.',
    example: '01/01/2026',
  },
  {
    id: 'validUntil',
    title: 'Vigente hasta',
    also: ['vigencia hasta', 'hasta', 'fin vigencia', 'vigencia fin', 'termino vigencia'],
    help: 'Último día, dd/mm/aaaa; en blanco si sigue.',
    example: '',
  },
  {
    id: 'suggested',
    title: 'Estado',
    also: ['sugerida', 'confirmada', 'sugerida confirmada', 'sugerida o confirmada', 'estatus', 'situacion'],
    help: 'Sugerida o Confirmada.',
    example: 'Confirmada',
  },
]

/** A heading that names the day, unless another column says when: then it is the name, as in the catalogue. */
const DAY_OR_NAME = 'fecha'

class DateColumnReader extends ColumnReader<DateColumnId> {
  override read(sheet: Sheet, memory: ColumnMemory<DateColumnId> = {}): SheetLayout<DateColumnId> {
    const layout = super.read(sheet, memory)
    if (layout.headerIndex === null || layout.columns.includes('name')) return layout
    const headings = sheet.rows[layout.headerIndex] ?? []
    const index = headings.findIndex((heading) => headingKeyOf(heading) === DAY_OR_NAME)
    const saysWhen = layout.columns.some((id, at) => id === 'rule' && at !== index)
    if (index < 0 || !saysWhen || Object.hasOwn(memory, DAY_OR_NAME)) return layout
    return { ...layout, columns: layout.columns.map((id, at) => (at === index ? 'name' : id)) }
  }
}

/** Recognises the columns of a sheet of dates. The catalogue itself calls the name "Fecha". */
export const DATE_READER = new DateColumnReader(DATE_COLUMNS, { titleWins: true })

/** Corrects sheets of dates before they are imported. */
export const DATE_EDITOR = new DraftEditor(DATE_READER)
