import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { ExceptionDraft, ExceptionProblem } from '../../../../shared/domain/publications'
import { DateField } from '../../../ui/date-field'
import { Kbd } from '../../../ui/kbd'
import classes from './catalogue.module.css'

interface ExceptionEditorProps {
  readonly draft: ExceptionDraft
  readonly problems: readonly ExceptionProblem[]
  /** Whether it is not in the list yet. */
  readonly isNew: boolean
  /** What the rule gives in the year that was written; null while it is none. */
  readonly ruleDay: string | null
  readonly onChange: (draft: ExceptionDraft) => void
  readonly onKeep: () => void
  readonly onDiscard: () => void
}

const OUTCOMES = [
  { value: 'moved', label: 'Cae otro día' },
  { value: 'skipped', label: 'No se observa' },
]

type EditorKeys = Pick<ExceptionEditorProps, 'onKeep' | 'onDiscard'>

/** Enter keeps the exception, and not the whole date; Esc leaves it, and not the panel. */
function onEditorKey(event: KeyboardEvent, { onKeep, onDiscard }: EditorKeys): void {
  const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement
  if (event.key === 'Escape') {
    event.preventDefault()
    event.stopPropagation()
    onDiscard()
  } else if (event.key === 'Enter' && !event.ctrlKey && isField) {
    event.preventDefault()
    onKeep()
  }
}

/** One year in which the date does not follow its rule. */
export function ExceptionEditor(props: ExceptionEditorProps) {
  const { draft, problems, isNew, ruleDay, onChange, onKeep, onDiscard } = props
  const frame = useRef<HTMLFieldSetElement>(null)
  useEffect(() => frame.current?.scrollIntoView({ block: 'nearest' }), [])
  const set = (change: Partial<ExceptionDraft>) => onChange({ ...draft, ...change })
  const errorOf = (field: ExceptionProblem['field']) =>
    problems.find((problem) => problem.field === field)?.message
  const bounds = /^\d{4}$/.test(draft.year) ? { min: `${draft.year}-01-01`, max: `${draft.year}-12-31` } : {}
  return (
    <fieldset
      ref={frame}
      className={classes.editor}
      onKeyDown={(event) => onEditorKey(event, { onKeep, onDiscard })}
    >
      <legend className={classes.hidden}>Excepción de un año</legend>
      <div className={classes.two}>
        <TextInput
          label="Año"
          inputMode="numeric"
          placeholder="2018"
          autoFocus
          value={draft.year}
          error={errorOf('year')}
          onChange={(event) => set({ year: event.currentTarget.value })}
        />
        <NativeSelect
          label="Ese año"
          value={draft.observed ? 'moved' : 'skipped'}
          data={OUTCOMES}
          onChange={(event) => set({ observed: event.currentTarget.value === 'moved' })}
        />
      </div>
      {ruleDay !== null && <p className={classes.quiet}>{ruleDay}</p>}
      {draft.observed && (
        <div className={classes.two}>
          <DateField
            label="Se pasó al"
            {...bounds}
            value={draft.from}
            error={errorOf('from')}
            onChange={(from) => set({ from })}
          />
          <DateField
            label="Hasta (opcional)"
            {...bounds}
            value={draft.until}
            error={errorOf('until')}
            onChange={(until) => set({ until })}
          />
        </div>
      )}
      <TextInput
        label="Motivo o resolución"
        value={draft.reason}
        error={errorOf('reason')}
        onChange={(event) => set({ reason: event.currentTarget.value })}
      />
      <div className={classes.editorButtons}>
        <Button size="compact-sm" variant="default" rightSection={<Kbd keys="Enter" />} onClick={onKeep}>
          {isNew ? 'Agregar a la lista' : 'Cambiar en la lista'}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          rightSection={<Kbd keys="Esc" />}
          onClick={onDiscard}
        >
          Descartar
        </Button>
      </div>
    </fieldset>
  )
}
