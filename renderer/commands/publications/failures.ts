import {
  type ChannelProblem,
  type CommemorationProblem,
  objectionText,
  type PublicationProblem,
  type StateObjection,
} from '../../../shared/domain/publications'
import { joinSpanish } from '../../../shared/lib/spanish'
import type { AppendFailure } from '../../platform/desktop'
import type { Committed } from '../commit'

/** Why a change of the plan or the catalogue left no trace. */
export type PublishingFailure =
  | { readonly kind: 'not-saved'; readonly failure: AppendFailure }
  | { readonly kind: 'commemoration'; readonly problems: readonly CommemorationProblem[] }
  | { readonly kind: 'publication'; readonly problems: readonly PublicationProblem[] }
  | { readonly kind: 'channel'; readonly problems: readonly ChannelProblem[] }
  | { readonly kind: 'objections'; readonly objections: readonly StateObjection[] }
  /** Rows of a sheet cannot be imported, and not only the others were asked for. */
  | { readonly kind: 'has-problems'; readonly count: number }
  /** There are publications of it; it can be retired instead. */
  | { readonly kind: 'in-use'; readonly what: 'date' | 'channel'; readonly count: number }
  /** Other dates of the catalogue lean on it. */
  | { readonly kind: 'leaned-on'; readonly names: readonly string[] }
  /** It has no earlier publication to start from. */
  | { readonly kind: 'nothing-earlier' }
  /** Somebody (another window) took it away in the meantime. */
  | { readonly kind: 'gone' }

/** What a change stored; null when there was nothing to change. */
export type PublishingEdited = Committed | null

function inUseText({ what, count }: Extract<PublishingFailure, { kind: 'in-use' }>): string {
  const uses = count === 1 ? 'usa una publicación' : `usan ${count.toLocaleString('es-MX')} publicaciones`
  return what === 'date'
    ? `La ${uses} del plan o del archivo. Retírela en vez de quitarla: sus años pasados se conservan.`
    : `Lo ${uses} del plan o del archivo. En vez de quitarlo, póngale hasta cuándo estuvo vigente.`
}

/** Why nothing changed, in Spanish; `saveText` words what the disk answered. */
export function publishingFailureText(
  failure: PublishingFailure,
  saveText: (failure: AppendFailure) => string,
): string {
  const kept = 'Nada cambió.'
  switch (failure.kind) {
    case 'not-saved':
      return saveText(failure.failure)
    case 'commemoration':
    case 'publication':
    case 'channel':
      return `${kept} ${failure.problems.map(({ message }) => message).join(' ')}`
    case 'objections':
      return `${kept} ${failure.objections.map(objectionText).join(' ')} Escriba el motivo para continuar así.`
    case 'has-problems':
      return `${kept} La hoja tiene ${failure.count === 1 ? 'un problema' : `${failure.count} problemas`}; corríjalos o importe solo las filas correctas.`
    case 'in-use':
      return `${kept} ${inUseText(failure)}`
    case 'leaned-on': {
      const names = joinSpanish(failure.names.map((name) => `«${name}»`))
      return `${kept} De ella ${failure.names.length === 1 ? 'depende' : 'dependen'} ${names}: cambie antes su regla, o retírela en vez de quitarla.`
    }
    case 'nothing-earlier':
      return `${kept} Ningún año anterior tiene algo de esta fecha.`
    case 'gone':
      return `${kept} Ya no existe; se eliminó en otra ventana.`
  }
}
