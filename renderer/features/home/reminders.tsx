import { Text } from '@mantine/core'
import { Link } from 'wouter'
import { REMIND_WORKDAYS_BEFORE, type Reminder, type ReminderKind } from '../../../shared/domain/publications'
import { reminderText } from '../../../shared/outputs'
import { useReminders } from '../../commands/publications/use-reminders'
import { formatDay } from '../../ui/format'
import classes from './home.module.css'

/** Reminders drawn; the rest is counted. */
const SHOWN = 6

const MARKS: Readonly<Record<ReminderKind, { readonly shape: string; readonly tone: string }>> = {
  today: { shape: '▶', tone: 'accent' },
  started: { shape: '▷', tone: 'bad' },
  late: { shape: '!', tone: 'bad' },
  withdraw: { shape: '✕', tone: 'warn' },
  coming: { shape: '○', tone: 'quiet' },
}

function Line({ reminder }: { readonly reminder: Reminder }) {
  const { publication, kind } = reminder
  const { shape, tone } = MARKS[kind]
  return (
    <li>
      <Link href={`/calendario/mes/${publication.id}`} className={classes.reminder ?? ''}>
        <span aria-hidden="true" className={classes[tone]}>
          {shape}
        </span>
        <span>{formatDay(publication.on)}</span>
        <span className={classes.reminderTitle}>{publication.title}</span>
        <span className={classes[tone]}>{reminderText(reminder)}</span>
      </Link>
    </li>
  )
}

/** Fechas conmemorativas that ask for attention: today's, late, to withdraw, and to come. */
export function Reminders() {
  const reminders = useReminders()
  if (!reminders || reminders.length === 0) return null
  const rest = reminders.length - SHOWN
  return (
    <section aria-label="Fechas conmemorativas">
      <h2 className={classes.remindersTitle}>
        Fechas conmemorativas
        <Text span size="sm" c="var(--q-muted)" fw={400}>
          {' '}
          de hoy, por retirar, de los próximos {REMIND_WORKDAYS_BEFORE} días hábiles y sin publicar
        </Text>
      </h2>
      <ul className={classes.reminders}>
        {reminders.slice(0, SHOWN).map((reminder) => (
          <Line key={reminder.publication.id} reminder={reminder} />
        ))}
      </ul>
      {rest > 0 && (
        <Link href="/calendario/lista" className={classes.moreLink ?? ''}>
          {rest === 1 ? 'Ver la otra en el calendario' : `Ver las otras ${rest} en el calendario`}
        </Link>
      )}
    </section>
  )
}
