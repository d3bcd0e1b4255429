import type { Audience } from '../../../shared/domain/packets'
import type { MakePacketFailure, MakingProgress, MakingStep } from '../../commands/packet/make/packet-choice'
import { formatBytes } from '../../ui/format'

/** What each audience gets and never gets, in plain words. */
export const AUDIENCE_WORDS: Readonly<
  Record<Audience, { readonly title: string; readonly gets: string; readonly never: string }>
> = {
  public: {
    title: 'Público',
    gets: 'Orden del día con anexos, minuta, acuerdos, resultados de las votaciones y seguimiento.',
    never:
      'Nunca lleva iniciales, notas internas, avances escritos, motivos ni el registro que otro Quórum importa.',
  },
  members: {
    title: 'Integrantes',
    gets: 'Orden del día con anexos, minuta, el voto de cada área, acuerdos, seguimiento con sus notas, y el registro para importarlo en otro Quórum.',
    never: 'Nunca lleva evidencias del seguimiento, etiquetas ni vistas guardadas.',
  },
  backup: {
    title: 'Respaldo completo',
    gets: 'Todo el órgano: sesiones, directorio, seguimiento, publicaciones y archivos, para llevarlo a otro equipo.',
    never: 'No es para repartir: contiene datos internos.',
  },
}

const STEP_WORDS: Readonly<Record<MakingStep, string>> = {
  asking: 'Elija dónde guardarlo…',
  reading: 'Reuniendo la información…',
  drawing: 'Componiendo los documentos…',
  combining: 'Uniendo el PDF del expediente…',
  writing: 'Escribiendo y sellando los archivos…',
  closing: 'Cerrando el expediente…',
}

/** What is being done, with its figures when it has any. */
export function progressText({ step, done, total }: MakingProgress): string {
  if (total === 0) return STEP_WORDS[step]
  if (step === 'writing') return `${STEP_WORDS[step]} ${formatBytes(done)} de ${formatBytes(total)}`
  return `${STEP_WORDS[step]} ${done + 1} de ${total}`
}

/** Why there is no packet: what happened, what was kept and what to do. */
export function failureText(failure: MakePacketFailure): string {
  const nothing = 'No se hizo el expediente y no quedó nada a medias; lo registrado sigue igual.'
  switch (failure.code) {
    case 'gone':
      return `${nothing} La sesión ya no existe.`
    case 'draft-not-public':
      return `${nothing} La sesión no se ha cerrado: un borrador no se hace público. Ciérrela en la Sala o elija «Integrantes».`
    case 'damaged':
    case 'newer-data':
      return `${nothing} El registro de este equipo no se pudo leer completo. Reinicie Quórum; si sigue igual, haga el expediente público, que no lo necesita.`
    case 'still-changing':
      return `${nothing} Se estaba guardando otra cosa al mismo tiempo. Vuelva a intentarlo.`
    case 'nothing-stored':
      return `${nothing} Todavía no hay nada guardado.`
    case 'too-many-rows':
      return `${nothing} El registro tiene ${failure.found.toLocaleString('es-MX')} renglones y otro Quórum solo recibe ${failure.max.toLocaleString('es-MX')}.`
    case 'not-recorded':
      return `El archivo quedó escrito en ${failure.written.path} y está completo, pero no se anotó en la lista de versiones. Revise el aviso de la esquina superior.`
    case 'attachment-missing':
      return `${nothing} Falta el archivo de un anexo: «${failure.detail}». Vuelva a adjuntarlo en Preparación o haga el expediente sin anexos.`
    case 'attachment-damaged':
      return `${nothing} El archivo de un anexo está dañado: «${failure.detail}». Vuelva a adjuntarlo en Preparación.`
    case 'not-enough-space':
      return `${nothing} No cabe: se necesitan ${formatBytes(failure.neededBytes)} y hay ${formatBytes(failure.freeBytes)} libres. Libere espacio o elija otro disco.`
    case 'disk-full':
      return `${nothing} El disco está lleno. Libere espacio o elija otro disco.`
    case 'no-permission':
    case 'read-only':
      return `${nothing} No hay permiso para escribir en esa carpeta. Elija otra.`
    case 'in-use':
      return `${nothing} Otro programa tiene abierto el archivo que se iba a reemplazar. Ciérrelo o elija otro nombre.`
    case 'busy':
      return `${nothing} Se está haciendo otro expediente; espere a que termine.`
    case 'key-unreadable':
      return `${nothing} La clave con que firma este equipo no se puede leer. En «Firma y contraseña» se dice por qué y qué puede hacer; también puede quitar la firma.`
    case 'cancelled':
    case 'no-such-job':
      return `${nothing} Se canceló.`
    case 'render-failed':
      return `${nothing} No se pudo componer un documento. Vuelva a intentarlo.`
    case 'unexpected':
      return `Algo falló y no se sabe si el archivo quedó escrito; la versión no se anotó. Vuelva a hacerlo y use el archivo nuevo. (${failure.detail})`
    case 'bad-path':
    case 'io-error':
      return `${nothing} El disco devolvió un error (${failure.detail}). Vuelva a intentarlo o elija otro disco.`
  }
}

/** What a failure is headed with: one that left a whole file behind does not say that there is none. */
export function failureTitle({ code }: MakePacketFailure): string {
  switch (code) {
    case 'not-recorded':
      return 'El expediente está escrito, pero no quedó anotado'
    case 'unexpected':
      return 'No se pudo terminar el expediente'
    default:
      return 'No se hizo el expediente'
  }
}

/** Why a passphrase cannot be used; null when it can. An empty one means that there is none. */
export function passphraseProblem(passphrase: string, repeated: string): string | null {
  if (passphrase === '') return repeated === '' ? null : 'Escriba la contraseña en los dos campos.'
  if (passphrase.length < MIN_PASSPHRASE)
    return `Use al menos ${MIN_PASSPHRASE} caracteres; cuatro palabras sueltas sirven bien.`
  if (passphrase.length > MAX_PASSPHRASE)
    return `Pasa de ${MAX_PASSPHRASE.toLocaleString('es-MX')} caracteres.`
  return passphrase === repeated ? null : 'Las dos contraseñas no son iguales.'
}

const MIN_PASSPHRASE = 12
const MAX_PASSPHRASE = 1_000
