import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import {
  type CommemorationId,
  draftOfCommemoration,
  type FindCommemoration,
  finderOf,
  ruleTrouble,
  SCOPE_LABELS,
  scopeSchema,
  spanOf,
} from '../../../../shared/domain/publications'
import { yearOf } from '../../../../shared/lib/iso-date'
import { err } from '../../../../shared/lib/result'
import { useBody } from '../../../data/current-body'
import { spanText } from '../notice-lines'
import type { Plan } from '../use-plan'
import type { SideControl } from '../use-side'
import classes from './catalogue.module.css'
import { CatalogueForm } from './catalogue-form'
import { DatePreview } from './date-preview'
import { ExceptionsField } from './exceptions-field'
import { type DateFormDraft, draftToStore, readableExceptions } from './exceptions-model'
import { RuleFields } from './rule-fields'
import { type CatalogueDraft, useCatalogueDraft } from './use-catalogue-draft'
import { useKeeping } from './use-keeping'
import { useSaveDate } from './use-save-date'
import { ValidityFields } from './validity-fields'

const EMPTY: DateFormDraft = {
  name: '',
  rule: { kind: 'fixed', month: 1, day: 1, years: { kind: 'every' } },
  exceptions: [],
  pending: null,
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
  readonly control: SideControl
  readonly id: CommemorationId | null
  readonly onClose: () => void
}

type DateForm = CatalogueDraft<DateFormDraft>

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
      <ValidityFields value={draft} errorOf={errorOf} onChange={set} />
      <Checkbox
        label="Sugerida: nadie la ha confirmado todavía"
        checked={draft.suggested}
        onChange={(event) => set({ suggested: event.currentTarget.checked })}
      />
    </>
  )
}

function useDateKeeping({ control, id, onClose }: Omit<DatePanelProps, 'plan'>, form: DateForm) {
  const saveDate = useSaveDate(useBody().id)
  const { draft, set } = form
  const name = draft.name.trim()
  return useKeeping(control, form, {
    what: name === '' ? 'la fecha nueva' : `«${name}»`,
    done: `Se guardó «${name}» en el catálogo.`,
    edit: async () => {
      const stored = draftToStore(draft)
      if (stored.ok) return saveDate(id, stored.value)
      if (draft.pending) set({ pending: { ...draft.pending, isTried: true } })
      return err({ kind: 'commemoration', problems: stored.error })
    },
    problemsOf: (failure) => (failure.kind === 'commemoration' ? failure.problems : []),
    onClose,
  })
}

/** What the rule alone says of a year, while an exception of that year is written. */
function ruleDayText(draft: DateFormDraft, year: number, find: FindCommemoration): string {
  const span = spanOf(draft.rule, year, find)
  return span === null
    ? `Según su regla, en ${year} no cae ningún día.`
    : `Según su regla, en ${year} cae: ${spanText(span.from, span.until)}.`
}

/** A date of the catalogue with its rule, its exceptions and the days they give. */
export function DatePanel(props: DatePanelProps) {
  const { plan, id } = props
  const form = useCatalogueDraft<DateFormDraft>(() => {
    const stored = plan.catalogue.find((date) => date.id === id)
    return stored ? { ...draftOfCommemoration(stored), pending: null } : EMPTY
  })
  const { draft, set, errorOf } = form
  const find = useMemo(() => finderOf(plan.catalogue), [plan.catalogue])
  const trouble = useMemo(() => ruleTrouble(draft.rule, id, find), [draft.rule, id, find])
  const keeping = useDateKeeping(props, form)
  const year = yearOf(plan.today)
  return (
    <CatalogueForm
      title={id === null ? 'Nueva fecha del catálogo' : 'Fecha del catálogo'}
      name="Fecha del catálogo"
      saveWord="Guardar la fecha"
      {...keeping}
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
      <ExceptionsField
        form={draft}
        ruleDayOf={(each) => (trouble === null ? ruleDayText(draft, each, find) : null)}
        error={errorOf('exceptions')}
        onChange={set}
      />
      {trouble === null && (
        <DatePreview
          date={{ rule: draft.rule, exceptions: readableExceptions(draft) }}
          id={id}
          find={find}
          year={year}
        />
      )}
      <AboutFields form={form} />
    </CatalogueForm>
  )
}
