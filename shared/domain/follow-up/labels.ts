import type { ItemState, Priority } from './item'
import type { ItemEventKind, SourceKind } from './item-event'

/** Spanish word of each state, as the table and the report say it. */
export const STATE_LABELS: Readonly<Record<ItemState, string>> = {
  pending: 'pendiente',
  'in-progress': 'en proceso',
  fulfilled: 'cumplido',
  cancelled: 'cancelado',
  moot: 'sin materia',
}

/** Spanish word of each priority. */
export const PRIORITY_LABELS: Readonly<Record<Priority, string>> = {
  high: 'alta',
  normal: 'normal',
  low: 'baja',
}

/** Spanish word of each source. */
export const SOURCE_LABELS: Readonly<Record<SourceKind, string>> = {
  oficio: 'oficio',
  correo: 'correo',
  sesion: 'sesión',
  otro: 'otro',
}

/** What each kind of event is called in the story of an item. */
export const EVENT_LABELS: Readonly<Record<ItemEventKind, string>> = {
  state: 'cambio de estado',
  progress: 'avance',
  extension: 'prórroga',
  start: 'inicio del plazo',
  delivery: 'entrega',
  edited: 'cambio de datos',
  void: 'evento sin efecto',
}

/** Whether somebody still has to do something about an item in that state. */
export function isOpenState(state: ItemState): boolean {
  return state === 'pending' || state === 'in-progress'
}
