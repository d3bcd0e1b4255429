import { assertNever } from '../../../shared/lib/assert'
import type { FolderFailure, SaveFailure } from '../../platform/desktop'

export type { SavedFile, SavedFolder, SaveFailure } from '../../platform/desktop'

const KEPT = 'Lo registrado no cambió; elija otro lugar e intente de nuevo.'

/** Why a file was not written, in Spanish; null when the user simply cancelled. */
export function saveOutputText(failure: SaveFailure): string | null {
  switch (failure.code) {
    case 'cancelled':
      return null
    case 'disk-full':
      return `No se guardó el archivo: el disco está lleno. ${KEPT}`
    case 'no-permission':
      return `No se guardó el archivo: no hay permiso para escribir en esa carpeta. ${KEPT}`
    case 'read-only':
      return `No se guardó el archivo: esa carpeta es de solo lectura. ${KEPT}`
    case 'in-use':
      return 'No se guardó el archivo: otro programa lo tiene abierto. Ciérrelo e intente de nuevo.'
    case 'render-failed':
      return `No se pudo componer el archivo (${failure.detail}). Lo registrado no cambió; intente de nuevo.`
    case 'io-error':
      return `No se guardó el archivo: el disco devolvió un error (${failure.detail}). ${KEPT}`
    default:
      return assertNever(failure.code)
  }
}

/** Why not every file of a folder was written; null when the user cancelled. */
export function saveFolderText(failure: FolderFailure): string | null {
  const text = saveOutputText(failure)
  if (text === null || failure.written === 0) return text
  const written =
    failure.written === 1 ? 'Antes se guardó 1 archivo' : `Antes se guardaron ${failure.written}`
  return `${text} ${written}.`
}
