/** Why a file gave no rows. Nothing was touched. */
export type SpreadsheetFailure =
  | { readonly code: 'too-large'; readonly bytes: number; readonly maxBytes: number }
  | { readonly code: 'empty' }
  | { readonly code: 'unreadable' }
  | { readonly code: 'damaged' }
  | { readonly code: 'old-or-protected' }
  | { readonly code: 'other-format' }
  | { readonly code: 'unpacked-too-large' }
  | { readonly code: 'bad-quotes'; readonly row: number }
  | { readonly code: 'too-slow' }

/** What happened to a file, what was kept ("El directorio no cambió."), what to do. */
export function spreadsheetFailureText(failure: SpreadsheetFailure, name: string, kept: string): string {
  switch (failure.code) {
    case 'too-large': {
      const megabytes = (bytes: number) => `${Math.ceil(bytes / 1_000_000)} MB`
      return `«${name}» mide ${megabytes(failure.bytes)} y el máximo es ${megabytes(failure.maxBytes)}. ${kept} Guarde solo la hoja que importa en un archivo aparte.`
    }
    case 'empty':
      return `«${name}» no tiene celdas con datos. ${kept} Revise que sea el archivo correcto.`
    case 'unreadable':
      return `No se pudo leer «${name}». ${kept} Compruebe que el archivo siga en su lugar y que otro programa no lo tenga bloqueado.`
    case 'damaged':
      return `«${name}» está dañado o incompleto. ${kept} Ábralo en su hoja de cálculo, guárdelo de nuevo como .xlsx y vuelva a intentarlo.`
    case 'old-or-protected':
      return `«${name}» es un libro antiguo (.xls) o está protegido con contraseña. ${kept} Ábralo, quite la contraseña y guárdelo como .xlsx.`
    case 'other-format':
      return `«${name}» no es un libro .xlsx ni un texto .csv. ${kept} Guárdelo en uno de esos formatos.`
    case 'unpacked-too-large':
      return `«${name}» ocupa demasiado al descomprimirse y no se abrió. ${kept} Guarde solo la hoja que importa en un archivo aparte.`
    case 'bad-quotes':
      return `«${name}»: en la fila ${failure.row} hay comillas sin cerrar. ${kept} Corríjalas y vuelva a intentarlo.`
    case 'too-slow':
      return `«${name}» tardó demasiado en leerse y se dejó. ${kept} Guarde solo la hoja que importa en un archivo aparte.`
  }
}
