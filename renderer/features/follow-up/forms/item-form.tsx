import { Button, NativeSelect, TagsInput, Textarea, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { type ItemField, PRIORITY_LABELS, prioritySchema } from '../../../../shared/domain/follow-up'
import { sessionIdSchema } from '../../../../shared/domain/sessions'
import { useParties } from '../../../commands/directory/use-parties'
import type { FollowUp } from '../../../data/follow-up-book'
import { FilesField } from '../../../edits/files/files-field'
import { Kbd } from '../../../ui/kbd'
import { MessageNote } from '../../../ui/message-note'
import { choicesOf, sessionNamer } from '../choices'
import classes from '../follow-up.module.css'
import { DeadlineFields } from './deadline-fields'
import type { ItemFormControl, ItemFormDraft } from './use-item-form'

interface ItemFormProps {
  readonly form: ItemFormControl
  readonly followUp: FollowUp
  readonly submitWord: string
  readonly onCancel: () => void
}

type FieldsProps = Pick<ItemFormProps, 'form' | 'followUp'>

/** Fields whose problem is shown beside them; those of the rest are listed at the end. */
const SHOWN_FIELDS: ReadonlySet<ItemField> = new Set([
  'title',
  'text',
  'code',
  'external',
  'responsible',
  'supporting',
  'tags',
  'openedOn',
])

function WhatFields({ form }: FieldsProps) {
  const { draft, set, errorOf } = form
  return (
    <>
      <TextInput
        label="Qué se debe hacer"
        value={draft.title}
        error={errorOf('title')}
        data-autofocus
        autoFocus
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <Textarea
        label="Texto acordado, palabra por palabra"
        autosize
        minRows={2}
        maxRows={8}
        value={draft.text}
        error={errorOf('text')}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
    </>
  )
}

function WhoFields({ form, followUp }: FieldsProps) {
  const { draft, set, errorOf } = form
  const { names } = useParties()
  const { tags } = choicesOf(followUp.records, followUp.sessions)
  return (
    <>
      <TagsInput
        label="Responsables"
        description="Enter después de cada área o persona"
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        data={names}
        value={[...draft.responsible]}
        error={errorOf('responsible')}
        onChange={(responsible) => set({ responsible })}
      />
      <TagsInput
        label="Áreas que apoyan"
        data={names}
        value={[...draft.supporting]}
        error={errorOf('supporting')}
        onChange={(supporting) => set({ supporting })}
      />
      <TagsInput
        label="Etiquetas"
        data={[...tags]}
        value={[...draft.tags]}
        error={errorOf('tags')}
        onChange={(values) => set({ tags: values })}
      />
    </>
  )
}

function OriginFields({ form, followUp }: FieldsProps) {
  const { draft, set } = form
  const nameOf = sessionNamer(followUp.sessions)
  if (draft.fixedOrigin) return null
  return (
    <>
      <NativeSelect
        label="Viene de"
        value={draft.originKind}
        data={[
          { value: 'manual', label: 'Escrito a mano' },
          { value: 'report', label: 'Un informe' },
          { value: 'session', label: 'Una sesión' },
        ]}
        onChange={(event) => {
          const { value } = event.currentTarget
          if (value === 'manual' || value === 'report' || value === 'session') set({ originKind: value })
        }}
      />
      {draft.originKind === 'session' ? (
        <NativeSelect
          label="Sesión"
          value={draft.originSession ?? ''}
          data={[
            { value: '', label: 'Elija la sesión' },
            ...followUp.sessions.map(({ id }) => ({ value: id, label: nameOf(id) })),
          ]}
          onChange={(event) =>
            set({ originSession: sessionIdSchema.safeParse(event.currentTarget.value).data ?? null })
          }
        />
      ) : (
        <TextInput
          label={draft.originKind === 'report' ? 'Cuál informe' : 'Nota de origen'}
          value={draft.originNote}
          onChange={(event) => set({ originNote: event.currentTarget.value })}
        />
      )}
    </>
  )
}

function MoreFields({ form, followUp }: FieldsProps) {
  const { draft, set, errorOf } = form
  return (
    <div className={classes.fields}>
      <TextInput
        label="Clave"
        placeholder="La que sigue"
        value={draft.code}
        error={errorOf('code')}
        onChange={(event) => set({ code: event.currentTarget.value })}
      />
      <NativeSelect
        label="Prioridad"
        value={draft.priority}
        data={prioritySchema.options.map((value) => ({ value, label: PRIORITY_LABELS[value] }))}
        onChange={(event) => set({ priority: prioritySchema.parse(event.currentTarget.value) })}
      />
      <TextInput
        type="date"
        label="Pendiente desde"
        value={draft.openedOn}
        error={errorOf('openedOn')}
        onChange={(event) => set({ openedOn: event.currentTarget.value })}
      />
      <TextInput
        label="Dependencia externa"
        placeholder="INAI"
        value={draft.external}
        error={errorOf('external')}
        onChange={(event) => set({ external: event.currentTarget.value })}
      />
      <OriginFields form={form} followUp={followUp} />
    </div>
  )
}

function restOf(form: ItemFormControl): readonly string[] {
  return form.problems.filter(({ field }) => !SHOWN_FIELDS.has(field)).map(({ message }) => message)
}

/** The data of an item: what, who, until when, where it comes from, and its files. */
export function ItemForm({ form, followUp, submitWord, onCancel }: ItemFormProps) {
  const { draft, set } = form
  const rest = restOf(form)
  return (
    <form
      className={classes.plainForm}
      aria-label={submitWord}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void form.save()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !event.ctrlKey) return
        event.preventDefault()
        void form.save()
      }}
    >
      <WhatFields form={form} followUp={followUp} />
      <WhoFields form={form} followUp={followUp} />
      <DeadlineFields
        draft={draft.deadline}
        onChange={(deadline: ItemFormDraft['deadline']) => set({ deadline })}
        openedOn={draft.openedOn}
        context={followUp.context}
        errorOf={form.deadlineError}
      />
      <MoreFields form={form} followUp={followUp} />
      <FilesField
        files={draft.attachments}
        onChange={(attachments) => set({ attachments })}
        label="Adjuntar…"
      />
      {rest.length > 0 && <MessageNote kind="error">{rest.join(' ')}</MessageNote>}
      <div className={classes.buttons}>
        <Button type="submit" rightSection={<Kbd keys="Ctrl+Enter" />}>
          {submitWord}
        </Button>
        <Button variant="default" rightSection={<Kbd keys="Esc" />} onClick={onCancel}>
          Cancelar
        </Button>
      </div>
    </form>
  )
}
