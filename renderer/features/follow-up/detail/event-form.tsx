import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { countsFromStart } from '../../../../shared/domain/deadlines'
import {
  type EventDraft,
  type EventDraftBody,
  type EventProblem,
  ITEM_STATES,
  type ItemRecord,
  itemStateSchema,
  SOURCE_LABELS,
  STATE_LABELS,
  sourceKindSchema,
} from '../../../../shared/domain/follow-up'
import { sessionIdSchema } from '../../../../shared/domain/sessions'
import { useDeps } from '../../../commands/deps'
import { recordEvent } from '../../../commands/follow-up/record-event'
import type { FollowUp } from '../../../data/follow-up-book'
import { FilesField } from '../../../edits/files/files-field'
import { useFollowUpActions } from '../actions-context'
import { sessionNamer } from '../choices'
import classes from '../follow-up.module.css'
import { lastAuthor, rememberAuthor } from '../follow-up-author'

interface EventFormProps {
  readonly record: ItemRecord
  readonly followUp: FollowUp
}

type Kind = Exclude<EventDraftBody['kind'], 'void'>

const KIND_LABELS: Readonly<Record<Kind, string>> = {
  progress: 'Avance',
  state: 'Cambio de estado',
  extension: 'Prórroga',
  start: 'Inicio del plazo',
  delivery: 'Entrega de un periodo',
}

function kindsOf({ item }: ItemRecord): readonly Kind[] {
  const { term } = item.deadline
  return [
    'progress',
    'state',
    'extension',
    ...(countsFromStart(term) ? (['start'] as const) : []),
    ...(term.kind === 'recurring' ? (['delivery'] as const) : []),
  ]
}

/** An empty body of each kind. */
function bodyOf(kind: Kind, record: ItemRecord): EventDraftBody {
  switch (kind) {
    case 'progress':
      return { kind }
    case 'state':
      return { kind, to: record.standing.state === 'pending' ? 'in-progress' : 'fulfilled' }
    case 'extension':
      return { kind, due: '', grantedBy: '' }
    case 'start':
      return { kind, date: '', time: null }
    case 'delivery':
      return { kind, period: '' }
  }
}

interface BodyFieldsProps {
  readonly body: EventDraftBody
  readonly onChange: (body: EventDraftBody) => void
  readonly errorOf: (field: EventProblem['field']) => string | undefined
}

function BodyFields({ body, onChange, errorOf }: BodyFieldsProps) {
  switch (body.kind) {
    case 'state':
      return (
        <NativeSelect
          label="Nuevo estado"
          value={body.to}
          error={errorOf('state')}
          data={ITEM_STATES.map((value) => ({ value, label: STATE_LABELS[value] }))}
          onChange={(event) => onChange({ ...body, to: itemStateSchema.parse(event.currentTarget.value) })}
        />
      )
    case 'extension':
      return (
        <>
          <TextInput
            type="date"
            label="Nueva fecha"
            value={body.due}
            error={errorOf('due')}
            onChange={(event) => onChange({ ...body, due: event.currentTarget.value })}
          />
          <TextInput
            label="La concede"
            value={body.grantedBy}
            error={errorOf('grantedBy')}
            onChange={(event) => onChange({ ...body, grantedBy: event.currentTarget.value })}
          />
        </>
      )
    case 'start':
      return (
        <TextInput
          type="date"
          label="El plazo corre desde"
          value={body.date}
          error={errorOf('date')}
          onChange={(event) => onChange({ ...body, date: event.currentTarget.value })}
        />
      )
    case 'delivery':
      return (
        <TextInput
          label="Periodo"
          placeholder="Primer semestre de 2017"
          value={body.period}
          onChange={(event) => onChange({ ...body, period: event.currentTarget.value })}
        />
      )
    default:
      return null
  }
}

interface SourceFieldsProps {
  readonly draft: EventDraft
  readonly followUp: FollowUp
  readonly onChange: (draft: EventDraft) => void
  readonly errorOf: (field: EventProblem['field']) => string | undefined
}

function SourceFields({ draft, followUp, onChange, errorOf }: SourceFieldsProps) {
  const { source } = draft
  const set = (change: Partial<EventDraft['source']>) =>
    onChange({ ...draft, source: { ...source, ...change } })
  const nameOf = sessionNamer(followUp.sessions)
  return (
    <>
      <NativeSelect
        label="Se sabe por"
        value={source.kind}
        data={sourceKindSchema.options.map((value) => ({ value, label: SOURCE_LABELS[value] }))}
        onChange={(event) =>
          set({ kind: sourceKindSchema.parse(event.currentTarget.value), sessionId: null })
        }
      />
      {source.kind === 'sesion' ? (
        <NativeSelect
          label="Sesión"
          value={source.sessionId ?? ''}
          data={[
            { value: '', label: 'Elija la sesión' },
            ...followUp.sessions.map(({ id }) => ({ value: id, label: nameOf(id) })),
          ]}
          onChange={(event) =>
            set({ sessionId: sessionIdSchema.safeParse(event.currentTarget.value).data ?? null })
          }
        />
      ) : (
        <TextInput
          label={source.kind === 'otro' ? 'Por qué medio' : 'Referencia'}
          placeholder={source.kind === 'oficio' ? 'INE/UNICOM/0000/2017' : ''}
          value={source.reference}
          error={errorOf('source')}
          onChange={(event) => set({ reference: event.currentTarget.value })}
        />
      )}
    </>
  )
}

function emptyDraft({ record, followUp }: EventFormProps, kind: Kind): EventDraft {
  return {
    on: followUp.context.today,
    author: lastAuthor(),
    source: { kind: 'oficio', reference: '', sessionId: null, factId: null },
    body: bodyOf(kind, record),
    note: '',
    evidence: [],
  }
}

function useEventForm(props: EventFormProps) {
  const { record } = props
  const deps = useDeps()
  const { run } = useFollowUpActions()
  const [kind, setKind] = useState<Kind | null>(null)
  const [draft, setDraft] = useState<EventDraft>(() => emptyDraft(props, 'progress'))
  const [problems, setProblems] = useState<readonly EventProblem[]>([])
  const start = (chosen: Kind | null) => {
    setKind(chosen)
    setProblems([])
    if (chosen) setDraft({ ...draft, body: bodyOf(chosen, record) })
  }
  const save = async () => {
    const failure = await run(`Se registró en ${record.item.code}.`, () =>
      recordEvent(deps, record.item.id, draft),
    )
    setProblems(failure?.kind === 'event' ? failure.problems : [])
    if (failure) return
    rememberAuthor(draft.author)
    setKind(null)
    setDraft(emptyDraft(props, 'progress'))
  }
  const errorOf = (field: EventProblem['field']) =>
    problems.find((problem) => problem.field === field)?.message
  return { kind, draft, setDraft, start, save, errorOf }
}

/** Adds to the story of an item: what happened, when, who says so, by what it is known, and the proof. */
export function EventForm(props: EventFormProps) {
  const { kind, draft, setDraft, start, save, errorOf } = useEventForm(props)
  if (kind === null) {
    return (
      <section className={classes.buttons} aria-label="Registrar">
        {kindsOf(props.record).map((each) => (
          <Button key={each} size="compact-sm" variant="light" onClick={() => start(each)}>
            {KIND_LABELS[each]}
          </Button>
        ))}
      </section>
    )
  }
  return (
    <form
      className={classes.form}
      aria-label={`Registrar ${KIND_LABELS[kind].toLowerCase()}`}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void save()
      }}
    >
      <h3 className={classes.partTitle}>{KIND_LABELS[kind]}</h3>
      <div className={classes.fields}>
        <BodyFields body={draft.body} onChange={(body) => setDraft({ ...draft, body })} errorOf={errorOf} />
        <TextInput
          type="date"
          label="Fecha"
          value={draft.on}
          error={errorOf('on')}
          onChange={(event) => setDraft({ ...draft, on: event.currentTarget.value })}
        />
        <TextInput
          label="Quién lo informa"
          value={draft.author}
          error={errorOf('author')}
          onChange={(event) => setDraft({ ...draft, author: event.currentTarget.value })}
        />
        <SourceFields draft={draft} followUp={props.followUp} onChange={setDraft} errorOf={errorOf} />
      </div>
      <Textarea
        label={kind === 'progress' ? 'Avance' : 'Nota'}
        autosize
        minRows={2}
        value={draft.note}
        error={errorOf('note') ?? errorOf('target')}
        onChange={(event) => setDraft({ ...draft, note: event.currentTarget.value })}
      />
      <FilesField files={draft.evidence} onChange={(evidence) => setDraft({ ...draft, evidence })} />
      <div className={classes.buttons}>
        <Button type="submit" size="compact-md">
          Registrar
        </Button>
        <Button size="compact-md" variant="default" onClick={() => start(null)}>
          Cancelar
        </Button>
      </div>
    </form>
  )
}
