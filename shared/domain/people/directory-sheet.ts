import { ColumnReader, DraftEditor, type SheetColumn } from '../../lib/sheet'

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
export type DirectoryColumn = SheetColumn<ColumnId>

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

/** Recognises the columns of a directory. */
export const DIRECTORY_READER = new ColumnReader(DIRECTORY_COLUMNS)

/** Corrects sheets of a directory before they are imported. */
export const DIRECTORY_EDITOR = new DraftEditor(DIRECTORY_READER)
