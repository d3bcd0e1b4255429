import { z } from 'zod'

/** How the items are shown. */
export const modeSchema = z.enum(['table', 'board', 'calendar', 'areas', 'changes'])
export type Mode = z.infer<typeof modeSchema>

export const MODES: readonly { readonly value: Mode; readonly label: string }[] = [
  { value: 'table', label: 'Tabla' },
  { value: 'board', label: 'Tablero' },
  { value: 'calendar', label: 'Calendario' },
  { value: 'areas', label: 'Por área' },
  { value: 'changes', label: 'Qué cambió' },
]
