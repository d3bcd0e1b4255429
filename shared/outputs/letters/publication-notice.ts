import type { Reminder, ReminderKind } from '../../domain/publications'
import { joinSpanish } from '../../lib/spanish'
import type { DueNotice } from './due-notice'

/** Titles named in a notice; the rest is in the figures. */
const NAMED = 3

const COUNTED: readonly { readonly kind: ReminderKind; readonly word: string }[] = [
  { kind: 'today', word: 'hoy' },
  { kind: 'started', word: 'con la ventana abierta' },
  { kind: 'withdraw', word: 'por retirar' },
  { kind: 'coming', word: 'en los próximos días' },
  { kind: 'late', word: 'sin publicar' },
]

/** What a reminder asks for, in few words: "se publica hoy", "en 3 días hábiles", "falta retirarla". */
export function reminderText({ kind, daysLeft }: Reminder): string {
  switch (kind) {
    case 'today':
      return 'se publica hoy'
    case 'started':
      return 'su ventana está abierta y no consta que se publicara'
    case 'late':
      return 'pasó su ventana y no consta que se publicara'
    case 'withdraw':
      return 'pasó su ventana y falta retirarla'
    case 'coming':
      if (daysLeft === 0) return 'antes del próximo día hábil'
      return daysLeft === 1 ? 'en 1 día hábil' : `en ${daysLeft} días hábiles`
  }
}

/** What the desktop says of the plan of fechas conmemorativas; null when there is nothing to tell. */
export function publicationNotice(reminders: readonly Reminder[]): DueNotice | null {
  const parts = COUNTED.flatMap(({ kind, word }) => {
    const count = reminders.filter((reminder) => reminder.kind === kind).length
    return count === 0 ? [] : [`${count} ${word}`]
  })
  if (parts.length === 0) return null
  return {
    title: `Calendario: ${joinSpanish(parts)}`.slice(0, 100),
    body: reminders
      .slice(0, NAMED)
      .map((reminder) => `${reminder.publication.title.slice(0, 70)}: ${reminderText(reminder)}`)
      .join('\n'),
  }
}
