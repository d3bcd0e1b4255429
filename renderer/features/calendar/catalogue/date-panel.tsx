import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useMemo, useState } from 'react'
import {
  type CommemorationDraft,
  type CommemorationId,
  type CommemorationProblem,
  describeRule,
  draftOfCommemoration,
  finderOf,
  SCOPE_LABELS,
  scopeSchema,
} from '../../../../shared/domain/publications'
import { yearOf } from '../../../../shared/lib/iso-date'
import { capitalize } from '../../../../shared/lib/spanish'
import { useDeps } from '../../../commands/deps'
import { saveCommemoration } from '../../../commands/publications/edit-catalogue'
import { useBody } from '../../../data/current-body'
import { formatDay } from '../../../ui/format'
import { Kbd } from '../../../ui/kbd'
import { useCalendarActions } from '../calendar-context'
import { PanelFrame } from '../panel-frame'
import type { Plan } from '../use-plan'
import classes from './catalogue.module.css'
import { RuleFields } from './rule-fields'
import { previewOf, ruleTrouble } from './rule-model'

const DATE_FORM = 'date-form'

const EMPTY: CommemorationDraft = {
  name: '',
  rule: { kind: 'fixed', month: 1, day: 1, years: { kind: 'every' } },
  exceptions: [],
  scope: 'national',
  suggested: false,
  basis: '',
  since: '',
  note: '',
  validFrom: '',
  validUntil: '',
}

interface DatePanelProps {
  readonly plan: Plan
  readonly id: CommemorationId | null
  readonly onClose: () => void
}

function useDateForm({ plan, id, onClose }: DatePanelProps) {
  const deps = useDeps()
  const body = useBody()
  const { run } = useCalendarActions()
  const stored = plan.catalogue.find((date) => date.id === id)
  const [draft, setDraft] = useState(() => (stored ? draftOfCommemoration(stored) : EMPTY))
  const [problems, setProblems] = useState<readonly CommemorationProblem[]>([])
  const find = useMemo(() => finderOf(plan.catalogue), [plan.catalogue])
  const trouble = ruleTrouble(draft.rule, id, find)
  const save = async () => {
    if (trouble !== null) {
      setProblems([{ field: 'rule', message: trouble }])
      return
    }
    const saved = await run(`Se guardó «${draft.name.trim()}» en el catálogo.`, () =>
      saveCommemoration(deps, body.id, id, draft),
    )
    if (saved.ok) onClose()
    else if (saved.error.kind === 'commemoration') setProblems(saved.error.problems)
  }
  return {
    draft,
    set: (change: Partial<CommemorationDraft>) => setDraft((now) => ({ ...now, ...change })),
    find,
    trouble,
    save,
    errorOf: (field: keyof CommemorationDraft) =>
      problems.find((problem) => problem.field === field)?.message,
  }
}

type DateForm = ReturnType<typeof useDateForm>

/** The rule in words and the days it gives. */
function Preview({
  form,
  id,
  year,
}: {
  readonly form: DateForm
  readonly id: DatePanelProps['id']
  readonly year: number
}) {
  const { draft, find, trouble } = form
  if (trouble !== null) return null
  return (
    <section aria-label="Vista previa de la regla" aria-live="polite" className={classes.preview}>
      <strong>{capitalize(describeRule(draft.rule, find))}</strong>
      <ul>
        {previewOf(draft.rule, id, find, year).map(({ year: each, span }) => (
          <li key={each}>
            {span === null
              ? `${each}: ninguno`
              : formatDay(span.from) + (span.until === span.from ? '' : ` a ${formatDay(span.until)}`)}
          </li>
        ))}
      </ul>
    </section>
  )
}

function AboutFields({ form }: { readonly form: DateForm }) {
  const { draft, set, errorOf } = form
  return (
    <>
      <div className={classes.two}>
        <NativeSelect
          label="Ámbito"
          value={draft.scope}
          data={scopeSchema.options.map((value) => ({ value, label: SCOPE_LABELS[value] }))}
          onChange={(event) => set({ scope: scopeSchema.parse(event.currentTarget.value) })}
        />
        <TextInput
          label="Se conmemora desde"
          placeholder="año"
          inputMode="numeric"
          value={draft.since}
          error={errorOf('since')}
          onChange={(event) => set({ since: event.currentTarget.value })}
        />
      </div>
      <TextInput
        label="Fundamento o resolución"
        value={draft.basis}
        error={errorOf('basis')}
        onChange={(event) => set({ basis: event.currentTarget.value })}
      />
      <Textarea
        label="Nota"
        autosize
        minRows={1}
        maxRows={5}
        value={draft.note}
        error={errorOf('note')}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
      <div className={classes.two}>
        <TextInput
          type="date"
          label="Vigente desde"
          value={draft.validFrom}
          error={errorOf('validFrom')}
          onChange={(event) => set({ validFrom: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label="Vigente hasta"
          value={draft.validUntil}
          error={errorOf('validUntil')}
          onChange={(event) => set({ validUntil: event.currentTarget.value })}
        />
      </div>
      <Checkbox
        label="Sugerida: nadie la ha confirmado todavía"
        checked={draft.suggested}
        onChange={(event) => set({ suggested: event.currentTarget.checked })}
      />
    </>
  )
}

/** A date of the catalogue with its rule and the days it gives. */
export function DatePanel(props: DatePanelProps) {
  const { plan, id, onClose } = props
  const form = useDateForm(props)
  const { draft, set, errorOf, trouble, save } = form
  const year = yearOf(plan.today)
  return (
    <PanelFrame
      title={id === null ? 'Nueva fecha del catálogo' : 'Fecha del catálogo'}
      onClose={onClose}
      foot={
        <>
          <Button type="submit" form={DATE_FORM} rightSection={<Kbd keys="Ctrl+Enter" />}>
            Guardar la fecha
          </Button>
          <Button variant="default" rightSection={<Kbd keys="Esc" />} onClick={onClose}>
            Cancelar
          </Button>
        </>
      }
    >
      <form
        id={DATE_FORM}
        className={classes.form}
        aria-label="Fecha del catálogo"
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          void save()
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !event.ctrlKey) return
          event.preventDefault()
          void save()
        }}
      >
        <TextInput
          label="Nombre"
          autoFocus
          value={draft.name}
          error={errorOf('name')}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <RuleFields
          rule={draft.rule}
          onChange={(rule) => set({ rule })}
          others={plan.catalogue.filter((date) => date.id !== id)}
          year={year}
          error={trouble ?? errorOf('rule')}
        />
        <Preview form={form} id={id} year={year} />
        <AboutFields form={form} />
      </form>
    </PanelFrame>
  )
}
