import type { ClosedDayProblem } from '../../../shared/domain/calendar'
import type { EventProblem, ItemProblem } from '../../../shared/domain/follow-up'
import type { AppendFailure, AttachmentStoreFailure } from '../../platform/desktop'
import type { Committed } from '../commit'

/** One of several items that was refused, and why, in Spanish. */
export interface ItemRefusal {
  /** Code or title, as the user knows it. */
  readonly item: string
  readonly messages: readonly string[]
}

/** Why a document was not annexed to a point of the agenda. */
export type AnnexFailureCode = 'render-failed' | AttachmentStoreFailure['code'] | 'no-point'

/** Why a change of the follow-up left no trace. */
export type FollowUpFailure =
  | { readonly kind: 'not-saved'; readonly failure: AppendFailure }
  | { readonly kind: 'item'; readonly problems: readonly ItemProblem[] }
  | { readonly kind: 'event'; readonly problems: readonly EventProblem[] }
  | { readonly kind: 'closed-day'; readonly problems: readonly ClosedDayProblem[] }
  /** Some of many were refused, so none changed. */
  | { readonly kind: 'refused'; readonly refusals: readonly ItemRefusal[] }
  /** A fact becomes an item once; these already did, or no longer stand in the session. */
  | { readonly kind: 'facts'; readonly messages: readonly string[] }
  /** Somebody (another window) took it away in the meantime. */
  | { readonly kind: 'gone' }
  /** The plan of an import has rows with problems that nobody left out. */
  | { readonly kind: 'has-problems'; readonly count: number }
  | { readonly kind: 'view-name'; readonly message: string }
  | { readonly kind: 'annex'; readonly code: AnnexFailureCode }

/** What a change stored; null when there was nothing to change. */
export type FollowUpEdited = Committed | null

/** Refusals shown in one notice; the number of the rest is said. */
const SHOWN = 3

function listed(lines: readonly string[]): string {
  const more = lines.length - SHOWN
  return [...lines.slice(0, SHOWN), ...(more > 0 ? [`Y ${more} más.`] : [])].join(' ')
}

const ANNEX_TEXTS: Readonly<Record<AnnexFailureCode, string>> = {
  'render-failed': 'No se pudo componer el documento; intente de nuevo.',
  'disk-full': 'El documento no cabe: el disco está lleno.',
  'no-permission': 'No hay permiso para guardarlo en la carpeta de datos.',
  'io-error': 'El disco devolvió un error al guardarlo.',
  'no-point': 'Ese punto ya no está en el orden del día.',
}

/** Why nothing changed, in Spanish; `saveText` words what the disk answered. */
export function followUpFailureText(
  failure: FollowUpFailure,
  saveText: (failure: AppendFailure) => string,
): string {
  const kept = 'Nada cambió.'
  switch (failure.kind) {
    case 'not-saved':
      return saveText(failure.failure)
    case 'item':
    case 'event':
    case 'closed-day':
      return `${kept} ${listed(failure.problems.map(({ message }) => message))}`
    case 'refused':
      return `${kept} ${listed(failure.refusals.map(({ item, messages }) => `${item}: ${messages.join(' ')}`))}`
    case 'facts':
      return `${kept} ${listed(failure.messages)}`
    case 'gone':
      return `${kept} El asunto ya no existe; se eliminó en otra ventana.`
    case 'has-problems':
      return `${kept} ${failure.count === 1 ? 'Una fila tiene problemas' : `Hay ${failure.count} problemas`}; corríjalos o deje fuera esas filas.`
    case 'annex':
      return `${kept} ${ANNEX_TEXTS[failure.code]}`
    case 'view-name':
      return `${kept} ${failure.message}`
  }
}
