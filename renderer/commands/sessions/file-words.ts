import { joinSpanish } from '../../../shared/lib/spanish'
import type { StoredFiles } from './store-files'

type Refused = StoredFiles['refused'][number]

const REFUSALS: Readonly<Record<Refused['reason'], string>> = {
  'too-large': 'pasa de 2 GB',
  empty: 'está vacío',
  'not-a-file': 'no es un archivo (las carpetas se adjuntan archivo por archivo)',
  unreadable: 'no se pudo leer',
  'disk-full': 'no cabe: el disco está lleno',
  'no-permission': 'no hay permiso para leerlo o guardarlo',
  'io-error': 'el disco devolvió un error',
}

const OPEN_FAILURES = {
  missing: 'el archivo ya no está en la carpeta de datos',
  damaged: 'el archivo cambió en el disco y ya no es el que se adjuntó',
  'no-application': 'este equipo no tiene con qué abrirlo',
  'disk-full': 'el disco está lleno',
  'io-error': 'el disco devolvió un error',
} as const

/** Why some files were not attached, each by its name. */
export function refusedText(refused: readonly Refused[]): string {
  const each = refused.map(({ name, reason }) => `«${name}» ${REFUSALS[reason]}`)
  return `No se adjuntó: ${joinSpanish(each)}.`
}

/** Why a stored file was not opened. */
export function openFailureText(name: string, code: keyof typeof OPEN_FAILURES): string {
  return `No se abrió «${name}»: ${OPEN_FAILURES[code]}.`
}

/** That a file of a kind that can run is shown in its folder instead of being opened. */
export function shownInFolderText(name: string): string {
  return `«${name}» se muestra en su carpeta: ese tipo de archivo puede ejecutarse.`
}
