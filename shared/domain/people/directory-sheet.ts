import { foldText } from '../../lib/spanish'

/** What a column of an imported sheet may hold. */
export type ColumnId =
  | 'area'
  | 'acronym'
  | 'role'
  | 'vote'
  | 'signs'
  | 'areaFrom'
  | 'areaUntil'
  | 'standing'
  | 'honorificShort'
  | 'honorificLong'
  | 'fullName'
  | 'shortName'
  | 'initials'
  | 'gender'
  | 'charge'
  | 'signatureCaption'
  | 'from'
  | 'until'

/** A column as the template shows it. */
export interface DirectoryColumn {
  readonly id: ColumnId
  readonly title: string
  /** Other headings understood, in lower case, without accents, punctuation or link words. */
  readonly also: readonly string[]
  /** What to write in it, for the template and the help. */
  readonly help: string
  readonly example: string
}

function column(
  id: ColumnId,
  title: string,
  also: readonly string[],
  help: string,
  example: string,
): DirectoryColumn {
  return { id, title, also, help, example }
}

/** Every column understood, in the order of the template. */
export const DIRECTORY_COLUMNS: readonly DirectoryColumn[] = [
  column(
    'area',
    'Área',
    ['unidad', 'asiento', 'lugar', 'unidad administrativa', 'nombre area', 'direccion', 'area unidad'],
    'Nombre completo del área que ocupa el lugar.',
    'Coordinación Nacional de Comunicación Social',
  ),
  column('acronym', 'Sigla', ['siglas', 'acronimo', 'abreviatura', 'clave'], 'Sigla del área.', 'CNCS'),
  column(
    'role',
    'Rol',
    ['calidad', 'papel', 'funcion', 'rol calidad', 'rol organo', 'calidad que participa'],
    'Presidencia, Secretaría Técnica, Integrante, Gestoría de Contenidos o Invitado.',
    'Integrante',
  ),
  column('vote', 'Voto', ['vota', 'derecho voto', 'tiene voto', 'voz voto'], 'Sí o No.', 'Sí'),
  column('signs', 'Firma', ['firma minuta', 'firma la minuta'], 'Sí o No.', 'Sí'),
  column(
    'areaFrom',
    'Área desde',
    ['vigencia area desde', 'area vigente desde'],
    'Fecha en que el área entra al órgano, si se sabe.',
    '',
  ),
  column(
    'areaUntil',
    'Área hasta',
    ['vigencia area hasta', 'area vigente hasta'],
    'Último día del área en el órgano, si ya salió.',
    '',
  ),
  column(
    'standing',
    'Carácter',
    ['titular suplente', 'caracter titular suplente', 'titularidad', 'tipo nombramiento'],
    'Titular o Suplente; en blanco, Titular.',
    'Titular',
  ),
  column(
    'honorificShort',
    'Tratamiento',
    ['titulo', 'tratamiento corto', 'grado', 'trato', 'tratamiento abreviado'],
    'Forma corta: Lic., Mtra., Ing.',
    'Lic.',
  ),
  column(
    'honorificLong',
    'Tratamiento largo',
    ['tratamiento completo', 'titulo largo', 'titulo completo'],
    'Forma larga para el texto; en blanco se deduce de la corta.',
    'licenciado',
  ),
  column(
    'fullName',
    'Nombre',
    ['nombre completo', 'nombre apellidos', 'nombre persona', 'persona', 'servidor publico', 'representante'],
    'Nombre completo, o «Vacante» si nadie ocupa el lugar.',
    'Rubén Álvarez Mendiola',
  ),
  column(
    'shortName',
    'Nombre corto',
    ['apellido', 'nombre breve', 'nombre texto', 'como se le nombra'],
    'Cómo se le nombra en el texto después de la primera vez.',
    'Álvarez',
  ),
  column('initials', 'Iniciales', ['clave teclado', 'inicial'], 'De una a cuatro letras.', 'RA'),
  column('gender', 'Género', ['sexo', 'genero gramatical'], 'F o M.', 'M'),
  column(
    'charge',
    'Cargo',
    ['puesto', 'cargo lista asistencia', 'representacion', 'cargo lista'],
    'Como va en la lista de asistencia; en blanco: «Representante de la …».',
    'Representante de la Coordinación Nacional de Comunicación Social',
  ),
  column(
    'signatureCaption',
    'Cargo en firmas',
    ['cargo firma', 'cargo hoja firmas', 'leyenda firma'],
    'Solo si en la hoja de firmas es distinto.',
    '',
  ),
  column(
    'from',
    'Desde',
    ['vigencia desde', 'fecha inicio', 'inicio', 'fecha alta', 'alta', 'vigente desde', 'a partir'],
    'Primer día de la persona en el lugar, dd/mm/aaaa.',
    '01/10/2017',
  ),
  column(
    'until',
    'Hasta',
    ['vigencia hasta', 'fecha fin', 'fin', 'fecha baja', 'baja', 'fecha termino', 'vigente hasta', 'termino'],
    'Último día, dd/mm/aaaa; en blanco si sigue.',
    '',
  ),
]

/** Heading of a column as the messages name it. */
export function columnTitle(id: ColumnId): string {
  return DIRECTORY_COLUMNS.find((known) => known.id === id)?.title ?? id
}

/** A part of a spreadsheet whose value cannot be trusted as text; rows count from 1, columns from 0. */
export interface SheetMark {
  readonly kind: 'merged' | 'formula-error' | 'formula-without-value'
  readonly row: number
  readonly column: number
  /** Address as the spreadsheet shows it: "B4" or "B4:B6". */
  readonly range: string
}

/** Cells of a sheet as text; dates are ISO. Row 1 of the spreadsheet is `rows[0]`. */
export interface DirectorySheet {
  readonly rows: readonly (readonly string[])[]
  readonly marks: readonly SheetMark[]
}

/** Where the data start and what each column holds. */
export interface SheetLayout {
  /** Index in `rows` of the headings; null when none were recognised and every row is data. */
  readonly headerIndex: number | null
  /** Per column of the sheet, what it holds; null is not used. */
  readonly columns: readonly (ColumnId | null)[]
}

/** Rows searched for headings: sheets often begin with a title. */
const HEADER_SEARCH_ROWS = 10
const LINK_WORDS = new Set(['de', 'del', 'la', 'el', 'los', 'las', 'en', 'para', 'y', 'o', 'a', 'con'])

function headingKey(text: string): string {
  return foldText(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .split(' ')
    .filter((word) => word !== '' && !LINK_WORDS.has(word))
    .join(' ')
}

/** The column that a heading names, however it is written; null when unknown. */
export function columnOfHeading(heading: string): ColumnId | null {
  const key = headingKey(heading)
  if (key === '') return null
  const found = DIRECTORY_COLUMNS.find(
    ({ title, also }) => headingKey(title) === key || also.some((other) => headingKey(other) === key),
  )
  return found?.id ?? null
}

/** Recognises the heading row: the one, among the first ten, that names most columns (two at least). */
export function readLayout(sheet: DirectorySheet): SheetLayout {
  let best: SheetLayout = { headerIndex: null, columns: [] }
  let bestCount = 1
  for (const [index, cells] of sheet.rows.slice(0, HEADER_SEARCH_ROWS).entries()) {
    const columns = cells.map(columnOfHeading)
    const count = new Set(columns.filter((id) => id !== null)).size
    if (count > bestCount) {
      best = { headerIndex: index, columns }
      bestCount = count
    }
  }
  if (best.headerIndex !== null) return best
  const width = Math.max(0, ...sheet.rows.map((cells) => cells.length))
  return { headerIndex: null, columns: Array.from({ length: width }, () => null) }
}
