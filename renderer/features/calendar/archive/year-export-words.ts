import type {
  ExportedYear,
  ExportYearFailure,
  YearProgressState,
} from '../../../commands/publications/year-export/export-year'
import { formatBytes } from '../../../ui/format'

const NOTHING_LEFT = 'No se exportó el año y no quedó nada a medias; el archivo de Quórum no cambió.'

/** What is being done, with its figures when it has any. */
export function exportProgressText({ step, done, total }: YearProgressState): string {
  switch (step) {
    case 'asking':
      return 'Elija dónde guardarlo…'
    case 'files':
      return `Copiando y limpiando imágenes… ${formatBytes(done)} de ${formatBytes(total)}`
    case 'closing':
      return 'Escribiendo la página de índice…'
  }
}

function nothingText(year: number, leftOut: number): string {
  if (leftOut === 0) return `No se exportó nada: el plan de ${year} está vacío.`
  const left = leftOut === 1 ? 'Hay 1 publicación' : `Hay ${leftOut} publicaciones`
  return `No se exportó nada: en ${year} no hay nada publicado ni retirado. ${left} en el plan; para llevarlas, marque «Incluir borradores».`
}

/** Why a year was not exported: what happened, what was kept and what to do. */
export function exportFailureText(
  failure: ExportYearFailure | { readonly code: 'unexpected'; readonly detail: string },
): string {
  switch (failure.code) {
    case 'nothing':
      return nothingText(failure.year, failure.leftOut)
    case 'not-enough-space':
      return `${NOTHING_LEFT} No cabe: se necesitan ${formatBytes(failure.neededBytes)} y hay ${formatBytes(failure.freeBytes)} libres. Libere espacio o elija otro disco.`
    case 'disk-full':
      return `${NOTHING_LEFT} El disco está lleno. Libere espacio o elija otro disco.`
    case 'no-permission':
    case 'read-only':
      return `${NOTHING_LEFT} No hay permiso para escribir en esa carpeta. Elija otra.`
    case 'in-use':
      return `${NOTHING_LEFT} Otro programa tiene abierto el archivo que se iba a reemplazar. Ciérrelo o elija otro nombre.`
    case 'busy':
      return `${NOTHING_LEFT} Se está exportando otro año; espere a que termine.`
    case 'cancelled':
    case 'no-such-job':
      return `${NOTHING_LEFT} Se canceló.`
    case 'unexpected':
      return `No se pudo terminar la exportación del año (${failure.detail}). Vuelva a intentarlo.`
    case 'bad-path':
    case 'io-error':
    case 'render-failed':
      return `${NOTHING_LEFT} El disco devolvió un error (${failure.detail}). Vuelva a intentarlo o elija otro disco.`
  }
}

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('es-MX')} ${count === 1 ? one : many}`
}

/** What the user should know of a year that was exported, a sentence each. */
export function exportedTexts({ written, publications, leftOut, files }: ExportedYear): readonly string[] {
  const cleaned = files.filter(({ outcome }) => outcome.kind === 'written' && outcome.removed.length > 0)
  const located = cleaned.filter(({ outcome }) => outcome.kind === 'written' && outcome.hadLocation).length
  const where = located === 0 ? '' : `; ${counted(located, 'decía dónde se tomó', 'decían dónde se tomaron')}`
  return [
    `${counted(publications, 'publicación', 'publicaciones')} en ${counted(written.files, 'archivo', 'archivos')}, ${formatBytes(written.size)}, en ${written.path}.`,
    ...(written.takenName === null
      ? []
      : [`Ya había una carpeta «${written.takenName}», que no se tocó: esta se llama «${written.name}».`]),
    cleaned.length === 0
      ? 'Ninguna imagen llevaba datos ocultos que quitar.'
      : `Se quitaron datos ocultos de las copias de ${counted(cleaned.length, 'imagen', 'imágenes')}${where}.`,
    ...(leftOut === 0
      ? []
      : [
          `No van ${counted(leftOut, 'publicación que no se ha publicado', 'publicaciones que no se han publicado')}.`,
        ]),
  ]
}

/** The files that did not go out, each with the reason and where it belongs. */
export function absentTexts({ files }: ExportedYear): readonly string[] {
  const reasons = {
    missing: 'falta su archivo',
    damaged: 'su archivo está dañado',
    'not-cleanable': 'no se le pudieron quitar los datos ocultos',
  }
  return files.flatMap(({ outcome, name, title }) =>
    outcome.kind === 'absent' ? [`${name}, de «${title}»: ${reasons[outcome.reason]}`] : [],
  )
}
