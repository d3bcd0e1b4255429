/** A way to look at the plan, by the word of its address. */
export type CalendarMode = 'anio' | 'mes' | 'semana' | 'lista' | 'galeria' | 'catalogo'

interface ModeEntry {
  readonly mode: CalendarMode
  readonly label: string
  /** The key that shows it. */
  readonly key: string
}

/** Every way to look at the plan, in the order of the switch. */
export const MODES: readonly ModeEntry[] = [
  { mode: 'anio', label: 'Año', key: '1' },
  { mode: 'mes', label: 'Mes', key: '2' },
  { mode: 'semana', label: 'Semana', key: '3' },
  { mode: 'lista', label: 'Lista', key: '4' },
  { mode: 'galeria', label: 'Galería', key: '5' },
  { mode: 'catalogo', label: 'Catálogo', key: '6' },
]

/** The mode that an address names; the year when it names none. */
export function modeOf(view: string | undefined): CalendarMode {
  return MODES.find(({ mode }) => mode === view)?.mode ?? 'anio'
}
