import { TagsInput, Textarea, TextInput } from '@mantine/core'
import { addDays, daysBetween } from '../../../../shared/lib/day'
import { isIsoDate, isoDate } from '../../../../shared/lib/iso-date'
import { useParties } from '../../../commands/directory/use-parties'
import { DateField } from '../../../ui/date-field'
import classes from './entry.module.css'
import type { EntryDraft } from './use-entry-draft'

interface FieldsProps {
  readonly form: EntryDraft
}

/** The window moves with the day while both were kept together. */
function movedDay({ on, from, until }: EntryDraft['draft'], next: string) {
  const readable = [on, from, until, next].every(isIsoDate)
  if (!readable) return { on: next }
  const days = daysBetween(isoDate(on), isoDate(next))
  return { on: next, from: addDays(isoDate(from), days), until: addDays(isoDate(until), days) }
}

/** What it is and when it is shown. */
export function WhenFields({ form, autoFocus }: FieldsProps & { readonly autoFocus: boolean }) {
  const { draft, set, errorOf } = form
  return (
    <>
      <TextInput
        label="Título"
        value={draft.title}
        error={errorOf('title')}
        autoFocus={autoFocus}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <div className={classes.three}>
        <DateField
          label="Día"
          value={draft.on}
          error={errorOf('on')}
          onChange={(next) => set(movedDay(draft, next))}
        />
        <DateField
          label="Se ve desde"
          value={draft.from}
          error={errorOf('from')}
          onChange={(from) => set({ from })}
        />
        <DateField
          label="Hasta"
          value={draft.until}
          error={errorOf('until')}
          onChange={(until) => set({ until })}
        />
      </div>
    </>
  )
}

/** What it says. */
export function WordsFields({ form }: FieldsProps) {
  const { draft, set, errorOf } = form
  return (
    <>
      <Textarea
        label="Nota"
        description={
          draft.note === '' ? undefined : `${draft.note.length.toLocaleString('es-MX')} caracteres`
        }
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        autosize
        minRows={3}
        maxRows={10}
        spellCheck
        lang="es-MX"
        value={draft.note}
        error={errorOf('note')}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
      <TextInput
        label="Etiquetas"
        placeholder="#8M #IgualdadDeGénero"
        value={draft.hashtags}
        error={errorOf('hashtags')}
        onChange={(event) => set({ hashtags: event.currentTarget.value })}
      />
      <Textarea
        label="Enlaces que acompañan la nota"
        placeholder="https://…, uno por línea"
        autosize
        minRows={1}
        maxRows={4}
        value={draft.links}
        error={errorOf('links')}
        onChange={(event) => set({ links: event.currentTarget.value })}
      />
    </>
  )
}

/** Who answers for it. */
export function WhoField({ form }: FieldsProps) {
  const { draft, set, errorOf } = form
  const { names, finder } = useParties()
  return (
    <TagsInput
      label="Responsables"
      description="Áreas o personas; Enter después de cada una"
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      data={names}
      value={draft.responsible.map(({ name }) => name)}
      error={errorOf('responsible')}
      onChange={(values) =>
        set({
          responsible: values.map(
            (name) => draft.responsible.find((party) => party.name === name) ?? finder.party(name),
          ),
        })
      }
    />
  )
}
