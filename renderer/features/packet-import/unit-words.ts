import type { UnitKind, UnitState } from '../../../shared/packet'
import type { MarkKind } from '../../ui/state-mark'

/** What each kind of unit is called. */
export const KIND_WORDS: Readonly<Record<UnitKind, string>> = {
  body: 'Órgano',
  seat: 'Área',
  person: 'Persona',
  membership: 'Titularidad',
  session: 'Sesión',
  item: 'Asunto',
  'closed-day': 'Día inhábil',
  view: 'Vista',
  packet: 'Expediente hecho',
  commemoration: 'Efeméride',
  channel: 'Canal',
  publication: 'Publicación',
}

/** A group of units of the same state, as the list shows it. */
export interface GroupWords {
  readonly mark: MarkKind
  readonly title: string
  readonly says: string
}

/** Groups in the order in which they need attention. */
export const STATE_ORDER: readonly UnitState[] = [
  'conflict',
  'new',
  'changed',
  'deleted',
  'older',
  'identical',
]

/** What each state is called and what it means. */
export const STATE_WORDS: Readonly<Record<UnitState, GroupWords>> = {
  conflict: {
    mark: 'warning',
    title: 'En conflicto',
    says: 'Cambió aquí y también en el expediente. Se queda como está mientras usted no elija.',
  },
  new: { mark: 'yes', title: 'Nuevo', says: 'No estaba en este equipo.' },
  changed: { mark: 'current', title: 'Cambiado', says: 'El expediente trae algo más reciente.' },
  deleted: { mark: 'no', title: 'Eliminado', says: 'Donde se hizo el expediente ya no existe.' },
  older: { mark: 'absent', title: 'Más antiguo', says: 'Aquí ya hay algo más reciente; se queda.' },
  identical: { mark: 'done', title: 'Idéntico', says: 'Ya está igual; no cambia.' },
}

/** "1 sesión", "12 asuntos": a number with its noun. */
export function many(count: number, one: string, several: string): string {
  return `${count.toLocaleString('es-MX')} ${count === 1 ? one : several}`
}
