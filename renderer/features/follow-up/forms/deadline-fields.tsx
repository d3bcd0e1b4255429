import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import {
  computeDue,
  countsFromStart,
  type DeadlineDraft,
  deadlineFromWording,
  draftOfDeadline,
  dueText,
  RECURRENCE_LABELS,
  readDeadline,
  readDeadlineWording,
  recurrenceSchema,
  START_EVENT_LABELS,
  startEventSchema,
  type TermKind,
} from '../../../../shared/domain/deadlines'
import { type FollowUpContext, sessionAfter } from '../../../../shared/domain/follow-up'
import { type IsoDate, isIsoDate, isoDate } from '../../../../shared/lib/iso-date'
import classes from '../follow-up.module.css'

const KINDS: Readonly<Record<TermKind, string>> = {
  none: 'Sin fecha',
  'business-days': 'Días hábiles',
  'natural-days': 'Días naturales',
  hours: 'Horas',
  months: 'Meses',
  'fixed-date': 'Fecha fija',
  'next-session': 'Próxima sesión',
  'end-of-month': 'Fin de mes',
  recurring: 'Periódico',
}

const BY = { calendar: 'por calendario (fin del periodo)', start: 'desde el inicio' } as const

interface DeadlineFieldsProps {
  readonly draft: DeadlineDraft
  readonly onChange: (draft: DeadlineDraft) => void
  /** Since when the item is pending, as typed. */
  readonly openedOn: string
  readonly context: FollowUpContext
  readonly errorOf: (field: keyof DeadlineDraft) => string | undefined
}

function isKind(value: string): value is TermKind {
  return Object.hasOwn(KINDS, value)
}

/** The fields of one kind of term. */
function TermFields({ draft, onChange, errorOf }: DeadlineFieldsProps) {
  const set = (change: Partial<DeadlineDraft>) => onChange({ ...draft, ...change })
  switch (draft.kind) {
    case 'business-days':
    case 'natural-days':
    case 'hours':
    case 'months':
      return (
        <TextInput
          label="Cuántos"
          inputMode="numeric"
          value={draft.amount}
          error={errorOf('amount')}
          onChange={(event) => set({ amount: event.currentTarget.value })}
        />
      )
    case 'fixed-date':
      return (
        <TextInput
          type="date"
          label="Vence el"
          value={draft.date}
          error={errorOf('date')}
          onChange={(event) => set({ date: event.currentTarget.value })}
        />
      )
    case 'end-of-month':
      return (
        <TextInput
          type="month"
          label="Mes"
          value={draft.month}
          error={errorOf('month')}
          onChange={(event) => set({ month: event.currentTarget.value })}
        />
      )
    case 'recurring':
      return (
        <>
          <NativeSelect
            label="Cada cuánto"
            value={draft.every}
            data={recurrenceSchema.options.map((value) => ({ value, label: RECURRENCE_LABELS[value] }))}
            onChange={(event) => set({ every: recurrenceSchema.parse(event.currentTarget.value) })}
          />
          <NativeSelect
            label="Se cuenta"
            value={draft.by}
            data={Object.entries(BY).map(([value, label]) => ({ value, label }))}
            onChange={(event) => set({ by: event.currentTarget.value === 'start' ? 'start' : 'calendar' })}
          />
        </>
      )
    default:
      return null
  }
}

/** What sets the term running. */
function StartFields({ draft, onChange, errorOf }: DeadlineFieldsProps) {
  const set = (change: Partial<DeadlineDraft>) => onChange({ ...draft, ...change })
  return (
    <>
      <NativeSelect
        label="A partir de"
        value={draft.event}
        data={startEventSchema.options.map((value) => ({ value, label: START_EVENT_LABELS[value] }))}
        onChange={(event) => set({ event: startEventSchema.parse(event.currentTarget.value) })}
      />
      <TextInput
        type="date"
        label="Fecha de inicio"
        description="En blanco mientras no se conozca"
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        value={draft.startDate}
        error={errorOf('startDate')}
        onChange={(event) => set({ startDate: event.currentTarget.value })}
      />
      {draft.kind === 'hours' && (
        <TextInput
          type="time"
          label="Hora de inicio"
          value={draft.startTime}
          error={errorOf('startTime')}
          onChange={(event) => set({ startTime: event.currentTarget.value })}
        />
      )}
    </>
  )
}

/** When the typed deadline would fall due; nothing while it cannot be read. */
function duePreview(draft: DeadlineDraft, openedOn: string, context: FollowUpContext): string | null {
  const read = readDeadline(draft)
  if (!read.ok || !isIsoDate(openedOn)) return null
  const nextSession = sessionAfter(context.sessionDates, read.value.start.date ?? isoDate(openedOn))
  return dueText(computeDue(read.value, { calendar: context.calendar, nextSession, periodsMet: 0 }))
}

/** What the words of the deadline propose. */
export function proposeFromWording(draft: DeadlineDraft, agreedOn: IsoDate): DeadlineDraft {
  if (draft.wording.trim() === '') return draft
  return draftOfDeadline(deadlineFromWording(draft.wording, agreedOn))
}

function Notes({ draft, openedOn }: Pick<DeadlineFieldsProps, 'draft' | 'openedOn'>) {
  if (draft.wording.trim() === '' || !isIsoDate(openedOn)) return null
  const reading = readDeadlineWording(draft.wording, isoDate(openedOn))
  if (reading.kind === 'impossible') return <p className={classes.problem}>{reading.message}</p>
  if (reading.kind === 'unknown' || reading.notes.length === 0) return null
  return <p className={classes.quietLine}>{reading.notes.join(' ')}</p>
}

/** The deadline as it was worded and as it is counted, with the date it gives. */
export function DeadlineFields(props: DeadlineFieldsProps) {
  const { draft, onChange, openedOn, context, errorOf } = props
  const process =
    draft.startDate !== '' &&
    isIsoDate(draft.startDate) &&
    context.calendar.processOn(isoDate(draft.startDate))
  const due = duePreview(draft, openedOn, context)
  return (
    <fieldset className={classes.fieldset}>
      <legend>Plazo</legend>
      <TextInput
        label="Como se acordó"
        placeholder="dentro de los cinco días hábiles siguientes a la aprobación"
        description="Al salir del campo se propone cómo contarlo"
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        value={draft.wording}
        error={errorOf('wording')}
        onChange={(event) => onChange({ ...draft, wording: event.currentTarget.value })}
        onBlur={() => {
          if (draft.kind === 'none' && isIsoDate(openedOn))
            onChange(proposeFromWording(draft, isoDate(openedOn)))
        }}
      />
      <Notes draft={draft} openedOn={openedOn} />
      <div className={classes.fields}>
        <NativeSelect
          label="Se cuenta en"
          value={draft.kind}
          data={Object.entries(KINDS).map(([value, label]) => ({ value, label }))}
          onChange={(event) => {
            const { value } = event.currentTarget
            if (isKind(value)) onChange({ ...draft, kind: value, startDate: draft.startDate || openedOn })
          }}
        />
        <TermFields {...props} />
        {countsInForm(draft.kind) && <StartFields {...props} />}
      </div>
      {(draft.kind === 'business-days' || draft.kind === 'hours') && (
        <Checkbox
          label="Todos los días y horas son hábiles"
          description={process ? `Está en curso: ${process.reason}` : undefined}
          checked={draft.everyDayCounts}
          onChange={(event) => onChange({ ...draft, everyDayCounts: event.currentTarget.checked })}
        />
      )}
      {due !== null && (
        <p className={classes.line} aria-live="polite">
          Vence: <strong>{due}</strong>
        </p>
      )}
    </fieldset>
  )
}

function countsInForm(kind: TermKind): boolean {
  return countsFromStart({ kind } as Parameters<typeof countsFromStart>[0])
}
