import { zodResolver } from '@hookform/resolvers/zod'
import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { type UseFormReturn, useForm } from 'react-hook-form'
import {
  type HolderDraft,
  type HolderInput,
  holderDraftSchema,
  honorificChoices,
} from '../../../shared/domain/people'
import type { Result } from '../../../shared/lib/result'
import type { DirectoryEdited, DirectoryFailure } from '../../commands/directory/failures'
import classes from './directory.module.css'
import { FormButtons } from './form-buttons'
import type { HolderProposal } from './holder-proposal'
import { useSavedForm } from './use-saved-form'

const GENDERS = [
  { value: 'f', label: 'Femenino' },
  { value: 'm', label: 'Masculino' },
]
const STANDINGS = [
  { value: 'titular', label: 'Titular' },
  { value: 'suplente', label: 'Suplente' },
]
/** Fields from which others follow. */
const SOURCES: ReadonlySet<string> = new Set(['fullName', 'honorificShort', 'gender', 'standing'])

interface HolderFormProps {
  readonly draft: HolderInput
  readonly isNew: boolean
  /** Names already in the directory, offered while typing. */
  readonly knownNames: readonly string[]
  /** What follows from what was typed, for the fields that the user has not written. */
  readonly propose: HolderProposal
  readonly save: (draft: HolderDraft) => Promise<Result<DirectoryEdited, DirectoryFailure>>
  readonly onCancel: () => void
  readonly children?: ReactNode
}

type Form = UseFormReturn<HolderInput, unknown, HolderDraft>

function useProposals(form: Form, propose: HolderProposal): void {
  const { dirtyFields } = form.formState
  const written = useRef<ReadonlySet<string>>(new Set())
  written.current = new Set(Object.keys(dirtyFields))
  useEffect(() => {
    const subscription = form.watch((_, { name, type }) => {
      if (type !== 'change' || name === undefined || !SOURCES.has(name)) return
      const touched = new Set([...written.current, name])
      for (const { field, value } of propose(form.getValues(), { changed: name, written: touched })) {
        if (!touched.has(field)) form.setValue(field, value)
      }
    })
    return () => subscription.unsubscribe()
  }, [form, propose])
}

interface NameFieldsProps {
  readonly form: Form
  readonly isNew: boolean
  readonly knownNames: readonly string[]
}

function NameFields({ form, isNew, knownNames }: NameFieldsProps) {
  const { errors } = form.formState
  const [names, honorifics] = [useId(), useId()]
  return (
    <>
      <div className={classes.honorificAndName}>
        <TextInput
          label="Tratamiento"
          list={honorifics}
          error={errors.honorificShort?.message}
          {...form.register('honorificShort')}
        />
        <TextInput
          label="Nombre completo"
          list={names}
          autoComplete="off"
          error={errors.fullName?.message}
          {...form.register('fullName')}
        />
      </div>
      <datalist id={honorifics}>
        {honorificChoices().map((choice) => (
          <option key={choice} value={choice} />
        ))}
      </datalist>
      <datalist id={names}>
        {knownNames.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div className={classes.pair}>
        <TextInput label="Nombre corto" error={errors.shortName?.message} {...form.register('shortName')} />
        <TextInput label="Iniciales" error={errors.initials?.message} {...form.register('initials')} />
        <TextInput
          label="Tratamiento largo"
          error={errors.honorificLong?.message}
          {...form.register('honorificLong')}
        />
        <NativeSelect
          label="Género"
          data={isNew ? [{ value: '', label: 'Elija…' }, ...GENDERS] : GENDERS}
          error={errors.gender?.message}
          {...form.register('gender')}
        />
      </div>
    </>
  )
}

function PlaceFields({ form }: { readonly form: Form }) {
  const { errors } = form.formState
  return (
    <>
      <Textarea
        label="Cargo en la lista de asistencia"
        rows={2}
        error={errors.charge?.message}
        {...form.register('charge')}
      />
      <div className={classes.pair}>
        <NativeSelect
          label="Carácter"
          data={STANDINGS}
          error={errors.standing?.message}
          {...form.register('standing')}
        />
        <TextInput
          label="Cargo en las firmas"
          placeholder="El mismo"
          error={errors.signatureCaption?.message}
          {...form.register('signatureCaption')}
        />
        <TextInput
          type="date"
          label="Desde"
          error={errors.validFrom?.message}
          {...form.register('validFrom')}
        />
        <TextInput
          type="date"
          label="Hasta"
          error={errors.validUntil?.message}
          {...form.register('validUntil')}
        />
      </div>
    </>
  )
}

/** Form of a person and of her place in a seat. */
export function HolderForm(props: HolderFormProps) {
  const { draft, isNew, knownNames, propose, save, onCancel, children } = props
  const form = useForm<HolderInput, unknown, HolderDraft>({
    values: draft,
    resolver: zodResolver(holderDraftSchema),
    shouldFocusError: false,
  })
  const saved = useSavedForm(form, save)
  useProposals(form, propose)
  useEffect(() => {
    if (isNew) form.setFocus('fullName')
  }, [form, isNew])
  return (
    <form
      noValidate
      className={classes.form}
      aria-label={isNew ? 'Persona nueva' : draft.fullName}
      onSubmit={saved.onSubmit}
      onBlur={saved.onBlur}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey) saved.onSubmit(event)
      }}
    >
      <NameFields form={form} isNew={isNew} knownNames={knownNames} />
      <PlaceFields form={form} />
      <FormButtons
        isDirty={saved.isDirty || isNew}
        onDiscard={() => {
          form.reset()
          onCancel()
        }}
      >
        {children}
      </FormButtons>
    </form>
  )
}
