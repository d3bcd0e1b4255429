import { Button, NativeSelect, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Body } from '../../../shared/domain/bodies'
import {
  CLOSED_DAY_LABELS,
  type ClosedDay,
  type ClosedDayDraft,
  type ClosedDayProblem,
  calendarRunsOut,
  closedDayKindSchema,
  coverageText,
  draftOfClosedDay,
  restDaysOf,
} from '../../../shared/domain/calendar'
import { yearOf } from '../../../shared/lib/iso-date'
import { useDeps } from '../../commands/deps'
import { removeClosedDay, saveClosedDay } from '../../commands/follow-up/set-closed-days'
import { useToday } from '../../commands/follow-up/use-body-follow-up'
import { listClosedDays } from '../../data/follow-up'
import { useLive } from '../../data/use-live'
import { formatDay } from '../../ui/format'
import { MessageNote } from '../../ui/message-note'
import { Section } from './section'
import classes from './settings.module.css'
import { useCalendarChange } from './use-calendar-change'

const EMPTY: ClosedDayDraft = { kind: 'closed', from: '', until: '', reason: '' }

interface RangeFormProps {
  readonly initial: ClosedDayDraft
  readonly submitWord: string
  /** Answers what is wrong; empty when it was stored. */
  readonly onSave: (draft: ClosedDayDraft) => Promise<readonly ClosedDayProblem[]>
  readonly onCancel: () => void
}

/** A range of days with its reason; a single day leaves the end blank. */
function RangeForm({ initial, submitWord, onSave, onCancel }: RangeFormProps) {
  const [draft, setDraft] = useState(initial)
  const [problems, setProblems] = useState<readonly ClosedDayProblem[]>([])
  const errorOf = (field: ClosedDayProblem['field']) =>
    problems.find((problem) => problem.field === field)?.message
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setProblems(await onSave(draft))
  }
  return (
    <form className={classes.ruleForm} aria-label={submitWord} onSubmit={(event) => void submit(event)}>
      <div className={classes.rangeFields}>
        <TextInput
          type="date"
          label="Desde"
          value={draft.from}
          error={errorOf('from')}
          autoFocus
          onChange={(event) => setDraft({ ...draft, from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label="Hasta (si es más de un día)"
          value={draft.until}
          error={errorOf('until')}
          onChange={(event) => setDraft({ ...draft, until: event.currentTarget.value })}
        />
        <NativeSelect
          label="Qué es"
          value={draft.kind}
          data={closedDayKindSchema.options.map((value) => ({ value, label: CLOSED_DAY_LABELS[value] }))}
          onChange={(event) =>
            setDraft({ ...draft, kind: closedDayKindSchema.parse(event.currentTarget.value) })
          }
        />
        <TextInput
          label="Motivo"
          placeholder="Semana Santa"
          value={draft.reason}
          error={errorOf('reason')}
          onChange={(event) => setDraft({ ...draft, reason: event.currentTarget.value })}
        />
      </div>
      <div className={classes.rangeButtons}>
        <Button type="submit" size="compact-md">
          {submitWord}
        </Button>
        <Button size="compact-md" variant="default" onClick={onCancel}>
          Cancelar
        </Button>
      </div>
    </form>
  )
}

function rangeText({ from, until }: Pick<ClosedDay, 'from' | 'until'>): string {
  return from === until ? formatDay(from) : `${formatDay(from)} – ${formatDay(until)}`
}

interface RangeLineProps {
  readonly range: ClosedDay
  readonly onEdit: () => void
  readonly onRemove: () => void
}

function RangeLine({ range, onEdit, onRemove }: RangeLineProps) {
  return (
    <li className={classes.range}>
      <span className={classes.rangeWhen}>{rangeText(range)}</span>
      <span className={classes.grow}>
        {range.reason}
        {range.kind !== 'closed' && (
          <Text component="span" size="sm" c="var(--q-muted)">
            {' '}
            · {CLOSED_DAY_LABELS[range.kind]}
          </Text>
        )}
      </span>
      <Button size="compact-sm" variant="default" aria-label={`Cambiar ${range.reason}`} onClick={onEdit}>
        Cambiar
      </Button>
      <Button size="compact-sm" variant="default" aria-label={`Quitar ${range.reason}`} onClick={onRemove}>
        Quitar
      </Button>
    </li>
  )
}

/** The rest days of the law in a year: derived by rule, never typed. */
function RestDays({ year }: { readonly year: number }) {
  return (
    <details className={classes.derived}>
      <summary>Descansos obligatorios de {year}, derivados de la LFT, art. 74</summary>
      <ul className={classes.ranges}>
        {restDaysOf(year).map(({ date, name, basis }) => (
          <li key={date + name} className={classes.range}>
            <span className={classes.rangeWhen}>{formatDay(date)}</span>
            <span className={classes.grow}>{name}</span>
            <Text component="span" size="sm" c="var(--q-muted)">
              {basis}
            </Text>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The days that do not count: those of the law by rule, those of the institution by ranges. */
export function ClosedDaysSection({ body }: { readonly body: Body }) {
  const deps = useDeps()
  const today = useToday(body)
  const change = useCalendarChange()
  const [editing, setEditing] = useState<string | null>(null)
  const ranges = useLive(() => listClosedDays(deps.store, body.id), [deps.store, body.id])
  if (!ranges) return null
  const warning = coverageText(calendarRunsOut(ranges, today))
  const save = (id: ClosedDay['id'] | null) => async (draft: ClosedDayDraft) => {
    const problems = await change('Se guardaron los días inhábiles.', () =>
      saveClosedDay(deps, body.id, id, draft),
    )
    if (problems.length === 0) setEditing(null)
    return problems
  }
  const remove = (range: ClosedDay) =>
    void change(`Se quitó «${range.reason}».`, () => removeClosedDay(deps, body.id, range.id))
  return (
    <Section
      title="Días inhábiles"
      says="Con ellos se cuentan los plazos. Sábados, domingos y descansos de ley se saltan solos; aquí van los de la institución."
    >
      {warning !== null && <MessageNote kind="warning">{warning}</MessageNote>}
      <ul className={classes.ranges}>
        {ranges.map((range) =>
          editing === range.id ? (
            <li key={range.id}>
              <RangeForm
                initial={draftOfClosedDay(range)}
                submitWord="Guardar el rango"
                onSave={save(range.id)}
                onCancel={() => setEditing(null)}
              />
            </li>
          ) : (
            <RangeLine
              key={range.id}
              range={range}
              onEdit={() => setEditing(range.id)}
              onRemove={() => remove(range)}
            />
          ),
        )}
      </ul>
      {editing === 'new' ? (
        <RangeForm
          initial={EMPTY}
          submitWord="Agregar el rango"
          onSave={save(null)}
          onCancel={() => setEditing(null)}
        />
      ) : (
        <Button variant="default" mt={8} onClick={() => setEditing('new')}>
          Agregar días inhábiles…
        </Button>
      )}
      <RestDays year={yearOf(today)} />
      <RestDays year={yearOf(today) + 1} />
    </Section>
  )
}
