import { z } from 'zod'

/** What the follow-up gives and takes: the report, what goes to the áreas, what comes back. */
export const outputViewSchema = z.enum(['informe', 'areas', 'respuestas'])
export type OutputView = z.infer<typeof outputViewSchema>

export const OUTPUT_VIEWS: readonly { readonly value: OutputView; readonly label: string }[] = [
  { value: 'informe', label: 'Informe de seguimiento' },
  { value: 'areas', label: 'Enviar a las áreas' },
  { value: 'respuestas', label: 'Recibir respuestas' },
]

/** Address of a view. */
export function outputPath(view: OutputView): string {
  return `/seguimiento/salidas/${view}`
}
