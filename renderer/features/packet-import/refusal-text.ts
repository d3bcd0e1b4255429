import { assertNever } from '../../../shared/lib/assert'
import { type BagReport, bagProblemText, type RecordsProblem } from '../../../shared/packet'
import type { ApplyFailure } from '../../commands/packet/apply-import'
import type { IncomingFailure } from '../../commands/packet/incoming/inbox'
import type { IncomingRefusal } from '../../commands/packet/incoming/refusal'
import type { AttachmentTrouble, UploadFailure } from '../../commands/packet/incoming/take-attachments'
import type { PlanFailure } from '../../commands/packet/plan-import'
import { formatBytes } from '../../ui/format'

/** What happened and what to do; that nothing was changed is said once, by whoever shows it. */
export interface RefusalText {
  readonly title: string
  readonly what: string
  readonly todo: string
  /** Particulars, for whoever made the packet. */
  readonly details: readonly string[]
}

const ASK_AGAIN = 'Pida que se lo envíen otra vez, de preferencia por otro medio.'
const NOT_OURS =
  'Un expediente hecho por Quórum nunca sale así. Compruebe de quién viene antes de abrirlo con otro programa.'
const MOST_DETAILS = 12
const DETAIL_LENGTH = 200

function text(title: string, what: string, todo: string, details: readonly string[] = []): RefusalText {
  const shown = details.slice(0, MOST_DETAILS)
  const more = details.length - shown.length
  return { title, what, todo, details: more > 0 ? [...shown, `… y ${more} más.`] : shown }
}

function bagText(report: BagReport): RefusalText {
  if (!report.complete) {
    const details = report.incomplete.map(bagProblemText)
    return text(
      'Está incompleto',
      'Al expediente le falta algo, o trae algo que su lista no menciona.',
      ASK_AGAIN,
      details,
    )
  }
  return text(
    'Fue alterado o se dañó',
    'Está completo, pero el contenido de algún archivo no es el que dice su lista.',
    ASK_AGAIN,
    report.invalid.map(bagProblemText),
  )
}

/** Why an encrypted file was not opened. */
function encryptionText(refusal: IncomingRefusal): RefusalText | null {
  switch (refusal.code) {
    case 'needs-passphrase':
      return text('Está cifrado', 'Hace falta la contraseña con que se hizo.', 'Escríbala para abrirlo.')
    case 'wrong-passphrase':
      return text(
        'La contraseña no es esa',
        'El archivo está entero, pero no se abre con lo que escribió.',
        'Revise mayúsculas, acentos y espacios, o pídala de nuevo.',
      )
    case 'other-encryption':
      return text(
        'Está cifrado de otra forma',
        'No se abre con una contraseña: se cifró para claves públicas o se guardó como texto.',
        'Descífrelo con el programa «age» y traiga el resultado, o pídalo con contraseña.',
      )
    case 'work-factor':
      return text(
        'Abrirlo costaría demasiado',
        `La contraseña se protegió con un esfuerzo de 2^${refusal.found} y aquí se aceptan hasta 2^${refusal.max}: detendría el equipo.`,
        'Descífrelo con el programa «age» si confía en quien lo hizo.',
      )
    case 'encryption-cut':
      return text('Está cortado', 'Al archivo cifrado le falta el final.', ASK_AGAIN)
    case 'encryption-altered':
      return text('Fue alterado o se dañó', 'El archivo cifrado no es el que se escribió.', ASK_AGAIN)
    default:
      return null
  }
}

/** Why the archive was not believed. */
function archiveText(refusal: IncomingRefusal): RefusalText | null {
  switch (refusal.code) {
    case 'not-an-archive':
      return text(
        'No es un expediente',
        'No es un archivo .zip ni uno cifrado con contraseña.',
        'Elija el archivo tal como lo recibió, sin descomprimirlo ni cambiarlo.',
      )
    case 'not-a-packet':
      return text(
        'No es un expediente',
        'Es un archivo comprimido, pero adentro no hay un expediente en una sola carpeta.',
        'Elija el archivo que le enviaron, no uno que lo contenga.',
      )
    case 'archive-damaged':
      return text(
        'Está dañado o incompleto',
        'El archivo comprimido se contradice: se cortó al copiarlo o alguien lo cambió.',
        ASK_AGAIN,
        [refusal.detail],
      )
    case 'too-many-entries':
      return text(
        'Contiene demasiado',
        `Dice traer más de ${refusal.max.toLocaleString('es-MX')} archivos.`,
        NOT_OURS,
      )
    case 'too-much-inside':
      return text(
        'Contiene demasiado',
        'Al descomprimirse ocuparía mucho más de lo que dice o de lo que un expediente puede ocupar.',
        NOT_OURS,
        [refusal.path],
      )
    case 'bad-name':
      return text(
        'Trae un nombre que no se acepta',
        'Ese archivo caería fuera de su carpeta o no se podría guardar en todos los equipos.',
        NOT_OURS,
        [refusal.path],
      )
    case 'twin-names':
      return text('Trae dos veces el mismo nombre', 'Cada programa abriría uno distinto.', NOT_OURS, [
        refusal.path,
      ])
    case 'not-a-file':
      return text('Trae algo que no es un archivo', 'Es un enlace o un dispositivo.', NOT_OURS, [
        refusal.path,
      ])
    default:
      return null
  }
}

/** What happened to a packet and what to do. */
export function refusalText(refusal: IncomingRefusal): RefusalText {
  const told = encryptionText(refusal) ?? archiveText(refusal)
  if (told !== null) return told
  switch (refusal.code) {
    case 'unreadable':
      return text(
        'No se pudo leer',
        'El archivo ya no está, cambió mientras se leía o lo tiene otro programa.',
        'Compruebe que siga en su lugar y vuelva a elegirlo.',
      )
    case 'too-large':
      return text(
        'Es demasiado grande',
        `Mide ${formatBytes(refusal.bytes)} y se aceptan hasta ${formatBytes(refusal.maxBytes)}.`,
        'Pida el expediente de una sola sesión.',
      )
    case 'bad-bag':
      return bagText(refusal.report)
    case 'bad-signature':
      return text(
        'La firma no corresponde',
        'Trae una firma y no es de este contenido: alguien cambió el expediente después de firmarlo, o cambió la firma.',
        `No lo use. ${ASK_AGAIN}`,
      )
    case 'bad-records':
      return problemText(refusal.problem)
    case 'stopped':
      return text(
        'Se interrumpió la lectura',
        'Tardó demasiado o se quedó sin memoria.',
        'Cierre otros programas y vuelva a intentarlo.',
      )
    default:
      throw new Error(`No text for ${refusal.code}`)
  }
}

function recordsText(line: number, detail: string): RefusalText {
  return text(
    'Sus registros no se entienden',
    'Los archivos están íntegros, pero lo que habría que importar no es lo que Quórum escribe.',
    NOT_OURS,
    [line > 0 ? `registros.jsonl, línea ${line}: ${detail}` : detail],
  )
}

function newerText(found: number, known: number): RefusalText {
  return text(
    'Es de una versión más nueva',
    `Se hizo con una versión de Quórum que guarda los datos en el formato ${found}; esta solo conoce hasta el ${known}.`,
    'Actualice Quórum en este equipo y vuelva a traerlo.',
  )
}

function problemText(problem: RecordsProblem): RefusalText {
  switch (problem.code) {
    case 'newer-format':
    case 'newer-schema':
      return newerText(problem.found, problem.supported)
    case 'bad-header':
      return recordsText(1, problem.detail.slice(0, DETAIL_LENGTH))
    case 'bad-line':
      return recordsText(problem.line, problem.detail.slice(0, DETAIL_LENGTH))
    case 'too-large':
      return recordsText(0, `${problem.what} > ${problem.max}`)
    case 'incomplete':
      return recordsText(0, `${problem.found} de ${problem.expected} líneas`)
  }
}

/** Why the rows of a packet cannot be compared with those of this computer. */
export function planFailureText(failure: PlanFailure): RefusalText {
  switch (failure.code) {
    case 'row-of-another-body':
      return text(
        'Sus registros no corresponden',
        'Trae registros que en este equipo son de otro órgano.',
        NOT_OURS,
      )
    case 'row-of-nothing':
      return text(
        'Sus registros no corresponden',
        'Trae registros sueltos: falta aquello de lo que forman parte.',
        NOT_OURS,
      )
    case 'still-changing':
      return text(
        'No se pudo comparar',
        'Los datos de este equipo cambiaban mientras se comparaban.',
        'Espere un momento y vuelva a elegirlo.',
      )
    default:
      return text(
        'No se pudo comparar',
        'No se pudo leer el registro de este equipo.',
        'Revise el aviso de la esquina superior y vuelva a intentarlo.',
      )
  }
}

/** A bug, or the main process gone; nothing was changed. */
export function unexpectedText(error: unknown): RefusalText {
  const detail = error instanceof Error ? error.message.slice(0, DETAIL_LENGTH) : ''
  return text(
    'Algo falló',
    'La aplicación no esperaba lo que pasó, o se perdió la comunicación con ella.',
    'Vuelva a intentarlo. Si se repite, cierre Quórum, ábralo de nuevo y vuelva a elegir el archivo.',
    detail === '' ? [] : [detail],
  )
}

/** What becomes of attachments that were stored before the rows that name them were not. */
export const ATTACHMENTS_KEPT =
  'Los anexos que ya llegaron se quedan guardados y no se repiten al volver a importar.'

/** Why a file that was chosen or opened is not even looked at. */
export function incomingFailureText({ code, name }: IncomingFailure): string {
  const what = name === '' ? 'El archivo' : `«${name}»`
  switch (code) {
    case 'cancelled':
      return ''
    case 'not-a-file':
      return `${what} no es un archivo. No se cambió nada.`
    case 'empty':
      return `${what} está vacío. No se cambió nada; pida que se lo envíen otra vez.`
    case 'unreadable':
      return `No se pudo leer ${what}. No se cambió nada; compruebe que siga en su lugar.`
    case 'too-many':
      return `Hay demasiados expedientes abiertos. Termine con uno y vuelva a abrir ${what}.`
    default:
      return assertNever(code)
  }
}

function uploadText({ code }: UploadFailure): string {
  switch (code) {
    case 'disk-full':
      return 'El disco está lleno. Libere espacio y vuelva a importar.'
    case 'no-permission':
      return 'No hay permiso para escribir en la carpeta de datos.'
    case 'too-large':
      return 'Es más grande de lo que se acepta como anexo.'
    default:
      return 'No se pudo guardar. Revise el disco y vuelva a importar.'
  }
}

/** Why the attachments did not all arrive; no row was changed. */
export function attachmentTroubleText(trouble: AttachmentTrouble): string {
  switch (trouble.code) {
    case 'not-in-packet':
      return `El expediente no trae el anexo «${trouble.name}», que alguno de sus puntos menciona.`
    case 'not-stored':
      return `Anexo «${trouble.name}»: ${uploadText(trouble.failure)}`
    case 'not-read': {
      const { what, todo } = refusalText(trouble.refusal)
      return `${what} ${todo} Después vuelva a elegir el expediente.`
    }
    default:
      return assertNever(trouble)
  }
}

function figure(count: number): string {
  return count.toLocaleString('es-MX')
}

function tooLargeText(size: string): string {
  return `Lo que eligió son ${size}. Importe primero una parte: quite la marca a algunas sesiones o asuntos, impórtelo, y vuelva a elegir el expediente para traer el resto.`
}

/** Why what was chosen was not stored; nothing was. */
export function applyFailureText(failure: ApplyFailure): string {
  switch (failure.code) {
    case 'changed-since':
      return 'Algo se guardó en este equipo después de comparar. Vuelva a elegir el expediente para verlo otra vez.'
    case 'nothing-to-change':
      return 'Lo que eligió no cambia nada de este equipo.'
    case 'too-many-changes':
      return tooLargeText(`${figure(failure.found)} cambios, y en uno solo caben ${figure(failure.max)}`)
    case 'too-many-bytes':
      return tooLargeText(
        `${formatBytes(failure.found)}, y en un solo cambio caben ${formatBytes(failure.max)}`,
      )
    default:
      return 'No se pudo escribir en el disco. Revise el aviso de la esquina superior y vuelva a intentarlo.'
  }
}
