import { assertNever } from '../../shared/lib/assert'
import type { Reconciliation } from '../commands/store/reconcile'
import type { AppendFailure, JournalBlock, JournalFinding } from '../platform/desktop'

/** Why nothing can be written, and what to do about it. */
export function blockText(reason: JournalBlock): string {
  switch (reason) {
    case 'read-only':
      return 'La carpeta de datos es de solo lectura. Quite la protección de escritura y reintente.'
    case 'no-permission':
      return 'Este usuario no tiene permiso para escribir en la carpeta de datos. Pida el permiso y reintente.'
    case 'disk-full':
      return 'El disco está lleno. Libere espacio y reintente.'
    case 'not-a-folder':
      return 'En el lugar de la carpeta de datos hay un archivo. Muévalo a otro sitio y reintente.'
    case 'changed-outside':
      return 'Otro programa modificó el archivo del registro mientras Quórum lo usaba. Ciérrelo y reintente.'
    case 'io-error':
      return 'El disco devolvió un error al escribir. Revise el disco y reintente.'
    default:
      return assertNever(reason)
  }
}

/** Why the last change was not saved. */
export function appendFailureText(failure: AppendFailure): string {
  switch (failure.code) {
    case 'blocked':
      return `No se guardó. ${blockText(failure.reason)}`
    case 'newer-data':
      return 'No se guardó: los datos son de una versión más nueva de Quórum.'
    case 'too-large':
      return 'No se guardó: el cambio es demasiado grande. Divídalo en partes.'
    default:
      return assertNever(failure)
  }
}

/** What was noticed about the journal at start; null for what the user need not know. */
export function findingText(finding: JournalFinding): string | null {
  switch (finding.code) {
    case 'torn-tail':
      return 'El último registro quedó a medio escribir al apagarse el equipo; no se había mostrado como guardado. Se apartó y todo lo anterior está completo.'
    case 'damaged':
      return `El registro ${finding.atRecord} del archivo estaba dañado. Se conservó una copia del archivo dañado (${finding.asideFile}).`
    case 'missing':
      return 'Faltaba el archivo del registro; se tomó de la copia verificada.'
    case 'shorter-than-snapshot':
      return 'El archivo del registro era más corto que su copia verificada; se usó la copia.'
    case 'recovered':
      return `Se recuperaron los registros hasta el ${finding.headSeq} desde la copia verificada.`
    case 'records-lost':
      return `No se pudieron recuperar del archivo los registros a partir del ${finding.atRecord}.`
    case 'snapshot-diverges':
    case 'snapshot-damaged':
      return 'Una copia de seguridad del registro no coincidía y se apartó. El registro está completo.'
    case 'snapshot-failed':
      return `No se pudo hacer la copia de seguridad del registro. ${blockText(finding.reason)}`
    default:
      return assertNever(finding)
  }
}

/** What was done to make database and journal agree; null when there is nothing to tell. */
export function reconciliationText(result: Reconciliation): string | null {
  switch (result.kind) {
    case 'agreed':
    case 'caught-up':
      return null
    case 'rebuilt':
      return `La base de datos estaba vacía, incompleta o dañada. Se reconstruyó completa desde el registro (${result.records} registros); no se perdió nada de lo guardado.`
    case 'journal-restored':
      return 'Al archivo del registro le faltaba parte de lo guardado. Se completó con lo que conservaba la base de datos.'
    default:
      return assertNever(result)
  }
}
