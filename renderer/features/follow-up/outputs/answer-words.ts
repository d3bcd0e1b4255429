import { EVENT_LABELS, STATE_LABELS } from '../../../../shared/domain/follow-up'
import type { JudgedAnswer } from '../../../../shared/outputs'
import { formatDay } from '../../../ui/format'

/** What recording an answer would change on its item. */
export function changeText(judged: JudgedAnswer): string {
  if (judged.kind === 'gone' || judged.kind === 'blank' || judged.kind === 'received') return ''
  const { answer, record } = judged
  const now = STATE_LABELS[record.standing.state]
  const to = answer.state === null ? now : STATE_LABELS[answer.state]
  if (answer.state === 'fulfilled' && record.item.deadline.term.kind === 'recurring') {
    return `entrega del periodo, ${formatDay(answer.on)}`
  }
  return to === now
    ? `${now}, con avance del ${formatDay(answer.on)}`
    : `${now} → ${to} el ${formatDay(answer.on)}`
}

/** Why an answer needs a look, or cannot be recorded; empty when nothing stands in its way. */
export function cautionText(judged: JudgedAnswer): string {
  switch (judged.kind) {
    case 'ok':
      return ''
    case 'changed': {
      const since = judged.since.map(
        ({ on, body, note }) =>
          `${formatDay(on)}, ${body.kind === 'state' ? STATE_LABELS[body.to] : EVENT_LABELS[body.kind]}${note === '' ? '' : `: ${note}`}`,
      )
      const what = since.length === 0 ? 'sus datos o su vencimiento' : since.join('; ')
      return `El asunto cambió desde que se hizo el formulario (${what}). Márquelo sólo si la respuesta sigue valiendo.`
    }
    case 'received':
      return 'Ya consta en el asunto: no se registra otra vez.'
    case 'blank':
      return 'El área no respondió nada.'
    case 'refused':
      return `No se puede registrar. ${judged.messages.join(' ')}`
    case 'gone':
      return 'No existe aquí: se eliminó, o el formulario es de otro órgano.'
  }
}

const MARKS: Readonly<Record<JudgedAnswer['kind'], { readonly shape: string; readonly word: string }>> = {
  ok: { shape: '✓', word: 'lista' },
  changed: { shape: '◆', word: 'cambió desde entonces' },
  received: { shape: '=', word: 'ya recibida' },
  blank: { shape: '○', word: 'en blanco' },
  refused: { shape: '✕', word: 'no se puede' },
  gone: { shape: '✕', word: 'no existe' },
}

/** Shape and word of what an answer is. */
export function markOf(judged: JudgedAnswer): { readonly shape: string; readonly word: string } {
  return MARKS[judged.kind]
}
