import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useRef } from 'react'
import type { ExceptionDraft } from '../../../../shared/domain/publications'
import { isIsoDate, isoDate } from '../../../../shared/lib/iso-date'
import { formatDay } from '../../../ui/format'
import classes from './catalogue.module.css'
import { ExceptionEditor } from './exception-editor'
import {
  type DateFormDraft,
  keepPending,
  NEW_EXCEPTION,
  type PendingException,
  pendingProblems,
} from './exceptions-model'

interface ExceptionsFieldProps {
  readonly form: Pick<DateFormDraft, 'exceptions' | 'pending'>
  /** What the rule alone gives in a year, in words; null where the rule is not finished. */
  readonly ruleDayOf: (year: number) => string | null
  readonly error: string | undefined
  readonly onChange: (change: Partial<Pick<DateFormDraft, 'exceptions' | 'pending'>>) => void
}

function dayText(text: string): string {
  return isIsoDate(text) ? formatDay(isoDate(text)) : text
}

function exceptionText({ observed, from, until }: ExceptionDraft): string {
  if (!observed) return 'no se observa'
  return until === '' || until === from ? dayText(from) : `${dayText(from)} a ${dayText(until)}`
}

/** The focus goes to a button of the section once it is drawn. */
function useFocusIn() {
  const section = useRef<HTMLFieldSetElement>(null)
  const focus = (mark: string) =>
    requestAnimationFrame(() => section.current?.querySelector<HTMLElement>(mark)?.focus())
  return { section, focus }
}

const ADD = '[data-add]'
const changeMark = (index: number) => `[data-change="${index}"]`

function useEdits({ form, onChange }: ExceptionsFieldProps) {
  const { section, focus } = useFocusIn()
  const { exceptions, pending } = form
  const write = (next: PendingException) => onChange({ pending: next })
  return {
    section,
    add: () => write({ at: null, draft: NEW_EXCEPTION, isTried: false }),
    change: (at: number, draft: ExceptionDraft) => write({ at, draft, isTried: false }),
    typed: (draft: ExceptionDraft) => pending && write({ ...pending, draft }),
    keep: () => {
      if (pending === null) return
      const kept = keepPending(form)
      if (!kept.ok) {
        write({ ...pending, isTried: true })
        focus('[aria-invalid="true"]')
        return
      }
      onChange({ exceptions: kept.value, pending: null })
      focus(ADD)
    },
    discard: () => {
      onChange({ pending: null })
      focus(pending === null || pending.at === null ? ADD : changeMark(pending.at))
    },
    remove: (at: number) => {
      onChange({ exceptions: exceptions.filter((_, index) => index !== at) })
      focus(exceptions.length === 1 ? ADD : changeMark(Math.min(at, exceptions.length - 2)))
    },
  }
}

type Edits = ReturnType<typeof useEdits>

interface LineProps {
  readonly draft: ExceptionDraft
  readonly at: number
  /** While one is written, the rest wait. */
  readonly isWaiting: boolean
  readonly edits: Edits
}

function Line({ draft, at, isWaiting, edits }: LineProps) {
  const button = (word: string, onClick: () => void, mark: object = {}) => (
    <Button
      size="compact-xs"
      variant="subtle"
      color="gray"
      disabled={isWaiting}
      aria-label={`${word} la excepción de ${draft.year}`}
      onClick={onClick}
      {...mark}
    >
      {word}
    </Button>
  )
  return (
    <>
      <span className={classes.exception}>
        <strong>{draft.year}</strong>: {exceptionText(draft)}
        {draft.reason !== '' && <span className={classes.basis}>{draft.reason}</span>}
      </span>
      {button('Cambiar', () => edits.change(at, draft), { 'data-change': at })}
      {button('Quitar', () => edits.remove(at))}
    </>
  )
}

/** The years in which a date was moved or not observed. */
export function ExceptionsField(props: ExceptionsFieldProps) {
  const { form, ruleDayOf, error } = props
  const { exceptions, pending } = form
  const edits = useEdits(props)
  const editor = pending && (
    <ExceptionEditor
      key={pending.at}
      draft={pending.draft}
      problems={pendingProblems(form)}
      isNew={pending.at === null}
      ruleDay={/^\d{4}$/.test(pending.draft.year) ? ruleDayOf(Number(pending.draft.year)) : null}
      onChange={edits.typed}
      onKeep={edits.keep}
      onDiscard={edits.discard}
    />
  )
  return (
    <fieldset className={classes.part} ref={edits.section}>
      <legend className={classes.partTitle}>Excepciones</legend>
      {exceptions.length === 0 && pending === null && (
        <p className={classes.quiet}>Ninguna: todos los años cae según su regla.</p>
      )}
      {exceptions.length > 0 && (
        <ul className={classes.exceptions}>
          {exceptions.map((draft, index) => (
            <li key={draft.year}>
              {pending?.at === index ? (
                editor
              ) : (
                <Line draft={draft} at={index} isWaiting={pending !== null} edits={edits} />
              )}
            </li>
          ))}
        </ul>
      )}
      {pending?.at === null && editor}
      {error !== undefined && (
        <p className={classes.problem} role="alert" tabIndex={-1} data-problem>
          {error}
        </p>
      )}
      {pending === null && (
        <Button
          data-add
          size="compact-sm"
          variant="default"
          className={classes.start ?? ''}
          leftSection={<IconPlus size={14} />}
          onClick={edits.add}
        >
          Agregar una excepción
        </Button>
      )}
    </fieldset>
  )
}
