/** What the keyboard speaks to at the moment. */
export type RoomMode = 'floor' | 'roll' | 'vote' | 'facts' | 'review'

/** A key and what it does, as the hint bar and the help show it. */
export interface KeyHint {
  readonly keys: string
  readonly does: string
}

/** Keys by mode. The hint bar, the help and the README's table are all this list. */
export const KEY_HINTS: Readonly<
  Record<RoomMode | 'before' | 'form' | 'follow-up' | 'voted' | 'always', readonly KeyHint[]>
> = {
  before: [
    { keys: 'P', does: 'pasar lista' },
    { keys: 'O', does: 'abrir la sesión' },
  ],
  form: [
    { keys: 'Enter', does: 'registrar' },
    { keys: 'Tab', does: 'siguiente campo' },
    { keys: 'Mayús+Enter', does: 'renglón nuevo' },
    { keys: 'Esc', does: 'salir sin registrar' },
  ],
  floor: [
    { keys: 'Enter', does: 'abrir el punto elegido' },
    { keys: '↑↓', does: 'elegir punto' },
    { keys: 'I', does: 'intervención' },
    { keys: 'U', does: 'unanimidad' },
    { keys: 'V', does: 'votar' },
    { keys: 'Alt+Q', does: 'votar otro asunto' },
    { keys: 'R', does: 'recibido' },
    { keys: 'D', does: 'otro resultado' },
    { keys: 'A', does: 'acuerdo' },
    { keys: 'S', does: 'seguimiento' },
    { keys: 'P', does: 'asistencia' },
    { keys: 'Q', does: 'verificar quórum' },
    { keys: 'H', does: 'corregir hechos' },
  ],
  'follow-up': [{ keys: 'B', does: 'revisar pendientes' }],
  review: [
    { keys: '↑↓', does: 'elegir asunto' },
    { keys: 'C', does: 'cumplido' },
    { keys: 'E', does: 'en proceso' },
    { keys: 'P', does: 'sigue pendiente' },
    { keys: 'X', does: 'cancelado' },
    { keys: 'M', does: 'sin materia' },
    { keys: 'N', does: 'con una nota' },
    { keys: 'I', does: 'intervención' },
    { keys: 'Esc', does: 'terminar la revisión' },
  ],
  roll: [
    { keys: 'Espacio', does: 'todos los demás presentes' },
    { keys: 'iniciales', does: 'elegir persona' },
    { keys: '↑↓', does: 'elegir persona' },
    { keys: 'Enter', does: 'presente' },
    { keys: 'F', does: 'falta' },
    { keys: 'E', does: 'excusa' },
    { keys: 'S', does: 'sale' },
    { keys: 'D', does: 'presente a distancia' },
    { keys: 'Esc', does: 'terminar' },
  ],
  vote: [
    { keys: 'iniciales', does: 'elegir integrante' },
    { keys: '↑↓', does: 'elegir integrante' },
    { keys: 'F', does: 'a favor' },
    { keys: 'C', does: 'en contra' },
    { keys: 'A', does: 'abstención' },
    { keys: 'X', does: 'excusa' },
    { keys: 'N', does: 'no votó' },
    { keys: 'Espacio', does: 'los demás a favor' },
    { keys: 'Enter', does: 'cerrar la votación' },
    { keys: 'Alt+F', does: 'voto de calidad a favor' },
    { keys: 'Alt+C', does: 'voto de calidad en contra' },
    { keys: 'Alt+M', does: 'motivo' },
    { keys: 'Alt+Q', does: 'qué se vota' },
    { keys: 'Alt+D', does: 'declarar resultado' },
  ],
  voted: [
    { keys: 'Alt+M', does: 'motivo de un voto' },
    { keys: 'Alt+D', does: 'declarar resultado' },
  ],
  facts: [
    { keys: '↑↓', does: 'elegir hecho' },
    { keys: 'Enter', does: 'corregir' },
    { keys: 'Supr', does: 'anular' },
    { keys: 'S', does: 'seguimiento de la intervención' },
    { keys: 'Esc', does: 'volver' },
  ],
  always: [
    { keys: 'Ctrl+Z', does: 'deshacer' },
    { keys: 'Ctrl+Y', does: 'rehacer' },
    { keys: 'F2', does: 'intervención' },
    { keys: 'F3', does: 'corregir hechos' },
    { keys: 'F4', does: 'asistencia' },
    { keys: 'F6', does: 'fijar la hora' },
    { keys: 'F8', does: 'receso o reanudar' },
    { keys: 'F9', does: 'proyectar' },
    { keys: 'Ctrl+Enter', does: 'concluir la sesión' },
    { keys: '?', does: 'todos los atajos' },
  ],
}
